import type { Audience, CheckInStatus } from '../../domain/check-in';
import type { GoalMoveChoice } from '../../domain/goal';
import type { MoreChoice } from '../../domain/nudge';
import type { QuestionType } from '../../domain/question';

/** What stands on buttons and in menus: sentence case, short verbs, at most 75 characters. */
export const BUTTONS = {
  words: 'Write a few words',
  addWords: 'Add a few words',
  changeWords: 'Change the words',
  pass: 'Not this time',
  stepDone: 'Did it',
  stepNotYet: 'Not yet',
  stepChanged: 'Changed',
  nextStep: 'What comes next?',
  nameStep: 'Name a next step',
  barrier: 'What is in the way?',
  barrierCleared: 'It is cleared',
  barrierStill: 'Still there',
  promise: 'Promise something',
  promiseKept: 'Kept',
  promiseChange: 'Change or let go',
  keepAsPromise: 'Keep as a promise',
  accept: 'Accept',
  decline: 'Not now',
  congratulate: 'Congratulate',
  encourage: 'Reply',
  replyFirst: 'Reply to the first',
  addWord: 'Add a word',
  wellDone: 'Well done',
  seen: 'Seen, thank you',
  addGoal: 'Add a goal',
  checkIn: 'Check in',
  haveGoal: 'I have a goal',
  wouldMentor: 'I would mentor someone',
  mentorMore: 'Mentor someone else',
  wasInvited: 'Someone invited me',
  askForMentor: 'Ask for a mentor',
  invite: 'Invite',
  ask: 'Ask',
  shelf: 'Open the shelf',
  askMentor: 'Ask a mentor',
  askSomeone: 'Ask someone',
  askAgain: 'Ask again',
  answer: 'Answer',
  offerTime: 'Offer a time',
  helped: 'That helped',
  notYet: 'Not yet',
  neverMind: 'Never mind',
  changeRhythm: 'Change when I ask',
  changeDigest: 'Change when it comes',
  digestOff: 'No digest',
  digestOn: 'Bring it back',
  channelDigest: 'Channel digest',
  programQuestions: 'Questions',
  capacity: 'How many?',
  pairTwo: 'Pair two people',
  leave: 'Leave',
  more: 'More',
  back: 'Back',
  pause: 'Pause',
  resume: 'Ask me again',
  allOfIt: 'Show more',
  settings: 'Settings',
  letGo: 'Do not keep it',
  chooseGoal: 'Choose a goal',
  whoReads: 'Who reads it',
  reopen: 'Reopen',
  save: 'Save',
  drop: 'Let it go',
  skip: 'Skip',
  send: 'Send',
  close: 'Close',
  cancel: 'Cancel',
  remove: 'Remove',
  undo: 'Undo',
  change: 'Change',
  agreeOnPlan: 'Write down what we agree on',
  sign: 'Sign',
  changeSomething: 'Change something',
  seeAgreement: 'See it',
  seeAgreements: 'See them',
  renew: 'Renew',
  complete: 'Complete',
  takeHome: 'Take it home',
  signAndSend: 'Sign and send',
} as const;

export function statusLabel(status: CheckInStatus): string {
  switch (status) {
    case 'on_track':
      return 'On track';
    case 'stuck':
      return 'A bit stuck';
    case 'done':
      return 'Goal reached';
    case 'note':
      return 'Just a note';
  }
}

/** What a tap says to a question of this type. */
export function answerLabel(type: QuestionType, status: CheckInStatus): string {
  if (type === 'barrier' && status === 'on_track') return 'Nothing in the way';
  if (type === 'barrier' && status === 'stuck') return 'Something is';
  return statusLabel(status);
}

export function audienceLabel(audience: Audience): string {
  switch (audience) {
    case 'self':
      return 'Only me';
    case 'mentor':
      return 'My mentor';
    case 'program':
      return 'My mentor and the program';
  }
}

/** What the widest choice means, said where it is made. */
export function audienceHint(audience: Audience): string {
  switch (audience) {
    case 'self':
      return 'Kept to yourself';
    case 'mentor':
      return 'Each of your mentors';
    case 'program':
      return 'Also coordinators and the mentor channel';
  }
}

/** In the menu of what is in the way. */
export function barrierMoveLabel(move: 'cleared' | 'change'): string {
  return move === 'cleared' ? BUTTONS.barrierCleared : BUTTONS.promiseChange;
}

/** In the menu of a promise. */
export function promiseMoveLabel(move: 'kept' | 'change'): string {
  return move === 'kept' ? BUTTONS.promiseKept : BUTTONS.promiseChange;
}

export function moreLabel(choice: MoreChoice): string {
  switch (choice) {
    case 'snooze_later':
      return 'Ask me later today';
    case 'snooze_tomorrow':
      return 'Ask me tomorrow';
    case 'snooze_next_week':
      return 'Ask me next week';
    case 'snooze_date':
      return 'Ask me on a date…';
    case 'skip':
      return 'Skip this time';
  }
}

export function goalMoveLabel(move: GoalMoveChoice): string {
  switch (move) {
    case 'done':
      return 'Reached it';
    case 'edit':
      return 'Edit';
    case 'drop':
      return BUTTONS.drop;
    case 'reopen':
      return BUTTONS.reopen;
  }
}

/** What a screen reader says for a button that stands once a goal: "On track: Become certified". */
export function labelFor(label: string, goalTitle: string | null): string {
  return goalTitle === null ? label : `${label}: ${goalTitle}`;
}
