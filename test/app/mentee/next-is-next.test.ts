/** When a person is told that they are asked next, they are: in `/nudge next`, App Home and receipts. */

import { nextAsked } from '../../../src/services/reads/next-asked';
import {
  closeStages,
  command,
  logGoals,
  memberOf,
  nudgeRecords,
  openHome,
  openTestStage,
  pair,
  toNextNudge,
  type TestStage,
} from '../../support/stage';

const MINUTE = 60_000;

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
});
afterEach(closeStages);

const predicted = async () => nextAsked(stage.store, await memberOf(stage, 'UMENTEE'));

/** Moves on to the next question, and answers when it came. */
async function asked(): Promise<Date | null> {
  await toNextNudge(stage);
  return (await nudgeRecords(stage)).reduce<Date | null>(
    (latest, { sentAt }) => (sentAt !== null && (latest === null || sentAt > latest) ? sentAt : latest),
    null,
  );
}

it.each([
  [['/nudge every Monday at 9:00']],
  [['/nudge quiet 8:00 to 10:00']],
  [['/nudge away 1 February to 20 February']],
  [['/nudge away Monday and Wednesday', '/nudge every Monday and Wednesday at 9:00']],
  [['/nudge every weekday at 9:00', '/nudge days Tuesday to Thursday']],
  [['/nudge pause until 20 February']],
  [['/nudge pause for two weeks']],
  [['/nudge holidays US', '/nudge every Monday at 9:00']],
  [['/nudge budget 1', '/nudge every weekday at 9:00']],
  [['/nudge budget 2', '/nudge every day at 9:00']],
  [['/nudge now', '/nudge snooze in two hours']],
  [['/nudge now', '/nudge snooze tomorrow', '/nudge pause until 20 February']],
  [['/nudge every other Friday at 16:00', '/nudge away until 20 February']],
])('after %j', async (lines) => {
  for (const line of lines) await command(stage, 'UMENTEE', line);
  for (let turn = 0; turn < 2; turn += 1) {
    const next = await predicted();
    const came = await asked();
    const apart = Math.abs((came?.getTime() ?? 0) - (next?.getTime() ?? 0));
    expect({ next, came, isClose: apart <= 2 * MINUTE }).toEqual({ next, came, isClose: true });
  }
});

it('`/nudge next` and App Home name that day, and not the one on which the rhythm falls due', async () => {
  await command(stage, 'UMENTEE', '/nudge away 1 February to 20 February');
  expect(await command(stage, 'UMENTEE', '/nudge next')).toContain('Next on Monday 22 February at 9:00');
  expect(await openHome(stage, 'UMENTEE')).toContain('Next on Monday 22 February at 9:00');
});

it('with nothing open, snooze and skip say when the next question comes', async () => {
  for (const line of ['/nudge snooze', '/nudge skip']) {
    expect(await command(stage, 'UMENTEE', line)).toMatch(
      /No question is open\. The next comes on \w+ \d+ \w+ at 9:00/,
    );
  }
});

it.each([
  ['/nudge quiet 22:00 to 6:00', '/nudge at 23:00', /always in your quiet hours \(22:00 to 6:00\)/],
  ['/nudge days Monday', '/nudge every Tuesday', /never falls on one of your working days \(Monday\)/],
])('after %s, %s would never ask: it says so, and changes nothing', async (first, second, said) => {
  await command(stage, 'UMENTEE', first);
  const before = await predicted();
  expect(await command(stage, 'UMENTEE', second)).toMatch(said);
  expect(await predicted()).toEqual(before);
});

it('nothing comes to whoever has stopped, or paused until they say so', async () => {
  await command(stage, 'UMENTEE', '/nudge pause');
  expect(await predicted()).toBeNull();
  await command(stage, 'UMENTEE', '/nudge stop');
  expect(await predicted()).toBeNull();
});

it('a change of settings with which nothing would be asked says so, with ways out', async () => {
  await command(stage, 'UMENTEE', '/nudge every Monday at 21:30');
  expect(await command(stage, 'UMENTEE', '/nudge days Tuesday to Thursday')).toContain(
    'That never falls on one of your working days',
  );
  await command(stage, 'UMENTEE', '/nudge days every day');
  const quiet = await command(stage, 'UMENTEE', '/nudge quiet 18:00 to 8:00');
  expect(quiet).toMatch(/At 21:30 you are always in your quiet hours .* so I would never ask/);
  expect(quiet).toContain('`/nudge at 8:00`');
  expect(await predicted()).toBeNull();
  expect(await command(stage, 'UMENTEE', '/nudge at 8:00')).toContain('Next on');
  expect(await command(stage, 'UMENTEE', '/nudge quiet 18:00 to 7:00')).not.toContain('never');
});
