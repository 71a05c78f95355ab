/** Whoever acts for somebody else is named to them: a coordinator who pairs two, a mentor who notes days away, one who leaves. */

import {
  click,
  closeStages,
  command,
  dm,
  lastMessage,
  memberOf,
  openTestStage,
  pair,
  pass,
  said,
  wordsOf,
  type TestStage,
} from '../../support/stage';

const MINUTE = 60_000;
let stage: TestStage;
beforeAll(async () => {
  stage = await openTestStage();
});
afterAll(closeStages);

const last = (user: string) => wordsOf(lastMessage(stage, user));
const pairOf = async (user: string) =>
  (await stage.store.mentorships.openOf((await memberOf(stage, user)).id)).map(({ state }) => state);

/** Taps on Undo in the last answer that only this person saw. */
async function undoLast(user: string): Promise<void> {
  const answer = stage.slack.ephemerals(user).at(-1);
  if (!answer) throw new Error(`${user} was answered nothing`);
  await stage.slack.click(user, { channel: answer.channel, ts: answer.ts, actionId: 'undo' });
  await stage.settled();
}

it('a coordinator pairs two: both are asked by name, both say yes, and all three hear of it', async () => {
  expect(await command(stage, 'UMENTEE', '/mentor pair @UMENTOR @UMENTEE2')).toContain(
    'for the program’s coordinators',
  );
  expect(await command(stage, 'UCOORD', '/mentor pair @UMENTOR')).toContain('Name two people');
  expect(await command(stage, 'UCOORD', '/mentor pair @UMENTOR @UMENTEE')).toContain(
    'I have asked them both',
  );
  expect(await command(stage, 'UCOORD', '/mentor pair @UMENTOR @UMENTEE')).toContain(
    'invitation open already',
  );
  expect(last('UMENTOR')).toContain(
    '<@UCOORD> would like to bring you and <@UMENTEE> together: you as their mentor',
  );
  expect(last('UMENTEE')).toContain(
    '<@UCOORD> would like to bring you and <@UMENTOR> together: they as your mentor',
  );

  expect(await click(stage, 'UMENTEE', 'proposal_accept')).toContain('<@UMENTOR> is asked too');
  expect(await pairOf('UMENTEE')).toEqual(['proposed']);
  expect(last('UMENTEE')).toContain('The other has not answered yet');
  await click(stage, 'UMENTOR', 'proposal_accept');
  expect(await pairOf('UMENTEE')).toEqual(['active']);
  expect(last('UMENTEE')).toContain('<@UMENTOR> is your mentor now');
  expect(last('UCOORD')).toContain('<@UMENTOR> and <@UMENTEE> have both said yes');
});

it('one of two who declines ends it, and the coordinator and the one who said yes hear who it was', async () => {
  await command(stage, 'UCOORD', '/mentor pair @UMENTOR2 @UMENTEE2');
  await click(stage, 'UMENTEE2', 'proposal_accept');
  await click(stage, 'UMENTOR2', 'proposal_decline');
  expect(await pairOf('UMENTEE2')).toEqual([]);
  for (const user of ['UCOORD', 'UMENTEE2'])
    expect(last(user)).toContain('<@UMENTOR2> cannot take this on just now');
});

it('what nobody answers lapses, and the coordinator hears of the two by name', async () => {
  await command(stage, 'UCOORD', '/mentor pair @UMENTOR2 @UMENTEE3');
  await pass(stage, 11 * 24 * 60 * MINUTE);
  expect(await said(stage, 'UMENTEE3', 'proposal')).toHaveLength(2);
  expect(last('UCOORD')).toContain('<@UMENTOR2> and <@UMENTEE3> have not both found the moment');
});

it('a mentee hears of days away that a mentor noted, and may take them back', async () => {
  await command(stage, 'UMENTOR', '/nudge away @UMENTEE 5 July 2027 to 9 July 2027');
  expect(last('UMENTEE')).toMatch(
    /<@UMENTOR> has noted that you are away from \*Monday 5 July 2027\* to \*Friday 9 July 2027\*/,
  );
  expect(await click(stage, 'UMENTEE', 'undo')).toContain('Undone');
  expect(await command(stage, 'UMENTEE', '/nudge away')).toContain('No days away');
});

it('either leaves; the other hears ten minutes later, unless it is undone', async () => {
  expect(await command(stage, 'UMENTEE', '/mentor leave @UCOORD')).toContain('not paired');
  expect(await command(stage, 'UMENTEE', '/mentor leave @UMENTOR')).toContain('not paired any more');
  expect(await pairOf('UMENTEE')).toEqual([]);
  await undoLast('UMENTEE');
  expect(await pairOf('UMENTEE')).toEqual(['active']);
  const before = dm(stage, 'UMENTOR').length;
  await pass(stage, 11 * MINUTE);
  expect(dm(stage, 'UMENTOR')).toHaveLength(before);

  await command(stage, 'UMENTEE', '/mentor end @UMENTOR');
  expect(dm(stage, 'UMENTOR')).toHaveLength(before);
  await pass(stage, 11 * MINUTE);
  expect(last('UMENTOR')).toContain('<@UMENTEE> has brought your mentorship to an end');
  await pair(stage);
  expect(await pairOf('UMENTEE')).toEqual(['active']);
});

it('a question that was taken away comes back as it was', async () => {
  await command(stage, 'UMENTEE', '/nudge question What did you learn, exactly: 50 %?');
  await command(stage, 'UMENTEE', '/nudge question remove 1');
  await undoLast('UMENTEE');
  expect(await command(stage, 'UMENTEE', '/nudge questions')).toContain('What did you learn, exactly: 50 %?');
});
