import type { HomeView, KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { ACTIONS } from '../kit/ids';
import { actions, button, header, section } from '../kit/block-kit';
import { goalsOwn, openQuestion, recentWords, rhythm, whyAsked } from './mentee';
import { invitations, menteesSeen, people, programs } from './people';

/** App Home: its sections by role, within the limits of a view. */

const BLOCKS_IN_HOME = 98;

/** What waits first, then what is next, then what was; every part only where it applies. */
export function home(words: Words, facts: HomeFacts): HomeView {
  const blocks = facts.enrolled
    ? enrolledBlocks(words, facts)
    : [...programs(words, facts), ...startBlocks(words)];
  const shown = blocks.slice(0, BLOCKS_IN_HOME);
  // What is cut off leaves no heading without a body.
  const body = shown.at(-1)?.type === 'header' ? shown.slice(0, -1) : shown;
  return { type: 'home', blocks: [...body, ...helpBlocks(words, facts)] };
}

function enrolledBlocks(words: Words, facts: HomeFacts): KnownBlock[] {
  return [
    ...invitations(words, facts),
    ...openQuestion(words, facts),
    ...rhythm(words, facts),
    ...goalsOwn(words, facts),
    ...menteesSeen(words, facts),
    ...people(words, facts),
    ...programs(words, facts),
    ...recentWords(words, facts),
    ...whyAsked(words, facts),
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

function helpBlocks(words: Words, { enrolled }: HomeFacts): KnownBlock[] {
  const help = section(words.helpWords('general'));
  return [enrolled ? { ...help, accessory: button(words.BUTTONS.settings, ACTIONS.open_settings) } : help];
}
