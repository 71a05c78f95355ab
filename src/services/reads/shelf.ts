import { named } from '../../domain/facts';
import type { ShelfItem } from '../../domain/ledger/shelf';
import type { WorkspaceStore } from '../../store';
import type { ShelfRow } from '../../store/ledger/shelf';

/** What stands on a shelf, by the names of those who put it there. */
export async function shelfInWords(store: WorkspaceStore, rows: readonly ShelfRow[]): Promise<ShelfItem[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ byId }) => byId))];
  const members = new Map((await store.members.byIds(ids)).map((member) => [member.id, member]));
  return rows.flatMap(({ byId, ...row }) => {
    const by = members.get(byId);
    return by === undefined ? [] : [{ ...row, by: named(by) }];
  });
}
