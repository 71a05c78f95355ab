import { waitsFor } from '../../domain/mentorship';
import type { Audience } from '../../domain/check-in';
import type { Cadence } from '../../domain/cadence';
import {
  checkInInWords,
  named,
  type AskedQuestion,
  type CheckInInWords,
  type GoalInWords,
  type MenteeInDigest,
  type Named,
  nudgeRecord,
  type NudgeRecord,
} from '../../domain/facts';
import type { Member } from '../../domain/member';
import { isPaused } from '../../domain/member-life';
import { isOpen, type Nudge } from '../../domain/nudge';
import type { WorkspaceStore } from '../../store';
import { gatherMentees } from './mentees';
import { nextAsked } from './next-asked';
import { askedQuestions } from './questions';
import { goalFor, readersOf, sharingNow } from './readers';

/** What App Home shows a person; sections that do not apply are empty. */
export interface HomeFacts {
  readonly member: Named | null;
  readonly enrolled: boolean;
  readonly zone: string;
  readonly locale: string | null;
  readonly now: Date;
  readonly open: {
    readonly nudgeId: string;
    readonly questions: readonly AskedQuestion[];
    readonly readers: readonly Named[];
    readonly audience: Audience;
  } | null;
  readonly cadence: Cadence | null;
  readonly next: Date | null;
  readonly paused: { readonly until: string | null } | null;
  readonly stopped: boolean;
  readonly goals: readonly GoalInWords[];
  readonly recent: readonly CheckInInWords[];
  readonly history: readonly NudgeRecord[];
  readonly mentors: readonly Named[];
  readonly mentees: readonly (MenteeInDigest & { readonly goals: readonly GoalInWords[] })[];
  readonly proposals: readonly {
    readonly mentorshipId: string;
    readonly from: Named;
    readonly role: 'mentor' | 'mentee';
    readonly yours: boolean;
    readonly other: Named;
  }[];
  readonly digestCadence: Cadence | null;
  readonly digestNext: Date | null;
  readonly coordinates: readonly {
    readonly program: string;
    readonly pairs: number;
    readonly checkIns: number;
    readonly quiet: number;
  }[];
}

const RECENT = 5;
const HISTORY = 20;
const WEEK = 7 * 24 * 60 * 60 * 1000;
const FORTNIGHT = 2 * WEEK;

/** Who reads the answers to the open question: what its message said. */
async function readersOfNudge(store: WorkspaceStore, nudge: Nudge, member: Member) {
  const sharing =
    nudge.audience === null
      ? await sharingNow(store, member.id, member.defaultAudience)
      : { audience: nudge.audience, sharedWith: nudge.sharedWith };
  return { readers: await readersOf(store, member.id, sharing), audience: sharing.audience };
}

/** What App Home shows: a fixed number of queries, however many mentees there are. */
export async function gatherHome(store: WorkspaceStore, member: Member, now: Date): Promise<HomeFacts> {
  const nudge = await store.nudges.openOf(member.id);
  const cadence = await store.cadences.ofMember(member.id, 'nudge');
  const digestCadence = await store.cadences.ofMember(member.id, 'digest');
  const goals = await store.goals.ofMembers([member.id]);
  const checkIns = await store.checkIns.recentOf(member.id, RECENT);
  const open = await store.mentorships.openOf(member.id);
  const coordinates = await store.programs.coordinatedBy(member.id);
  const from = new Date(now.getTime() - FORTNIGHT);
  const weekAgo = new Date(now.getTime() - WEEK);
  const mine = open.filter(({ mentorId, state }) => mentorId === member.id && state !== 'proposed');
  const mentees = await gatherMentees(store, mine, 'mentor', from, now);
  const menteeGoals = await store.goals.ofMembers(
    mine.map(({ menteeId }) => menteeId),
    'active',
  );
  const withMentors = open.filter(({ menteeId, state }) => menteeId === member.id && state !== 'proposed');
  return {
    member: named(member),
    enrolled: open.length > 0 || goals.length > 0 || cadence !== null || coordinates.length > 0,
    zone: member.zone,
    locale: member.locale,
    now,
    open:
      nudge && isOpen(nudge) && nudge.questions.length > 0
        ? {
            nudgeId: nudge.id,
            questions: await askedQuestions(store, nudge),
            ...(await readersOfNudge(store, nudge, member)),
          }
        : null,
    cadence,
    next: await nextAsked(store, member),
    paused: isPaused(member, now) ? { until: member.pausedUntil } : null,
    stopped: member.stoppedAt !== null,
    goals,
    recent: checkIns.map((checkIn) =>
      checkInInWords(checkIn, member, goals.find(({ id }) => id === checkIn.goalId) ?? null),
    ),
    history: (await store.nudges.recent(member.id, HISTORY)).map(nudgeRecord),
    mentors: withMentors.map(({ mentor }) => named(mentor)),
    mentees: mine.flatMap((pair) => {
      const facts = mentees.get(pair.menteeId);
      if (!facts) return [];
      return [
        {
          ...facts.inDigest,
          goals: menteeGoals.filter(
            (goal) =>
              goal.memberId === pair.menteeId && goalFor([{ kind: 'mentor', through: pair }], goal) !== null,
          ),
        },
      ];
    }),
    proposals: open
      .filter(({ state }) => state === 'proposed')
      .map((pair) => {
        const isMentor = pair.mentorId === member.id;
        return {
          mentorshipId: pair.id,
          from: named(pair.proposedById === pair.mentorId ? pair.mentor : pair.mentee),
          role: isMentor ? ('mentor' as const) : ('mentee' as const),
          yours: waitsFor(pair).includes(member.id),
          other: named(isMentor ? pair.mentee : pair.mentor),
        };
      }),
    digestCadence: mine.length > 0 ? digestCadence : null,
    digestNext: digestCadence?.nextDueAt ?? null,
    coordinates: await Promise.all(
      coordinates.map(async (program) => {
        const pairs = await store.mentorships.currentOfProgram(program.id);
        const facts = [...(await gatherMentees(store, pairs, 'coordinator', weekAgo, now)).values()];
        return {
          program: program.name,
          pairs: pairs.length,
          checkIns: facts.reduce((sum, { checkIns: count }) => sum + count, 0),
          quiet: facts.filter(({ inDigest }) => inDigest.presence === 'quiet').length,
        };
      }),
    ),
  };
}
