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
  /** Codes; the words for them are in slack/words. `detail` names the holiday, the date or the limit. */
  readonly reason: string | null;
  readonly detail: string | null;
  readonly sentAt: Date | null;
  readonly answeredAt: Date | null;
  readonly followUpAt: Date | null;
  readonly followedUpAt: Date | null;
  readonly silenceAskedAt: Date | null;
  readonly silenceAnswer: string | null;
  readonly messageId: string | null;
}

export interface NudgeQuestion {
  readonly nudgeId: string;
  readonly position: number;
  readonly goalId: string | null;
  /** Id of a question in the bank, or `own:<uuid>`. */
  readonly question: string;
}

/** The five taps that sort a silence. */
export const SILENCE_ANSWERS = ['busy', 'stuck', 'wrong_goal', 'need_a_person', 'stop'] as const;
export type SilenceAnswer = (typeof SILENCE_ANSWERS)[number];

/** A nudge that still takes an answer. Late answers count, so a nudge that has expired takes one too. */
export function isOpen(nudge: Pick<Nudge, 'state'>): boolean {
  return nudge.state === 'sent' || nudge.state === 'answered' || nudge.state === 'expired';
}
