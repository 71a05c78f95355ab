import { nudgeRecord, type NudgeRecord } from '../../domain/facts';
import type { Actor, Context } from '../ports';

/** What became of the last nudges. */

const HISTORY = 20;

/** What became of a person's last questions, newest first: "why was I (not) asked?". */
export async function nudgeHistory({ store }: Context, { member }: Actor): Promise<NudgeRecord[]> {
  const nudges = await store.nudges.recent(member.id, HISTORY);
  return nudges.map(nudgeRecord);
}
