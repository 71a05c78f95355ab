import type { Absence } from '../../domain/absence';
import { named, type Named } from '../../domain/facts';
import type { WorkspaceStore } from '../../store';
import { absencesOf, readSettings } from '../people/settings';

/** Days away that somebody noted for somebody else, while that can be taken back. */
export async function awayNoted(
  store: WorkspaceStore,
  undoId: string,
): Promise<{ readonly by: Named; readonly absences: readonly Absence[] } | null> {
  const change = await store.undos.byId(undoId);
  const by = change && (await store.members.byId(change.memberId));
  if (!change || !by) return null;
  const before = absencesOf(readSettings(change.before));
  const isNew = ({ from, to }: Absence) => !before.some((known) => known.from === from && known.to === to);
  return { by: named(by), absences: absencesOf(readSettings(change.after)).filter(isNew) };
}
