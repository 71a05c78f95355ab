import type { GoalInWords, Named } from '../facts';
import { RESTS_AFTER } from './open-thing';

/**
 * A request for clarity from one of a pair to the other. It waits until whoever is asked answers; on the way there is one
 * reminder, then both hear what else can be done, and after four weeks it is asked about once and rests.
 */

const DAY = 24 * 60 * 60 * 1000;
/** In working days of whoever is asked: until the reminder rides, until it comes by itself, and until both hear of other ways. */
export const PATIENCE = 2;
/** How long the last question waits for a word. */
const LAST_CALL = 7 * DAY;

/** 'rides': its reminder goes with the next nudge or digest. */
export const ASK_STEPS = ['asked', 'rides', 'reminded', 'told', 'questioned'] as const;
export type AskStep = (typeof ASK_STEPS)[number];

/** How an ask is over: it helped, whoever asked let it go, or it rests unanswered. */
export const ASK_ENDS = ['helped', 'let_go', 'rests'] as const;
export type AskEnd = (typeof ASK_ENDS)[number];

export type AskState = 'open' | 'answered' | AskEnd;

/** What the bot says of an ask that nobody has answered. */
export const ASK_NOTICES = ['reminder', 'other_ways', 'still_open'] as const;
export type AskNotice = (typeof ASK_NOTICES)[number];

interface Settled {
  readonly answeredAt: Date | null;
  readonly end: AskEnd | null;
}

/** @param arePaired whether the two are: with them it rests */
export function askState({ answeredAt, end }: Settled, arePaired: boolean): AskState {
  if (end !== null) return end;
  if (answeredAt !== null) return 'answered';
  return arePaired ? 'open' : 'rests';
}

interface DueAsk {
  readonly step: AskStep;
  readonly askedAt: Date;
  /** Whether a nudge or a digest has carried the reminder. */
  readonly ridden: boolean;
}

/** When somebody may be spoken to: now, or later; null while they are away, pause or have stopped. */
export type Moment = Date | null;

export interface AskReview {
  readonly step: AskStep;
  /** When to look again; null: it rests. */
  readonly dueAt: Date | null;
  readonly ridesAt: Date | null;
  readonly says: readonly { readonly notice: AskNotice; readonly to: 'from' | 'to' }[];
}

/** What becomes of an ask that fell due. @param patience the instant two working days from now */
export function reviewAsk(
  { step, askedAt, ridden }: DueAsk,
  { from, to }: { readonly from: Moment; readonly to: Moment },
  patience: Date,
  now: Date,
): AskReview {
  const lookAgain = (dueAt: Date | null): AskReview => ({ step, dueAt, ridesAt: null, says: [] });
  const isFree = (moment: Moment) => moment !== null && moment <= now;
  switch (step) {
    case 'asked':
      return { step: 'rides', dueAt: patience, ridesAt: now, says: [] };
    case 'rides':
    case 'reminded': {
      // Nobody is reminded while they are away: whoever asked hears of other ways instead.
      if (step === 'rides' && !ridden && to !== null) {
        if (!isFree(to)) return lookAgain(to);
        return { step: 'reminded', dueAt: patience, ridesAt: null, says: [{ notice: 'reminder', to: 'to' }] };
      }
      if (!isFree(from)) return lookAgain(from ?? new Date(now.getTime() + DAY));
      const rest = new Date(askedAt.getTime() + RESTS_AFTER);
      const both = (['from', 'to'] as const).filter((side) => side === 'from' || isFree(to));
      return {
        step: 'told',
        dueAt: rest > patience ? rest : patience,
        ridesAt: null,
        says: both.map((side) => ({ notice: 'other_ways', to: side })),
      };
    }
    case 'told':
      if (!isFree(from)) return lookAgain(from ?? new Date(now.getTime() + DAY));
      return {
        step: 'questioned',
        dueAt: new Date(now.getTime() + LAST_CALL),
        ridesAt: null,
        says: [{ notice: 'still_open', to: 'from' }],
      };
    case 'questioned':
      return lookAgain(null);
  }
}

/** An ask as a message, a digest or Home shows it: what it is about only as far as its reader may know of it. */
export interface AskInWords {
  readonly id: string;
  readonly from: Named;
  readonly to: Named;
  readonly goal: GoalInWords | null;
  /** Null: somebody wants a word, and said no more. */
  readonly text: string | null;
  readonly askedAt: Date;
  readonly state: AskState;
}
