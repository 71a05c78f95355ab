import type { ACTIONS } from '../../src/slack/kit/ids';

/** What a forged click of each action may carry. */

export type Action = keyof typeof ACTIONS;

/** Ids of one person's things. */
export interface Things {
  readonly nudge: string;
  /** One that asked about no goal. */
  readonly bareNudge: string;
  readonly checkIn: string;
  readonly goal: string;
  readonly droppedGoal: string;
  readonly draft: string;
  readonly proposal: string;
  readonly agreement: string;
  /** A change that may be taken back. */
  readonly undo: string;
  /** The person themselves, and words that they were sent: an ask. */
  readonly member: string;
  readonly words: string;
  readonly promise: string;
}

const question = ({ nudge, bareNudge }: Things) => [`${nudge}:0`, `${nudge}:99`, `${bareNudge}:0`];
const nudges = ({ nudge }: Things) => [nudge];
const checkIns = ({ checkIn, draft }: Things) => [checkIn, draft];
const goals = ({ goal, droppedGoal }: Things) => [goal, droppedGoal];
/** Whatever it carries is not read. */
export const carriesNothing = ({ goal }: Things) => [goal];

/** What a forged click of each action may carry: a thing of somebody else, or one of each. */
export const FORGED: Record<Action, (theirs: Things, own: Things) => string[]> = {
  answer_on_track: question,
  answer_stuck: question,
  answer_done: question,
  answer_words: question,
  pass_question: question,
  pass_mentor_question: ({ words }) => [words],
  answer_mentor: (theirs, own) => [`${theirs.checkIn}:${theirs.words}`, `${own.checkIn}:${theirs.words}`],
  nudge_more: ({ nudge }) =>
    ['snooze_later', 'snooze_tomorrow', 'snooze_next_week', 'snooze_date', 'skip'].map(
      (choice) => `${choice}:${nudge}`,
    ),
  next_step_edit: checkIns,
  barrier_name: checkIns,
  barrier_cleared: checkIns,
  barrier_still: checkIns,
  barrier_more: ({ checkIn }) => [`cleared:${checkIn}`, `change:${checkIn}`],
  promise_kept: ({ promise }) => [promise],
  promise_not_yet: ({ promise }) => [promise],
  promise_change: ({ promise }) => [promise],
  promise_more: ({ promise }) => [`kept:${promise}`, `change:${promise}`],
  promise_add: carriesNothing,
  keep_as_promise: ({ words }) => [words],
  tell_stuck: checkIns,
  change_audience: ({ checkIn, draft }) => [`${checkIn}:self`, `${checkIn}:program`, `${draft}:mentor`],
  proposal_accept: ({ proposal }) => [proposal],
  proposal_decline: ({ proposal }) => [proposal],
  choose_goal: (theirs, own) => [
    `${theirs.checkIn}:${theirs.goal}`,
    `${theirs.draft}:none`,
    `${theirs.draft}:${own.goal}`,
    `${own.draft}:${theirs.goal}`,
  ],
  let_go_draft: checkIns,
  ask_mentor: (theirs, own) => [`${theirs.draft}:${theirs.member}`, `${own.draft}:${theirs.member}`],
  ask_form: carriesNothing,
  ask_again: ({ proposal, words }, own) => [`${proposal}:${words}`, `${own.proposal}:${words}`],
  ask_helped: ({ words }) => [words],
  ask_not_yet: ({ words }) => [words],
  ask_let_go: ({ words }) => [words],
  offer_time: ({ words }) => [words],
  reply_to: ({ words }) => [words],
  congratulate: goals,
  encourage: checkIns,
  choose_draft: carriesNothing,
  well_done: checkIns,
  seen: checkIns,
  write_to: ({ proposal }) => [proposal],
  silence_busy: nudges,
  silence_stuck: nudges,
  silence_wrong_goal: nudges,
  silence_need_a_person: nudges,
  silence_stop: nudges,
  goal_done: goals,
  goal_edit: goals,
  goal_drop: goals,
  goal_reopen: goals,
  goal_add: carriesNothing,
  goal_more: ({ goal, droppedGoal }) => [
    ...['done', 'edit', 'drop'].map((move) => `${move}:${goal}`),
    `reopen:${droppedGoal}`,
  ],
  home_check_in: carriesNothing,
  home_cadence: carriesNothing,
  home_pause: carriesNothing,
  home_resume: carriesNothing,
  home_why: carriesNothing,
  home_goal_add: carriesNothing,
  home_more: () => ['mentees:1', 'pairs:99999', 'elsewhere:0'],
  home_back: () => ['waiting:0'],
  home_digest: carriesNothing,
  home_digest_off: carriesNothing,
  home_capacity: carriesNothing,
  home_channel_digest: carriesNothing,
  home_questions: carriesNothing,
  home_shelf: carriesNothing,
  pair_two: carriesNothing,
  leave_pair: ({ proposal }) => [proposal],
  agreements: carriesNothing,
  agreement_change: ({ proposal }) => [proposal],
  agreement_renew: ({ proposal }) => [proposal],
  agreement_sign: ({ agreement }) => [agreement],
  agreement_show: ({ proposal }) => [proposal],
  agreement_take: ({ proposal }) => [proposal],
  agreement_complete: ({ proposal }) => [proposal],
  home_find_mentor: carriesNothing,
  home_would_mentor: carriesNothing,
  home_invited: carriesNothing,
  open_settings: carriesNothing,
  settings_country: carriesNothing,
  goal_tell_now: goals,
  goal_tell_new: goals,
  goal_undo: goals,
  remove_absence: () => ['2027-07-03:2027-07-14', '2027-7-3:x'],
  undo: ({ undo }) => [undo],
  keep_rhythm: nudges,
};
