import type { LaidAside } from '../../domain/due';
import { nudgeRecord, type NudgeRecord } from '../../domain/facts';
import type { Actor, Context } from '../ports';

/** What became of the last nudges. */

const HISTORY = 20;

export interface NudgeHistory {
  readonly records: readonly NudgeRecord[];
  /** What could not be put together for this person, and is tried again. */
  readonly laidAside: readonly LaidAside[];
}

/** What became of a person's last questions, newest first: "why was I (not) asked?". */
export async function nudgeHistory({ store }: Context, { member, now }: Actor): Promise<NudgeHistory> {
  const nudges = await store.nudges.recent(member.id, HISTORY);
  return { records: nudges.map(nudgeRecord), laidAside: await store.laidAside.ofMember(member.id, now) };
}
