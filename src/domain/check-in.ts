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
  readonly saidAt: Date;
  readonly editedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly filedAt: Date | null;
  readonly originChannel: string | null;
  readonly originTs: string | null;
}

export type Reader = 'self' | 'mentor' | 'coordinator' | 'mentor_channel';

/** Who may read what: the one rule behind every view, digest and message. A draft is its author's alone. */
export function mayRead(reader: Reader, checkIn: Pick<CheckIn, 'audience' | 'state'>): boolean {
  if (reader === 'self') return true;
  if (checkIn.state === 'draft') return false;
  switch (checkIn.audience) {
    case 'self':
      return false;
    case 'mentor':
      return reader === 'mentor';
    case 'program':
      return true;
  }
}
