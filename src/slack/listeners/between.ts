import type { App } from '@slack/bolt';
import { askMentor } from '../../services/answering/drafts';
import { openWriteToView } from '../forms/write-to';
import { ACTIONS, parseAskMentorValue, parseIdValue } from '../kit/ids';
import { known } from '../known';
import { onAction } from './edge';
import type { Desk } from './turn';

/** Words from one person to another: a reply, a note, a question. */
export function registerBetween(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.reply_to, async (turn, value) => {
    await turn.openModal((asker) =>
      openWriteToView(asker, { responseId: known(parseIdValue(value), 'words') }),
    );
  });
  onAction(app, desk, ACTIONS.write_to, async (turn, value) => {
    await turn.openModal((asker) =>
      openWriteToView(asker, { mentorshipId: known(parseIdValue(value), 'mentorship') }),
    );
  });
  onAction(app, desk, ACTIONS.ask_mentor, async (turn, value) => {
    const { context, actor } = await turn.asker();
    const { draftId, mentorId } = known(parseAskMentorValue(value), 'check_in');
    await askMentor(context, actor, draftId, mentorId);
  });
}
