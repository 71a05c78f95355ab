import type { Audience } from './check-in';

/** A nudge: its states, its questions, and what each state allows. */

export type NudgeState =
  'planned' | 'sending' | 'sent' | 'answered' | 'skipped' | 'expired' | 'held' | 'void' | 'undeliverable';

export type NudgeOrigin = 'rhythm' | 'asked_for' | 'snoozed';

export interface Nudge {
  readonly id: string;
  readonly workspaceId: string;
  readonly memberId: string;
  readonly dueAt: Date;
  readonly origin: NudgeOrigin;
  readonly state: NudgeState;
  readonly sendAt: Date | null;
  /** Of this version or of another. */
  readonly reason: string | null;
  readonly detail: string | null;
  readonly sentAt: Date | null;
  readonly answeredAt: Date | null;
  readonly followUpAt: Date | null;
  readonly followedUpAt: Date | null;
  readonly silenceAskedAt: Date | null;
  readonly silenceAnswer: string | null;
  readonly messageId: string | null;
  /** Who reads an answer, as the message that Slack accepted says; null while nothing was said. */
  readonly audience: Audience | null;
  /** The mentorships whose mentors that message names. */
  readonly sharedWith: readonly string[];
}

export interface NewQuestion {
  readonly nudgeId: string;
  readonly position: number;
  readonly goalId: string | null;
  /** Id of a question in the bank, or `own:<uuid>`. */
  readonly question: string;
}

export interface NudgeQuestion extends NewQuestion {
  /** When its person let this one go by; words still count. */
  readonly passedAt: Date | null;
}

/** The five taps that sort a silence. */
export const SILENCE_ANSWERS = ['busy', 'stuck', 'wrong_goal', 'need_a_person', 'stop'] as const;
export type SilenceAnswer = (typeof SILENCE_ANSWERS)[number];

export function isSilenceAnswer(text: string | null): text is SilenceAnswer {
  return SILENCE_ANSWERS.some((answer) => answer === text);
}

/**
 * Said, or perhaps said: what Slack's answer was lost of stands in `sending`, and whoever taps on it proves that it has
 * arrived. Late answers count, so a nudge that has expired takes one too.
 */
export const UNANSWERED: readonly NudgeState[] = ['sending', 'sent', 'expired'];

/** A nudge that still takes an answer. */
export function isOpen({ state }: Pick<Nudge, 'state'>): boolean {
  return state === 'answered' || UNANSWERED.includes(state);
}

/** Whoever taps twice, or is asked at the very moment of asking, wants one question. */
const JUST_NOW = 60_000;

/** Whether this nudge has just asked, or is about to: asking again now would ask twice. */
export function hasJustAsked(
  { dueAt, sentAt, sendAt, state }: Pick<Nudge, 'dueAt' | 'sentAt' | 'sendAt' | 'state'>,
  now: Date,
): boolean {
  const isOnItsWay = (state === 'planned' || state === 'sending') && sendAt === null;
  const age = now.getTime() - (sentAt ?? dueAt).getTime();
  return (isOnItsWay || state === 'sent') && age >= 0 && age < JUST_NOW;
}

/** What a person may do with a nudge beside answering it. */
export const MORE_CHOICES = [
  'snooze_later',
  'snooze_tomorrow',
  'snooze_next_week',
  'snooze_date',
  'skip',
] as const;
export type MoreChoice = (typeof MORE_CHOICES)[number];
