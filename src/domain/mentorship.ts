/** A mentorship: its states, and how long a proposal waits. */

export type MentorshipState = 'proposed' | 'active' | 'paused' | 'completed' | 'ended';

export interface Mentorship {
  readonly id: string;
  readonly workspaceId: string;
  readonly programId: string;
  readonly mentorId: string;
  readonly menteeId: string;
  readonly proposedById: string;
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

/** The side that has to answer a proposal. */
function answerer(mentorship: Mentorship): string {
  return mentorship.proposedById === mentorship.mentorId ? mentorship.menteeId : mentorship.mentorId;
}

export type ProposalAnswer = 'accept' | 'decline';

export type ProposalDecision =
  | { kind: 'answer'; state: 'active' | 'ended' }
  | { kind: 'already'; state: MentorshipState }
  | { kind: 'not_yours' };

/** A second tap on the same button is told what already is; only the side that was asked may answer. */
export function decideProposalAnswer(
  mentorship: Mentorship,
  byId: string,
  answer: ProposalAnswer,
): ProposalDecision {
  if (answerer(mentorship) !== byId) return { kind: 'not_yours' };
  if (mentorship.state !== 'proposed') return { kind: 'already', state: mentorship.state };
  return { kind: 'answer', state: answer === 'accept' ? 'active' : 'ended' };
}
