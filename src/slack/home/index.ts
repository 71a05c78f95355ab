import type { HomeView, KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../domain/message';
import { ACTIONS } from '../kit/ids';
import { helpWords } from '../../words/en/help';
import { HOME_HEADINGS, homeHello } from '../../words/en/home';
import { BUTTONS } from '../../words/en/labels';
import { notEnrolledYet } from '../../words/en/mentorship';
import { actions, button, header, section } from '../kit/block-kit';
import { goalsOwn, openQuestion, recentWords, rhythm, whyAsked } from './mentee';
import { invitations, menteesSeen, people, programs } from './people';

const BLOCKS_IN_HOME = 98;

/** What waits first, then what is next, then what was; every part only where it applies. */
export function home(facts: HomeFacts): HomeView {
  const blocks = facts.enrolled ? enrolledBlocks(facts) : [...programs(facts), ...startBlocks()];
  const shown = blocks.slice(0, BLOCKS_IN_HOME);
  // What is cut off leaves no heading without a body.
  const body = shown.at(-1)?.type === 'header' ? shown.slice(0, -1) : shown;
  return { type: 'home', blocks: [...body, ...helpBlocks(facts)] };
}

function enrolledBlocks(facts: HomeFacts): KnownBlock[] {
  return [
    ...invitations(facts),
    ...openQuestion(facts),
    ...rhythm(facts),
    ...goalsOwn(facts),
    ...menteesSeen(facts),
    ...people(facts),
    ...programs(facts),
    ...recentWords(facts),
    ...whyAsked(facts),
  ];
}

function startBlocks(): KnownBlock[] {
  return [
    header(HOME_HEADINGS.start),
    section(homeHello()),
    section(notEnrolledYet()),
    actions([button(BUTTONS.addGoal, ACTIONS.home_goal_add)]),
  ];
}

function helpBlocks({ enrolled }: HomeFacts): KnownBlock[] {
  const help = section(helpWords('general'));
  return [enrolled ? { ...help, accessory: button(BUTTONS.settings, ACTIONS.open_settings) } : help];
}
