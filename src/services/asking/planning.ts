import type { Goal } from '../../domain/goal';
import { daysBetween, localDate } from '../../domain/local-time';
import type { Member } from '../../domain/member';
import { weekStart } from '../../domain/member-life';
import type { NudgeQuestion } from '../../domain/nudge';
import { decideSituation, pickQuestion, type BankQuestion } from '../../domain/question';
import type { WorkspaceStore } from '../../store';
import type { OwnQuestion, StoredAbsence } from '../../store/life';
import type { GoalFacts, NudgeOutcome, SentFacts } from '../../store/planning';

const DAY = 24 * 60 * 60 * 1000;
const JUST_ACHIEVED = 21 * DAY;
/** More than this in one message is a questionnaire, not a nudge. */
const QUESTIONS_AT_MOST = 10;

/** Facts about the people of one batch: a fixed number of queries, however many they are. */
export interface Planning {
  readonly members: ReadonlyMap<string, Member>;
  readonly goals: ReadonlyMap<string, readonly Goal[]>;
  readonly lastCheckIns: ReadonlyMap<string, GoalFacts>;
  readonly recentQuestions: ReadonlyMap<string, readonly string[]>;
  /** When each goal was last asked about, as far as anybody looks back. */
  readonly lastAsked: ReadonlyMap<string, Date>;
  readonly sent: ReadonlyMap<string, SentFacts>;
  readonly pastNudges: ReadonlyMap<string, readonly NudgeOutcome[]>;
  readonly absences: ReadonlyMap<string, readonly StoredAbsence[]>;
  readonly ownQuestions: readonly OwnQuestion[];
  readonly justAchieved: ReadonlySet<string>;
}

export async function gatherPlanning(
  store: WorkspaceStore,
  memberIds: readonly string[],
  now: Date,
): Promise<Planning> {
  const members = await store.members.byIds(memberIds);
  const ids = members.map(({ id }) => id);
  const goals = await store.goals.ofMembers(ids, 'active');
  const goalIds = goals.map(({ id }) => id);
  const lastCheckIns = await store.planning.lastCheckIns(goalIds);
  const recent = await store.planning.recentQuestions(ids);
  const sent = await store.planning.sent(
    ids,
    members.map(({ zone }) => weekStart(now, zone)),
  );
  const pastNudges = await store.planning.lastNudges(ids);
  // A day early, so that it is early enough in every zone.
  const absences = await store.life.absences(ids, localDate(new Date(now.getTime() - DAY), 'UTC'));
  const ownQuestions = await store.life.ownQuestions(ids);
  const achieved = await store.goals.achievedBetween(ids, new Date(now.getTime() - JUST_ACHIEVED), now);
  return {
    members: new Map(members.map((member) => [member.id, member])),
    goals: groupBy(goals, ({ memberId }) => memberId),
    lastCheckIns: new Map(lastCheckIns.map((facts) => [facts.goalId, facts])),
    recentQuestions: mapValues(
      groupBy(recent, ({ memberId, goalId }) => questionsKey(memberId, goalId)),
      (rows) => rows.map(({ question }) => question),
    ),
    // They come newest first; turned round, the newest of a goal is the one that stays.
    lastAsked: new Map(recent.toReversed().map(({ goalId, dueAt }) => [goalId ?? '', dueAt])),
    sent: new Map(sent.map((facts) => [facts.memberId, facts])),
    pastNudges: groupBy(pastNudges, ({ memberId }) => memberId),
    absences: groupBy(absences, ({ memberId }) => memberId),
    ownQuestions,
    justAchieved: new Set(achieved.map(({ memberId }) => memberId)),
  };
}

/** One question for each goal, worded for where the goal stands; or one about the first goal when there is none yet. */
export function chooseQuestions(
  planning: Planning,
  member: Member,
  nudgeId: string,
  bank: readonly BankQuestion[],
  now: Date,
): NudgeQuestion[] {
  const goals = longestUnasked(planning, planning.goals.get(member.id) ?? []);
  const own = planning.ownQuestions
    .filter(({ askedOf }) => askedOf.includes(member.id))
    .map(({ id }) => `own:${id}`);
  if (goals.length === 0) {
    const recent = planning.recentQuestions.get(questionsKey(member.id, null)) ?? [];
    return [{ nudgeId, position: 0, goalId: null, question: pickQuestion(bank, 'no_goal', recent) }];
  }
  // Two goals asked about in one message are not asked in the same words.
  const saidNow: string[] = [];
  return goals.map((goal, position) => {
    const recent = planning.recentQuestions.get(questionsKey(member.id, goal.id)) ?? [];
    const question = pickQuestion(
      bank,
      situationOf(planning, goal, member.zone, now),
      [...saidNow.slice(-1), ...recent],
      own,
    );
    saidNow.push(question);
    return { nudgeId, position, goalId: goal.id, question };
  });
}

/** As many goals as one message holds: of more than that, those about which nothing was asked for longest. */
function longestUnasked(planning: Planning, goals: readonly Goal[]): readonly Goal[] {
  const asked = ({ id }: Goal) => planning.lastAsked.get(id)?.getTime() ?? 0;
  const byWait = goals.toSorted((one, other) => asked(one) - asked(other) || one.number - other.number);
  return byWait.slice(0, QUESTIONS_AT_MOST).sort((one, other) => one.number - other.number);
}

function situationOf(planning: Planning, goal: Goal, zone: string, now: Date) {
  const last = planning.lastCheckIns.get(goal.id);
  const since = last?.lastSaidAt ?? goal.createdAt;
  return decideSituation({
    lastStatus: last?.lastStatus ?? null,
    quietDays: Math.floor((now.getTime() - since.getTime()) / DAY),
    daysToTarget: goal.targetDate === null ? null : daysBetween(localDate(now, zone), goal.targetDate),
    justAchieved: planning.justAchieved.has(goal.memberId),
  });
}

function questionsKey(memberId: string, goalId: string | null): string {
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

function mapValues<In, Out>(map: ReadonlyMap<string, In>, change: (value: In) => Out): Map<string, Out> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}
