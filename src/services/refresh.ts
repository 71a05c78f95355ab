import type { CheckIn } from '../domain/check-in';
import type { Goal } from '../domain/goal';
import type { PromiseMade } from '../domain/ledger/promise';
import type { WorkspaceStore } from '../store';

/** What is put into the outbox so that things already said, and App Home, show what is true now. */

/** Brings what was said about these subjects up to date, or what is being said at this moment. */
export async function refreshMessages(
  store: WorkspaceStore,
  ...subjectIds: readonly string[]
): Promise<void> {
  const messages = await store.messages.about(subjectIds);
  await store.enqueue(
    messages.map(({ id }) => ({ do: 'refresh', workspaceId: store.workspaceId, lane: id, messageId: id })),
  );
}

/** Every message that shows this check-in: the person's own, and the digests of those who read it. */
export async function refreshAbout(store: WorkspaceStore, checkIn: CheckIn): Promise<void> {
  const { id, memberId, saidAt } = checkIn;
  const carries = (await store.promises.ofCheckIn(id)) ?? (await store.barriers.ofCheckIn(id));
  // What it names as next, or as in the way, is carried on: by the questions of its person, and by any later digest.
  const until = carries === null ? new Date(saidAt.getTime() + SHOWN_FOR) : null;
  const digestIds = await store.digests.thatMayShow(memberId, saidAt, until, DIGESTS_REFRESHED);
  await refreshMessages(store, ...subjectsOf(checkIn), ...digestIds);
  if (carries !== null) await refreshOpenNudge(store, memberId);
}

/** The same of a promise: with the answer that names it, or with what was said of it to the other of the pair. */
export async function refreshAboutPromise(store: WorkspaceStore, promise: PromiseMade): Promise<void> {
  const { id, memberId, mentorshipId, checkInId, saidAt } = promise;
  const checkIn = checkInId === null ? null : await store.checkIns.byId(checkInId);
  const pair = mentorshipId === null ? null : await store.mentorships.byId(mentorshipId);
  const digestIds = await store.digests.thatMayShow(
    pair?.menteeId ?? memberId,
    saidAt,
    null,
    DIGESTS_REFRESHED,
  );
  await refreshMessages(store, id, ...(checkIn === null ? [] : subjectsOf(checkIn)), ...digestIds);
  await refreshOpenNudge(store, memberId);
}

function subjectsOf({ id, nudgeId }: CheckIn): string[] {
  return nudgeId === null ? [id] : [id, nudgeId];
}

/** The digests since then in which this mentee stands. */
export async function refreshDigestsAbout(
  store: WorkspaceStore,
  menteeId: string,
  since: Date,
): Promise<void> {
  await refreshMessages(
    store,
    ...(await store.digests.thatMayShow(menteeId, since, null, DIGESTS_REFRESHED)),
  );
}

/** What was said of an ask, and what carries it, shows how it stands. */
export async function refreshAsk(store: WorkspaceStore, askId: string): Promise<void> {
  const ask = await store.asks.byId(askId);
  if (ask === null) return;
  await refreshMessages(store, ...(await store.responses.inThread(askId)));
  await refreshDigestsAbout(store, ask.fromId, ask.askedAt);
  await refreshOpenNudge(store, ask.toId);
  await refreshHome(store, ask.fromId, ask.toId);
}

/** Whether the two of a pair are paired shows on what one has asked the other. */
export async function refreshAsksBetween(
  store: WorkspaceStore,
  { mentorId, menteeId }: { readonly mentorId: string; readonly menteeId: string },
): Promise<void> {
  const asks = await store.asks.ofMembers([mentorId]);
  const between = asks.filter(({ fromId, toId }) => fromId === menteeId || toId === menteeId);
  await refreshMessages(store, ...between.map(({ id }) => id));
}

/** Every message to others that names this goal. */
export async function refreshAboutGoal(store: WorkspaceStore, goal: Goal): Promise<void> {
  await refreshMessages(store, goal.id, ...(await store.asks.aboutGoal(goal.id)));
  await refreshDigestsAbout(store, goal.memberId, goal.createdAt);
}

/** A check-in stands in the digest that follows it, and for four weeks among those that wait for an answer. */
const SHOWN_FOR = 36 * 24 * 60 * 60 * 1000;
/** A goal or a promise may be years old: a change of it reaches so many of the newest digests. */
const DIGESTS_REFRESHED = 50;

/** Who reads has changed (a pairing, an end, another default): the question that is open says so, and then obeys it. */
export async function refreshOpenNudge(store: WorkspaceStore, memberId: string): Promise<void> {
  const nudgeIds = await store.nudges.answerableOf(memberId);
  await refreshMessages(store, ...nudgeIds);
}

/** Puts into the outbox that App Home be shown anew: to the person, and to those who see their progress. */
export async function refreshHomes(store: WorkspaceStore, memberId: string): Promise<void> {
  const mentorships = await store.mentorships.currentOfMentees([memberId]);
  await refreshHome(store, ...new Set([memberId, ...mentorships.map(({ mentorId }) => mentorId)]));
}

/** The same for these people alone. */
export async function refreshHome(store: WorkspaceStore, ...memberIds: readonly string[]): Promise<void> {
  await store.enqueue(
    memberIds.map((id) => ({ do: 'home', workspaceId: store.workspaceId, lane: id, memberId: id })),
  );
}
