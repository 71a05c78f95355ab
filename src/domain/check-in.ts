/** What a person said about a goal, and for whom. */

export type Audience = 'self' | 'mentor' | 'program';
export type CheckInStatus = 'on_track' | 'stuck' | 'done' | 'note';
export type CheckInState = 'draft' | 'recorded';

export const AUDIENCES: readonly Audience[] = ['self', 'mentor', 'program'];
export const STATUSES: readonly CheckInStatus[] = ['on_track', 'stuck', 'done', 'note'];

export interface CheckIn {
  readonly id: string;
  readonly workspaceId: string;
  readonly memberId: string;
  readonly goalId: string | null;
  readonly nudgeId: string | null;
  readonly state: CheckInState;
  readonly status: CheckInStatus;
  readonly text: string | null;
  readonly audience: Audience;
  /** The mentorships whose mentors the nudge or the receipt named as readers. */
  readonly sharedWith: readonly string[];
  readonly saidAt: Date;
  readonly editedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly filedAt: Date | null;
  readonly originChannel: string | null;
  readonly originTs: string | null;
}
