import { named } from '../../domain/facts';
import { askState, type AskInWords } from '../../domain/ledger/ask';
import type { Reader } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { Ask } from '../../store/ledger/asks';
import { goalFor, mayWriteTo } from './readers';

/** Asks as somebody meets them: what one is about only as far as they may know of it. */

/** An ask as one of the two sees it; null where it is none, or not theirs. */
export async function askFor(
  store: WorkspaceStore,
  readerId: string,
  askId: string,
): Promise<AskInWords | null> {
  const ask = await store.asks.byId(askId);
  if (ask === null || ![ask.fromId, ask.toId].includes(readerId)) return null;
  const arePaired = await mayWriteTo(store, ask.fromId, ask.toId);
  return inWords(store, readerId, ask, arePaired);
}

/** Those of people who are paired, for one of them. As many statements for many as for one. */
export async function asksInWords(
  store: WorkspaceStore,
  readerId: string,
  asks: readonly Ask[],
): Promise<AskInWords[]> {
  return (await Promise.all(asks.map((ask) => inWords(store, readerId, ask, true)))).flatMap(
    (ask) => ask ?? [],
  );
}

/** What is not over of somebody's: what waits for their answer, and what they have asked themselves. */
export async function asksOf(
  store: WorkspaceStore,
  memberId: string,
): Promise<{ readonly open: readonly AskInWords[]; readonly own: readonly AskInWords[] }> {
  const asks = await store.asks.ofMembers([memberId]);
  const open = asks.filter(({ toId, answeredAt }) => toId === memberId && answeredAt === null);
  const own = asks.filter(({ fromId }) => fromId === memberId);
  return { open: await asksInWords(store, memberId, open), own: await asksInWords(store, memberId, own) };
}

async function inWords(
  store: WorkspaceStore,
  readerId: string,
  ask: Ask,
  arePaired: boolean,
): Promise<AskInWords | null> {
  const { id, fromId, toId, goalId, text, askedAt } = ask;
  const [from, to] = await Promise.all([store.members.byId(fromId), store.members.byId(toId)]);
  if (!from || !to) return null;
  // What the two speak of is a goal of one of them.
  const goals = (await Promise.all([fromId, toId].map((memberId) => store.goals.ofMember(memberId)))).flat();
  const about = goals.find((goal) => goal.id === goalId) ?? null;
  return {
    id,
    from: named(from),
    to: named(to),
    goal: about && goalFor(await readersOf(store, readerId, about.memberId), about),
    text,
    askedAt,
    state: askState(ask, arePaired),
  };
}

/** As whom somebody reads what is this owner's. */
async function readersOf(store: WorkspaceStore, readerId: string, ownerId: string): Promise<Reader[]> {
  if (readerId === ownerId) return [{ kind: 'self' }];
  const pairs = await store.mentorships.currentOfMentee(ownerId);
  return pairs
    .filter(({ mentorId }) => mentorId === readerId)
    .map((through) => ({ kind: 'mentor', through }));
}
