import { titled } from './phrases';

/** Titles of forms: at most 24 characters. */
export const FORM_TITLES = {
  newGoal: 'A new goal',
  editGoal: 'Change a goal',
  dropGoal: 'Let a goal go',
  words: 'A few words',
  checkIn: 'Check in',
  nextStep: 'What comes next',
  promise: 'A promise',
  barrier: 'What is in the way',
  encourage: 'Answer a check-in',
  writeTo: 'A few words',
  ask: 'Ask',
  shelf: 'Shelf',
  snooze: 'Ask me later',
  skip: 'Skip this time',
  busy: 'When to come back',
  cadence: 'When I ask',
  settings: 'Settings',
  wouldMentor: 'Mentor someone',
  findMentor: 'Ask for a mentor',
  pairTwo: 'Pair two people',
  digest: 'When your digest comes',
  channelDigest: 'Channel digest',
  programQuestions: 'Questions for everyone',
  capacity: 'Your mentees',
  agreement: 'Your agreement',
} as const;

export const FIELDS = {
  title: 'What is the goal?',
  titlePlaceholder: 'Become certified',
  why: 'Why does it matter to you?',
  measure: 'How will you know that it is reached?',
  targetDate: 'By when?',
  stretch: 'Is it a bold one?',
  stretchOption: 'Yes, I have not done anything like it before',
  reason: 'Why, if you would like to say',
  goal: 'Which goal?',
  status: 'How is it going?',
  text: 'In your words',
  textHint: 'What moved, what is in the way, what would help',
  nextStep: 'What comes next?',
  nextStepHint: 'One step, if you like. My next question begins with it. Leave it empty for none',
  promise: 'What do you promise?',
  promiseHint: 'One thing, in your words. Left empty, it is let go',
  barrier: 'What is in the way?',
  barrierHint: 'One thing, if there is one. My next question begins with it',
  idea: 'What might help?',
  whomToPromise: 'To whom?',
  letGoWhy: 'A word, if you let it go',
  audience: 'Who reads it?',
  onlyMeForNow: 'Only me, for now',
  goalAudience: 'Who may know of this goal?',
  draft: 'Choose one',
  message: 'Your words',
  shelfWith: 'On whose shelf?',
  shelfName: 'A link, or a name',
  shelfLine: 'A line on it',
  shelfRemoved: 'Tick what I should take away',
  whomToAskNow: 'Whom do you ask?',
  askedAbout: 'Which goal is it about?',
  askWords: 'What would you like to know?',
  askWordsHint: 'Left empty, I say that you would like a word, and nothing else',
  whenRead: 'When do they read it?',
  capacity: 'How many mentees do you take?',
  anyCapacity: 'As many as come',
  noCapacity: 'No new ones just now',
  ownWords: 'In your own words',
  ownWordsHint: 'A choice above can be changed here. What stands here is what they read',
  asksBack: 'Do you ask something?',
  asksBackOption: 'Yes: it stays open until they answer',
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
  whomToMentor: 'Whom would you like to mentor?',
  whomToAsk: 'Who should be your mentor?',
  pairMentor: 'Who is the mentor?',
  pairMentee: 'Who is the mentee?',
  whomHint: 'I write to them, and they say yes or not now',
  channel: 'Which channel?',
  channelHint: 'I have to be in it. Leave it empty for no digest',
  questionAdded: 'Add a question',
  questionHint: 'Where you write `{goal}`, I put the title of the goal',
  questionsRemoved: 'Tick what I should not ask any more',
  questionsRemovedMore: 'And of these',
  menteeBrings: 'What does the mentee bring?',
  mentorBrings: 'What does the mentor bring?',
  bringsHint: 'A line, in your words',
  agreedNudges: 'How often may I ask the mentee, at most?',
  agreedNudgesHint: 'As in “every Friday at 9:00”. Less often is always their own choice',
  agreedTalks: 'When do you two talk?',
  agreedTalksHint: 'As in “every other Thursday at 15:00”. Leave it empty for whenever it suits',
  agreedFrom: 'I ask no earlier than',
  agreedTo: 'And no later than',
  agreedHoursHint: 'By the clock of the mentee',
  agreedDays: 'Only on these days',
  agreedDaysHint: 'Leave it empty for any day',
  agreedAudience: 'Who reads the mentee’s answers, unless they choose otherwise?',
  between: 'What stays between you two?',
  mayHear: 'May a coordinator hear that you two could use help?',
  mayHearOption: 'Yes: that we could use help, never what we wrote',
  agreedUntil: 'Until when does it hold?',
  agreedUntilHint: 'Before that day I ask you both whether to renew, change or complete',
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

/** What the first version begins with. */
export const AGREEMENT_BEGINS = {
  menteeBrings: 'goals of my own, and an honest word on how they go',
  mentorBrings: 'time for a talk, and an answer within five working days',
  between: 'what we say to each other in our talks',
} as const;

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

/** What the form for naming a person says when it names nobody. */
export function bothAreAsked(): string {
  return 'I ask them both, in your name. They are paired once both have said yes.';
}

export function chooseAnother(): string {
  return 'These are one and the same. Choose somebody else for one of them.';
}

export function chooseSomebody(): string {
  return 'Choose somebody.';
}

/** To somebody who was invited, and sees no invitation. */
export function invitedHow(): string {
  return 'An invitation stands in our messages, with Accept and Not now. If you find none, name who invited you: I ask them to be your mentor.';
}

export function programQuestionsWords(count: number): string {
  return count === 0
    ? 'The program brings no questions yet. One that you add is asked of everyone, in turn with mine.'
    : 'Everyone in the program is also asked these, in turn with my own.';
}
