/** How many mentees a mentor takes: said by them, kept by every way into a pair. */

import {
  click,
  closeStages,
  command,
  dm,
  fillIn,
  memberOf,
  openHome,
  openTestStage,
  pair,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const mentor = (words: string) => command(stage, 'UMENTOR', `/mentor ${words}`);
const accept = async (user: string) => {
  const proposal = dm(stage, user).findLast(({ blocks }) =>
    JSON.stringify(blocks).includes('proposal_accept'),
  );
  return click(stage, user, 'proposal_accept', { ts: proposal?.ts ?? '' });
};
const pairs = () => stage.database.prisma.mentorship.count({ where: { state: 'active' } });

it('whoever has as many as they take is neither asked, nor offered, nor paired by a coordinator', async () => {
  expect(await mentor('capacity 1')).toContain('You take up to one mentee.');
  expect(await mentor('invite <@UMENTEE2>')).toMatch(
    /You take up to one mentee\. `\/mentor capacity 2` makes room/,
  );
  expect(await command(stage, 'UMENTEE2', '/mentor ask <@UMENTOR>')).toContain(
    '<@UMENTOR> has as many mentees as they can take just now',
  );
  expect(await command(stage, 'UCOORD', '/mentor pair <@UMENTOR> <@UMENTEE2>')).toContain('as many mentees');
  expect(JSON.stringify(dm(stage, 'UMENTEE2'))).not.toContain('proposal_accept');

  expect(await mentor('capacity off')).toContain('You take as many mentees as come.');
  expect(await mentor('invite <@UMENTEE2>')).toContain('I have asked <@UMENTEE2>');
});

it('an invitation that is accepted too late waits for room, and mentees that are there stay', async () => {
  await mentor('invite <@UMENTEE2>');
  await mentor('capacity 1');
  expect(await accept('UMENTEE2')).toContain('as many mentees as they can take just now');
  expect(await pairs()).toBe(1);
  await mentor('capacity 2');
  await accept('UMENTEE2');
  expect(await pairs()).toBe(2);
  await mentor('capacity 0');
  expect(await pairs()).toBe(2);
  expect(await mentor('invite <@UOTHER>')).toMatch(
    /You take no new mentees just now\. `\/mentor capacity 3`/,
  );
});

it('two who accept at once do not both get the last place', async () => {
  await mentor('capacity 2');
  await mentor('invite <@UMENTEE2> <@UOTHER>');
  await Promise.all(['UMENTEE2', 'UOTHER'].map(accept));
  expect(await pairs()).toBe(2);
});

it('is said and changed in Home, undone, and refused where it is no number', async () => {
  expect(await openHome(stage, 'UMENTOR')).toContain('You take as many mentees as come.');
  await stage.slack.click('UMENTOR', { actionId: 'home_capacity' });
  await stage.settled();
  await fillIn(stage, 'UMENTOR', { capacity: '4' });
  expect(dm(stage, 'UMENTOR').map(wordsOf).join()).toContain('You take up to 4 mentees.');
  expect(await openHome(stage, 'UMENTOR')).toContain('You take up to 4 mentees.');
  expect(await mentor('capacity')).toContain('You take up to 4 mentees.');
  for (const wrong of ['lots', 'none', 'never', '51', '-1', '2.5'])
    expect(await mentor(`capacity ${wrong}`)).toContain('I could not read');
  expect((await memberOf(stage, 'UMENTOR')).capacity).toBe(4);
  await mentor('capacity 2');
  const undo = stage.slack.ephemerals('UMENTOR').at(-1);
  await stage.slack.click('UMENTOR', { channel: undo?.channel ?? '', ts: undo?.ts ?? '', actionId: 'undo' });
  await stage.settled();
  expect((await memberOf(stage, 'UMENTOR')).capacity).toBe(4);
});
