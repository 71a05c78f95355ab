import type { CheckIn } from '../../domain/check-in';
import { BARRIER_LIMIT, type BarrierDraft } from '../../domain/ledger/barrier';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { Actor } from '../ports';
import { refreshAbout } from '../refresh';

/** Keeps with a check-in what is in the way; no words let it go. Refuses an idea without anything that it might help against. */
export async function keepBarrier(
  store: WorkspaceStore,
  { now }: Actor,
  checkIn: CheckIn,
  draft: BarrierDraft | undefined,
): Promise<void> {
  if (draft === undefined) return;
  const { words, idea } = draft;
  for (const text of [words, idea]) {
    const length = [...(text ?? '')].length;
    if (length > BARRIER_LIMIT) throw new Refused({ code: 'text_too_long', limit: BARRIER_LIMIT, length });
  }
  const before = await store.barriers.ofCheckIn(checkIn.id);
  if (words === null) {
    if (before === null && idea !== null) throw new Refused({ code: 'barrier_missing' });
    if (before === null) return;
    await refreshAbout(store, checkIn);
    await store.barriers.change(before.id, { letGoAt: now });
    return;
  }
  if (words === before?.words && idea === before.idea) return;
  await store.barriers.name(checkIn, { words, idea }, before === null ? null : now);
  await refreshAbout(store, checkIn);
}
