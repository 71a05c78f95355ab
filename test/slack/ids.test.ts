import { MORE_CHOICES } from '../../src/domain/nudge';
import { FORMS } from '../../src/slack/forms';
import fc from 'fast-check';
import {
  absenceValue,
  ACTIONS,
  audienceValue,
  SHORTCUTS,
  goalChoiceValue,
  goalMoveValue,
  moreValue,
  parseAbsenceValue,
  parseAudienceValue,
  parseGoalChoiceValue,
  parseGoalMoveValue,
  parseIdValue,
  parseMoreValue,
  parseQuestionValue,
  questionValue,
} from '../../src/slack/kit/ids';
import { packMeta, parseMeta } from '../../src/slack/kit/meta';

const ID = '0198f3a2-1111-7222-8333-444455556666';
const OTHER = '0198f3a2-9999-7222-8333-444455556666';
const parsers = [
  parseAbsenceValue,
  parseIdValue,
  parseQuestionValue,
  parseMoreValue,
  parseAudienceValue,
  parseGoalChoiceValue,
  parseGoalMoveValue,
  parseMeta,
];

test('what a button carries comes back as it was', () => {
  expect(parseQuestionValue(questionValue(ID, 3))).toEqual({ nudgeId: ID, position: 3 });
  for (const choice of MORE_CHOICES)
    expect(parseMoreValue(moreValue(choice, ID))).toEqual({ choice, nudgeId: ID });
  expect(parseAudienceValue(audienceValue(ID, 'self'))).toEqual({ checkInId: ID, audience: 'self' });
  expect(parseGoalChoiceValue(goalChoiceValue(ID, OTHER))).toEqual({ checkInId: ID, goalId: OTHER });
  expect(parseGoalChoiceValue(goalChoiceValue(ID, 'none'))).toEqual({ checkInId: ID, goalId: 'none' });
  const absence = { from: '2027-07-03', to: '2027-07-14' };
  expect(parseAbsenceValue(absenceValue(absence))).toEqual(absence);
  expect(parseGoalMoveValue(goalMoveValue('drop', ID))).toEqual({ move: 'drop', goalId: ID });
});

test('what an option carries is short enough for Slack', () => {
  const longest = [
    goalChoiceValue(ID, OTHER),
    moreValue('snooze_next_week', ID),
    audienceValue(ID, 'program'),
  ];
  for (const value of longest) expect(value.length).toBeLessThanOrEqual(75);
});

test('what a form remembers comes back as it was', () => {
  const meta = {
    goalId: ID,
    nudgeId: OTHER,
    position: 0,
    checkInId: ID,
    zone: 'America/Argentina/Buenos_Aires',
    channel: 'D0123',
    ts: '1700000000.000100',
    onceKey: `silence-${ID}`,
  };
  expect(parseMeta(packMeta(meta))).toEqual(meta);
  expect(parseMeta(packMeta({}))).toEqual({});
});

test.each([
  null,
  undefined,
  '',
  'garbage',
  `${ID}:`,
  `:${ID}`,
  `${ID}:1:2`,
  `${ID}:-1`,
  `${ID}:1e3`,
  `${ID.toUpperCase()}:1`,
  `constructor:${ID}`,
  `${ID}:everyone`,
  `${ID}:${ID}x`,
  '[]',
  '{"goalId":"1; DROP TABLE"}',
  '{"position":1.5}',
  '{"admin":"yes"}',
  '{"__proto__":{"goalId":"x"}}',
])('a forged value %p means nothing', (value) => {
  for (const parse of parsers) expect(parse(value)).toBeNull();
});

test('no string makes a parser throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
      for (const parse of parsers) parse(value);
    }),
  );
});

test('no two things share an id', () => {
  const ids = [
    ...Object.values(ACTIONS),
    ...Object.values(SHORTCUTS),
    ...FORMS.map(({ callback }) => callback),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});
