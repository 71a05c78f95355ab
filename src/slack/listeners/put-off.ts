import type { App } from '@slack/bolt';
import { parseMoment } from '../../domain/reading/moment';
import { Refused } from '../../domain/refusal';
import { passQuestion, snoozeNudge } from '../../services/asking/put-off-nudge';
import { rhythmOf } from '../../services/asking/set-cadence';
import { speakerOf } from '../../services/people/speaker';
import { skipView } from '../forms/skip';
import { snoozeView } from '../forms/snooze';
import { ACTIONS, parseMoreValue, parseQuestionValue } from '../kit/ids';
import { known } from '../known';
import { onAction } from './edge';
import type { Desk } from './turn';

/** The buttons and the form that put a nudge off. */

const MOMENTS = {
  snooze_later: 'later today',
  snooze_tomorrow: 'tomorrow',
  snooze_next_week: 'next week',
} as const;

/** The menu beside a question: later, on a day, or not this time; and the button that lets one question go by. */
export function registerPutOff(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.nudge_more, async (turn, value) => {
    const { choice, nudgeId } = known(parseMoreValue(value), 'nudge');
    const meta = { nudgeId };
    if (choice === 'snooze_date') {
      await turn.openModal(({ words }) => snoozeView(words, { meta }));
      return;
    }
    if (choice === 'skip') {
      await turn.openModal(({ words }) => skipView(words, { meta }));
      return;
    }
    const { context, actor } = await turn.asker();
    const morning = (await rhythmOf(context, actor))?.start.slice(11);
    const parsed = parseMoment(MOMENTS[choice], speakerOf(actor), morning);
    if (!parsed.ok) throw new Refused({ code: 'moment_not_understood', heard: MOMENTS[choice] });
    await snoozeNudge(context, actor, nudgeId, parsed.at);
  });

  onAction(app, desk, ACTIONS.pass_question, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await passQuestion(context, actor, known(parseQuestionValue(value), 'nudge'));
  });
}
