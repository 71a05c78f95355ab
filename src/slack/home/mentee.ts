import type { KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../domain/message';
import { ACTIONS, audienceBlock } from '../kit/ids';
import { localDate } from '../../words/mrkdwn';
import { willRead } from '../../words/en/audience';
import { nextNudge } from '../../words/en/cadence';
import { checkInLine, dated } from '../../words/en/check-ins';
import { moreGoals, noGoalsYet } from '../../words/en/goals';
import { HOME_HEADINGS } from '../../words/en/home';
import { BUTTONS } from '../../words/en/labels';
import { whyLine } from '../../words/en/reasons';
import { audienceSelect } from '../kit/audience-select';
import { actions, button, context, header, section } from '../kit/block-kit';
import { goalBlocks } from '../kit/goal-list';
import { QUESTIONS_ASKED } from '../views/nudge-message';
import { questionBlocks } from '../kit/question-blocks';

const GOALS_SHOWN = 12;
const RECENT_SHOWN = 5;
const HISTORY_SHOWN = 5;

export function openQuestion({ open }: HomeFacts): KnownBlock[] {
  if (open === null || open.questions.length === 0) return [];
  const asked = open.questions.slice(0, QUESTIONS_ASKED);
  const isWaiting = asked.some(({ answer }) => answer === null);
  return [
    header(HOME_HEADINGS.open),
    ...asked.flatMap((question) => questionBlocks(open.nudgeId, question, true)),
    ...(isWaiting ? [context(willRead(open.readers, open.audience))] : []),
  ];
}

export function rhythm({ next, zone, paused, cadence, stopped }: HomeFacts): KnownBlock[] {
  const isResting = stopped || paused !== null;
  return [
    header(HOME_HEADINGS.next),
    section(nextNudge({ next, zone, paused, cadence, stopped })),
    actions([
      button(BUTTONS.checkIn, ACTIONS.home_check_in),
      button(BUTTONS.changeRhythm, ACTIONS.home_cadence),
      isResting ? button(BUTTONS.resume, ACTIONS.home_resume) : button(BUTTONS.pause, ACTIONS.home_pause),
    ]),
  ];
}

export function goalsOwn({ goals }: HomeFacts): KnownBlock[] {
  const open = goals.filter(({ state }) => state === 'active');
  const more = open.length - GOALS_SHOWN;
  return [
    header(HOME_HEADINGS.goals),
    ...(open.length === 0 ? [section(noGoalsYet())] : goalBlocks(open.slice(0, GOALS_SHOWN))),
    ...(more > 0 ? [context(moreGoals(more))] : []),
    actions([button(BUTTONS.addGoal, ACTIONS.home_goal_add)]),
  ];
}

/** A check-in that stands under the open question already is not shown twice. */
export function recentWords({ recent, open, zone }: HomeFacts): KnownBlock[] {
  const above = new Set(open?.questions.slice(0, QUESTIONS_ASKED).map(({ answer }) => answer?.checkInId));
  const shown = recent.filter(({ id }) => !above.has(id)).slice(0, RECENT_SHOWN);
  if (shown.length === 0) return [];
  return [
    header(HOME_HEADINGS.recent),
    ...shown.map((checkIn) => ({
      ...section(
        dated(localDate(checkIn.saidAt, zone), checkInLine(checkIn)),
        audienceSelect(checkIn.id, checkIn.audience),
      ),
      block_id: audienceBlock(checkIn.id, checkIn.audience),
    })),
  ];
}

export function whyAsked({ history, zone }: HomeFacts): KnownBlock[] {
  if (history.length === 0) return [];
  const lines = history.slice(0, HISTORY_SHOWN).map((record) => whyLine(record, zone));
  return [
    header(HOME_HEADINGS.history),
    section(lines.join('\n'), button(BUTTONS.allOfIt, ACTIONS.home_why)),
  ];
}
