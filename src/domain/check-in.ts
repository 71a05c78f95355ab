/** What a person said about a goal, and for whom. */

export type Audience = 'self' | 'mentor' | 'program';
export type CheckInStatus = 'on_track' | 'stuck' | 'done' | 'note';
export type CheckInState = 'draft' | 'recorded';

export const AUDIENCES: readonly Audience[] = ['self', 'mentor', 'program'];
export const STATUSES: readonly CheckInStatus[] = ['on_track', 'stuck', 'done', 'note'];

/** What a person says comes next, and by which local date ('YYYY-MM-DD'). The field calls it an action item. */
export interface StepDraft {
  /** Null: nothing. */
  readonly words: string | null;
  readonly by: string | null;
}

export const STEP_LIMIT = 200;

export interface NextStep extends StepDraft {
  readonly words: string;
  readonly doneAt: Date | null;
  /** When its person last said that it stays: not yet, or in other words. */
  readonly keptAt: Date | null;
}

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
  readonly nextStep: NextStep | null;
}

export interface StepCheckIn extends CheckIn {
  readonly nextStep: NextStep;
}

export function hasStep(checkIn: CheckIn): checkIn is StepCheckIn {
  return checkIn.nextStep !== null;
}

/**
 * The steps that stand: the newest of each goal that is open, and of none in particular. One that is named takes the
 * place of the one before it; one whose goal is reached or let go rests with it.
 *
 * @param named of each person newest first
 */
export function standingSteps(
  named: readonly StepCheckIn[],
  goals: readonly { readonly id: string; readonly state: string }[],
): StepCheckIn[] {
  const open = new Set(goals.filter(({ state }) => state === 'active').map(({ id }) => id));
  const newest = named.filter(
    (step, at) =>
      named.findIndex(({ memberId, goalId }) => memberId === step.memberId && goalId === step.goalId) === at,
  );
  return newest.filter(({ goalId }) => goalId === null || open.has(goalId));
}
