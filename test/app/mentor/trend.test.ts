/** How it goes in a few words beside the name, from what this mentor may read; and calm weeks that do not bore. */

import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  fillIn,
  nudges,
  openTestStage,
  pair,
  said,
  toNextNudge,
  wordsOf,
} from '../../support/stage';

afterEach(closeStages);

it('a trend is told of three answers or more, and nothing private is in it', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await ask(stage, 'UMENTEE', ['Read more poems']);
  const shown: string[] = [];
  for (const [week, answer] of [
    'on_track',
    'stuck',
    'private',
    'on_track',
    'on_track',
    'on_track',
  ].entries()) {
    if (week > 0) await toNextNudge(stage);
    const { ts } = (await nudges(stage)).at(-1) ?? { ts: '' };
    await click(stage, 'UMENTEE', 'answer_words', { ts });
    const values =
      answer === 'private' ? { status: 'stuck', text: 'Sh', audience: 'self' } : { status: answer };
    await fillIn(stage, 'UMENTEE', values);
    await stage.advance(new Date(Date.parse('2027-02-12T15:00:00Z') + week * 7 * 86_400_000));
    const digest = wordsOf((await said(stage, 'UMENTOR', 'digest')).at(-1) ?? null);
    shown.push(/<@UMENTEE>\* · (.*)/.exec(digest)?.[1] ?? '');
  }
  expect(await checkInsOf(stage)).toHaveLength(6);
  expect(shown).toEqual([
    '',
    '',
    '',
    'on track in 2 of the last 3 answers',
    'on track in 3 of the last 4 answers',
    'on track in 3 of the last 4 answers',
  ]);
});

it('calm weeks that follow one another are not told in the same words', async () => {
  const stage = await openTestStage();
  await pair(stage);
  await command(stage, 'UMENTEE', '/nudge stop');
  await stage.advance(new Date('2027-03-05T15:00:00Z'));
  const lines = (await said(stage, 'UMENTOR', 'digest')).map(({ text }) => text.split('\n')[2]);
  expect(lines).toHaveLength(5);
  expect(new Set(lines).size).toBe(5);
});
