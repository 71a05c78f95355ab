import fc from 'fast-check';
import { AUDIENCES, type Audience } from '../../src/domain/check-in';
import {
  mayRead,
  mayReadThrough,
  narrower,
  shareAnswer,
  shareNow,
  type Form,
  type Reader,
  type ReadThrough,
  type Thing,
} from '../../src/domain/visibility';

/** Who may read what, as a full product of everything that may be true, against ten lines that say it another way. */

const BEFORE = new Date('2027-01-01T09:00:00Z');
const PAIRED = new Date('2027-02-01T09:00:00Z');
const AFTER = new Date('2027-03-01T09:00:00Z');

const KINDS = ['mentor', 'coordinator', 'mentor_channel'] as const;
const STATES = ['proposed', 'active', 'paused', 'completed', 'ended'] as const;

const throughs: ReadThrough[] = STATES.flatMap((state) => [
  { id: 'ours', state, activeAt: PAIRED },
  { id: 'ours', state, activeAt: null },
]);
const readers: Reader[] = [
  { kind: 'self' },
  ...KINDS.flatMap((kind) => throughs.map((through) => ({ kind, through }))),
];

/** Named at the time, named beside a second mentor, named in another mentorship only, and named to nobody. */
const NAMED = [['ours'], ['theirs', 'ours'], ['theirs'], []];

const things: Thing[] = [
  ...AUDIENCES.map((audience) => ({ kind: 'goal' as const, audience })),
  ...AUDIENCES.flatMap((audience) =>
    AUDIENCES.flatMap((goalAudience) =>
      [BEFORE, PAIRED, AFTER].map((at) => ({ kind: 'goal_change' as const, audience, goalAudience, at })),
    ),
  ),
  ...AUDIENCES.flatMap((audience) =>
    (['draft', 'recorded'] as const).flatMap((state) =>
      NAMED.map((sharedWith) => ({ kind: 'check_in' as const, audience, state, sharedWith })),
    ),
  ),
];

/** The rule said again, without the rule: what is kept back, what is told, and how much of it shows. */
function oracle(reader: Reader, thing: Thing): Form {
  if (reader.kind === 'self') return 'content';
  const { state, activeAt, id } = reader.through;
  if (!['active', 'paused'].includes(state)) return 'nothing';
  const audiences = thing.kind === 'goal_change' ? [thing.audience, thing.goalAudience] : [thing.audience];
  if (audiences.includes('self')) return 'nothing';
  if (thing.kind === 'goal_change' && (activeAt === null || thing.at < activeAt)) return 'nothing';
  if (thing.kind === 'check_in' && (thing.state === 'draft' || !thing.sharedWith.includes(id)))
    return 'nothing';
  return reader.kind === 'mentor' || !audiences.includes('mentor') ? 'content' : 'count';
}

const cases = readers.flatMap((reader) => things.map((thing) => [reader, thing] as const));

test(`one rule for every reader and everything read: ${cases.length} cases`, () => {
  console.info(`visibility: ${cases.length} cases of the rule`);
  for (const [reader, thing] of cases) {
    expect({ reader, thing, form: mayRead(reader, thing) }).toEqual({
      reader,
      thing,
      form: oracle(reader, thing),
    });
  }
});

test('who is several readers at once sees what the best of them sees', () => {
  const others = readers.filter(({ kind }) => kind !== 'self');
  for (const thing of things) {
    for (const one of others) {
      for (const other of others) {
        const forms = [mayRead(one, thing), mayRead(other, thing)];
        const best = forms.includes('content') ? 'content' : forms.includes('count') ? 'count' : 'nothing';
        expect(mayReadThrough([one, other], thing)).toBe(best);
      }
    }
  }
  expect(mayReadThrough([], { kind: 'goal', audience: 'program' })).toBe('nothing');
});

const audience = fc.constantFrom(...AUDIENCES);
const mentorship = fc.record({
  id: fc.constantFrom('ours', 'theirs', 'third'),
  state: fc.constantFrom(...STATES),
  activeAt: fc.constantFrom(null, PAIRED),
});
const sharing = fc.record({
  audience,
  sharedWith: fc.uniqueArray(fc.constantFrom('ours', 'theirs', 'third')),
});

test('what is said now names the mentors of current mentorships, and nobody when it is for oneself', () => {
  fc.assert(
    fc.property(audience, fc.uniqueArray(mentorship, { selector: ({ id }) => id }), (to, mentorships) => {
      const current = mentorships.filter(({ state }) => state === 'active' || state === 'paused');
      expect(shareNow(to, mentorships)).toEqual({
        audience: to,
        sharedWith: to === 'self' ? [] : current.map(({ id }) => id),
      });
    }),
  );
});

test('an answer that chooses nothing is never read by more people than its nudge named, nor than its goal allows', () => {
  fc.assert(
    fc.property(
      sharing,
      fc.option(audience),
      audience,
      fc.array(mentorship),
      (asked, goal, byDefault, pairs) => {
        const said = shareAnswer(asked, goal && { audience: goal }, null, byDefault, pairs);
        expect(narrower(said.audience, asked.audience)).toBe(said.audience);
        if (goal !== null) expect(narrower(said.audience, goal)).toBe(said.audience);
        for (const id of said.sharedWith) expect(asked.sharedWith).toContain(id);
        if (said.audience === 'self') expect(said.sharedWith).toEqual([]);
        else expect(said.sharedWith).toEqual(asked.sharedWith);
      },
    ),
  );
});

test('an answer that chooses another audience names the mentors of today', () => {
  const today: ReadThrough[] = [{ id: 'theirs', state: 'active', activeAt: PAIRED }];
  const asked = { audience: 'mentor' as const, sharedWith: ['ours'] };
  expect(shareAnswer(asked, null, 'program', 'mentor', today)).toEqual({
    audience: 'program',
    sharedWith: ['theirs'],
  });
  expect(shareAnswer(asked, null, 'self', 'mentor', today)).toEqual({ audience: 'self', sharedWith: [] });
  expect(shareAnswer(asked, null, 'mentor', 'self', today)).toEqual(asked);
  expect(shareAnswer(null, null, null, 'mentor', today)).toEqual({
    audience: 'mentor',
    sharedWith: ['theirs'],
  });
  expect(shareAnswer(asked, { audience: 'self' }, 'mentor', 'mentor', today)).toEqual(asked);
});

test.each<[Audience, Audience, Audience]>([
  ['self', 'program', 'self'],
  ['program', 'mentor', 'mentor'],
  ['mentor', 'mentor', 'mentor'],
])('of %s and %s, %s is the narrower', (one, other, expected) => {
  expect(narrower(one, other)).toBe(expected);
});
