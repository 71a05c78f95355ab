import { nextDue } from '../../domain/cadence';
import type { Member } from '../../domain/member';
import { Refused } from '../../domain/refusal';
import type { WorkspaceStore } from '../../store';
import type { NewDigest } from '../../store/digests';
import type { Pair } from '../../store/mentorships';
import type { ToSay } from '../../store/messages';
import type { DueCadence } from '../../store/sweeps';
import { restAfterDigests } from '../ledger/rest';
import type { Actor, Context } from '../ports';
import { loadMentees, seenBy, type MenteeRows } from '../reads/mentees';

/** What the sweep does with due digests, in sets: as many statements for a batch of five as for one of five hundred. */

const WEEK = 7 * 24 * 60 * 60 * 1000;
/** A digest this late tells nobody anything new. */
const TOO_LATE = 12 * 60 * 60 * 1000;

/** Due digests of mentors: one each, from the end of the last. A mentor without mentees gets none. */
export async function planDigests(
  store: WorkspaceStore,
  due: readonly DueCadence[],
  now: Date,
): Promise<void> {
  const members = new Map((await store.members.byIds(idsOf(due))).map((member) => [member.id, member]));
  const pairs = await store.mentorships.currentOfMentors([...members.keys()]);
  const lastEnds = await store.digests.lastEnds('memberId', [...members.keys()]);
  const planned = due.flatMap((cadence) => {
    const member = members.get(cadence.memberId ?? '');
    const own = pairs.filter(({ mentorId }) => mentorId === member?.id);
    if (!member || isLate(cadence, now) || own.length === 0) return [];
    const from = lastEnds.get(member.id) ?? new Date(now.getTime() - WEEK);
    return [{ id: store.newId(), member, pairs: own, from }];
  });
  const asked = new Set((await store.asks.ofMembers([...members.keys()])).map(({ toId }) => toId));
  const isWanted = ({ member }: (typeof planned)[number]) => member.digestWhenEmpty || asked.has(member.id);
  const wanted = await thoseWithNews(store, planned, isWanted, 'mentor', now);
  await restAfterDigests(
    store,
    wanted.map(({ member }) => member.id),
    now,
  );
  await write(
    store,
    ...ofMentors(wanted, now),
    due.map((cadence) => ({
      cadence,
      zone: cadence.zone ?? members.get(cadence.memberId ?? '')?.zone ?? 'UTC',
    })),
    now,
  );
}

/** What is new for a mentor, at once. The next that is due begins where this ends. */
export async function digestNow({ store }: Context, { member, now }: Actor): Promise<void> {
  await store.transaction(async (within) => {
    // Asked for twice at once, it comes once.
    await within.members.lock(member.id);
    const pairs = await within.mentorships.currentOfMentors([member.id]);
    if (pairs.length === 0) throw new Refused({ code: 'mentors_only' });
    const since = (await within.digests.lastEnds('memberId', [member.id])).get(member.id) ?? null;
    const planned = { id: within.newId(), pairs, from: since ?? new Date(now.getTime() - WEEK) };
    const rows = await loadMentees(within, pairs, planned.from, now);
    if (!hasNews(rows, planned, 'mentor', now, false)) {
      throw new Refused({ code: 'nothing_new', since, zone: member.zone });
    }
    const [digests, messages] = ofMentors([{ ...planned, member }], now);
    await within.digests.add(digests);
    await within.messages.say(messages, now);
  });
}

/** Due digests of mentor channels. A week in which nobody said anything stays quiet in the channel. */
export async function planChannelDigests(
  store: WorkspaceStore,
  due: readonly DueCadence[],
  now: Date,
): Promise<void> {
  const programs = await store.programs.byIds(due.flatMap(({ programId }) => programId ?? []));
  const ids = programs.map(({ id }) => id);
  const pairs = await store.mentorships.currentOfPrograms(ids);
  const lastEnds = await store.digests.lastEnds('programId', ids);
  const planned = due.flatMap((cadence) => {
    const program = programs.find(({ id }) => id === cadence.programId);
    const channelId = program?.digestChannelId;
    const own = pairs.filter(({ programId }) => programId === program?.id);
    if (!program || !channelId || isLate(cadence, now) || own.length === 0) return [];
    const from = lastEnds.get(program.id) ?? new Date(now.getTime() - WEEK);
    return [{ id: store.newId(), program, channelId, pairs: own, from }];
  });
  const wanted = await thoseWithNews(store, planned, () => false, 'mentor_channel', now);
  await write(
    store,
    wanted.map(({ id, program, from }) => ({ id, memberId: null, programId: program.id, from, to: now })),
    wanted.map(({ id, channelId }) => ({
      kind: 'channel_digest',
      channelId,
      subjectId: id,
      onceKey: `channel-digest:${id}`,
    })),
    due.map((cadence) => ({ cadence, zone: cadence.zone ?? 'UTC' })),
    now,
  );
}

function idsOf(due: readonly DueCadence[]): string[] {
  return due.flatMap(({ memberId }) => memberId ?? []);
}

function isLate({ nextDueAt }: DueCadence, now: Date): boolean {
  return now.getTime() - nextDueAt.getTime() > TOO_LATE;
}

interface Planned {
  readonly pairs: readonly Pair[];
  readonly from: Date;
}

/** Those that have something to tell, and those that are wanted even without. */
async function thoseWithNews<Each extends Planned>(
  store: WorkspaceStore,
  planned: readonly Each[],
  isWantedEmpty: (each: Each) => boolean,
  kind: 'mentor' | 'mentor_channel',
  now: Date,
): Promise<Each[]> {
  const asked = planned.filter((each) => !isWantedEmpty(each));
  const [first] = asked.map(({ from }) => from).sort((one, other) => one.getTime() - other.getTime());
  if (first === undefined) return [...planned];
  const rows = await loadMentees(
    store,
    asked.flatMap(({ pairs }) => pairs),
    first,
    now,
  );
  return planned.filter((each) => isWantedEmpty(each) || hasNews(rows, each, kind, now, true));
}

/** @param countsWaiting whether what waits for an answer is told again */
function hasNews(
  rows: MenteeRows,
  { pairs, from }: Planned,
  kind: 'mentor' | 'mentor_channel',
  now: Date,
  countsWaiting: boolean,
): boolean {
  return [...seenBy(rows, pairs, kind, from, now).values()].some(
    ({ checkIns, inDigest: { moved, stuck, reached, newGoals, awaiting, promises } }) =>
      moved.length + stuck.length + reached.length + newGoals.length > 0 ||
      (countsWaiting && awaiting.length + promises.length > 0) ||
      (kind === 'mentor_channel' && checkIns > 0),
  );
}

function ofMentors(
  planned: readonly (Planned & { readonly id: string; readonly member: Member })[],
  now: Date,
): [NewDigest[], ToSay[]] {
  return [
    planned.map(({ id, member, from }) => ({ id, memberId: member.id, programId: null, from, to: now })),
    planned.map(({ id, member }) => ({
      kind: 'digest',
      memberId: member.id,
      subjectId: id,
      onceKey: `digest:${id}`,
    })),
  ];
}

async function write(
  store: WorkspaceStore,
  digests: readonly NewDigest[],
  messages: readonly ToSay[],
  cadences: readonly { readonly cadence: DueCadence; readonly zone: string }[],
  now: Date,
): Promise<void> {
  await store.digests.add(digests);
  await store.messages.say(messages, now);
  await store.cadences.setNextDues(
    cadences.map(({ cadence, zone }) => ({ id: cadence.id, nextDueAt: nextDue(cadence, zone, now) })),
  );
}
