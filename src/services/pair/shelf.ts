import { named, type Named } from '../../domain/facts';
import { LINE_LIMIT, NAME_LIMIT, type ShelfItem } from '../../domain/ledger/shelf';
import { Refused } from '../../domain/refusal';
import type { Pair } from '../../store/mentorships';
import type { Actor, Context } from '../ports';
import { shelfInWords } from '../reads/shelf';
import { refreshDigestsAbout, refreshHome, refreshOpenNudge } from '../refresh';

/** What either of a pair puts on the shelf of the two, and takes away again. The other hears of it with what comes next. */

export interface ShelfChoices {
  /** With whom there is a shelf; each person once. */
  readonly people: readonly (Named & { readonly mentorshipId: string })[];
  /** All that stands there, newest first. */
  readonly items: readonly ShelfItem[];
}

export async function shelfOf({ store }: Context, { member }: Actor): Promise<ShelfChoices> {
  const pairs = await pairsOf({ store }, member.id);
  if (pairs.length === 0) throw new Refused({ code: 'nobody_to_ask' });
  const people = new Map(
    pairs.map((pair) => {
      const other = pair.mentorId === member.id ? pair.mentee : pair.mentor;
      return [other.id, { ...named(other), mentorshipId: pair.id }];
    }),
  );
  const rows = await store.shelf.ofMentorships(pairs.map(({ id }) => id));
  return { people: [...people.values()], items: await shelfInWords(store, rows) };
}

export interface ShelfChange {
  /** Null: nothing is put there. */
  readonly added: {
    readonly mentorshipId: string;
    readonly name: string;
    readonly line: string | null;
  } | null;
  /** Ids; what others put there stays. */
  readonly removed: readonly string[];
  readonly onceKey: string;
}

/** Older digests are looked at no more. */
const TOLD_LATELY = 28 * 24 * 60 * 60 * 1000;

/** Answers with whom it stands there now; null where nothing was put there. */
export async function changeShelf(
  { store }: Context,
  { member, now }: Actor,
  { added, removed, onceKey }: ShelfChange,
): Promise<Named | null> {
  const pairs = await pairsOf({ store }, member.id);
  const pair = added && pairs.find(({ id }) => id === added.mentorshipId);
  if (added !== null && !pair) throw new Refused({ code: 'not_paired_with' });
  refuseLong(added?.name ?? '', NAME_LIMIT);
  refuseLong(added?.line ?? '', LINE_LIMIT);
  await store.transaction(async (within) => {
    const without = removed.length === 0 ? [] : await within.shelf.remove(removed, member.id);
    // What told of it tells of it no more.
    for (const { mentorId, menteeId } of pairs.filter(({ id }) => without.includes(id))) {
      await refreshOpenNudge(within, mentorId === member.id ? menteeId : mentorId);
      await refreshDigestsAbout(within, menteeId, new Date(now.getTime() - TOLD_LATELY));
    }
    if (added && pair) {
      const item = { byId: member.id, at: now, onceKey: `shelf:${member.id}:${onceKey}` };
      await within.shelf.put({ ...item, mentorshipId: pair.id, name: added.name, line: added.line });
    }
    await refreshHome(within, ...new Set(pairs.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])));
  });
  return pair ? named(pair.mentorId === member.id ? pair.mentee : pair.mentor) : null;
}

function refuseLong(text: string, limit: number): void {
  const { length } = [...text];
  if (length > limit) throw new Refused({ code: 'text_too_long', limit, length });
}

async function pairsOf({ store }: Pick<Context, 'store'>, memberId: string): Promise<Pair[]> {
  return (await store.mentorships.openOf(memberId)).filter(({ state }) => state !== 'proposed');
}
