import type { Audience, CheckInStatus } from './check-in';
import type { Sharing } from './visibility';
import type { Cadence } from './cadence';
import type { GoalState } from './goal';
import type { NudgeState, SilenceAnswer } from './nudge';

/** Work that the outbox carries, written in the same transaction as the facts. */
export type OutboxJob = {
  readonly workspaceId: string;
  /** Jobs of one lane are done one after another: what is said to one person keeps its order. */
  readonly lane: string;
} & (
  | { readonly do: 'deliver'; readonly messageId: string }
  | { readonly do: 'refresh'; readonly messageId: string }
  | { readonly do: 'home'; readonly memberId: string }
);

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
  } | null;
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
}

export interface MenteeInDigest {
  readonly mentee: Named;
  /** Only what the reader may read. */
  readonly moved: readonly CheckInInWords[];
  readonly stuck: readonly CheckInInWords[];
  readonly reached: readonly GoalInWords[];
  readonly awaiting: readonly CheckInInWords[];
  /** 'away' while on vacation or paused; 'quiet' when asked and silent; 'steady' otherwise. */
  readonly presence: 'steady' | 'quiet' | 'away';
}

/** What the bot says, as facts. slack/views turns each into blocks and plain text. */
export type Said =
  | { kind: 'welcome'; to: Named; enrolledBy: Named | null; asCoordinator: boolean }
  | {
      kind: 'proposal';
      mentorshipId: string;
      from: Named;
      to: Named;
      role: 'mentor' | 'mentee' /* what `to` would become */;
      state: 'proposed' | 'active' | 'ended' | 'other';
      again: boolean;
    }
  | {
      kind: 'paired';
      to: Named;
      other: Named;
      role: 'mentor' | 'mentee' /* of `to` */;
      cadence: Cadence | null;
      next: Date | null;
      zone: string;
    }
  | { kind: 'proposal_declined'; by: Named; to: Named }
  | { kind: 'proposal_lapsed'; other: Named }
  | {
      kind: 'nudge';
      nudgeId: string;
      state: NudgeState;
      to: Named;
      questions: readonly AskedQuestion[];
      readers: readonly Named[];
      /** What the message says of who reads the answers: a fact of the nudge once Slack has accepted it. */
      sharing: Sharing;
      followedUp: boolean;
      zone: string;
    }
  | {
      kind: 'silence';
      nudgeId: string;
      to: Named;
      mentors: readonly Named[];
      answer: SilenceAnswer | null;
      sharing: Sharing;
    }
  | { kind: 'outage'; to: Named; count: number }
  | {
      kind: 'which_goal';
      checkInId: string;
      goals: readonly GoalInWords[];
      text: string;
      filedUnder: GoalInWords | 'none' | null;
    }
  | {
      kind: 'nothing_open';
      checkInId: string | null;
      goals: readonly GoalInWords[];
      text: string | null;
      outcome: 'open' | 'saved' | 'let_go';
      nextAt: Date | null;
      zone: string;
    }
  | {
      kind: 'recorded';
      checkIn: CheckInInWords;
      readers: readonly Named[];
      change: 'new' | 'edited';
    }
  /** What a receipt becomes when its check-in was deleted. */
  | { kind: 'unrecorded' }
  | { kind: 'file_only' }
  | { kind: 'help' }
  | { kind: 'goal_reached'; to: Named; goal: GoalInWords; mentors: readonly Named[] }
  /** `goal` is null when it is no longer the mentor's to know. */
  | { kind: 'goal_news'; goal: GoalInWords | null; mentee: Named; congratulated: boolean }
  | { kind: 'congratulation'; goal: GoalInWords; from: Named }
  | { kind: 'check_in_answered'; checkIn: CheckInInWords; from: Named; text: string | null }
  | { kind: 'wants_a_person'; mentee: Named }
  | { kind: 'digest'; to: Named; from: Date; until: Date; mentees: readonly MenteeInDigest[]; zone: string }
  | {
      kind: 'channel_digest';
      program: string;
      from: Date;
      until: Date;
      pairCount: number;
      /** Each mentee once, however many mentors there are. */
      mentees: readonly { mentors: readonly Named[]; checkIns: number; shared: MenteeInDigest }[];
      quiet: number;
      away: number;
      zone: string;
      setBy: Named | null;
    }
  | { kind: 'channel_hello'; setBy: Named; cadence: Cadence; next: Date | null; zone: string }
  | { kind: 'channel_lost'; channel: string; reason: string };

/** What the outbox may hold. */
export type MessageKind = Exclude<Said['kind'], 'unrecorded'>;

/** What App Home shows a person; sections that do not apply are empty. */
export interface HomeFacts {
  readonly member: Named | null;
  readonly enrolled: boolean;
  readonly zone: string;
  readonly now: Date;
  readonly open: {
    readonly nudgeId: string;
    readonly questions: readonly AskedQuestion[];
    readonly readers: readonly Named[];
    readonly audience: Audience;
  } | null;
  readonly cadence: Cadence | null;
  readonly next: Date | null;
  readonly paused: { readonly until: string | null } | null;
  readonly stopped: boolean;
  readonly goals: readonly GoalInWords[];
  readonly recent: readonly CheckInInWords[];
  readonly history: readonly NudgeRecord[];
  readonly mentors: readonly Named[];
  readonly mentees: readonly (MenteeInDigest & { readonly goals: readonly GoalInWords[] })[];
  readonly proposals: readonly {
    readonly mentorshipId: string;
    readonly from: Named;
    readonly role: 'mentor' | 'mentee';
    readonly yours: boolean;
    readonly other: Named;
  }[];
  readonly digestCadence: Cadence | null;
  readonly digestNext: Date | null;
  readonly coordinates: readonly {
    readonly program: string;
    readonly pairs: number;
    readonly checkIns: number;
    readonly quiet: number;
  }[];
}

/** One line of "Why was I (not) asked?". */
export interface NudgeRecord {
  readonly nudgeId: string;
  readonly dueAt: Date;
  readonly state: NudgeState;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly sentAt: Date | null;
  readonly sendAt: Date | null;
  readonly answeredAt: Date | null;
}
