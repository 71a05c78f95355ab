import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import type { Agreed } from '../../domain/pair/agreement';
import type { WorkspaceStore } from '../../store';
import type { StoredBound } from '../../store/pair/agreements';

/** What their agreements allow the bot to ask people: the ceiling that planning, sending and every preview obey alike. */

export async function agreedOf(store: WorkspaceStore, member: Member): Promise<Agreed> {
  return toAgreed(await store.agreements.boundsOf(member.id), member);
}

/** The same for many, in one query. */
export async function agreedByMember(
  store: WorkspaceStore,
  members: readonly Member[],
): Promise<ReadonlyMap<string, Agreed>> {
  const bounds = await store.agreements.bounds(members.map(({ id }) => id));
  const theirs = new Map<string, StoredBound[]>(members.map(({ id }) => [id, []]));
  for (const bound of bounds) theirs.get(bound.memberId)?.push(bound);
  return new Map(members.map((member) => [member.id, toAgreed(theirs.get(member.id) ?? [], member)]));
}

function toAgreed(bounds: readonly StoredBound[], { zone }: Member): Agreed {
  const at = bounds.find(({ lastAskedAt }) => lastAskedAt !== null)?.lastAskedAt ?? null;
  return { bounds: bounds.map(({ bound }) => bound), lastAsked: at === null ? null : localDate(at, zone) };
}

/** For a question that was counted when it was planned. */
export function withoutCount(agreed: ReadonlyMap<string, Agreed>): ReadonlyMap<string, Agreed> {
  return new Map([...agreed].map(([memberId, each]) => [memberId, { ...each, lastAsked: null }]));
}
