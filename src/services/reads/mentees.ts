import type { CheckIn } from '../../domain/check-in';
import { checkInInWords, named, type MenteeInDigest } from '../../domain/facts';
import type { Goal, ReachedGoal } from '../../domain/goal';
import { localDate } from '../../domain/local-time';
import { isPaused } from '../../domain/member-life';
import { mayReadThrough, type Form, type Reader, type Thing } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { StoredAbsence } from '../../store/life';
import type { Pair } from '../../store/mentorships';
import { goalFor } from './readers';

/** What mentors, coordinators and mentor channels see of the mentees they follow. */

const DAY = 24 * 60 * 60 * 1000;
/** What waits for the mentor's answer is named for this long; then it rests. */
export const AWAITING_FOR = 28 * DAY;

export interface MenteeFacts {
  readonly inDigest: MenteeInDigest;
  /** How often they checked in with this reader or beside them: the fact, never the content. */
  readonly checkIns: number;
}

/** Everything about some mentees that any reader may see a part of; who sees what is asked of `seenBy`. */
export interface MenteeRows {
  readonly checkIns: readonly CheckIn[];
  readonly awaiting: readonly CheckIn[];
  readonly goals: ReadonlyMap<string, Goal>;
  readonly achieved: readonly ReachedGoal[];
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
  const goals = new Map((await store.goals.ofMembers(ids)).map((goal) => [goal.id, goal]));
  const achieved = await store.goals.achievedBetween(ids, from, to);
  const presence = new Map(
    (await store.digests.presence(ids, from, to)).map((facts) => [facts.memberId, facts]),
  );
  const absences = await store.life.absences(ids, localDate(new Date(to.getTime() - DAY), 'UTC'));
  return { checkIns, awaiting, goals, achieved, presence, absences };
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
  const achieved = rows.achieved.filter(({ reachedAt }) => reachedAt > from);
  const members = new Map(pairs.map(({ mentee }) => [mentee.id, mentee]));

  return new Map(
    [...members].map(([id, member]) => {
      const readers: Reader[] = pairs
        .filter(({ menteeId }) => menteeId === id)
        .map((pair) => ({ kind, through: pair }));
      const formOf = (thing: Thing): Form => mayReadThrough(readers, thing);
      const formOfCheckIn = (checkIn: CheckIn) => formOf({ kind: 'check_in', ...checkIn });
      const inWords = (checkIn: CheckIn) =>
        checkInInWords(checkIn, member, goalFor(readers, goalOf(goals, checkIn)));
      const own = checkIns.filter((checkIn) => checkIn.memberId === id);
      const readable = own.filter((checkIn) => formOfCheckIn(checkIn) === 'content');
      const waiting = awaiting.filter(
        (checkIn) => checkIn.memberId === id && needsAnswer(checkIn) && formOfCheckIn(checkIn) === 'content',
      );
      const reached = achieved.filter(
        ({ memberId, audience, toldTo, reachedAt }) =>
          memberId === id &&
          formOf({ kind: 'goal_change', audience: toldTo, goalAudience: audience, at: reachedAt }) ===
            'content',
      );
      const facts = presence.get(id);
      const today = localDate(to, member.zone);
      const isAway =
        isPaused(member, to) ||
        (facts?.away ?? 0) > 0 ||
        absences.some((absence) => absence.memberId === id && absence.from <= today && today <= absence.to);
      const isQuiet = own.length === 0 && (facts?.asked ?? 0) > 0;
      return [
        id,
        {
          checkIns: own.filter((checkIn) => formOfCheckIn(checkIn) !== 'nothing').length,
          inDigest: {
            mentee: named(member),
            moved: readable.filter(({ status }) => status === 'on_track' || status === 'note').map(inWords),
            stuck: readable.filter(({ status }) => status === 'stuck').map(inWords),
            reached,
            awaiting: kind === 'mentor' ? waiting.map(inWords) : [],
            presence: isAway && own.length === 0 ? 'away' : isQuiet ? 'quiet' : 'steady',
          },
        },
      ];
    }),
  );
}

/** A word or a stuck goal wants an answer; a bare "on track" does not. */
export function needsAnswer(checkIn: CheckIn): boolean {
  return checkIn.status === 'stuck' || checkIn.text !== null;
}

function goalOf(goals: ReadonlyMap<string, Goal>, checkIn: CheckIn): Goal | null {
  return checkIn.goalId === null ? null : (goals.get(checkIn.goalId) ?? null);
}
