import type { HomeView } from '@slack/types';
import type { HomeFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { section } from '../kit/block-kit';
import { goalsOwn, openQuestion, recentWords, whenAsked, whyAsked } from './mentee';
import { digest, mentees, waiting } from './mentor';
import { agreements, asks, invitations, mentors, promises, shelf, start } from './people';
import { program } from './program';

/**
 * App Home by role: whom they answer first, then the program, then mentees, then oneself; every part only where it
 * applies. Each list has pages, so that all of it fits into a view whatever somebody is.
 */
export function home(words: Words, facts: HomeFacts): HomeView {
  const parts = facts.enrolled ? PARTS : [start];
  return {
    type: 'home',
    blocks: [...parts.flatMap((part) => part(words, facts)), section(words.helpWords('general'))],
  };
}

const PARTS = [
  invitations,
  program,
  asks,
  waiting,
  mentees,
  openQuestion,
  goalsOwn,
  promises,
  whenAsked,
  digest,
  mentors,
  agreements,
  shelf,
  recentWords,
  whyAsked,
];
