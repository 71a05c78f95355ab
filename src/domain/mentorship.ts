/** A mentorship: its states, and how long a proposal waits. */

export type MentorshipState = 'proposed' | 'active' | 'paused' | 'completed' | 'ended';

export interface Mentorship {
  readonly id: string;
  readonly workspaceId: string;
  readonly programId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly proposedById: string;
  /** Who said yes while the other has not answered. */
  readonly acceptedById: string | null;
  readonly state: MentorshipState;
  readonly proposedAt: Date;
  readonly activeAt: Date | null;
  readonly askedAgainAt: Date | null;
}

const DAY = 24 * 60 * 60 * 1000;

/** An unanswered proposal is asked about once after 3 days, and lapses 7 days later. */
export const ASK_AGAIN_AFTER = 3 * DAY;
export const LAPSE_AFTER = 7 * DAY;

/** Whoever declined is not asked by the same person again before so many days are over; they may ask at any time. */
export const LEAVE_ALONE_FOR = 30 * DAY;

/** 'mentor:mentee', the key that lets a pair have one open mentorship only. */
export function pairKey(mentorId: string, menteeId: string): string {
  return `${mentorId}:${menteeId}`;
}

type Sides = Pick<Mentorship, 'mentorId' | 'menteeId' | 'proposedById' | 'acceptedById'>;

/** Those who have to answer a proposal: the other side, or both where somebody else proposed it. */
function asked({ mentorId, menteeId, proposedById }: Sides): string[] {
  return [mentorId, menteeId].filter((id) => id !== proposedById);
}

/** Those of them who have not answered yet. */
export function waitsFor(sides: Sides): string[] {
  return asked(sides).filter((id) => id !== sides.acceptedById);
}

export type ProposalAnswer = 'accept' | 'decline';

export type ProposalDecision =
  | { kind: 'answer'; state: 'active' | 'ended' }
  /** Accepted, and the other side has not answered yet. */
  | { kind: 'waits' }
  | { kind: 'already'; state: MentorshipState }
  | { kind: 'not_yours' };

/** A second tap on the same button is told what already is; only who was asked may answer. */
export function decideProposalAnswer(
  mentorship: Mentorship,
  byId: string,
  answer: ProposalAnswer,
): ProposalDecision {
  if (!asked(mentorship).includes(byId)) return { kind: 'not_yours' };
  const waiting = waitsFor(mentorship);
  if (mentorship.state !== 'proposed') return { kind: 'already', state: mentorship.state };
  if (answer === 'decline') return { kind: 'answer', state: 'ended' };
  if (!waiting.includes(byId)) return { kind: 'already', state: 'proposed' };
  return waiting.length === 1 ? { kind: 'answer', state: 'active' } : { kind: 'waits' };
}

/** More than anybody mentors at once. */
export const MOST_MENTEES = 50;

/** Whether a mentor takes one more. @param capacity null: as many as come */
export function hasRoom(capacity: number | null, mentees: number): boolean {
  return capacity === null || mentees < capacity;
}
