import type { CheckInInWords, GoalInWords, MenteeInDigest, Named } from '../../src/domain/facts';
import type { MessageKind } from '../../src/domain/message';
import { SILENCE_ANSWERS } from '../../src/domain/nudge';
import { MESSAGES } from '../../src/messages';
import type { SlackMessage } from '../../src/slack/kit/block-kit';
import { wordsFor, type Words } from '../../src/words';

type FactsOf<Kind extends MessageKind> = Extract<Parameters<(typeof MESSAGES)[Kind]['render']>[1], object>;

/** A kind of message with the facts that it is rendered from; those that need none have only their kind. */
export type Said = {
  [Kind in MessageKind]: { readonly kind: Kind } & ([FactsOf<Kind>] extends [never]
    ? unknown
    : FactsOf<Kind>);
}[MessageKind];

interface Renders {
  render(words: Words, facts: unknown): SlackMessage | SlackMessage[];
}

const RENDERS: ReadonlyMap<string, Renders> = new Map<string, Renders>(Object.entries(MESSAGES));

/** What such a message looks like: one, or the parts of a long one. */
export function said({ kind, ...facts }: Said, words = wordsFor('en-US')): SlackMessage[] {
  return [RENDERS.get(kind)?.render(words, facts) ?? []].flat();
}

const PIECES = ['<!channel> ', '<@U0EVIL> ', '& ', '👩‍👩‍👧‍👦', 'שלום ', '*bold* ', '@here ', '`x` ', 'é', '\n'];
/** 10,000 characters of everything that has ever broken a bot. */
export const HOSTILE = PIECES.join('').repeat(400).slice(0, 10_000);

export const REFERENCE = new Date('2027-03-05T15:00:00Z');
export const zone = 'America/Chicago';

export function id(count: number): string {
  return `0198f3a2-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

export function named(count: number): Named {
  return { slackUserId: `U${count}`, name: count % 2 === 0 ? `Ada ${count}` : HOSTILE };
}

export function goal(count: number, parts: Partial<GoalInWords> = {}): GoalInWords {
  return {
    id: id(count),
    number: count,
    title: count % 2 === 0 ? `Goal ${count}` : HOSTILE,
    state: 'active',
    targetDate: '2027-06-30',
    stretch: count % 3 === 0,
    audience: count % 5 === 0 ? 'self' : 'mentor',
    createdAt: REFERENCE,
    ...parts,
  };
}

export function checkIn(count: number, parts: Partial<CheckInInWords> = {}): CheckInInWords {
  return {
    id: id(1000 + count),
    member: named(count),
    goal: count % 5 === 0 ? null : goal(count),
    status: (['on_track', 'stuck', 'done', 'note'] as const)[count % 4] ?? 'note',
    text: count % 3 === 0 ? null : HOSTILE,
    audience: (['self', 'mentor', 'program'] as const)[count % 3] ?? 'self',
    saidAt: REFERENCE,
    acknowledged: false,
    ...parts,
  };
}

export const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

export function mentee(count: number): MenteeInDigest {
  const quiet = count % 4 === 0;
  const of = (offset: number, howMany: number) =>
    quiet ? [] : range(howMany).map((index) => checkIn(count * 100 + offset + index));
  return {
    mentee: named(count),
    mentorshipId: id(count),
    moved: of(0, 12),
    stuck: of(20, 3),
    reached: quiet ? [] : [goal(count * 100)],
    awaiting: of(20, 10),
    presence: (['quiet', 'not_asked', 'away', 'steady'] as const)[Math.floor(count / 4) % 4] ?? 'steady',
    asked: count % 5,
    trend: count % 2 === 0 ? { onTrack: count % 5, of: 4 } : null,
  };
}

export function asked(count: number, isAnswered: boolean, parts: { ownText?: string; goal?: null } = {}) {
  const { status, text, audience } = checkIn(count);
  return {
    position: count,
    question: 'usual_going',
    ownText: parts.ownText ?? null,
    goal: parts.goal === null ? null : goal(count),
    answer: isAnswered ? { checkInId: id(1000 + count), status, text, audience } : null,
  };
}

export const cadence = { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', start: '2026-12-07T09:00' };
export const people = range(30).map(named);

const NUDGE_STATES = [
  'planned',
  'sending',
  'sent',
  'answered',
  'skipped',
  'expired',
  'held',
  'void',
  'undeliverable',
] as const;

const nudges: Said[] = NUDGE_STATES.flatMap((state) =>
  [1, 30].map((count) => ({
    kind: 'nudge' as const,
    nudgeId: id(9),
    state,
    questions: range(count).map((index) =>
      asked(index, state === 'answered' || index % 4 === 0, index % 2 === 0 ? { ownText: HOSTILE } : {}),
    ),
    readers: people,
    sharing: { audience: 'program' as const, sharedWith: [] },
    followedUp: true,
    halved: {
      before: { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2027-01-04T09:00' },
      now: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', start: '2027-01-04T09:00' },
    },
  })),
);

const silences: Said[] = [null, ...SILENCE_ANSWERS].map((answer) => ({
  kind: 'silence',
  nudgeId: id(9),
  mentors: answer === 'busy' ? [] : people,
  answer,
  sharing: { audience: 'mentor', sharedWith: [] },
}));

const proposals: Said[] = (['proposed', 'active', 'ended', 'other'] as const).flatMap((state) =>
  (['mentor', 'mentee'] as const).map((role) => ({
    kind: 'proposal' as const,
    mentorshipId: id(1),
    from: named(1),
    role,
    state,
    again: state === 'proposed',
  })),
);

const [from, until] = [new Date('2027-02-26T15:00:00Z'), REFERENCE];

/** Every kind of message, each with the worst we can think of. */
export const EVERYTHING_SAID: readonly Said[] = [
  { kind: 'welcome', enrolledBy: named(2), asCoordinator: true },
  ...proposals,
  { kind: 'paired', other: named(3), role: 'mentee', cadence, next: REFERENCE, zone },
  { kind: 'paired', other: named(3), role: 'mentor', cadence: null, next: null, zone },
  { kind: 'proposal_declined', by: named(1) },
  { kind: 'proposal_lapsed', other: named(1) },
  ...nudges,
  { ...nudgeWithoutGoal() },
  ...silences,
  { kind: 'outage', count: 3 },
  {
    kind: 'which_goal',
    checkInId: id(1),
    goals: range(120).map((count) => goal(count)),
    text: HOSTILE,
    filedUnder: null,
  },
  { kind: 'which_goal', checkInId: id(1), goals: [goal(1)], text: HOSTILE, filedUnder: goal(1) },
  { kind: 'which_goal', checkInId: id(1), goals: [], text: HOSTILE, filedUnder: 'none' },
  ...(['open', 'saved', 'let_go'] as const).map((outcome) => ({
    kind: 'nothing_open' as const,
    checkInId: id(1),
    goals: [],
    text: HOSTILE,
    outcome,
    readers: people,
    audience: 'program' as const,
    nextAt: REFERENCE,
    zone,
  })),
  ...(['new', 'edited'] as const).map((change) => ({
    kind: 'recorded' as const,
    checkIn: checkIn(1),
    readers: people,
    change,
  })),
  { kind: 'file_only' },
  { kind: 'help' },
  { kind: 'goal_reached', goal: goal(1), zone, mentors: people, toldAt: new Date('2027-03-05T15:10:00Z') },
  { kind: 'goal_reached', goal: goal(1), zone, mentors: people, toldAt: null },
  { kind: 'goal_reached', goal: goal(1), openAgain: true },
  { kind: 'goal_news', goal: goal(1), mentee: named(1), zone, congratulated: false, openAgain: false },
  { kind: 'goal_news', goal: goal(1), mentee: named(1), zone, congratulated: true, openAgain: true },
  { kind: 'goal_news', goal: null, mentee: named(1), zone, congratulated: false, openAgain: false },
  { kind: 'congratulation', goal: goal(1), from: named(1) },
  { kind: 'check_in_answered', checkIn: checkIn(1), from: named(1), text: HOSTILE },
  { kind: 'check_in_answered', checkIn: checkIn(5), from: named(1), text: null },
  { kind: 'wants_a_person', mentee: named(1), mentorshipId: id(1) },
  { kind: 'mentor_words', from: named(1), text: HOSTILE },
  { kind: 'digest', from, until, mentees: range(60).map(mentee), zone },
  { kind: 'digest', from, until, mentees: [], zone },
  {
    kind: 'channel_digest',
    program: HOSTILE,
    from,
    until,
    pairCount: 60,
    mentees: range(60).map((count) => ({
      mentors: [named(count + 100), ...(count % 2 === 0 ? [named(count + 101)] : [])],
      checkIns: count,
      shared: mentee(count),
    })),
    quiet: 3,
    away: 1,
    zone,
    setBy: named(1),
  },
  {
    kind: 'channel_digest',
    program: 'P',
    from,
    until,
    pairCount: 0,
    mentees: [],
    quiet: 0,
    away: 0,
    zone,
    setBy: null,
  },
  { kind: 'channel_hello', setBy: named(1), cadence, next: REFERENCE, zone },
  { kind: 'channel_hello', isOver: true },
  { kind: 'channel_lost', channelId: 'C1> <!channel', reason: 'is_archived' },
];

function nudgeWithoutGoal(): Said {
  return {
    kind: 'nudge',
    nudgeId: id(9),
    state: 'sending',
    questions: [{ ...asked(1, false, { goal: null }), question: 'no_goal_want' }],
    readers: [],
    sharing: { audience: 'mentor', sharedWith: [] },
    followedUp: false,
    halved: null,
  };
}
