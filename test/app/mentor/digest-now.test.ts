/** A mentor may have what is new at once; nothing of it is told again, and nothing is left out. */

import {
  click,
  closeStages,
  command,
  fillIn,
  logGoals,
  openTestStage,
  pair,
  said,
  toNextNudge,
  wordsOf,
} from '../../support/stage';

afterEach(closeStages);

it('comes to whoever asks, with what is new since the last, and the regular one begins where it ended', async () => {
  const stage = await openTestStage();
  expect(await command(stage, 'UOTHER', '/mentor digest now')).toContain('Only mentors');
  await pair(stage);
  await pair(stage, 'UMENTOR2');
  expect(await command(stage, 'UMENTOR', '/mentor digest now')).toContain('Nothing new was shared with you');
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  const answer = async (text: string) => {
    await toNextNudge(stage);
    await click(stage, 'UMENTEE', 'answer_words');
    await fillIn(stage, 'UMENTEE', { status: 'on_track', text });
  };
  const digests = async () => (await said(stage, 'UMENTOR', 'digest')).map(wordsOf);
  await answer('Booked the exam');
  expect(await command(stage, 'UMENTOR', '/mentor digest now')).toContain('Here it comes');
  const [, second, ...more] = await digests();
  expect(second).toMatch(/Friday 5 February to Monday 8 February[\s\S]*Booked the exam/);
  expect(more).toEqual([]);
  expect(await said(stage, 'UMENTOR2', 'digest')).toHaveLength(1);

  // What waits for a reply is nothing new, and stands in App Home.
  expect(await command(stage, 'UMENTOR', '/mentor digest now')).toContain(
    'Nothing new was shared with you since your digest of Monday 8 February at 15:00',
  );
  expect(await digests()).toHaveLength(2);
  await stage.advance(new Date('2027-02-12T22:00:00Z'));
  expect((await digests()).slice(2).join()).not.toContain('Booked the exam');
  expect((await said(stage, 'UMENTOR2', 'digest')).map(wordsOf).join()).toContain('Booked the exam');
  await answer('Passed it');
  await stage.advance(new Date('2027-02-19T16:00:00Z'));
  expect((await digests()).at(-1)).toContain('Passed it');
});
