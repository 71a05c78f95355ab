import { titled } from './phrases';

/** Titles of forms: at most 24 characters. */
export const FORM_TITLES = {
  newGoal: 'A new goal',
  editGoal: 'Change a goal',
  dropGoal: 'Let a goal go',
  words: 'A few words',
  checkIn: 'Check in',
  encourage: 'Answer a check-in',
  writeTo: 'A few words',
  snooze: 'Ask me later',
  skip: 'Skip this time',
  busy: 'When to come back',
  cadence: 'When I ask',
  settings: 'Settings',
} as const;

export const FIELDS = {
  title: 'What is the goal?',
  titlePlaceholder: 'Become certified',
  why: 'Why does it matter to you?',
  measure: 'How will you know that it is reached?',
  targetDate: 'By when?',
  stretch: 'A stretch goal?',
  stretchOption: 'This one is a stretch for me',
  reason: 'Why, if you would like to say',
  goal: 'Which goal?',
  status: 'How is it going?',
  text: 'In your words',
  textHint: 'What moved, what is in the way, what would help',
  audience: 'Who reads it?',
  goalAudience: 'Who may know of this goal?',
  draft: 'Choose one',
  message: 'Your words',
  ownWords: 'Or in your own words',
  ownWordsHint: 'What you write here goes instead of the choice above',
  until: 'Ask me again on',
  busyUntil: 'Come back on',
  rhythm: 'How often?',
  weekday: 'On which days?',
  weekdayHint: 'For a week or two weeks. Monthly is the first such day of the month',
  time: 'At what time?',
  workingDays: 'On which days may I ask?',
  quietFrom: 'Quiet from',
  quietTo: 'Quiet until',
  quietHint: 'Leave both empty for none',
  country: 'Public holidays of',
  region: 'In which part?',
  noPlace: 'No place: do not look at holidays',
  wholeCountry: 'The whole country',
  budget: 'How often a week may I ask, at most?',
  defaultAudience: 'Who reads an answer, unless you choose otherwise?',
} as const;

export function dropQuestion(title: string): string {
  return `Letting ${titled(title)} go is a decision, and may well be the right one. What you said about it is kept.`;
}

export function skipWords(): string {
  return 'Skipping is fine, and needs no reason.';
}

export function busyWords(): string {
  return 'I will not ask until then. `/nudge resume` brings me back sooner.';
}

export function suggestedPlace(country: string): string {
  return `Your clock suggests ${country}. Choose it only if it fits.`;
}

export function keptRhythm(cadence: string): string {
  return `Keep it: ${cadence}`;
}

export const RHYTHMS = {
  daily: 'Every day',
  weekdays: 'Every weekday',
  weekly: 'Every week',
  biweekly: 'Every other week',
  monthly: 'Once a month',
} as const;

export function oneMoment(): string {
  return 'One moment…';
}

/** What the form for a rhythm says at its days or its time when one of them is empty. */
export function chooseDayAndTime(): string {
  return 'Choose at least one day, and a time.';
}
