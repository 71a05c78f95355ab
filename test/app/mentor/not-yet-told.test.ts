/** A goal that was reached minutes before the digest stands in the next one: until then it may be taken back. */

import {
  ask,
  click,
  closeStages,
  command,
  fillIn,
  logGoals,
  openHome,
  openTestStage,
  pair,
  said,
  wordsOf,
} from '../../support/stage';

afterEach(closeStages);

it('neither digest nor Home shows it within its ten minutes, and the next digest has it all', async () => {
  const stage = await openTestStage();
  await pair(stage);
  const digest = async () => wordsOf((await said(stage, 'UMENTOR', 'digest')).at(-1) ?? null);
  const { ts } = await ask(stage, 'UMENTEE', ['Run a workshop']);
  await logGoals(stage, 'UMENTEE', ['Learn to sail', 'Present at a meeting']);
  await command(stage, 'UMENTEE', '/goal done 3');
  await stage.advance(new Date('2027-02-12T14:54:00Z'));
  await click(stage, 'UMENTEE', 'answer_words', { ts });
  await fillIn(stage, 'UMENTEE', { status: 'done', text: 'Passed today' });
  await command(stage, 'UMENTEE', '/goal done 2');

  await stage.advance(new Date('2027-02-12T15:00:00Z'));
  expect(await digest()).toContain('12 February');
  expect(await digest()).toContain('Present at a meeting');
  for (const shown of [await digest(), await openHome(stage, 'UMENTOR')]) {
    expect(shown).not.toMatch(/Passed today|Learn to sail|Run a workshop/);
  }

  await click(stage, 'UMENTEE', 'goal_tell_now');
  await stage.advance(new Date('2027-02-19T15:00:00Z'));
  expect(await digest()).toContain('19 February');
  expect(await digest()).toMatch(/Reached_\n• \*Run a workshop\*\n• \*Learn to sail\*/);
  expect(await digest()).toContain('Passed today');
  expect(await digest()).not.toContain('Present at a meeting');
});
