/** The shelf of a pair: put there by either, seen by the two, told of with what comes next, taken away by whoever put it. */

import { NEXT_FRIDAY, openCanaryWorld } from '../../support/canary-world';
import {
  ask,
  closeStages,
  command,
  dm,
  elementsOf,
  fillIn,
  memberOf,
  nudges,
  openHome,
  openTestStage,
  pair,
  said,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

afterEach(closeStages);

/** Sends the form of the shelf; answers what was said. */
async function put(
  stage: TestStage,
  user: string,
  values: Readonly<Record<string, unknown>>,
): Promise<string> {
  await openHome(stage, user);
  await stage.slack.click(user, { actionId: 'home_shelf' });
  await stage.settled();
  await fillIn(stage, user, values);
  return wordsOf(stage.slack.view(user)) + stage.slack.ephemerals(user).slice(-1).map(wordsOf).join();
}

it('either puts a link or a name there: nobody is pinged, and the other reads of it once, with what comes next', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await ask(stage);
  const before = dm(stage, 'UMENTEE').length;
  await openHome(stage, 'UMENTOR');
  await stage.slack.click('UMENTOR', { actionId: 'home_shelf' });
  await stage.settled();
  expect(wordsOf(stage.slack.view('UMENTOR'))).toContain(
    'You and <@UMENTEE> see what stands here, and nobody else.',
  );
  // A line on nothing is no thing.
  await fillIn(stage, 'UMENTOR', { line: 'Only a line' });
  await fillIn(stage, 'UMENTOR', {
    name: 'https://example.org/a|b?x=<1>&y',
    line: 'Short, and <!here> it helps',
  });
  await put(stage, 'UMENTOR', { name: 'javascript:alert(1)' });
  expect(dm(stage, 'UMENTEE')).toHaveLength(before);
  const line =
    '• <https://example.org/a%7Cb?x=%3C1%3E&amp;y|example.org/a%7Cb?x=%3C1%3E&amp;y> · Short, and &lt;!here&gt; it helps (from <@UMENTOR>)';
  expect(await openHome(stage, 'UMENTEE')).toContain(line);

  const told = wordsOf(await toNextNudge(stage));
  expect(told).toContain(
    'New on your shelf from <@UMENTOR>: javascript:alert(1) and example.org/a|b?x=%3C1%3E&amp;y.',
  );
  expect(wordsOf(await toNextNudge(stage))).not.toContain('New on your shelf');
  expect((await said(stage, 'UMENTOR', 'digest')).map(wordsOf).join()).not.toContain('New on your shelf');

  // The mentee's goes with the mentor's digest, and what is taken away is gone from there too.
  await put(stage, 'UMENTEE', { name: 'The art of asking' });
  await toNextNudge(stage);
  const digests = async () =>
    (await said(stage, 'UMENTOR', 'digest'))
      .map(wordsOf)
      .filter((each) => each.includes('The art of asking'));
  expect(await digests()).toEqual([
    expect.stringContaining('New on your shelf from <@UMENTEE>: The art of asking.'),
  ]);
  expect(wordsOf((await nudges(stage)).at(-1) ?? null)).not.toContain('The art of asking');

  const items = await stage.database.prisma.shelfItem.findMany({ orderBy: { at: 'asc' } });
  await openHome(stage, 'UMENTEE');
  await stage.slack.click('UMENTEE', { actionId: 'home_shelf' });
  await stage.settled();
  const boxes = JSON.stringify(elementsOf(stage.slack.view('UMENTEE')?.blocks ?? []));
  expect(items.map(({ id }) => boxes.includes(id))).toEqual([false, false, true]);
  await fillIn(stage, 'UMENTEE', { 'removed:0': [items[2]?.id] });
  expect(await openHome(stage, 'UMENTOR')).not.toContain('The art of asking');
  expect(await digests()).toEqual([]);
  expect(await stage.database.prisma.shelfItem.count()).toBe(2);
  // Whoever put it there takes it away, and nobody else.
  const { id } = await memberOf(stage, 'UMENTEE');
  expect(await stage.store.shelf.remove([items[0]?.id ?? ''], id)).toEqual([]);
});

it('what stands there is met by the two alone, and by neither once they are paired no more', async () => {
  const world = await openCanaryWorld();
  const { stage, word } = world;
  await world.setDefault('program');
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  await ask(stage);
  const { id } = await memberOf(stage, 'UMENTOR');
  const [mentorship] = await stage.store.mentorships.openOf(id);
  const name = word('name', { UMENTOR: ['digest', 'home'] });
  await put(stage, 'UMENTEE', {
    person: mentorship?.id,
    name,
    line: word('line', { UMENTOR: ['home'] }),
  });
  await put(stage, 'UMENTOR', { name: word('back', { UMENTEE: ['dm', 'home'] }, { owner: 'UMENTOR' }) });
  await stage.advance(NEXT_FRIDAY);
  await world.look();
  await command(stage, 'UMENTEE', '/mentor leave @UMENTOR');
  expect(await openHome(stage, 'UMENTOR')).not.toContain(name);
  expect(await openHome(stage, 'UMENTEE')).not.toContain(name);
});
