import type { KnownBlock } from '@slack/types';
import type { AskedQuestion } from '../../domain/facts';
import type { HomeFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { ACTIONS, audienceBlock } from '../kit/ids';
import { audienceSelect } from '../kit/audience-select';
import { actions, button, context, header, section } from '../kit/block-kit';
import { goalMenus } from '../kit/goal-list';
import { mentorQuestionBlocks } from '../kit/mentor-question-blocks';
import { isOpenQuestion, putOffMenu, questionBlocks, QUESTIONS_ASKED } from '../kit/question-blocks';
import { openBarrier } from '../kit/barrier-blocks';
import { openStep } from '../kit/promise-blocks';
import { paged } from './paged';

/** What App Home shows of oneself: the open question, goals, when one is asked, and what was said last. */

const HISTORY_SHOWN = 5;

/** The questions of the open nudge while something in it waits for an answer; none when all is said. */
function waitingQuestions({ open }: HomeFacts): readonly AskedQuestion[] {
  const asked = open?.questions.slice(0, QUESTIONS_ASKED) ?? [];
  return asked.some(isOpenQuestion) || open?.ofMentor?.state === 'open' ? asked : [];
}

export function openQuestion(words: Words, facts: HomeFacts): KnownBlock[] {
  const { open } = facts;
  const asked = waitingQuestions(facts);
  if (open === null || asked.length === 0) return [];
  return [
    header(words.HOME_HEADINGS.open),
    ...(open.ofMentor === null ? [] : mentorQuestionBlocks(words, open.ofMentor, true)),
    ...asked.flatMap((question) => questionBlocks(words, open.nudgeId, question, true)),
    putOffMenu(words, open.nudgeId),
    context(words.willRead(open.readers, open.audience)),
  ];
}

export function goalsOwn(words: Words, { goals, barriers, steps, isMentor }: HomeFacts): KnownBlock[] {
  const { goals: heading } = words.HOME_HEADINGS;
  return [
    ...(goals.total === 0
      ? [header(heading), section(words.noGoalYet(isMentor))]
      : paged(words, 'goals', heading, goals, (rows) => goalMenus(words, rows))),
    ...barriers.map((barrier) => openBarrier(words, barrier)),
    ...steps.map((step) => openStep(words, step)),
    actions([
      button(words.BUTTONS.addGoal, ACTIONS.home_goal_add),
      button(words.BUTTONS.checkIn, ACTIONS.home_check_in),
    ]),
  ];
}

/** When they are really asked; nothing for somebody who is not asked at all, and has no goal to be asked about. */
export function whenAsked(
  words: Words,
  { next, zone, paused, cadence, stopped, goals, mentors }: HomeFacts,
): KnownBlock[] {
  if (cadence === null && goals.total === 0 && mentors.total === 0) return [];
  const isResting = stopped || paused !== null;
  return [
    header(words.HOME_HEADINGS.next),
    section(words.askedNext({ next, zone, paused, cadence, stopped })),
    actions([
      button(words.BUTTONS.changeRhythm, ACTIONS.home_cadence),
      ...(cadence === null
        ? []
        : [
            isResting
              ? button(words.BUTTONS.resume, ACTIONS.home_resume)
              : button(words.BUTTONS.pause, ACTIONS.home_pause),
          ]),
      button(words.BUTTONS.settings, ACTIONS.open_settings),
    ]),
  ];
}

/** A check-in that stands under the open question already is not shown twice. */
export function recentWords(words: Words, facts: HomeFacts): KnownBlock[] {
  const above = new Set(waitingQuestions(facts).map(({ answer }) => answer?.checkInId));
  const shown = facts.recent.filter(({ id }) => !above.has(id));
  if (shown.length === 0) return [];
  return [
    header(words.HOME_HEADINGS.recent),
    ...shown.map((checkIn) => ({
      ...section(
        words.dated(words.localDate(checkIn.saidAt, facts.zone), words.checkInLine(checkIn)),
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
