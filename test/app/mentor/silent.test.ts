/** Those of whom a mentor hears nothing: asked, not asked and away are told apart; private and silent are not. */

import {
  click,
  closeStages,
  command,
  fillIn,
  logGoals,
  memberOf,
  messageWith,
  openTestStage,
  pair,
  said,
  wordsOf,
} from '../../support/stage';

afterEach(closeStages);

it('whoever answered privately, or skipped, reads like whoever was silent, and each can be written to', async () => {
  const stage = await openTestStage();
  for (const user of ['UMENTEE', 'UMENTEE2', 'UOTHER', 'UCOORD', 'UMENTOR2']) {
    await pair(stage, 'UMENTOR', user);
    await logGoals(stage, user, ['Read more poems']);
  }
  await command(stage, 'UCOORD', '/nudge stop');
  await command(stage, 'UMENTOR2', '/nudge away 2 February to 20 February');
  await stage.advance(new Date('2027-02-08T20:00:00Z'));
  await click(stage, 'UMENTEE2', 'answer_words');
  await fillIn(stage, 'UMENTEE2', { text: 'Only for me', audience: 'self' });
  await command(stage, 'UOTHER', '/nudge skip');
  await stage.advance(new Date('2027-02-12T16:00:00Z'));

  const digest = wordsOf((await said(stage, 'UMENTOR', 'digest')).at(-1) ?? null);
  for (const user of ['UMENTEE', 'UMENTEE2', 'UOTHER']) {
    expect(digest).toContain(`*<@${user}>* · asked once, nothing shared with you this time`);
  }
  expect(digest).toContain('Not asked this time: <@UCOORD>');
  expect(digest).toContain('Away: <@UMENTOR2>');

  const { id: menteeId } = await memberOf(stage, 'UMENTEE2');
  const pairing = await stage.database.prisma.mentorship.findFirstOrThrow({ where: { menteeId } });
  const { ts } = messageWith(stage, 'UMENTOR', 'write_to');
  await click(stage, 'UMENTOR', 'write_to', { ts, value: pairing.id });
  await fillIn(stage, 'UMENTOR', { text: 'How are you?' });
  expect((await said(stage, 'UMENTEE2', 'words')).map(wordsOf).join()).toContain('> How are you?');
  expect(await said(stage, 'UMENTEE', 'words')).toEqual([]);
});
