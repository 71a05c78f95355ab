import type { CheckIn } from '../../domain/check-in';
import {
  checkInInWords,
  named,
  type MenteeInDigest,
  type PromiseBetween,
  type Trend,
} from '../../domain/facts';
import type { Goal, ReachedGoal } from '../../domain/goal';
import type { Barrier } from '../../domain/ledger/barrier';
import type { OpenThing } from '../../domain/ledger/open-thing';
import { standing, type PromiseMade } from '../../domain/ledger/promise';
import { inTheWay } from '../../domain/ledger/rider';
import { localDate } from '../../domain/local-time';
import { isPaused } from '../../domain/member-life';
import { mayReadThrough, type Form, type Reader, type Sharing, type Thing } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { StoredAbsence } from '../../store/life';
import type { Pair } from '../../store/mentorships';
import { UNDO_FOR } from '../people/settings';
import { isHeardOf, isNewsTo, newGoalsTold, wasOpen, type NewGoalTold } from './new-goals';
import { goalFor } from './readers';
import { toldAt } from './reached';

/** What mentors, coordinators and mentor channels see of the mentees they follow. */

const DAY = 24 * 60 * 60 * 1000;
/** What waits for the mentor's answer is named for this long; then it rests. */
export const AWAITING_FOR = 28 * DAY;

/** A trend is of the last four answers of eight weeks, and of three at least. */
const LATELY = 56 * DAY;
const TREND_OF = 4;
const TREND_FROM = 3;
/** Of these, as not each may be this mentor's to read. */
const LOOKED_AT = 3 * TREND_OF;

export interface MenteeFacts {
  readonly inDigest: MenteeInDigest;
  /** How often they checked in with this reader or beside them: the fact, never the content. */
  readonly checkIns: number;
}

/** Everything about some mentees that any reader may see a part of; who sees what is asked of `seenBy`. */
export interface MenteeRows {
  readonly checkIns: readonly CheckIn[];
  readonly awaiting: readonly CheckIn[];
  readonly lately: readonly CheckIn[];
  readonly barriers: readonly Barrier[];
  /** Of the mentees, and of their mentors. */
  readonly promises: readonly PromiseMade[];
  readonly goals: ReadonlyMap<string, Goal>;
  readonly achieved: readonly ReachedGoal[];
  readonly newGoalsTold: readonly NewGoalTold[];
  readonly presence: ReadonlyMap<string, { readonly asked: number; readonly away: number }>;
  readonly absences: readonly StoredAbsence[];
}

/** Each mentee once, as a reader of this kind may see them through these pairs. A fixed number of queries. */
export async function gatherMentees(
  store: WorkspaceStore,
  pairs: readonly Pair[],
  kind: Through,
  from: Date,
  to: Date,
): Promise<Map<string, MenteeFacts>> {
  if (pairs.length === 0) return new Map();
  return seenBy(await loadMentees(store, pairs, from, to), pairs, kind, from, to);
}

type Through = Exclude<Reader['kind'], 'self'>;

/** The rows of a span of time, whatever the number of mentees in as many queries. */
export async function loadMentees(
  store: WorkspaceStore,
  pairs: readonly Pair[],
  from: Date,
  to: Date,
): Promise<MenteeRows> {
  const ids = [...new Set(pairs.map(({ menteeId }) => menteeId))];
  const checkIns = await store.checkIns.between(ids, from, to);
  const awaiting = await store.checkIns.awaiting(ids, new Date(to.getTime() - AWAITING_FOR), to);
  const lately = await store.checkIns.lately(ids, new Date(to.getTime() - LATELY), to, LOOKED_AT);
  const barriers = await store.barriers.ofMembers(ids);
  const both = new Set([...ids, ...pairs.map(({ mentorId }) => mentorId)]);
  const promises = await store.promises.ofMembers([...both]);
  const goals = new Map((await store.goals.ofMembers(ids)).map((goal) => [goal.id, goal]));
  const achieved = await store.goals.achievedBetween(ids, new Date(from.getTime() - UNDO_FOR), to);
  const set = [...goals.values()].filter(({ createdAt }) => isWithin(createdAt, from, to));
  const told = await newGoalsTold(store, set);
  const presence = new Map(
    (await store.digests.presence(ids, from, to)).map((facts) => [facts.memberId, facts]),
  );
  const absences = await store.life.absences(ids, localDate(new Date(to.getTime() - DAY), 'UTC'));
  return {
    checkIns,
    awaiting,
    lately,
    barriers,
    promises,
    goals,
    achieved,
    newGoalsTold: told,
    presence,
    absences,
  };
}

/** What this reader sees of the mentees of these pairs, between `from` and `to`, from rows of at least that span. */
export function seenBy(
  rows: MenteeRows,
  pairs: readonly Pair[],
  kind: Through,
  from: Date,
  to: Date,
): Map<string, MenteeFacts> {
  const { goals, awaiting, presence, absences } = rows;
  const checkIns = rows.checkIns.filter(({ saidAt }) => saidAt > from);
  const promises = rows.promises.filter(({ saidAt }) => saidAt <= to);
  const steps = promises.filter(({ checkInId, letGoAt }) => checkInId !== null && letGoAt === null);
  const barriers = rows.barriers.filter(({ saidAt, letGoAt }) => saidAt <= to && letGoAt === null);
  const stepOf = new Map(steps.map((step) => [step.checkInId, step]));
  const barrierOf = new Map(barriers.map((barrier) => [barrier.checkInId, barrier]));
  const stands = new Set(standing(steps, [...goals.values()]));
  // What it stands with in the lines above is not said again.
  const isCarried = (thing: OpenThing, stillStands: boolean) =>
    thing.saidAt <= from && (isOpenAt(thing, to) ? stillStands : isClosed(thing, from, to));
  const carried = steps.filter((step) => isCarried(step, stands.has(step)));
  const blocking = new Set(inTheWay(barriers, [...goals.values()]));
  const inWay = barriers.filter((barrier) => isCarried(barrier, blocking.has(barrier)));
  const achieved = rows.achieved.filter(({ reachedAt }) => isWithin(toldAt(reachedAt), from, to));
  // Its owner may still take it back: it is for the next digest, and so are the words that say so.
  const notYetTold = new Set(
    rows.achieved.filter(({ reachedAt }) => toldAt(reachedAt) > to).map(({ id }) => id),
  );
  const open = [...goals.values()].filter((goal) => isWithin(goal.createdAt, from, to) && wasOpen(goal, to));
  const ofMentee = new Map(pairs.map((pair) => [pair.menteeId, pair]));

  return new Map(
    [...ofMentee].map(([id, { id: mentorshipId, mentee: member }]) => {
      const readers: Reader[] = pairs
        .filter(({ menteeId }) => menteeId === id)
        .map((pair) => ({ kind, through: pair }));
      const formOf = (thing: Thing): Form => mayReadThrough(readers, thing);
      const formOfCheckIn = (checkIn: CheckIn) => formOf({ kind: 'check_in', ...checkIn });
      const inWords = (checkIn: CheckIn) =>
        checkInInWords(checkIn, member, goalFor(readers, goalOf(goals, checkIn)), {
          nextStep: stepOf.get(checkIn.id) ?? null,
          barrier: barrierOf.get(checkIn.id) ?? null,
        });
      const isForReader = ({ audience, sharedWith }: Sharing) =>
        formOf({ audience, sharedWith, kind: 'check_in', state: 'recorded' }) === 'content';
      const isTold = ({ status, goalId }: CheckIn) => status !== 'done' || !notYetTold.has(goalId ?? '');
      const isReadable = (checkIn: CheckIn) => isTold(checkIn) && formOfCheckIn(checkIn) === 'content';
      const own = checkIns.filter((checkIn) => checkIn.memberId === id);
      const heard = own.filter((checkIn) => isTold(checkIn) && formOfCheckIn(checkIn) !== 'nothing');
      const readable = own.filter(isReadable);
      const waiting = awaiting.filter(
        (checkIn) => checkIn.memberId === id && needsAnswer(checkIn) && isReadable(checkIn),
      );
      const reached = achieved.filter(
        ({ memberId, audience, toldTo, reachedAt }) =>
          memberId === id &&
          formOf({ kind: 'goal_change', audience: toldTo, goalAudience: audience, at: reachedAt }) ===
            'content',
      );
      const isNew = (goal: Goal) =>
        pairs.some(
          (pair) =>
            pair.menteeId === goal.memberId &&
            isNewsTo(goal, pair) &&
            !isHeardOf(goal, pair, rows.newGoalsTold, to),
        );
      const facts = presence.get(id);
      const today = localDate(to, member.zone);
      const isAway =
        isPaused(member, to) ||
        (facts?.away ?? 0) > 0 ||
        absences.some((absence) => absence.memberId === id && absence.from <= today && today <= absence.to);
      const asked = facts?.asked ?? 0;
      const silence = isAway ? 'away' : asked > 0 ? 'quiet' : 'not_asked';
      return [
        id,
        {
          checkIns: own.filter((checkIn) => formOfCheckIn(checkIn) !== 'nothing').length,
          inDigest: {
            mentee: named(member),
            mentorshipId,
            moved: readable.filter(({ status }) => status === 'on_track' || status === 'note').map(inWords),
            stuck: readable.filter(({ status }) => status === 'stuck').map(inWords),
            reached,
            newGoals: kind === 'mentor' ? open.filter((goal) => goal.memberId === id && isNew(goal)) : [],
            steps: carried.filter((step) => step.memberId === id && isForReader(step)),
            barriers: inWay.filter((barrier) => barrier.memberId === id && isForReader(barrier)),
            promises: kind === 'mentor' ? promisesOf(pairs, id, promises, from, to) : [],
            awaiting: kind === 'mentor' ? waiting.map(inWords) : [],
            presence: heard.length > 0 ? 'steady' : silence,
            asked,
            trend:
              kind === 'mentor'
                ? trendOf(rows.lately.filter((each) => each.memberId === id && isReadable(each)))
                : null,
          },
        },
      ];
    }),
  );
}

/** What a mentor and this mentee have promised each other: what is open and asked about, and what was closed in this span. */
function promisesOf(
  pairs: readonly Pair[],
  menteeId: string,
  promises: readonly PromiseMade[],
  from: Date,
  to: Date,
): PromiseBetween[] {
  return pairs
    .filter((pair) => pair.menteeId === menteeId)
    .flatMap((pair) =>
      promises
        .filter(
          (promise) =>
            promise.mentorshipId === pair.id &&
            (isOpenAt(promise, to)
              ? promise.restsAt === null || promise.restsAt >= to
              : isClosed(promise, from, to)),
        )
        .map((promise) => ({
          promiseId: promise.id,
          promise,
          other: named(pair.mentee),
          isMine: promise.memberId === pair.mentorId,
        })),
    );
}

function isOpenAt({ closedAt }: OpenThing, at: Date): boolean {
  return closedAt === null || closedAt > at;
}

function isClosed({ closedAt }: OpenThing, from: Date, to: Date): boolean {
  return closedAt !== null && isWithin(closedAt, from, to);
}

/** @param answers newest first */
function trendOf(answers: readonly CheckIn[]): Trend | null {
  const last = answers.slice(0, TREND_OF);
  if (last.length < TREND_FROM) return null;
  return { onTrack: last.filter(({ status }) => status !== 'stuck').length, of: last.length };
}

function isWithin(at: Date, from: Date, to: Date): boolean {
  return at > from && at <= to;
}

/** A stuck goal, or words, want an answer; what is on track may have one. */
export function needsAnswer({ status, text }: CheckIn): boolean {
  return status === 'stuck' || (status !== 'on_track' && text !== null);
}

function goalOf(goals: ReadonlyMap<string, Goal>, checkIn: CheckIn): Goal | null {
  return checkIn.goalId === null ? null : (goals.get(checkIn.goalId) ?? null);
}
