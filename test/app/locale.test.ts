import {
  closeStages,
  command,
  fillIn,
  memberOf,
  openHome,
  openTestStage,
  pair,
  said,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../support/stage';

/** The language of a person, and the dates and clocks of where they are at home. */

let stage: TestStage;
beforeAll(async () => {
  stage = await openTestStage({
    populate(slack) {
      slack.addUser({ id: 'ULENA', name: 'lena', tz: 'Europe/Berlin', locale: 'de-DE' });
      slack.addUser({ id: 'UAMY', name: 'amy', tz: 'America/New_York', locale: 'en-US' });
    },
  });
  await pair(stage, 'UMENTOR', 'UAMY');
});
afterAll(closeStages);

it("a person's language is asked for when they are met, and kept", async () => {
  await command(stage, 'ULENA', '/goal');
  expect(await memberOf(stage, 'ULENA')).toMatchObject({ locale: 'de-DE' });
  expect(await memberOf(stage, 'UMENTOR')).toMatchObject({ locale: 'en-GB' });
});

it('whoever changes their language in Slack has it changed here, and reads it in the next answer', async () => {
  await command(stage, 'ULENA', '/nudge every Monday at 21:30');
  expect(await command(stage, 'ULENA', '/nudge next')).toContain('Next on Monday 1 February at 21:30');
  await stage.slack.changeUser('ULENA', { locale: 'en-US' });
  await stage.settled();
  expect(await memberOf(stage, 'ULENA')).toMatchObject({ locale: 'en-US' });
  expect(await command(stage, 'ULENA', '/nudge next')).toContain('Next on Monday, February 1 at 9:30 PM');
});

it('what each of a pair types, reads and fills in has the dates and clocks of where they are at home', async () => {
  const amy = async (line: string) => command(stage, 'UAMY', line);
  const grace = async (line: string) => command(stage, 'UMENTOR', line);
  // What is typed is read alike, in the one clock and in the other.
  expect(await amy('/nudge every Monday, Wednesday, and Friday at 21:30')).toContain(
    'every Monday, Wednesday, and Friday at 9:30 PM. Next on Monday, February 1; Wednesday, February 3; and Friday, February 5, 2027 (New York time).',
  );
  expect(await grace('/nudge every Monday, Wednesday and Friday at 9:30 pm')).toContain(
    'every Monday, Wednesday and Friday at 21:30. Next on Monday 1 February, Wednesday 3 February and Friday 5 February 2027 (London time).',
  );
  expect(await amy('/nudge quiet 22:00 to 7:00')).toContain('Quiet from 10:00 PM to 7:00 AM.');
  expect(await amy('/nudge away July 3 to July 14')).toContain(
    'from *Saturday, July 3, 2027* to *Wednesday, July 14, 2027* (12 days)',
  );
  expect(await amy('/nudge every blursday')).toContain('Try `/nudge weekly on Monday at 9:00 AM`.');
  expect(await grace('/nudge every blursday')).toContain('Try `/nudge weekly on Monday at 9:00`.');
  expect(await amy('/nudge preview')).toContain('• Monday, February 1; Wednesday, February 3; ');
  expect(await grace('/nudge preview')).toMatch(/• Monday 1 February, Wednesday 3 February, .* at 21:30/);
  expect(await amy('/goal add Become certified by 30 June 2027')).toContain('by June 30, 2027.');

  await amy('/checkin');
  const next = { next_step: 'book the exam', next_step_by: '2027-03-12' };
  await fillIn(stage, 'UAMY', { goal: 'none', status: 'on_track', text: 'Moving', ...next });
  await amy('/nudge every 3 weeks on Monday at 21:30');
  await amy('/nudge change');
  expect(wordsOf(stage.slack.view('UAMY'))).toContain('Keep it: every 3 weeks on Monday at 9:30 PM');
  await stage.slack.closeView('UAMY');
  expect(await openHome(stage, 'UAMY')).toContain('Next on Monday, February 1 at 9:30 PM');
  expect(await openHome(stage, 'UMENTOR')).toContain('Asked next on Tuesday 2 February at 2:30, your time.');

  const asked = await toNextNudge(stage, 'UAMY');
  expect(asked.text).toContain('by March 12, 2027');
  expect(wordsOf({ blocks: asked.blocks })).toContain('by March 12, 2027');
  await stage.advance(new Date('2027-02-05T15:00:00Z'));
  const [digest] = (await said(stage, 'UMENTOR', 'digest')).slice(-1);
  expect(wordsOf(digest ?? null)).toContain('by 12 March 2027');
  expect(wordsOf(digest ?? null)).toContain('by 30 June 2027');
});
