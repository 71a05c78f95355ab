import fc from 'fast-check';
import { hasJustAsked, isOpen, type NudgeState } from '../../src/domain/nudge';
import {
  decideSituation,
  GOALS_ASKED,
  mostInNeed,
  NO_REPEAT_WITHIN,
  pickQuestion,
  SITUATIONS,
  type BankQuestion,
  type Situation,
} from '../../src/domain/question';
import { BANK } from '../../src/words/en';
import { decideSilence, NUDGES_LOOKED_AT, type PastNudge } from '../../src/domain/silence';

describe('a nudge takes an answer', () => {
  test.each([
    ['planned', false],
    ['sending', true],
    ['sent', true],
    ['answered', true],
    ['skipped', false],
    ['expired', true],
    ['held', false],
    ['void', false],
    ['undeliverable', false],
  ] as const)('%s: %s', (state, takes) => {
    expect(isOpen({ state })).toBe(takes);
  });
});

describe('a nudge has just asked', () => {
  const now = new Date('2027-02-01T15:00:00Z');
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
  const nudge = { state: 'sent' as NudgeState, dueAt: ago(10), sentAt: ago(5), sendAt: null as Date | null };

  test.each([
    ['a moment ago', {}, true],
    ['at this very moment', { dueAt: now, sentAt: now }, true],
    ['59 seconds ago', { sentAt: ago(59) }, true],
    ['a minute ago', { sentAt: ago(60) }, false],
    ['late: due an hour ago, sent just now', { dueAt: ago(3_600) }, true],
    ['and is on its way', { state: 'planned', sentAt: null }, true],
    ['and is being spoken', { state: 'sending', sentAt: null }, true],
    ['and waits since an hour', { state: 'planned', sentAt: null, dueAt: ago(3_600) }, false],
    ['and was put off', { state: 'planned', sentAt: null, sendAt: ago(-3_600) }, false],
    ['for later', { state: 'planned', sentAt: null, dueAt: ago(-1) }, false],
    ['and was answered', { state: 'answered' }, false],
    ['and was let go', { state: 'skipped' }, false],
    ['and was held', { state: 'held', sentAt: null }, false],
  ] as const)('%s', (_when, change, has) => {
    expect(hasJustAsked({ ...nudge, ...change }, now)).toBe(has);
  });
});

describe('a goal stands', () => {
  const usual = { lastStatus: null, quietDays: 7, daysToTarget: null, justAchieved: false };

  test.each([
    ['usual', {}],
    ['usual', { lastStatus: 'on_track' }],
    ['after_stuck', { lastStatus: 'stuck', daysToTarget: 3, quietDays: 90, justAchieved: true }],
    ['near_target', { daysToTarget: 30, quietDays: 90 }],
    ['near_target', { daysToTarget: 0 }],
    ['usual', { daysToTarget: 31 }],
    ['usual', { daysToTarget: -1 }],
    ['long_quiet', { quietDays: 35, justAchieved: true }],
    ['usual', { quietDays: 34 }],
    ['usual', { quietDays: null }],
    ['just_achieved', { justAchieved: true }],
  ] as const)('%s: %j', (situation, history) => {
    expect(decideSituation({ ...usual, ...history })).toBe(situation);
  });
});

describe('the next question', () => {
  const bank: BankQuestion[] = [
    { id: 'u1', situation: 'usual', type: 'status' },
    { id: 's1', situation: 'after_stuck', type: 'status' },
    { id: 'u2', situation: 'usual', type: 'open' },
    { id: 'u3', situation: 'usual', type: 'status' },
    { id: 'u4', situation: 'usual', type: 'barrier' },
    { id: 'u5', situation: 'usual', type: 'next_step' },
    { id: 'n1', situation: 'no_goal', type: 'open' },
  ];

  test.each([
    ['is the first of its situation', 'usual', [], [], 'u1'],
    ['is of its situation alone', 'after_stuck', [], [], 's1'],
    ['is asked again when there is no other', 'after_stuck', ['s1'], [], 's1'],
    ['asks for more after one that a tap answers', 'usual', ['u1'], [], 'u2'],
    ['is answered by a tap after one that asks for more', 'usual', ['u2', 'u1'], [], 'u3'],
    ['goes on in the order of the bank', 'usual', ['u3', 'u2', 'u1'], [], 'u4'],
    ['goes on in the order of the bank, after what a tap answers', 'usual', ['u4', 'u3', 'u2'], [], 'u1'],
    ['begins anew after the last', 'usual', ['u1', 'u5', 'u3', 'u4'], [], 'u2'],
    ['is none of the last three', 'usual', ['u5', 'u1', 'u3'], [], 'u2'],
    ['is one of the person’s own first', 'usual', [], ['own:1'], 'own:1'],
    ['is one of the person’s own, whatever was asked', 'usual', ['u1'], ['own:1'], 'own:1'],
    ['is one of the bank when the own was asked', 'usual', ['own:1'], ['own:1', 'own:2'], 'u1'],
    ['is the other own one after that', 'usual', ['u1', 'own:1'], ['own:1', 'own:2'], 'own:2'],
    ['is no own one without a goal', 'no_goal', [], ['own:1'], 'n1'],
    ['is not the newest of two', 'after_stuck', ['own:1', 's1'], ['own:1'], 's1'],
    ['goes on from one that left the bank', 'usual', ['gone', 'u1'], [], 'u3'],
  ] as const)('%s', (_how, situation, recent, own, id) => {
    expect(pickQuestion(bank, situation, { recent }, own)).toBe(id);
  });

  test('is none that stands in the same message', () => {
    const said = (saidNow: string[], own: string[] = []) =>
      pickQuestion(bank, 'usual', { recent: [], saidNow }, own);
    expect(said(['u1'])).toBe('u3');
    expect(said(['u1', 'u3'])).toBe('u2');
    expect(said(['own:1'], ['own:1'])).toBe('u1');
  });

  test.each(SITUATIONS)(
    'meets everything that the bank has for %s, never the same within three',
    (situation) => {
      const recent: string[] = [];
      const own = situation === 'no_goal' ? [] : ['own:1'];
      for (let turn = 0; turn < 200; turn += 1) {
        // As far as anybody looks back.
        const next = pickQuestion(BANK, situation, { recent: recent.slice(0, 12) }, own);
        expect(recent.slice(0, NO_REPEAT_WITHIN)).not.toContain(next);
        recent.unshift(next);
      }
      const all = BANK.filter((question) => question.situation === situation).map(({ id }) => id);
      expect(new Set(recent)).toEqual(new Set([...all, ...own]));
    },
  );

  test('that is not there is a bug, and says of what', () => {
    expect(() => pickQuestion(bank, 'long_quiet', { recent: [] })).toThrow(
      'The bank has no question for long_quiet',
    );
  });
});

describe('of more goals than one message holds', () => {
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const at = (week: number) => new Date(week * WEEK);
  const goal = (id: number, situation: Situation, lastWeek: number) => ({
    id,
    situation,
    lastAt: at(lastWeek),
  });
  const asked = (...goals: ReturnType<typeof goal>[]) => mostInNeed(goals, at(10)).map(({ id }) => id);

  test('all are asked about while there are three, in their order', () => {
    expect(asked(goal(1, 'usual', 9), goal(2, 'after_stuck', 8), goal(3, 'usual', 7))).toEqual([1, 2, 3]);
  });

  test.each([
    ['those without a word for longest', [9, 8, 7, 6], 'usual', [2, 3, 4]],
    ['one that was stuck three times as soon', [8.1, 8, 8, 9], 'after_stuck', [2, 3, 4]],
    ['one whose date is near three times as soon', [8.1, 8, 8, 9], 'near_target', [2, 3, 4]],
    ['but not before others that wait for three times as long', [6, 6, 6, 9], 'after_stuck', [1, 2, 3]],
    ['the first set of those that wait alike', [7, 7, 7, 7], 'long_quiet', [1, 2, 3]],
  ] as const)('%s', (_which, [one, two, three, four], situation, ids) => {
    const goals = [one, two, three].map((week, index) => goal(index + 1, 'usual', week));
    expect(asked(...goals, goal(4, situation, four))).toEqual(ids);
  });

  test('none is forgotten, however many there are and however they go', () => {
    const fate = fc.record({ in: fc.nat(170), id: fc.nat(39), situation: fc.constantFrom(...SITUATIONS) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fate, { maxLength: 300 }), (count, fates) => {
        const within = 2 * count + GOALS_ASKED;
        const goals = Array.from({ length: count }, (_, id) => ({ ...goal(id, 'usual', 0), askedIn: 0 }));
        for (let week = 1; week <= 2 * within; week += 1) {
          for (const { id, situation } of fates.filter((each) => each.in === week))
            Object.assign(goals[id] ?? {}, { situation });
          const chosen = mostInNeed(goals, at(week));
          expect(chosen).toHaveLength(Math.min(count, GOALS_ASKED));
          for (const each of chosen) Object.assign(each, { lastAt: at(week), askedIn: week });
          for (const { askedIn } of goals) expect(week - askedIn).toBeLessThanOrEqual(within);
        }
      }),
    );
  });
});

describe('silence', () => {
  const past = (state: string, asked = false, silenceAnswer: string | null = null): PastNudge => ({
    state,
    silenceAskedAt: asked ? new Date(0) : null,
    silenceAnswer,
  });
  const [expired, sent, answered, skipped] = ['expired', 'sent', 'answered', 'skipped'].map((state) =>
    past(state),
  );
  const sorted = past('sent', true);

  test.each([
    ['is none before the first nudge', [], false, 'ask'],
    ['is none after one', [sent], false, 'ask'],
    ['is sorted after two', [sent, expired], false, 'sort'],
    ['is sorted after two that expired', [expired, expired, answered], false, 'sort'],
    ['is sorted after three', [sent, expired, expired], false, 'sort'],
    ['is broken by an answer', [sent, answered, expired], false, 'ask'],
    ['is broken by a skip', [sent, skipped, expired], false, 'ask'],
    [
      'was sorted before when it fills all that is looked at',
      [sent, expired, expired, expired],
      false,
      'ask',
    ],
    ['is not sorted twice in a spell', [sent, expired, past('expired', true)], false, 'ask'],
    ['is sorted anew in a new spell', [sent, expired, answered, past('expired', true)], false, 'sort'],
    ['halves the rhythm when the five taps stay without one', [sorted, expired, expired], false, 'halve'],
    ['halves it when they expired', [past('expired', true), expired], false, 'halve'],
    ['halves it once', [sorted, expired, expired], true, 'ask'],
    ['does not halve it after a tap', [past('sent', true, 'busy'), expired], false, 'ask'],
    ['does not halve it after a word', [past('answered', true), expired], false, 'ask'],
  ] as const)('%s', (_case, nudges, alreadyHalved, kind) => {
    const known = nudges.flatMap((nudge) => nudge ?? []);
    expect(decideSilence(known, alreadyHalved)).toEqual({ kind });
  });

  test('is read from the last four', () => {
    expect(NUDGES_LOOKED_AT).toBe(4);
  });
});
