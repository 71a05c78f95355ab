import type { KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { ACTIONS, audienceBlock } from '../kit/ids';
import { audienceSelect } from '../kit/audience-select';
import { actions, button, context, header, section } from '../kit/block-kit';
import { goalBlocks } from '../kit/goal-list';
import { isOpenQuestion, putOffMenu, questionBlocks, QUESTIONS_ASKED } from '../kit/question-blocks';

/** What App Home shows of oneself: the open question, goals, rhythm, and what was said last. */

const GOALS_SHOWN = 12;
const RECENT_SHOWN = 5;
const HISTORY_SHOWN = 5;

export function openQuestion(words: Words, { open }: HomeFacts): KnownBlock[] {
  const asked = open?.questions.slice(0, QUESTIONS_ASKED) ?? [];
  if (open === null || !asked.some(isOpenQuestion)) return [];
  return [
    header(words.HOME_HEADINGS.open),
    ...asked.flatMap((question) => questionBlocks(words, open.nudgeId, question, true)),
    putOffMenu(words, open.nudgeId),
    context(words.willRead(open.readers, open.audience)),
  ];
}

export function rhythm(words: Words, { next, zone, paused, cadence, stopped }: HomeFacts): KnownBlock[] {
  const isResting = stopped || paused !== null;
  return [
    header(words.HOME_HEADINGS.next),
    section(words.nextNudge({ next, zone, paused, cadence, stopped })),
    actions([
      button(words.BUTTONS.checkIn, ACTIONS.home_check_in),
      button(words.BUTTONS.changeRhythm, ACTIONS.home_cadence),
      isResting
        ? button(words.BUTTONS.resume, ACTIONS.home_resume)
        : button(words.BUTTONS.pause, ACTIONS.home_pause),
    ]),
  ];
}

export function goalsOwn(words: Words, { goals }: HomeFacts): KnownBlock[] {
  const open = goals.filter(({ state }) => state === 'active');
  const more = open.length - GOALS_SHOWN;
  return [
    header(words.HOME_HEADINGS.goals),
    ...(open.length === 0 ? [section(words.noGoalsYet())] : goalBlocks(words, open.slice(0, GOALS_SHOWN))),
    ...(more > 0 ? [context(words.moreGoals(more))] : []),
    actions([button(words.BUTTONS.addGoal, ACTIONS.home_goal_add)]),
  ];
}

/** A check-in that stands under the open question already is not shown twice. */
export function recentWords(words: Words, { recent, open, zone }: HomeFacts): KnownBlock[] {
  const asked = open?.questions.slice(0, QUESTIONS_ASKED) ?? [];
  const above = new Set(asked.some(isOpenQuestion) ? asked.map(({ answer }) => answer?.checkInId) : []);
  const shown = recent.filter(({ id }) => !above.has(id)).slice(0, RECENT_SHOWN);
  if (shown.length === 0) return [];
  return [
    header(words.HOME_HEADINGS.recent),
    ...shown.map((checkIn) => ({
      ...section(
        words.dated(words.localDate(checkIn.saidAt, zone), words.checkInLine(checkIn)),
        audienceSelect(words, checkIn.id, checkIn.audience),
      ),
      block_id: audienceBlock(checkIn.id, checkIn.audience),
    })),
  ];
}

export function whyAsked(words: Words, { history, zone }: HomeFacts): KnownBlock[] {
  if (history.length === 0) return [];
  const lines = history.slice(0, HISTORY_SHOWN).map((record) => words.whyLine(record, zone));
  return [
    header(words.HOME_HEADINGS.history),
    section(lines.join('\n'), button(words.BUTTONS.allOfIt, ACTIONS.home_why)),
  ];
}
