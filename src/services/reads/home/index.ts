import type { Audience } from '../../../domain/check-in';
import type { Cadence } from '../../../domain/cadence';
import {
  checkInInWords,
  named,
  nudgeRecord,
  type AskedQuestion,
  type CheckInInWords,
  type GoalInWords,
  type MenteeLine,
  type MentorQuestion,
  type Named,
  type NudgeRecord,
  type PairedWith,
  type PairLine,
  type ProgramCounts,
  NOTHING_CARRIED,
  type BarrierAsked,
  type PromiseAsked,
  type PromiseBetween,
} from '../../../domain/facts';
import type { AskInWords } from '../../../domain/ledger/ask';
import type { ShelfItem } from '../../../domain/ledger/shelf';
import type { Member } from '../../../domain/member';
import { waitsFor } from '../../../domain/mentorship';
import { isPaused } from '../../../domain/member-life';
import { isOpen, type Nudge } from '../../../domain/nudge';
import type { AgreementLine } from '../../../domain/pair/shown';
import type { WorkspaceStore } from '../../../store';
import type { Pair } from '../../../store/mentorships';
import { agreementLines } from '../agreements';
import { asksOf } from '../asks';
import { nextAskedOf } from '../next-asked';
import { mentorQuestionOf } from '../mentor-question';
import { askedQuestions } from '../questions';
import { readersOf, sharingNow } from '../readers';
import { shelfInWords } from '../shelf';
import { carriedOfAll, openBarriers } from '../rider';
import { openBetween, openSteps } from '../promises';
import { menteeLines, waitingFor } from './mentor';
import { pageOf, type HomePlace, type Page } from './page';
import { byName, countPrograms, pairLines } from './program';

/** An invitation that waits, of them or of somebody else. */
export interface ProposalFacts {
  readonly mentorshipId: string;
  /** What the person whose Home this is would become. */
  readonly role: 'mentor' | 'mentee';
  /** Whether the answer is theirs to give. */
  readonly yours: boolean;
  readonly other: Named;
}

export interface HomeAsk {
  readonly ask: AskInWords;
  /** Whether it is theirs to answer; else they asked it. */
  readonly isForYou: boolean;
}

/** What App Home shows a person; sections that do not apply are empty. */
export interface HomeFacts {
  /** Null for somebody who may not take part. */
  readonly member: Named | null;
  readonly enrolled: boolean;
  readonly isMentor: boolean;
  readonly zone: string;
  readonly locale: string | null;
  readonly now: Date;
  readonly invitations: Page<ProposalFacts>;
  readonly coordinates: readonly ProgramCounts[];
  readonly pairs: Page<PairLine>;
  /** Not over: what they were asked, and what they asked. */
  readonly asks: Page<HomeAsk>;
  /** What stands on the shelves of their pairs, newest first; null where they have none. */
  readonly shelf: readonly ShelfItem[] | null;
  readonly waiting: Page<CheckInInWords>;
  readonly mentees: Page<MenteeLine>;
  /** How many they take; null: as many as come. */
  readonly capacity: number | null;
  /** What they have agreed on with the first of their pairs, and how many more there are. */
  readonly agreements: { readonly lines: readonly AgreementLine[]; readonly more: number };
  readonly digestCadence: Cadence | null;
  /** Null while they want none. */
  readonly digestNext: Date | null;
  readonly open: {
    readonly nudgeId: string;
    readonly questions: readonly AskedQuestion[];
    readonly ofMentor: MentorQuestion | null;
    readonly readers: readonly Named[];
    readonly audience: Audience;
  } | null;
  readonly goals: Page<GoalInWords>;
  /** What is in their way. */
  readonly barriers: readonly BarrierAsked[];
  /** Their own next steps. */
  readonly steps: readonly PromiseAsked[];
  /** What they and those they are paired with have promised each other, and is open. */
  readonly promises: Page<PromiseBetween>;
  readonly cadence: Cadence | null;
  readonly next: Date | null;
  readonly paused: { readonly until: string | null } | null;
  readonly stopped: boolean;
  readonly mentors: Page<PairedWith>;
  readonly sent: Page<ProposalFacts>;
  readonly recent: readonly CheckInInWords[];
  readonly history: readonly NudgeRecord[];
}

const RECENT = 5;
const HISTORY = 5;
const AGREEMENTS = 5;

/**
 * What App Home shows: a fixed number of queries, however many people it is about.
 *
 * @param at the list in which they have turned a page
 */
export async function gatherHome(
  store: WorkspaceStore,
  member: Member,
  now: Date,
  at: HomePlace | null = null,
): Promise<HomeFacts> {
  const cadence = await store.cadences.ofMember(member.id, 'nudge');
  const goals = await store.goals.ofMembers([member.id]);
  const active = goals.filter(({ state }) => state === 'active');
  const recent = await store.checkIns.recentOf(member.id, RECENT);
  const carried = await carriedOfAll(store, recent);
  const own = await store.mentorships.openOf(member.id);
  const proposals = own.filter(({ state }) => state === 'proposed').map((pair) => proposalOf(pair, member));
  const mine = own.filter(({ mentorId, state }) => mentorId === member.id && state !== 'proposed');
  const withMentors = own.filter(({ menteeId, state }) => menteeId === member.id && state !== 'proposed');
  const programs = await store.programs.coordinatedBy(member.id);
  const roles = [mine, withMentors, programs].filter(({ length }) => length > 0);
  const look = { at, isCrowded: roles.length > 1 };
  const byMentee = [...mine].sort((one, other) => byName(one.mentee, other.mentee));
  const shown = pageOf('mentees', byMentee, look);
  const paired = [...withMentors, ...byMentee];
  const nexts = await nextAskedOf(store, [member, ...shown.rows.map(({ mentee }) => mentee)]);
  const pairs =
    programs.length === 0 ? [] : await store.mentorships.openOfPrograms(programs.map(({ id }) => id));
  const digest = mine.length === 0 ? null : await store.cadences.ofMember(member.id, 'digest');
  return {
    member: named(member),
    enrolled: own.length > 0 || goals.length > 0 || cadence !== null || programs.length > 0,
    isMentor: mine.length > 0,
    zone: member.zone,
    locale: member.locale,
    now,
    invitations: pageOf(
      'invitations',
      proposals.filter(({ yours }) => yours),
      look,
    ),
    coordinates: await countPrograms(store, programs, pairs, now),
    pairs: pageOf('pairs', pairLines(pairs), look),
    asks: pageOf('asks', await homeAsks(store, member.id), look),
    shelf: await shelvesOf(store, [...mine, ...withMentors]),
    waiting: await waitingFor(store, mine, look, now),
    mentees: await menteeLines(store, shown, nexts, now),
    capacity: member.capacity,
    agreements: {
      lines: await agreementLines(store, paired.slice(0, AGREEMENTS), member.id, now),
      more: Math.max(paired.length - AGREEMENTS, 0),
    },
    digestCadence: digest,
    digestNext: digest?.nextDueAt ?? null,
    open: await openQuestion(store, member),
    goals: pageOf('goals', active, look),
    barriers: await openBarriers(store, member.id, goals),
    steps: await openSteps(store, member.id, goals),
    promises: pageOf('promises', await openBetween(store, member, [...mine, ...withMentors]), look),
    cadence,
    next: nexts.get(member.id) ?? null,
    paused: isPaused(member, now) ? { until: member.pausedUntil } : null,
    stopped: member.stoppedAt !== null,
    mentors: pageOf(
      'mentors',
      withMentors.map(({ id, mentor }) => ({ mentorshipId: id, other: named(mentor) })),
      look,
    ),
    sent: pageOf(
      'sent',
      proposals.filter(({ yours }) => !yours),
      look,
    ),
    recent: recent.map((checkIn) =>
      checkInInWords(
        checkIn,
        member,
        goals.find(({ id }) => id === checkIn.goalId) ?? null,
        carried.get(checkIn.id) ?? NOTHING_CARRIED,
      ),
    ),
    history: (await store.nudges.recent(member.id, HISTORY)).map(nudgeRecord),
  };
}

async function openQuestion(store: WorkspaceStore, member: Member): Promise<HomeFacts['open']> {
  const nudge = await store.nudges.openOf(member.id);
  if (nudge === null || !isOpen(nudge) || nudge.questions.length === 0) return null;
  const questions = await askedQuestions(store, nudge);
  const ofMentor = await mentorQuestionOf(store, nudge);
  return { nudgeId: nudge.id, questions, ofMentor, ...(await readersOfNudge(store, nudge, member)) };
}

/** Who reads the answers to the open question: what its message said. */
async function readersOfNudge(store: WorkspaceStore, nudge: Nudge, member: Member) {
  const sharing =
    nudge.audience === null
      ? await sharingNow(store, member.id, member.defaultAudience)
      : { audience: nudge.audience, sharedWith: nudge.sharedWith };
  return { readers: await readersOf(store, member.id, sharing), audience: sharing.audience };
}

async function shelvesOf(store: WorkspaceStore, pairs: readonly Pair[]): Promise<ShelfItem[] | null> {
  if (pairs.length === 0) return null;
  return shelfInWords(store, await store.shelf.ofMentorships(pairs.map(({ id }) => id)));
}

async function homeAsks(store: WorkspaceStore, memberId: string): Promise<HomeAsk[]> {
  const { open, own } = await asksOf(store, memberId);
  return [...open.map((ask) => ({ ask, isForYou: true })), ...own.map((ask) => ({ ask, isForYou: false }))];
}

function proposalOf(pair: Pair, member: Member): ProposalFacts {
  const isMentor = pair.mentorId === member.id;
  return {
    mentorshipId: pair.id,
    role: isMentor ? 'mentor' : 'mentee',
    yours: waitsFor(pair).includes(member.id),
    other: named(isMentor ? pair.mentee : pair.mentor),
  };
}

function nothingOf<Row>(): Page<Row> {
  return { rows: [], number: 0, before: 0, total: 0 };
}

/** Somebody who may look, and not take part. */
export function strangerHome(now: Date): HomeFacts {
  return {
    member: null,
    enrolled: false,
    isMentor: false,
    zone: 'UTC',
    locale: null,
    now,
    invitations: nothingOf(),
    coordinates: [],
    pairs: nothingOf(),
    asks: nothingOf(),
    shelf: null,
    waiting: nothingOf(),
    mentees: nothingOf(),
    capacity: null,
    agreements: { lines: [], more: 0 },
    digestCadence: null,
    digestNext: null,
    open: null,
    goals: nothingOf(),
    barriers: [],
    steps: [],
    promises: nothingOf(),
    cadence: null,
    next: null,
    paused: null,
    stopped: false,
    mentors: nothingOf(),
    sent: nothingOf(),
    recent: [],
    history: [],
  };
}
