import type {
  BarrierAsked,
  CheckInInWords,
  GoalInWords,
  MenteeInDigest,
  MentorQuestion,
  Named,
  PromiseAsked,
  PromiseBetween,
} from '../../src/domain/facts';
import type { BarrierInWords } from '../../src/domain/ledger/barrier';
import type { PromiseInWords } from '../../src/domain/ledger/promise';
import type { AskInWords } from '../../src/domain/ledger/ask';
import type { ShelfItem } from '../../src/domain/ledger/shelf';

/** Facts with the worst in them that we can think of. */

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

export function step(count: number): PromiseInWords {
  return {
    words: HOSTILE,
    by: '2027-03-12',
    keptAt: count % 2 === 0 ? null : REFERENCE,
    movedAt: null,
    letGoAt: count % 3 === 0 ? REFERENCE : null,
    letGoWhy: HOSTILE,
  };
}

function barrier(count: number): BarrierInWords {
  return {
    words: HOSTILE,
    idea: count % 2 === 0 ? null : HOSTILE,
    clearedAt: count % 3 === 0 ? REFERENCE : null,
    movedAt: null,
    letGoAt: null,
  };
}

export function barrierAsked(count: number): BarrierAsked {
  return {
    checkInId: id(8),
    barrier: barrier(count),
    goal: count % 2 === 0 ? null : goal(1),
    ideas: range(2).map((each) => ({ from: named(each), text: HOSTILE })),
    heard: ([null, 'cleared', 'moved', 'let_go'] as const)[count % 4] ?? null,
    isLast: true,
    readers: people,
    audience: 'program',
  };
}

export function promiseAsked(count: number): PromiseAsked {
  return {
    promiseId: id(8),
    promise: step(count),
    to: count % 2 === 0 ? null : named(count),
    heard: null,
    isLast: true,
    readers: people,
    audience: 'program',
  };
}

export function promiseBetween(count: number): PromiseBetween {
  return { promiseId: id(8), promise: step(count), other: named(count), isMine: count % 4 < 2 };
}

export function mentorQuestion(state: MentorQuestion['state']): MentorQuestion {
  return { responseId: id(7), from: named(1), text: HOSTILE, state };
}

export function ask(count: number, parts: Partial<AskInWords> = {}): AskInWords {
  return {
    id: id(2000 + count),
    from: named(count),
    to: named(count + 1),
    goal: count % 3 === 0 ? null : goal(count),
    text: count % 4 === 0 ? null : HOSTILE,
    askedAt: REFERENCE,
    state: 'open',
    ...parts,
  };
}

/** Of every third the name is an address that would be another. */
export function shelfItem(count: number): ShelfItem {
  const name = count % 3 === 0 ? `https://a.example/<!channel>|x>${'&'.repeat(200)}` : HOSTILE;
  return { id: id(3000 + count), by: named(count), name, line: count % 2 === 0 ? HOSTILE : null };
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
    carried: {
      nextStep: count % 3 === 1 ? null : step(count),
      barrier: count % 4 === 1 ? null : barrier(count),
    },
    ...parts,
  };
}

export const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

export function mentee(count: number): MenteeInDigest {
  const quiet = count % 4 === 0;
  const of = (offset: number, howMany: number) =>
    quiet ? [] : range(howMany).map((index) => checkIn(count * 100 + offset + index));
  return {
    mentorshipId: id(count),
    mentee: named(count),
    moved: of(0, 12),
    stuck: of(20, 3),
    reached: quiet ? [] : [goal(count * 100)],
    newGoals: quiet ? [] : range(count % 12).map((index) => goal(count * 100 + index)),
    steps: quiet ? [] : range(9).map(step),
    barriers: quiet ? [] : range(9).map(barrier),
    promises: quiet ? [] : range(12).map(promiseBetween),
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
    passed: count % 7 === 0,
    answer: isAnswered
      ? {
          checkInId: id(1000 + count),
          status,
          text,
          audience,
          readers: people,
          tellable: status === 'stuck' ? people : [],
          told: count % 2 === 0 ? people : [],
          seen: range(count % 5).map((index) => ({
            mentor: named(index),
            at: index % 2 === 0 ? REFERENCE : null,
            zone,
          })),
          carried: {
            nextStep: status === 'stuck' ? step(count) : null,
            barrier: count % 8 === 1 ? barrier(count) : null,
          },
        }
      : null,
  };
}

export const cadence = { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', start: '2026-12-07T09:00' };
export const people = range(30).map(named);
