import type { Audience, CheckIn, CheckInStatus } from './check-in';
import type { Goal, GoalState } from './goal';
import type { BarrierInWords } from './ledger/barrier';
import type { PromiseInWords } from './ledger/promise';
import type { Member } from './member';
import type { Nudge, NudgeState } from './nudge';
import { toNudgeReason, type NudgeReason } from './reasons';

/** Facts as sentences and blocks need them: what a message, a form or Home shows of a person, a goal, a check-in. */

/** A person as a message names them: Slack renders the mention; `name` is for the plain text. */
export interface Named {
  readonly slackUserId: string;
  readonly name: string;
}

export interface GoalInWords {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: GoalState;
  readonly targetDate: string | null;
  readonly stretch: boolean;
  readonly audience: Audience;
  readonly createdAt: Date;
}

/** When a mentor sees an answer: with their digest; null where they want none. */
export interface Seen {
  readonly mentor: Named;
  readonly at: Date | null;
  /** Of whoever gave the answer. */
  readonly zone: string;
}

/** One question of a nudge with what has been recorded for it so far. */
export interface AskedQuestion {
  readonly position: number;
  readonly question: string;
  /** The words of a question that a person or program brought; null when it is in the bank. */
  readonly ownText: string | null;
  readonly goal: GoalInWords | null;
  readonly answer: {
    readonly checkInId: string;
    readonly status: CheckInStatus;
    readonly text: string | null;
    readonly audience: Audience;
    readonly readers: readonly Named[];
    /** Of one that says "stuck": the mentors who may be told at once, and those who were. */
    readonly tellable: readonly Named[];
    readonly told: readonly Named[];
    /** When those mentors see it who have not been told of it. */
    readonly seen: readonly Seen[];
    readonly carried: Carried;
  } | null;
  /** Whether its person let this one go by. */
  readonly passed: boolean;
}

export interface CheckInInWords {
  readonly id: string;
  readonly member: Named;
  readonly goal: GoalInWords | null;
  readonly status: CheckInStatus;
  readonly text: string | null;
  readonly audience: Audience;
  readonly saidAt: Date;
  /** Whether the mentor has answered it. */
  readonly acknowledged: boolean;
  readonly carried: Carried;
}

/** What a check-in says of what comes after it. */
export interface Carried {
  readonly nextStep: PromiseInWords | null;
  readonly barrier: BarrierInWords | null;
}

export const NOTHING_CARRIED: Carried = { nextStep: null, barrier: null };

/** A barrier about which its person is asked. */
export interface BarrierAsked {
  /** Of the answer that names it. */
  readonly checkInId: string;
  readonly barrier: BarrierInWords;
  readonly goal: GoalInWords | null;
  /** What their mentors wrote to the answer since, newest first. */
  readonly ideas: readonly { readonly from: Named; readonly text: string }[];
  /** What its person said of it since; null while it is a question. */
  readonly heard: 'cleared' | 'moved' | 'let_go' | null;
  /** Whether it is asked about for the last time. */
  readonly isLast: boolean;
  readonly readers: readonly Named[];
  readonly audience: Audience;
}

/** The one thing that a nudge opens with. */
export type RiderAsked =
  ({ readonly kind: 'barrier' } & BarrierAsked) | ({ readonly kind: 'promise' } & PromiseAsked);

/** A promise about which its person is asked. */
export interface PromiseAsked {
  readonly promiseId: string;
  readonly promise: PromiseInWords;
  /** Whom they promised it; null: themselves. */
  readonly to: Named | null;
  /** What they said of it since; null while it is a question. */
  readonly heard: 'kept' | 'moved' | 'let_go' | null;
  /** Whether it is asked about for the last time. */
  readonly isLast: boolean;
  readonly readers: readonly Named[];
  readonly audience: Audience;
}

/** A promise between the two of a pair, as one of them meets it. */
export interface PromiseBetween {
  readonly promiseId: string;
  readonly promise: PromiseInWords;
  readonly other: Named;
  /** Whether it is the reader's own. */
  readonly isMine: boolean;
}

/** What a mentor asks in a nudge, as their mentee meets it. */
export interface MentorQuestion {
  readonly responseId: string;
  readonly from: Named;
  readonly text: string;
  readonly state: 'open' | 'answered' | 'passed';
}

/** How a person's last answers went: so many of so many were on track. */
export interface Trend {
  readonly onTrack: number;
  readonly of: number;
}

export interface MenteeInDigest {
  readonly mentee: Named;
  /** One through which the reader sees them; a mentor has no other. */
  readonly mentorshipId: string;
  /** Only what the reader may read. */
  readonly moved: readonly CheckInInWords[];
  readonly stuck: readonly CheckInInWords[];
  readonly reached: readonly GoalInWords[];
  /** Those set since, of which a mentor has not heard; of other readers' none. */
  readonly newGoals: readonly GoalInWords[];
  /** What they said earlier that comes next: what is open of it, and what was done since the digest before. */
  readonly steps: readonly PromiseInWords[];
  /** What they said earlier was in the way: what is open of it, and what was cleared since the digest before. */
  readonly barriers: readonly BarrierInWords[];
  /** What these two have promised each other: what is open, and what was kept or let go since the digest before. */
  readonly promises: readonly PromiseBetween[];
  /** What waits for the mentor's answer, or did when the digest came and is answered since. */
  readonly awaiting: readonly CheckInInWords[];
  /**
   * 'away' while on vacation or paused; 'quiet' when asked, and nothing was heard by this reader; 'not_asked'. An answer that
   * was kept private and a skip are quiet like silence itself: whether there was one is not the reader's to know.
   */
  readonly presence: 'steady' | 'quiet' | 'not_asked' | 'away';
  /** How often they were asked, whatever came of it. */
  readonly asked: number;
  /** Of the last answers that this mentor may read; null where they are too few to say anything. */
  readonly trend: Trend | null;
}

/** One of the two of a pair, as the other sees them. */
export interface PairedWith {
  readonly mentorshipId: string;
  readonly other: Named;
}

/** What a mentor sees of one mentee in App Home: only what they may read. */
export interface MenteeLine {
  readonly mentee: Named;
  readonly mentorshipId: string;
  /** Open ones. */
  readonly goals: readonly GoalInWords[];
  /** In the last two weeks. */
  readonly reached: readonly GoalInWords[];
  /** The last thing that was said to this mentor. */
  readonly heard: CheckInInWords | null;
  readonly away: { readonly until: string | null } | null;
  /** When they are asked next. */
  readonly next: Date | null;
  /** The reader's own question that is asked then. */
  readonly asks: string | null;
}

/** A program in counts, as its coordinators see it. */
export interface ProgramCounts {
  readonly program: string;
  readonly pairs: number;
  /** In the last week, as `quiet`. */
  readonly checkIns: number;
  readonly quiet: number;
}

/** A pair as the coordinators of its program see it. */
export interface PairLine {
  readonly mentor: Named;
  readonly mentee: Named;
  readonly state: 'proposed' | 'active' | 'paused';
  /** When it was accepted; while it was not, when it was proposed. */
  readonly since: Date;
}

/** One line of "Why was I (not) asked?". */
export interface NudgeRecord {
  readonly nudgeId: string;
  readonly dueAt: Date;
  readonly state: NudgeState;
  readonly reason: NudgeReason | null;
  /** Names the holiday, the date or the limit. */
  readonly detail: string | null;
  readonly sentAt: Date | null;
  readonly sendAt: Date | null;
  readonly answeredAt: Date | null;
}

export function nudgeRecord({ id, reason, ...nudge }: Nudge): NudgeRecord {
  return { ...nudge, nudgeId: id, reason: toNudgeReason(reason) };
}

/** A person as sentences name them. */
export function named(member: Member): Named {
  return { slackUserId: member.slackUserId, name: member.name };
}

export function checkInInWords(
  checkIn: CheckIn,
  member: Member,
  goal: Goal | null,
  carried: Carried,
): CheckInInWords {
  return {
    id: checkIn.id,
    member: named(member),
    goal,
    status: checkIn.status,
    text: checkIn.text,
    audience: checkIn.audience,
    saidAt: checkIn.saidAt,
    acknowledged: checkIn.acknowledgedAt !== null,
    carried,
  };
}
