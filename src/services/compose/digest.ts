import type { CheckIn } from '../../domain/check-in';
import type { Goal } from '../../domain/goal';
import { localDate } from '../../domain/local-time';
import { isPaused } from '../../domain/member-life';
import type { MenteeInDigest, Said } from '../../domain/message';
import { mayReadThrough, type Form, type Reader, type Thing } from '../../domain/visibility';
import type { WorkspaceStore } from '../../store';
import type { Pair } from '../../store/mentorships';
import { checkInInWords, goalFor, named } from './in-words';

const DAY = 24 * 60 * 60 * 1000;
/** What waits for the mentor's answer is named for this long; then it rests. */
const AWAITING_FOR = 28 * DAY;

/** A digest, from the rows that its reader may read, in a fixed number of queries. */
export async function composeDigest(store: WorkspaceStore, digestId: string): Promise<Said | null> {
  const digest = await store.digests.byId(digestId);
  if (!digest) return null;
  if (digest.memberId !== null) {
    const to = await store.members.byId(digest.memberId);
    if (!to) return null;
    const pairs = await store.mentorships.currentOfMentor(to.id);
    const mentees = await gatherMentees(store, pairs, 'mentor', digest.from, digest.to);
    return {
      kind: 'digest',
      to: named(to),
      from: digest.from,
      until: digest.to,
      mentees: pairs.flatMap(({ menteeId }) => mentees.get(menteeId)?.inDigest ?? []),
      zone: to.zone,
    };
  }
  const program = digest.programId === null ? null : await store.programs.byId(digest.programId);
  if (!program) return null;
  const pairs = await store.mentorships.currentOfProgram(program.id);
  const mentees = await gatherMentees(store, pairs, 'mentor_channel', digest.from, digest.to);
  const cadence = await store.cadences.ofProgram(program.id);
  const setBy = program.digestSetById === null ? null : await store.members.byId(program.digestSetById);
  const present = [...mentees.values()].map(({ inDigest }) => inDigest.presence);
  return {
    kind: 'channel_digest',
    program: program.name,
    from: digest.from,
    until: digest.to,
    pairCount: pairs.length,
    mentees: [...mentees].map(([menteeId, { checkIns, inDigest }]) => ({
      mentors: pairs.filter((pair) => pair.menteeId === menteeId).map(({ mentor }) => named(mentor)),
      checkIns,
      shared: inDigest,
    })),
    quiet: present.filter((presence) => presence === 'quiet').length,
    away: present.filter((presence) => presence === 'away').length,
    zone: cadence?.zone ?? setBy?.zone ?? 'UTC',
    setBy: setBy && named(setBy),
  };
}

interface MenteeFacts {
  readonly inDigest: MenteeInDigest;
  /** How often they checked in with this reader or beside them: the fact, never the content. */
  readonly checkIns: number;
}

/** Each mentee once, as a reader of this kind may see them through these pairs. A fixed number of queries. */
export async function gatherMentees(
  store: WorkspaceStore,
  pairs: readonly Pair[],
  kind: Exclude<Reader['kind'], 'self'>,
  from: Date,
  to: Date,
): Promise<Map<string, MenteeFacts>> {
  if (pairs.length === 0) return new Map();
  const members = new Map(pairs.map(({ mentee }) => [mentee.id, mentee]));
  const ids = [...members.keys()];
  const checkIns = await store.checkIns.between(ids, from, to);
  const awaiting = await store.checkIns.awaiting(ids, new Date(to.getTime() - AWAITING_FOR));
  const goals = new Map((await store.goals.ofMembers(ids)).map((goal) => [goal.id, goal]));
  const achieved = await store.goals.achievedBetween(ids, from, to);
  const presence = new Map(
    (await store.digests.presence(ids, from, to)).map((facts) => [facts.memberId, facts]),
  );
  const absences = await store.life.absences(ids, localDate(new Date(to.getTime() - DAY), 'UTC'));

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
function needsAnswer(checkIn: CheckIn): boolean {
  return checkIn.status === 'stuck' || checkIn.text !== null;
}

function goalOf(goals: ReadonlyMap<string, Goal>, checkIn: CheckIn): Goal | null {
  return checkIn.goalId === null ? null : (goals.get(checkIn.goalId) ?? null);
}

export async function composeChannelHello(store: WorkspaceStore): Promise<Said | null> {
  const program = await store.programs.current();
  const cadence = await store.cadences.ofProgram(program.id);
  const setBy = program.digestSetById === null ? null : await store.members.byId(program.digestSetById);
  if (!cadence || !setBy) return null;
  return {
    kind: 'channel_hello',
    setBy: named(setBy),
    cadence,
    next: cadence.nextDueAt,
    zone: cadence.zone ?? setBy.zone,
  };
}
