import {
  memberOf,
  checkInsOf,
  click,
  closeStages,
  fillIn,
  HOUR,
  logGoals,
  nudgeRecords,
  openHome,
  openTestStage,
  pair,
  say,
  wordsOf,
  lastMessage,
  type TestStage,
} from '../support/stage';

/** A question that Slack has posted and not answered for: what stands on it about its readers holds all the same. */

afterEach(closeStages);

/** The question stands in the DM; the bot does not know, and cannot look. */
async function askedUnknown(stage: TestStage, goals: readonly string[]): Promise<string> {
  await logGoals(stage, 'UMENTEE', goals);
  const due = await stage.nextDue();
  if (!due) throw new Error('Nothing is due');
  await stage.advance(new Date(due.getTime() - HOUR));
  stage.slack.arm({ kind: 'timeout_after_accept', method: 'chat.postMessage' });
  stage.slack.arm({ kind: 'http_500', method: 'conversations.history', times: 99 });
  await stage.advance(due);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'sending' }]);
  return wordsOf(lastMessage(stage, 'UMENTEE'));
}

async function setDefault(stage: TestStage, audience: string): Promise<void> {
  await openHome(stage, 'UMENTEE');
  await stage.slack.click('UMENTEE', { actionId: 'open_settings' });
  await stage.bot.idle();
  await fillIn(stage, 'UMENTEE', { audience });
}

it('a default made wider meanwhile does not reach the answer to it', async () => {
  const stage = await openTestStage({ mayFail: true });
  await pair(stage);
  await setDefault(stage, 'self');
  expect(await askedUnknown(stage, ['Become certified'])).toContain('Only you');
  await setDefault(stage, 'mentor');
  await click(stage, 'UMENTEE', 'answer_on_track');
  expect(await checkInsOf(stage)).toMatchObject([{ audience: 'self', sharedWith: [] }]);
});

it('a mentor who comes meanwhile does not read the answer to it', async () => {
  const stage = await openTestStage({ mayFail: true });
  await pair(stage);
  expect(await askedUnknown(stage, ['Become certified'])).toContain('<@UMENTOR>');
  await stage.slack.command('UMENTOR2', '/mentor', 'invite @UMENTEE');
  await stage.settled();
  await click(stage, 'UMENTEE', 'proposal_accept');
  await say(stage, 'UMENTEE', 'Two chapters read');
  const { id } = await memberOf(stage, 'UMENTEE');
  const [first] = await stage.store.mentorships.currentOfMentee(id);
  expect(await checkInsOf(stage)).toMatchObject([{ audience: 'mentor', sharedWith: [first?.id] }]);
});

it('an answer that overtakes the send keeps the readers for the questions that are left', async () => {
  const stage = await openTestStage({ mayFail: true });
  await pair(stage);
  await askedUnknown(stage, ['Become certified', 'Present at a meeting']);
  await say(stage, 'UMENTEE', 'Two chapters read');
  await setDefault(stage, 'program');
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'answered', audience: 'mentor' }]);
  await say(stage, 'UMENTEE', 'And the room is booked');
  expect((await checkInsOf(stage)).map(({ audience }) => audience)).toEqual(['mentor', 'mentor']);
});
