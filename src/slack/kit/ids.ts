import type { Absence } from '../../domain/absence';
import { GOAL_MOVES, type GoalMoveChoice } from '../../domain/goal';
import { MORE_CHOICES, type MoreChoice } from '../../domain/nudge';
import { AUDIENCES, type Audience } from '../../domain/check-in';
import { HOME_LISTS, type HomePlace } from '../../services/reads/home/page';

/**
 * Every id that Slack hands back to us. Action ids are constant; which thing is meant travels in the value, made and
 * parsed by one pair of functions below. A value is a hint from outside and may be forged: it is parsed strictly here,
 * and what it may do is decided from the database.
 */
export const ACTIONS = {
  answer_on_track: 'answer_on_track',
  answer_stuck: 'answer_stuck',
  answer_done: 'answer_done',
  answer_words: 'answer_words',
  pass_question: 'pass_question',
  pass_mentor_question: 'pass_mentor_question',
  answer_mentor: 'answer_mentor',
  next_step_edit: 'next_step_edit',
  barrier_name: 'barrier_name',
  barrier_cleared: 'barrier_cleared',
  barrier_still: 'barrier_still',
  barrier_more: 'barrier_more',
  promise_kept: 'promise_kept',
  promise_not_yet: 'promise_not_yet',
  promise_change: 'promise_change',
  promise_more: 'promise_more',
  promise_add: 'promise_add',
  keep_as_promise: 'keep_as_promise',
  nudge_more: 'nudge_more',
  tell_stuck: 'tell_stuck',
  change_audience: 'change_audience',
  proposal_accept: 'proposal_accept',
  proposal_decline: 'proposal_decline',
  choose_goal: 'choose_goal',
  let_go_draft: 'let_go_draft',
  ask_mentor: 'ask_mentor',
  ask_form: 'ask_form',
  ask_again: 'ask_again',
  ask_helped: 'ask_helped',
  ask_not_yet: 'ask_not_yet',
  ask_let_go: 'ask_let_go',
  offer_time: 'offer_time',
  reply_to: 'reply_to',
  write_to: 'write_to',
  congratulate: 'congratulate',
  encourage: 'encourage',
  choose_draft: 'choose_draft',
  well_done: 'well_done',
  seen: 'seen',
  silence_busy: 'silence_busy',
  silence_stuck: 'silence_stuck',
  silence_wrong_goal: 'silence_wrong_goal',
  silence_need_a_person: 'silence_need_a_person',
  silence_stop: 'silence_stop',
  goal_done: 'goal_done',
  goal_edit: 'goal_edit',
  goal_drop: 'goal_drop',
  goal_reopen: 'goal_reopen',
  goal_add: 'goal_add',
  goal_more: 'goal_more',
  home_check_in: 'home_check_in',
  home_cadence: 'home_cadence',
  home_pause: 'home_pause',
  home_resume: 'home_resume',
  home_why: 'home_why',
  home_goal_add: 'home_goal_add',
  home_more: 'home_more',
  home_back: 'home_back',
  home_digest: 'home_digest',
  home_digest_off: 'home_digest_off',
  home_capacity: 'home_capacity',
  home_channel_digest: 'home_channel_digest',
  home_questions: 'home_questions',
  home_shelf: 'home_shelf',
  pair_two: 'pair_two',
  leave_pair: 'leave_pair',
  agreements: 'agreements',
  agreement_change: 'agreement_change',
  agreement_renew: 'agreement_renew',
  agreement_sign: 'agreement_sign',
  agreement_show: 'agreement_show',
  agreement_take: 'agreement_take',
  agreement_complete: 'agreement_complete',
  home_find_mentor: 'home_find_mentor',
  home_would_mentor: 'home_would_mentor',
  home_invited: 'home_invited',
  open_settings: 'open_settings',
  settings_country: 'settings_country',
  goal_tell_now: 'goal_tell_now',
  goal_tell_new: 'goal_tell_new',
  goal_undo: 'goal_undo',
  remove_absence: 'remove_absence',
  undo: 'undo',
  keep_rhythm: 'keep_rhythm',
} as const;

/** What a person starts from Slack's own menus; each form's callback id stands in its file in forms/. */
export const SHORTCUTS = {
  share_progress: 'share_progress',
  save_as_check_in: 'save_as_check_in',
} as const;

/** The action id of the one element of an input block, unless it acts at once. */
export const INPUT = 'value';

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const DATE = /^\d{4}-\d{2}-\d{2}$/;

export type FromSlack = string | null | undefined;

/** A value that is the id of one thing: a mentorship, a goal, a check-in, a nudge. */
export function idValue(id: string): string {
  return id;
}

export function parseIdValue(value: FromSlack): string | null {
  return value !== null && value !== undefined && UUID.test(value) ? value : null;
}

function pairOf(value: FromSlack): readonly [string, string] | null {
  const [first, second, ...rest] = (value ?? '').split(':');
  return first === undefined || second === undefined || rest.length > 0 ? null : [first, second];
}

function isOneOf<T extends string>(choices: readonly T[], value: string): value is T {
  return choices.some((choice) => choice === value);
}

export interface QuestionRef {
  readonly nudgeId: string;
  readonly position: number;
}

export function questionValue(nudgeId: string, position: number): string {
  return `${nudgeId}:${position}`;
}

export function parseQuestionValue(value: FromSlack): QuestionRef | null {
  const [id, position = ''] = pairOf(value) ?? [];
  const nudgeId = parseIdValue(id);
  return nudgeId !== null && /^\d{1,3}$/.test(position) ? { nudgeId, position: Number(position) } : null;
}

export function moreValue(choice: MoreChoice, nudgeId: string): string {
  return `${choice}:${nudgeId}`;
}

export function parseMoreValue(value: FromSlack): { choice: MoreChoice; nudgeId: string } | null {
  const [choice = '', id] = pairOf(value) ?? [];
  const nudgeId = parseIdValue(id);
  return nudgeId !== null && isOneOf(MORE_CHOICES, choice) ? { choice, nudgeId } : null;
}

/** Two things at once: a draft and a mentor, or a draft and what it answers. */
export function twoIdsValue(first: string, second: string): string {
  return `${first}:${second}`;
}

export function parseTwoIdsValue(value: FromSlack): readonly [string, string] | null {
  const [first, second] = (pairOf(value) ?? []).map(parseIdValue);
  return first && second ? [first, second] : null;
}

export function audienceValue(checkInId: string, audience: Audience): string {
  return `${checkInId}:${audience}`;
}

export function parseAudienceValue(value: FromSlack): { checkInId: string; audience: Audience } | null {
  const [id, audience = ''] = pairOf(value) ?? [];
  const checkInId = parseIdValue(id);
  return checkInId !== null && isOneOf(AUDIENCES, audience) ? { checkInId, audience } : null;
}

/** A select shows its old choice after an update unless its block id changes with the choice. */
export function audienceBlock(checkInId: string, audience: Audience): string {
  return `audience:${checkInId}:${audience}`;
}

export function goalChoiceValue(checkInId: string, goalId: string): string {
  return `${checkInId}:${goalId}`;
}

export function parseGoalChoiceValue(value: FromSlack): { checkInId: string; goalId: string } | null {
  const [first, second = ''] = pairOf(value) ?? [];
  const checkInId = parseIdValue(first);
  const goalId = second === 'none' ? second : parseIdValue(second);
  return checkInId !== null && goalId !== null ? { checkInId, goalId } : null;
}

export const BARRIER_MOVES = ['cleared', 'change'] as const;
type BarrierMove = (typeof BARRIER_MOVES)[number];

export function barrierMoveValue(move: BarrierMove, checkInId: string): string {
  return `${move}:${checkInId}`;
}

export function parseBarrierMoveValue(value: FromSlack): { move: BarrierMove; checkInId: string } | null {
  const [move = '', id] = pairOf(value) ?? [];
  const checkInId = parseIdValue(id);
  return checkInId !== null && isOneOf(BARRIER_MOVES, move) ? { move, checkInId } : null;
}

export const PROMISE_MOVES = ['kept', 'change'] as const;
type PromiseMove = (typeof PROMISE_MOVES)[number];

export function promiseMoveValue(move: PromiseMove, promiseId: string): string {
  return `${move}:${promiseId}`;
}

export function parsePromiseMoveValue(value: FromSlack): { move: PromiseMove; promiseId: string } | null {
  const [move = '', id] = pairOf(value) ?? [];
  const promiseId = parseIdValue(id);
  return promiseId !== null && isOneOf(PROMISE_MOVES, move) ? { move, promiseId } : null;
}

export function goalMoveValue(move: GoalMoveChoice, goalId: string): string {
  return `${move}:${goalId}`;
}

export function parseGoalMoveValue(value: FromSlack): { move: GoalMoveChoice; goalId: string } | null {
  const [move = '', id] = pairOf(value) ?? [];
  const goalId = parseIdValue(id);
  return goalId !== null && isOneOf(GOAL_MOVES, move) ? { move, goalId } : null;
}

/** Its days name an absence: one of a person never overlaps another, and each change of them writes them anew. */
export function absenceValue({ from, to }: Absence): string {
  return `${from}:${to}`;
}

export function parseAbsenceValue(value: FromSlack): Absence | null {
  const [from = '', to = ''] = pairOf(value) ?? [];
  return DATE.test(from) && DATE.test(to) ? { from, to } : null;
}

export function homePlaceValue({ list, page }: HomePlace): string {
  return `${list}:${page}`;
}

export function parseHomePlaceValue(value: FromSlack): HomePlace | null {
  const [list = '', page = ''] = pairOf(value) ?? [];
  return isOneOf(HOME_LISTS, list) && /^\d{1,5}$/.test(page) ? { list, page: Number(page) } : null;
}
