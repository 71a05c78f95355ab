/** A goal that was reached, opened again and reached again: each occasion is told of by itself. */

import {
  click,
  closeStages,
  command,
  HOUR,
  logGoals,
  openTestStage,
  pair,
  pass,
  said,
  wordsOf,
} from '../../support/stage';

afterEach(closeStages);

it('the mentor hears that it was opened again, and the next time is news of its own', async () => {
  const stage = await openTestStage();
  await pair(stage);
  const news = async () => (await said(stage, 'UMENTOR', 'goal_news')).map(wordsOf);
  const receipts = async () => (await said(stage, 'UMENTEE', 'goal_reached')).map(wordsOf);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/goal done 1');
  await pass(stage, HOUR);
  await click(stage, 'UMENTOR', 'congratulate');

  await command(stage, 'UMENTEE', '/goal reopen 1');
  expect(await news()).toEqual([expect.stringMatching(/reached \*Become certified\*[^]*It is open again/)]);
  expect((await news())[0]).toContain('You congratulated');

  await command(stage, 'UMENTEE', '/goal done 1');
  expect((await news())[0]).toContain('It is open again');
  await pass(stage, HOUR);
  const [first, second] = await news();
  expect(first).toContain('It is open again');
  expect(second).toMatch(/reached \*Become certified\*/);
  expect(second).not.toMatch(/congratulated|open again/);
  expect(await receipts()).toEqual([
    expect.stringContaining('open again'),
    expect.stringContaining('You reached *Become certified*'),
  ]);
  await click(stage, 'UMENTOR', 'congratulate');
  expect(await said(stage, 'UMENTEE', 'congratulation')).toHaveLength(2);
  expect((await news())[1]).toContain('You congratulated');
});
