import type { HomeView, KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { ACTIONS } from '../kit/ids';
import { actions, button, header, section } from '../kit/block-kit';
import { goalsOwn, openQuestion, recentWords, rhythm, whyAsked } from './mentee';
import { invitations, menteesSeen, people, programs } from './people';

const BLOCKS_IN_HOME = 98;

/** What waits first, then what is next, then what was; every part only where it applies. */
export function home(facts: HomeFacts, words: Words): HomeView {
  const blocks = facts.enrolled
    ? enrolledBlocks(facts, words)
    : [...programs(facts, words), ...startBlocks(words)];
  const shown = blocks.slice(0, BLOCKS_IN_HOME);
  // What is cut off leaves no heading without a body.
  const body = shown.at(-1)?.type === 'header' ? shown.slice(0, -1) : shown;
  return { type: 'home', blocks: [...body, ...helpBlocks(facts, words)] };
}

function enrolledBlocks(facts: HomeFacts, words: Words): KnownBlock[] {
  return [
    ...invitations(facts, words),
    ...openQuestion(facts, words),
    ...rhythm(facts, words),
    ...goalsOwn(facts, words),
    ...menteesSeen(facts, words),
    ...people(facts, words),
    ...programs(facts, words),
    ...recentWords(facts, words),
    ...whyAsked(facts, words),
  ];
}

function startBlocks(words: Words): KnownBlock[] {
  return [
    header(words.HOME_HEADINGS.start),
    section(words.homeHello()),
    section(words.notEnrolledYet()),
    actions([button(words.BUTTONS.addGoal, ACTIONS.home_goal_add)]),
  ];
}

function helpBlocks({ enrolled }: HomeFacts, words: Words): KnownBlock[] {
  const help = section(words.helpWords('general'));
  return [enrolled ? { ...help, accessory: button(words.BUTTONS.settings, ACTIONS.open_settings) } : help];
}
