import type { App } from '@slack/bolt';
import { settleAsk } from '../../services/answering/ask';
import { answerMentor, askMentor } from '../../services/answering/drafts';
import { passMentorQuestion } from '../../services/asking/put-off-nudge';
import { openAskView } from '../forms/ask';
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
  onAction(app, desk, ACTIONS.offer_time, async (turn, value) => {
    await turn.openModal((asker) =>
      openWriteToView(
        asker,
        { responseId: known(parseIdValue(value), 'words') },
        { text: asker.words.timeOffer(), when: 'now' },
      ),
    );
  });
  onAction(app, desk, ACTIONS.ask_form, async (turn) => {
    await turn.openModal((asker) => openAskView(asker, {}));
  });
  onAction(app, desk, ACTIONS.ask_again, async (turn, value) => {
    const [mentorshipId, responseId] = known(parseTwoIdsValue(value), 'words');
    await turn.openModal((asker) => openAskView(asker, { mentorshipId, responseId }));
  });
  onAction(app, desk, ACTIONS.ask_helped, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    await turn.say(
      words.askHelped(await settleAsk(context, actor, known(parseIdValue(value), 'words'), 'helped')),
    );
  });
  onAction(app, desk, ACTIONS.ask_not_yet, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    const to = await settleAsk(context, actor, known(parseIdValue(value), 'words'), 'not_yet');
    await turn.say(words.askStaysOpen(to));
  });
  onAction(app, desk, ACTIONS.ask_let_go, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    await turn.say(
      words.askLetGo(await settleAsk(context, actor, known(parseIdValue(value), 'words'), 'let_go')),
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
