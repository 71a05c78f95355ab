import type { Goal } from '../../domain/goal';
import { localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import { weekStart } from '../../domain/member-life';
import { GOALS_ASKED } from '../../domain/question';
import type { Agreed } from '../../domain/pair/agreement';
import type { WorkspaceStore } from '../../store';
import type { OwnQuestion, StoredAbsence } from '../../store/life';
import type { GoalFacts, NudgeOutcome, SentFacts } from '../../store/nudge-facts';
import { agreedByMember } from '../reads/agreed';

/** What has to be known of the people of one batch, before it is decided whom to ask what. */

const DAY = 24 * 60 * 60 * 1000;
const JUST_ACHIEVED = 21 * DAY;

/** Facts about the people of one batch: a fixed number of queries, however many they are. */
export interface NudgeFacts {
  readonly members: ReadonlyMap<string, Member>;
  readonly goals: ReadonlyMap<string, readonly Goal[]>;
  readonly lastCheckIns: ReadonlyMap<string, GoalFacts>;
  /** What was asked last, newest first, by `questionsKey`. */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  /** When each goal was asked about last, of those who have more than one message holds. */
  readonly lastAsked: ReadonlyMap<string, Date>;
  readonly sent: ReadonlyMap<string, SentFacts>;
  readonly pastNudges: ReadonlyMap<string, readonly NudgeOutcome[]>;
  readonly absences: ReadonlyMap<string, readonly StoredAbsence[]>;
  readonly agreed: ReadonlyMap<string, Agreed>;
  readonly ownQuestions: readonly OwnQuestion[];
  readonly justAchieved: ReadonlySet<string>;
}

export async function gatherNudgeFacts(
  store: WorkspaceStore,
  memberIds: readonly string[],
  now: Date,
): Promise<NudgeFacts> {
  const members = await store.members.byIds(memberIds);
  const ids = members.map(({ id }) => id);
  const goals = await store.goals.ofMembers(ids, 'active');
  const goalIds = goals.map(({ id }) => id);
  const lastCheckIns = await store.nudgeFacts.lastCheckIns(goalIds);
  const recent = await store.nudgeFacts.recentQuestions(ids);
  const goalsOf = groupBy(goals, ({ memberId }) => memberId);
  const taking = [...goalsOf.values()].filter(({ length }) => length > GOALS_ASKED).flat();
  const lastAsked = taking.length === 0 ? [] : await store.nudgeFacts.lastAsked(taking.map(({ id }) => id));
  const sent = await store.nudgeFacts.sent(
    ids,
    members.map(({ zone }) => weekStart(now, zone)),
  );
  const pastNudges = await store.nudgeFacts.lastNudges(ids);
  const absences = await absencesAround(store, ids, now);
  const agreed = await agreedByMember(store, members);
  const ownQuestions = await store.life.ownQuestions(ids);
  const achieved = await store.goals.achievedBetween(ids, new Date(now.getTime() - JUST_ACHIEVED), now);
  return {
    members: new Map(members.map((member) => [member.id, member])),
    goals: goalsOf,
    lastCheckIns: new Map(lastCheckIns.map((facts) => [facts.goalId, facts])),
    asked: new Map(
      recent.map(({ memberId, goalId, questions }) => [questionsKey(memberId, goalId), questions]),
    ),
    lastAsked: new Map(lastAsked.map((facts) => [facts.goalId, facts.lastAskedAt])),
    sent: new Map(sent.map((facts) => [facts.memberId, facts])),
    pastNudges: groupBy(pastNudges, ({ memberId }) => memberId),
    absences,
    agreed,
    ownQuestions,
    justAchieved: new Set(achieved.map(({ memberId }) => memberId)),
  };
}

/** Absences that are not over, by person. */
export async function absencesAround(
  store: WorkspaceStore,
  memberIds: readonly string[],
  now: Date,
): Promise<Map<string, StoredAbsence[]>> {
  // A day early, so that it is early enough in every zone.
  const from = localDate(new Date(now.getTime() - DAY), 'UTC');
  return groupBy(await store.life.absences(memberIds, from), ({ memberId }) => memberId);
}

/** A person's questions about a goal, or about none, that were asked last. */
export function questionsKey(memberId: string, goalId: string | null): string {
  return goalId ?? `none:${memberId}`;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
