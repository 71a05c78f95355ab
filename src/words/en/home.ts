import { oneLine, safe } from '../mrkdwn';
import { capital, counted } from './phrases';

/** App Home. */

export const HOME_HEADINGS = {
  open: 'Open question',
  next: 'When I ask',
  goals: 'Your goals',
  recent: 'What you said lately',
  history: 'Why was I (not) asked?',
  proposals: 'Invitations',
  people: 'Your mentors and mentees',
  mentees: 'Your mentees',
  program: 'Your program',
  start: 'Welcome',
  help: 'Help',
} as const;

export function homeHello(): string {
  return 'I ask how a goal is going, gently, and keep what you say for those you choose.';
}

export function digestRhythm(cadence: string, next: string | null): string {
  return next === null ? `Your digest comes ${cadence}.` : `Your digest comes ${cadence}, next on ${next}.`;
}

export function goalsOf(titles: string): string {
  return titles === '' ? 'No open goal.' : `Goals: ${titles}`;
}

export function programLine(facts: {
  program: string;
  pairs: number;
  checkIns: number;
  quiet: number;
}): string {
  const name = `*${safe(oneLine(facts.program), 80)}*`;
  const quiet =
    facts.quiet === 0 ? '' : ` ${capital(counted(facts.quiet, 'person has', 'people have'))} been quiet.`;
  return `${name}: ${counted(facts.pairs, 'pair')}, ${counted(facts.checkIns, 'check-in')} in the last week.${quiet}`;
}

export function coordinatorHint(): string {
  return 'You see counts, never answers, unless a person shares one with the program.';
}

export function andMore(count: number): string {
  return `And ${count} more.`;
}
