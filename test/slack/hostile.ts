import type { MessageKind } from '../../src/domain/message';
import { SILENCE_ANSWERS } from '../../src/domain/nudge';
import { MESSAGES } from '../../src/messages';
import type { SlackMessage } from '../../src/slack/kit/block-kit';
import { wordsFor, type Words } from '../../src/words';
import { ASKS } from './hostile-asks';
import { NUDGES } from './hostile-nudges';
import { AGREEMENTS } from './hostile-agreements';
import {
  ask,
  cadence,
  checkIn,
  goal,
  HOSTILE,
  id,
  mentee,
  mentorQuestion,
  named,
  people,
  range,
  REFERENCE,
  shelfItem,
  promiseBetween,
  zone,
  step,
} from './hostile-facts';

export * from './hostile-facts';

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

const silences: Said[] = [null, ...SILENCE_ANSWERS].map((answer) => ({
  kind: 'silence',
  nudgeId: id(9),
  mentors: answer === 'busy' ? [] : people,
  answer,
  sharing: { audience: 'mentor', sharedWith: [] },
}));

const proposals: Said[] = (['proposed', 'waits', 'active', 'ended', 'other'] as const).flatMap((state) =>
  (['mentor', 'mentee'] as const).map((role) => ({
    kind: 'proposal' as const,
    mentorshipId: id(1),
    from: named(1),
    by: role === 'mentor' ? named(2) : null,
    role,
    state,
    again: state === 'proposed',
    hello: role === 'mentee' ? named(3) : null,
  })),
);

const [from, until] = [new Date('2027-02-26T15:00:00Z'), REFERENCE];

/** Every kind of message, each with the worst we can think of. */
export const EVERYTHING_SAID: readonly Said[] = [
  { kind: 'welcome', asCoordinator: true },
  ...proposals,
  ...AGREEMENTS.flatMap((shown): Said[] => [
    { kind: 'agreement', shown, again: true },
    { kind: 'agreement_ending', shown },
  ]),
  { kind: 'paired', mentorshipId: id(1), other: named(3), role: 'mentee', cadence, next: REFERENCE, zone },
  { kind: 'paired', mentorshipId: id(1), other: named(3), role: 'mentor', cadence: null, next: null, zone },
  { kind: 'proposal_declined', by: named(1) },
  { kind: 'proposal_lapsed', other: named(1) },
  { kind: 'proposal_lapsed', mentor: named(1), mentee: named(2) },
  { kind: 'paired', mentor: named(1), mentee: named(2) },
  { kind: 'pair_ended', by: named(1) },
  {
    kind: 'away_for_you',
    undoId: id(1),
    by: named(1),
    absences: range(30).map(() => ({ from: '2027-07-01', to: '2027-07-14' })),
  },
  ...(['reply', 'question', 'note', 'answer'] as const).map((purpose) => ({
    kind: 'words' as const,
    responseId: id(1),
    from: named(1),
    purpose,
    question: purpose === 'answer' ? HOSTILE : null,
    text: HOSTILE.repeat(4),
    isEdited: purpose === 'reply',
    mayReply: purpose !== 'note',
    promise: purpose === 'reply' ? ('is' as const) : ('may_be' as const),
    ask: null,
  })),
  ...ASKS,
  { kind: 'words_sent', to: named(1), state: 'over' },
  ...range(12).map((count) => ({ kind: 'promise' as const, ...promiseBetween(count) })),
  ...NUDGES,
  ...silences,
  { kind: 'outage', count: 3 },
  {
    kind: 'which_goal',
    checkInId: id(1),
    isDraft: true,
    readers: people,
    audience: 'program',
    goals: range(120).map((count) => goal(count)),
    text: HOSTILE,
    filedUnder: null,
    nextStep: null,
    ofMentor: mentorQuestion('open'),
  },
  { kind: 'which_goal', ...named(1) },
  {
    kind: 'which_goal',
    checkInId: id(1),
    isDraft: false,
    readers: [],
    audience: 'self',
    goals: [goal(1)],
    text: HOSTILE,
    filedUnder: goal(1),
    nextStep: step(1),
    ofMentor: null,
  },
  {
    kind: 'which_goal',
    checkInId: id(1),
    isDraft: false,
    readers: [],
    audience: 'self',
    goals: [],
    text: HOSTILE,
    filedUnder: 'none',
    nextStep: null,
    ofMentor: null,
  },
  ...(['open', 'saved', 'let_go'] as const).map((outcome) => ({
    kind: 'nothing_open' as const,
    checkInId: id(1),
    goals: [],
    text: HOSTILE,
    outcome,
    asked: null,
    mentors: people.map((person, count) => ({ ...person, id: id(count) })),
    readers: people,
    audience: 'program' as const,
    nextAt: REFERENCE,
    zone,
  })),
  {
    kind: 'nothing_open',
    checkInId: id(1),
    goals: [],
    text: null,
    outcome: 'let_go',
    asked: ask(1),
    mentors: [],
    readers: [],
    audience: 'self',
    nextAt: null,
    zone,
  },
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
  { kind: 'new_goal', mentee: named(1), told: { goal: goal(1), mentorshipId: id(1) } },
  { kind: 'new_goal', mentee: named(1), told: null },
  { kind: 'congratulation', responseId: id(1), goal: goal(1), from: named(1), mayReply: true },
  {
    kind: 'check_in_answered',
    responseId: id(1),
    checkIn: checkIn(1),
    from: named(1),
    text: HOSTILE,
    mayReply: true,
    promise: 'may_be',
  },
  {
    kind: 'check_in_answered',
    responseId: id(1),
    checkIn: checkIn(5),
    from: named(1),
    text: null,
    mayReply: false,
    promise: 'too_long',
  },
  { kind: 'stuck_now', checkIn: checkIn(1) },
  { kind: 'stuck_now', checkIn: checkIn(5, { text: null }) },
  { kind: 'stuck_now', checkIn: null },
  {
    kind: 'digest',
    from,
    until,
    shelf: range(9).map(shelfItem),
    late: range(3).map((each) => checkIn(each)),
    asks: range(9).map((each) => ask(each)),
    mentees: range(60).map(mentee),
    zone,
  },
  { kind: 'digest', from, until, shelf: [], late: [], asks: [], mentees: [], zone },
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
