import type { CheckIn } from '../../../domain/check-in';
import {
  checkInInWords,
  named,
  NOTHING_CARRIED,
  type Carried,
  type CheckInInWords,
  type MenteeLine,
} from '../../../domain/facts';
import { localDate } from '../../../domain/local-time';
import type { Goal } from '../../../domain/goal';
import type { Member } from '../../../domain/member';
import { isPaused } from '../../../domain/member-life';
import { mayReadThrough, type Reader, type Thing } from '../../../domain/visibility';
import type { WorkspaceStore } from '../../../store';
import type { StoredAbsence } from '../../../store/life';
import type { Pair } from '../../../store/mentorships';
import { UNDO_FOR } from '../../people/settings';
import { AWAITING_FOR, needsAnswer } from '../mentees';
import { toldAt } from '../reached';
import { goalFor } from '../readers';
import { carriedOfAll } from '../rider';
import { pageOf, type HomePlace, type Page } from './page';

/** What a mentor's App Home shows: what waits for a reply, and a line a mentee. What is on no page is not read. */

const FORTNIGHT = 14 * 24 * 60 * 60 * 1000;

/** What waits for a word from this mentor, oldest first. @param pairs all of theirs */
export async function waitingFor(
  store: WorkspaceStore,
  pairs: readonly Pair[],
  at: HomePlace | null,
  now: Date,
): Promise<Page<CheckInInWords>> {
  if (pairs.length === 0) return pageOf('waiting', [], null);
  const by = new Map(pairs.map((pair) => [pair.menteeId, pair]));
  const waiting = await store.checkIns.awaiting([...by.keys()], new Date(now.getTime() - AWAITING_FOR), now);
  const { rows, ...page } = pageOf(
    'waiting',
    waiting.filter(
      (checkIn) => needsAnswer(checkIn) && isTold(checkIn, now) && isFor(by.get(checkIn.memberId), checkIn),
    ),
    at,
  );
  const goals = await store.goals.ofMembers(rows.map(({ memberId }) => memberId));
  const carried = await carriedOfAll(store, rows);
  return {
    ...page,
    rows: rows.flatMap((checkIn) => inWords(by.get(checkIn.memberId), checkIn, goals, carried)),
  };
}

/** @param nexts when each of them is asked next */
export async function menteeLines(
  store: WorkspaceStore,
  { rows: pairs, ...page }: Page<Pair>,
  nexts: ReadonlyMap<string, Date | null>,
  now: Date,
): Promise<Page<MenteeLine>> {
  const [first] = pairs;
  if (first === undefined) return { ...page, rows: [] };
  const ids = pairs.map(({ menteeId }) => menteeId);
  const said = await store.checkIns.lastSaidThrough(pairs, new Date(now.getTime() - UNDO_FOR));
  const carried = await carriedOfAll(store, said);
  const goals = await store.goals.ofMembers(ids);
  const achieved = await store.goals.achievedBetween(ids, new Date(now.getTime() - FORTNIGHT), now);
  const absences = await store.life.absences(ids, localDate(new Date(now.getTime() - DAY), 'UTC'));
  const asked = await store.responses.waitingFrom(first.mentorId);
  const rows = pairs.map((pair): MenteeLine => {
    const theirs = goals.filter(({ memberId }) => memberId === pair.menteeId);
    const heard = said.find(({ memberId }) => memberId === pair.menteeId);
    return {
      mentee: named(pair.mentee),
      mentorshipId: pair.id,
      goals: theirs.filter((goal) => goal.state === 'active' && goalFor(readers(pair), goal) !== null),
      reached: achieved.filter(
        ({ memberId, toldTo, audience, reachedAt }) =>
          memberId === pair.menteeId &&
          toldAt(reachedAt) <= now &&
          mayKnow(pair, { kind: 'goal_change', audience: toldTo, goalAudience: audience, at: reachedAt }),
      ),
      heard:
        heard !== undefined && isFor(pair, heard) ? (inWords(pair, heard, theirs, carried)[0] ?? null) : null,
      away: awayNow(pair.mentee, absences, now),
      next: nexts.get(pair.menteeId) ?? null,
      asks: asked.find(({ toId }) => toId === pair.menteeId)?.text ?? null,
    };
  });
  return { ...page, rows };
}

const DAY = 24 * 60 * 60 * 1000;

function awayNow(
  mentee: Member,
  absences: readonly StoredAbsence[],
  now: Date,
): { readonly until: string | null } | null {
  const today = localDate(now, mentee.zone);
  const away = absences.find(
    ({ memberId, from, to }) => memberId === mentee.id && from <= today && today <= to,
  );
  if (away !== undefined) return { until: away.to };
  return isPaused(mentee, now) ? { until: null } : null;
}

function readers(pair: Pair): Reader[] {
  return [{ kind: 'mentor', through: pair }];
}

function mayKnow(pair: Pair, thing: Thing): boolean {
  return mayReadThrough(readers(pair), thing) === 'content';
}

/** While it may be taken back that a goal was reached, the words that say so are nobody else's. */
function isTold({ status, saidAt }: CheckIn, now: Date): boolean {
  return status !== 'done' || toldAt(saidAt) <= now;
}

function isFor(pair: Pair | undefined, checkIn: CheckIn): boolean {
  return pair !== undefined && mayKnow(pair, { kind: 'check_in', ...checkIn });
}

function inWords(
  pair: Pair | undefined,
  checkIn: CheckIn,
  goals: readonly Goal[],
  carried: ReadonlyMap<string, Carried>,
): CheckInInWords[] {
  if (pair === undefined) return [];
  const goal = goals.find(({ id }) => id === checkIn.goalId) ?? null;
  const its = carried.get(checkIn.id) ?? NOTHING_CARRIED;
  return [checkInInWords(checkIn, pair.mentee, goalFor(readers(pair), goal), its)];
}
