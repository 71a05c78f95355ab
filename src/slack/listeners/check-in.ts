import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { answerNudge, changeAudience } from '../../services/answering/record-check-in';
import { fileCheckIn, letGoOfDraft } from '../../services/answering/drafts';
import { tellStuck } from '../../services/answering/tell-stuck';
import { asTyped } from '../../words/mrkdwn';
import { answerQuestionView } from '../forms/answer';
import { openCheckInView } from '../forms/check-in';
import { openPromiseView } from '../forms/promise';
import * as ids from '../kit/ids';
import { ACTIONS, SHORTCUTS, type Meta } from '../kit/ids';
import { known } from '../known';
import { onAction, onCommand, onShortcut } from './edge';
import type { Desk, Turn } from './turn';

/** Answers: by button, by form, with `/checkin`, from a shortcut; who reads them, and what they are about. */
export function registerCheckIn(app: App, desk: Desk): void {
  onCommand(app, desk, '/checkin', async (turn, text) =>
    text.toLowerCase() === 'help'
      ? turn.say((await turn.words()).helpWords('checkin'))
      : openForm(turn, text === '' ? null : asTyped(text)),
  );
  onAction(app, desk, ACTIONS.home_check_in, (turn) => openForm(turn, null));
  onShortcut<GlobalShortcut>(app, desk, SHORTCUTS.share_progress, (turn) => openForm(turn, null));
  onShortcut<MessageShortcut>(
    app,
    desk,
    SHORTCUTS.save_as_check_in,
    async (turn, { message, channel, user }) => {
      if (isOfBot(message, user.id)) {
        await turn.openModal((asker) => openCheckInView(asker, {}, {}, asker.words.botsWords()));
        return;
      }
      await openForm(turn, asTyped(message.text ?? ''), { channel: channel.id, ts: message.ts });
    },
  );

  for (const status of ['on_track', 'stuck', 'done'] as const) {
    onAction(app, desk, ACTIONS[`answer_${status}`], async (turn, value) => {
      const { context, actor } = await turn.asker();
      const question = known(ids.parseQuestionValue(value), 'nudge');
      await answerNudge(context, actor, { ...question, status, audience: null });
    });
  }
  onAction(app, desk, ACTIONS.answer_words, async (turn, value) => {
    await turn.openModal((asker) => answerQuestionView(asker, known(ids.parseQuestionValue(value), 'nudge')));
  });

  onAction(app, desk, ACTIONS.next_step_edit, async (turn, value) => {
    const checkInId = known(ids.parseIdValue(value), 'check_in');
    await turn.openModal((asker) => openPromiseView(asker, { checkInId }));
  });

  onAction(app, desk, ACTIONS.tell_stuck, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await tellStuck(context, actor, known(ids.parseIdValue(value), 'check_in'));
  });
  onAction(app, desk, ACTIONS.change_audience, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    const { checkInId, audience } = known(ids.parseAudienceValue(value), 'check_in');
    const readers = await changeAudience(context, actor, checkInId, audience);
    await turn.say(words.audienceChanged(readers, audience));
  });
  onAction(app, desk, ACTIONS.choose_goal, async (turn, value) => {
    const { context, actor } = await turn.asker();
    const { checkInId, goalId } = known(ids.parseGoalChoiceValue(value), 'check_in');
    await fileCheckIn(context, actor, checkInId, goalId === 'none' ? null : goalId);
  });
  onAction(app, desk, ACTIONS.let_go_draft, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await letGoOfDraft(context, actor, known(ids.parseIdValue(value), 'check_in'));
  });
}

/** Whether a bot wrote it, ours or another; what an app sends in the person's own name is theirs. */
function isOfBot({ user, bot_id: botId }: MessageShortcut['message'], own: string): boolean {
  return user !== own && (user === undefined || typeof botId === 'string');
}

async function openForm(turn: Turn, text: string | null, origin: Meta = {}): Promise<void> {
  await turn.openModal((asker) => openCheckInView(asker, { text }, origin));
}
