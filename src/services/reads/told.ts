import type { CheckIn } from '../../domain/check-in';
import { mayRead } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';

/** Whom a person may tell at once that they are stuck, and whom they told. */

export interface ToldOf {
  /** The mentors who may read the answer, and have not been told of it. */
  readonly waiting: readonly Pair[];
  readonly told: readonly Pair[];
  /** How many words about it were meant for each mentor before, said or let go of. */
  readonly before: ReadonlyMap<string, number>;
}

const NOBODY: ToldOf = { waiting: [], told: [], before: new Map() };

/** Of an answer that says "stuck"; of any other nobody is told before their digest. */
export async function toldOf(store: WorkspaceStore, checkIn: CheckIn): Promise<ToldOf> {
  if (checkIn.status !== 'stuck' || checkIn.audience === 'self') return NOBODY;
  const pairs = await store.mentorships.currentOfMentee(checkIn.memberId);
  const readable = pairs.filter(
    (pair) => mayRead({ kind: 'mentor', through: pair }, { kind: 'check_in', ...checkIn }) === 'content',
  );
  const said = await store.messages.ofKind(checkIn.id, 'stuck_now');
  const isTold = ({ mentorId }: Pair) =>
    said.some(({ memberId, state }) => memberId === mentorId && state !== 'dropped' && state !== 'failed');
  return {
    waiting: readable.filter((pair) => !isTold(pair)),
    told: readable.filter(isTold),
    before: new Map(
      pairs.map(({ mentorId }) => [mentorId, said.filter(({ memberId }) => memberId === mentorId).length]),
    ),
  };
}
