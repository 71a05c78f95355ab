import type { Said } from './hostile';
import {
  ask,
  asked,
  barrierAsked,
  HOSTILE,
  id,
  mentorQuestion,
  people,
  promiseAsked,
  range,
  shelfItem,
  zone,
} from './hostile-facts';

/** Nudges in every state, with the worst we can think of above and below their questions. */

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

const asking: readonly Said[] = NUDGE_STATES.flatMap((state, index) =>
  [1, 30].map((count) => ({
    kind: 'nudge' as const,
    nudgeId: id(9),
    state,
    questions: range(count).map((each) =>
      asked(each, state === 'answered' || each % 4 === 0, each % 2 === 0 ? { ownText: HOSTILE } : {}),
    ),
    others: 7,
    rider:
      index % 2 === 0
        ? { kind: 'promise' as const, ...promiseAsked(count) }
        : { kind: 'barrier' as const, ...barrierAsked(index - 1) },
    asks: range(3).map((each) => ask(each)),
    mentors: people.slice(0, count),
    zone,
    shelf: range(9).map(shelfItem),
    ofMentor: mentorQuestion((['open', 'answered', 'passed'] as const)[index % 3] ?? 'open'),
    readers: people,
    sharing: { audience: 'program' as const, sharedWith: [] },
    followedUp: true,
    halved: {
      before: { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2027-01-04T09:00' },
      now: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', start: '2027-01-04T09:00' },
    },
  })),
);

const withoutGoal: Said = {
  kind: 'nudge',
  nudgeId: id(9),
  state: 'sending',
  questions: [{ ...asked(1, false, { goal: null }), question: 'no_goal_want' }],
  others: 0,
  readers: [],
  sharing: { audience: 'mentor', sharedWith: [] },
  followedUp: false,
  halved: null,
  rider: null,
  asks: [],
  shelf: [],
  mentors: [],
  zone,
  ofMentor: null,
};

export const NUDGES: readonly Said[] = [...asking, withoutGoal];
