import type { Audience, CheckIn } from '../domain/check-in';
import type { Goal } from '../domain/goal';
import type { Member } from '../domain/member';
import type { AskedQuestion, CheckInInWords, Named, Said } from '../domain/message';
import { SILENCE_ANSWERS } from '../domain/nudge';
import type { WorkspaceStore } from '../store';
import type { OutgoingMessage } from '../store/messages';
import type { AskedNudge } from '../store/nudges';
import { composeDigest } from './compose-digest';

/** The facts of a message at the time of saying it, or null when it is no longer true or wanted. */
export async function compose(store: WorkspaceStore, message: OutgoingMessage): Promise<Said | null> {
  const to = message.memberId === null ? null : await store.members.byId(message.memberId);
  const subjectId = message.subjectId ?? '';
  switch (message.kind) {
    case 'digest':
    case 'channel_digest':
      return composeDigest(store, subjectId);
    case 'channel_hello':
      return composeChannelHello(store);
    case 'channel_lost': {
      const [channel = '', reason = ''] = (message.detail ?? '').split(' ');
      return { kind: 'channel_lost', channel, reason };
    }
    case 'help':
    case 'file_only':
      return { kind: message.kind };
  }
  if (to === null) return null;
  switch (message.kind) {
    case 'welcome':
      return composeWelcome(store, to);
    case 'proposal':
    case 'paired':
    case 'proposal_declined':
    case 'proposal_lapsed':
      return composePairing(store, message.kind, subjectId, to, message.onceKey);
    case 'nudge':
    case 'silence':
    case 'outage':
      return composeNudge(store, message.kind, subjectId, to);
    case 'which_goal':
    case 'nothing_open':
    case 'recorded':
      return composeCheckIn(store, message, subjectId, to);
    case 'goal_reached':
    case 'goal_news':
      return composeGoal(store, message.kind, subjectId, to);
    case 'congratulation':
    case 'check_in_answered':
      return composeResponse(store, subjectId);
    case 'wants_a_person': {
      const mentee = await store.members.byId(subjectId);
      return mentee && { kind: 'wants_a_person', mentee: named(mentee) };
    }
  }
}

export function named(member: Member): Named {
  return { slackUserId: member.slackUserId, name: member.name };
}

export function checkInInWords(checkIn: CheckIn, member: Member, goal: Goal | null): CheckInInWords {
  return {
    id: checkIn.id,
    member: named(member),
    goal,
    status: checkIn.status,
    text: checkIn.text,
    audience: checkIn.audience,
    saidAt: checkIn.saidAt,
    acknowledged: checkIn.acknowledgedAt !== null,
  };
}

/** Who will read an answer given to this audience. */
export async function readersOf(
  store: WorkspaceStore,
  memberId: string,
  audience: Audience,
): Promise<Named[]> {
  if (audience === 'self') return [];
  const mentorships = await store.mentorships.activeOfMentees([memberId]);
  const mentors = mentorships.map(({ mentor }) => mentor);
  const programIds =
    audience === 'program' ? [...new Set(mentorships.map(({ programId }) => programId))] : [];
  const coordinators = await Promise.all(programIds.map((id) => store.programs.coordinatorsOf(id)));
  const readers = new Map([...mentors, ...coordinators.flat()].map((reader) => [reader.id, reader]));
  return [...readers.values()].map(named);
}

async function composeWelcome(store: WorkspaceStore, to: Member): Promise<Said> {
  const enrolledBy = to.enrolledById === null ? null : await store.members.byId(to.enrolledById);
  const coordinates = await store.programs.coordinatedBy(to.id);
  return {
    kind: 'welcome',
    to: named(to),
    enrolledBy: enrolledBy && named(enrolledBy),
    asCoordinator: coordinates.length > 0,
  };
}

async function composePairing(
  store: WorkspaceStore,
  kind: 'proposal' | 'paired' | 'proposal_declined' | 'proposal_lapsed',
  mentorshipId: string,
  to: Member,
  onceKey: string,
): Promise<Said | null> {
  const pair = await store.mentorships.byId(mentorshipId);
  if (!pair) return null;
  const isMentor = pair.mentorId === to.id;
  const other = isMentor ? pair.mentee : pair.mentor;
  const role = isMentor ? 'mentor' : 'mentee';
  switch (kind) {
    case 'proposal':
      return {
        kind,
        mentorshipId,
        from: named(other),
        to: named(to),
        role,
        state: pair.state === 'paused' || pair.state === 'completed' ? 'other' : pair.state,
        again: onceKey.startsWith('proposal-again'),
      };
    case 'paired': {
      const cadence = await store.cadences.ofMember(to.id, isMentor ? 'digest' : 'nudge');
      return {
        kind,
        to: named(to),
        other: named(other),
        role,
        cadence,
        next: cadence?.nextDueAt ?? null,
        zone: to.zone,
      };
    }
    case 'proposal_declined':
      return { kind, by: named(other), to: named(to) };
    case 'proposal_lapsed':
      return { kind, other: named(other) };
  }
}

async function composeNudge(
  store: WorkspaceStore,
  kind: 'nudge' | 'silence' | 'outage',
  nudgeId: string,
  to: Member,
): Promise<Said | null> {
  if (kind === 'outage') return { kind, to: named(to), count: 1 };
  const nudge = await store.nudges.byId(nudgeId);
  if (!nudge) return null;
  if (kind === 'silence') {
    const mentors = await readersOf(store, to.id, 'mentor');
    return { kind, nudgeId, to: named(to), mentors, answer: readSilence(nudge.silenceAnswer) };
  }
  return {
    kind,
    nudgeId,
    state: nudge.state,
    to: named(to),
    questions: await askedQuestions(store, nudge),
    readers: await readersOf(store, to.id, to.defaultAudience),
    audience: to.defaultAudience,
    followedUp: nudge.followedUpAt !== null,
    zone: to.zone,
  };
}

function readSilence(answer: string | null) {
  return SILENCE_ANSWERS.find((known) => known === answer) ?? null;
}

export async function askedQuestions(store: WorkspaceStore, nudge: AskedNudge): Promise<AskedQuestion[]> {
  const goals = await store.goals.ofMembers([nudge.memberId]);
  const checkIns = await store.checkIns.ofNudge(nudge.id);
  const isOwn = nudge.questions.some(({ question }) => question.startsWith('own:'));
  const own = isOwn ? await store.life.ownQuestions([nudge.memberId]) : [];
  return nudge.questions.map(({ position, goalId, question }) => {
    const answer = checkIns.findLast((checkIn) => checkIn.goalId === goalId && checkIn.state === 'recorded');
    return {
      position,
      question,
      ownText: own.find(({ id }) => question === `own:${id}`)?.text ?? null,
      goal: goals.find(({ id }) => id === goalId) ?? null,
      answer: answer
        ? { checkInId: answer.id, status: answer.status, text: answer.text, audience: answer.audience }
        : null,
    };
  });
}

async function composeCheckIn(
  store: WorkspaceStore,
  message: OutgoingMessage,
  checkInId: string,
  to: Member,
): Promise<Said | null> {
  const checkIn = await store.checkIns.byId(checkInId);
  const goals = await store.goals.ofMembers([to.id]);
  const active = goals.filter(({ state }) => state === 'active');
  const goal = goals.find(({ id }) => id === checkIn?.goalId) ?? null;
  switch (message.kind) {
    case 'which_goal':
      if (!checkIn) return null;
      return {
        kind: 'which_goal',
        checkInId,
        goals: active,
        text: checkIn.text ?? '',
        filedUnder: goal ?? (checkIn.filedAt === null ? null : 'none'),
      };
    case 'nothing_open': {
      const cadence = await store.cadences.ofMember(to.id, 'nudge');
      const outcome = checkIn === null ? 'let_go' : checkIn.state === 'draft' ? 'open' : 'saved';
      return {
        kind: 'nothing_open',
        checkInId,
        goals: active,
        text: checkIn?.text ?? null,
        outcome,
        nextAt: cadence?.nextDueAt ?? null,
        zone: to.zone,
      };
    }
    default: {
      if (!checkIn) return null;
      const change = message.onceKey.startsWith('edited') ? 'edited' : 'new';
      const readers = await readersOf(store, to.id, checkIn.audience);
      return { kind: 'recorded', checkIn: checkInInWords(checkIn, to, goal), readers, change };
    }
  }
}

async function composeGoal(
  store: WorkspaceStore,
  kind: 'goal_reached' | 'goal_news',
  goalId: string,
  to: Member,
): Promise<Said | null> {
  const goal = await store.goals.byId(goalId);
  if (!goal) return null;
  if (kind === 'goal_reached') {
    return { kind, to: named(to), goal, mentors: await readersOf(store, to.id, 'mentor') };
  }
  const mentee = await store.members.byId(goal.memberId);
  if (!mentee) return null;
  const congratulated = await store.responses.hasKey(congratulationKey(goalId, to.id));
  return { kind, goal, mentee: named(mentee), congratulated };
}

export function congratulationKey(goalId: string, fromId: string): string {
  return `congratulation:${goalId}:${fromId}`;
}

async function composeResponse(store: WorkspaceStore, responseId: string): Promise<Said | null> {
  const response = await store.responses.byId(responseId);
  const from = response && (await store.members.byId(response.fromId));
  if (!response || !from) return null;
  if (response.goalId !== null) {
    const goal = await store.goals.byId(response.goalId);
    return goal && { kind: 'congratulation', goal, from: named(from) };
  }
  const checkIn = response.checkInId === null ? null : await store.checkIns.byId(response.checkInId);
  const member = checkIn && (await store.members.byId(checkIn.memberId));
  if (!checkIn || !member) return null;
  const goal = checkIn.goalId === null ? null : await store.goals.byId(checkIn.goalId);
  return {
    kind: 'check_in_answered',
    checkIn: checkInInWords(checkIn, member, goal),
    from: named(from),
    text: response.text,
  };
}

async function composeChannelHello(store: WorkspaceStore): Promise<Said | null> {
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
