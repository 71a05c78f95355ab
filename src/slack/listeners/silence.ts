import type { App } from '@slack/bolt';
import { nextDues } from '../../domain/cadence';
import { keepRhythm } from '../../services/asking/keep-rhythm';
import { DATES_SAID } from '../../services/asking/set-cadence';
import { sortSilence } from '../../services/asking/silence';
import { listGoals } from '../../services/goals/goals';
import { busyView } from '../forms/busy';
import { openCheckInView } from '../forms/check-in';
import { goalList } from '../kit/goal-list';
import { ACTIONS, parseIdValue } from '../kit/ids';
import { known } from '../known';
import { onAction } from './edge';
import type { Desk } from './turn';

/** The five taps that sort a silence, and the rhythm that it slowed down. */
export function registerSilence(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.silence_busy, async (turn, value) => {
    const nudgeId = known(parseIdValue(value), 'nudge');
    await turn.openModal(async ({ context, actor, words }) => {
      await sortSilence(context, actor, nudgeId, 'busy');
      return busyView(words, { meta: { nudgeId } });
    });
  });

  onAction(app, desk, ACTIONS.silence_stuck, async (turn, value) => {
    const nudgeId = known(parseIdValue(value), 'nudge');
    await turn.openModal(async (asker) => {
      await sortSilence(asker.context, asker.actor, nudgeId, 'stuck');
      return openCheckInView(asker, { status: 'stuck' }, { onceKey: `silence-${nudgeId}` });
    });
  });

  onAction(app, desk, ACTIONS.silence_wrong_goal, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    await sortSilence(context, actor, known(parseIdValue(value), 'nudge'), 'wrong_goal');
    // Each goal with its buttons: change it, let it go, or keep it.
    await turn.say(goalList(words, await listGoals(context, actor)));
  });

  for (const answer of ['need_a_person', 'stop'] as const) {
    onAction(app, desk, ACTIONS[`silence_${answer}`], async (turn, value) => {
      const { context, actor, words } = await turn.asker();
      const told = await sortSilence(context, actor, known(parseIdValue(value), 'nudge'), answer);
      await turn.say(words.silenceThanks(answer, told));
    });
  }

  onAction(app, desk, ACTIONS.keep_rhythm, async (turn, value) => {
    const { context, actor, words } = await turn.asker();
    const cadence = await keepRhythm(context, actor, known(parseIdValue(value), 'nudge'));
    const { zone } = actor.member;
    await turn.say(words.cadenceSet(cadence, nextDues(cadence, zone, actor.now, DATES_SAID), zone));
  });
}
