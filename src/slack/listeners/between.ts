import type { App } from '@slack/bolt';
import { answerMentor, askMentor } from '../../services/answering/drafts';
import { passMentorQuestion } from '../../services/asking/put-off-nudge';
import { openWriteToView } from '../forms/write-to';
import { ACTIONS, parseIdValue, parseTwoIdsValue } from '../kit/ids';
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
    const [draftId, mentorId] = known(parseTwoIdsValue(value), 'check_in');
    await askMentor(context, actor, draftId, mentorId);
  });
  onAction(app, desk, ACTIONS.answer_mentor, async (turn, value) => {
    const { context, actor } = await turn.asker();
    const [draftId, questionId] = known(parseTwoIdsValue(value), 'check_in');
    await answerMentor(context, actor, draftId, questionId);
  });
  onAction(app, desk, ACTIONS.pass_mentor_question, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await passMentorQuestion(context, actor, known(parseIdValue(value), 'words'));
  });
}
