import type { Member } from '../domain/member';
import { isPaused } from '../domain/member-life';
import { isOpen } from '../domain/nudge';
import type { HomeFacts } from '../domain/message';
import type { WorkspaceStore } from '../store';
import { askedQuestions } from './compose/nudge';
import type { Nudge } from '../domain/nudge';
import { checkInInWords, goalFor, named, readersOf, sharingNow } from './compose/in-words';
import { gatherMentees } from './compose/digest';
import type { Messenger } from './ports';

const RECENT = 5;
const HISTORY = 20;
const WEEK = 7 * 24 * 60 * 60 * 1000;
const FORTNIGHT = 2 * WEEK;

/** Publishes App Home for a member from what is true now. */
export async function showHome(
  { store, messenger, now }: { store: WorkspaceStore; messenger: Messenger; now: Date },
  memberId: string,
): Promise<void> {
  const member = await store.members.byId(memberId);
  if (!member || member.goneAt !== null) return;
  await messenger.showHome(member.slackUserId, await gatherHome(store, member, now));
}

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
    next: cadence?.nextDueAt ?? null,
    paused: isPaused(member, now) ? { until: member.pausedUntil } : null,
    stopped: member.stoppedAt !== null,
    goals,
    recent: checkIns.map((checkIn) =>
      checkInInWords(checkIn, member, goals.find(({ id }) => id === checkIn.goalId) ?? null),
    ),
    history: (await store.nudges.recent(member.id, HISTORY)).map((past) => ({ ...past, nudgeId: past.id })),
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
          yours: pair.proposedById !== member.id,
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
