import type { ModalView } from '@slack/types';
import { validateView } from '../../playground/slack/block-kit';
import { buildCadence, describeCadence } from '../../src/domain/cadence-describe';
import { holidayPlaces, holidayRegions } from '../../src/domain/holidays';
import { BLOCKS, CALLBACKS, INPUT, parseMeta } from '../../src/slack/kit/ids';
import { cadenceModal, chosenCadence } from '../../src/slack/views/cadence-form';
import { checkInModal, encourageModal, wordsModal } from '../../src/slack/views/check-in-forms';
import {
  checked,
  checkedValues,
  dateValue,
  selectValue,
  textValue,
  timeValue,
  type FormState,
} from '../../src/slack/kit/form-values';
import { dropModal, goalModal } from '../../src/slack/views/goal-forms';
import { busyModal, skipModal, snoozeModal } from '../../src/slack/views/nudge-forms';
import { loadingModal, messageModal } from '../../src/slack/kit/plain-modal';
import { settingsModal } from '../../src/slack/views/settings-form';
import { encouragementDrafts, refusalWords, why } from '../../src/words/en';
import { checkIn, goal, HOSTILE, id } from './hostile';
import { RECORDS } from './refused';

const notice = refusalWords({ code: 'text_too_long', limit: 3000, length: 10_000 }, HOSTILE);
const meta = { nudgeId: id(1), position: 2, goalId: id(2), checkInId: id(3), zone: 'Europe/London' };
const settings = {
  workingDays: ['MO', 'TU'],
  quietFrom: '18:00',
  quietTo: '08:00',
  holidayCountry: 'DE',
  holidayRegion: 'BY',
  weeklyBudget: 12,
  defaultAudience: 'mentor',
} as const;
const countries = holidayPlaces();
const many = Array.from({ length: 150 }, (_, index) => goal(index + 1));

const FORMS: readonly (readonly [string, ModalView])[] = [
  ['a new goal', goalModal({ meta: {} })],
  [
    'a goal that was refused',
    goalModal({ goal: { title: HOSTILE, why: HOSTILE, measure: '' }, notice, meta }),
  ],
  ['a goal with all it can have', goalModal({ goal: { ...goal(2), why: 'w', measure: 'm' }, meta })],
  ['letting a goal go', dropModal({ goal: { title: HOSTILE }, reason: HOSTILE, notice, meta })],
  [
    'a few words',
    wordsModal({ question: HOSTILE, status: 'stuck', text: HOSTILE, audience: 'program', notice, meta }),
  ],
  ['a few first words', wordsModal({ question: 'How is it?', audience: 'self', meta })],
  ['a check-in without goals', checkInModal({ goals: [], audience: 'mentor', meta })],
  [
    'a check-in with many goals',
    checkInModal({ goals: many, goalId: id(2), text: HOSTILE, audience: 'self', meta }),
  ],
  [
    'a check-in on a goal that is gone',
    checkInModal({ goals: many, goalId: id(999), audience: 'self', notice, meta }),
  ],
  ...[1, 2, 4, 5].map((count) => {
    const said = checkIn(count);
    const form = encourageModal({ checkIn: said, drafts: encouragementDrafts(said), text: HOSTILE, meta });
    return [`an answer to a check-in (${said.status})`, form] as const;
  }),
  ['a first rhythm', cadenceModal({})],
  [
    'a rhythm of one’s own',
    cadenceModal({
      cadence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=15', start: '2026-12-15T09:30' },
      notice,
      meta,
    }),
  ],
  ['later', snoozeModal({ meta })],
  ['later, on a date', snoozeModal({ date: '2027-01-04', notice, meta })],
  ['later, on no date at all', snoozeModal({ date: 'blursday', meta })],
  ['skipping', skipModal({ reason: HOSTILE, notice, meta })],
  ['coming back', busyModal({ date: '2027-01-04', meta })],
  ['settings', settingsModal({ settings, countries, regions: holidayRegions('DE'), notice })],
  [
    'settings without a place',
    settingsModal({
      settings: {
        ...settings,
        workingDays: [],
        quietFrom: null,
        quietTo: null,
        holidayCountry: null,
        holidayRegion: null,
      },
      countries,
      regions: [],
      suggested: 'US',
    }),
  ],
  ['a moment’s wait', loadingModal(HOSTILE)],
  ['a long note', messageModal('Why was I (not) asked?', why(RECORDS.concat(RECORDS), 'UTC'))],
  ['a hostile note', messageModal(HOSTILE, notice)],
];

test.each(FORMS)('the form for %s is one that Slack takes', (_name, view) => {
  expect(validateView(view)).toEqual([]);
  expect(JSON.stringify(view.blocks)).not.toMatch(/"type":"mrkdwn","text":"[^"]*<!/);
});

test('a form remembers what it is about', () => {
  expect(parseMeta(skipModal({ meta }).private_metadata)).toEqual(meta);
  expect(skipModal({ meta }).callback_id).toBe(CALLBACKS.skip_form);
});

test('a notice stands on top, and what the person wrote stays in its field', () => {
  const [first, title] = goalModal({
    goal: { title: 'x'.repeat(400) },
    notice: 'Too long.',
    meta: {},
  }).blocks;
  expect(first).toMatchObject({ type: 'section', text: { text: 'Too long.' } });
  expect(title).toMatchObject({ block_id: BLOCKS.title, element: { initial_value: 'x'.repeat(400) } });
});

test('a country that the clock suggests is said and not chosen', () => {
  const asText = JSON.stringify(
    settingsModal({
      settings: { ...settings, holidayCountry: null },
      countries,
      regions: [],
      suggested: 'US',
    }),
  );
  expect(asText).toContain('Your clock suggests United States of America.');
  expect(asText).not.toMatch(/"initial_option":\{"text":\{[^}]*United States/);
});

const chosen = (
  rhythm: string | null,
  weekdays: readonly string[],
  time: string | null = '09:00',
): FormState => ({
  [BLOCKS.rhythm]: { [INPUT]: { selected_option: rhythm === null ? null : { value: rhythm } } },
  [BLOCKS.weekday]: { [INPUT]: { selected_options: weekdays.map((value) => ({ value })) } },
  [BLOCKS.time]: { [INPUT]: { selected_time: time } },
});

describe('a chosen rhythm', () => {
  test.each([
    ['daily', [], 'FREQ=DAILY'],
    ['weekdays', [], 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['weekly', ['TH', 'MO'], 'FREQ=WEEKLY;BYDAY=MO,TH'],
    ['biweekly', ['MO'], 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'],
    ['monthly', ['TU'], 'FREQ=MONTHLY;BYDAY=1TU'],
  ])('%s on %p is a rule, and the form shows it again', (rhythm, weekdays, rule) => {
    const description = chosenCadence(chosen(rhythm, weekdays));
    if (description === null || description === 'keep') throw new Error('Nothing was chosen');
    const cadence = buildCadence(description, '2026-12-07');
    expect(cadence?.rule).toBe(rule);
    expect(JSON.stringify(cadenceModal({ cadence }))).toMatch(
      new RegExp(`"initial_option":\\{[^}]*\\},"value":"${rhythm}"`),
    );
    expect(cadence && describeCadence(cadence).time).toBe('09:00');
  });

  test('that the form cannot show may be kept', () => {
    const form = JSON.stringify(
      cadenceModal({ cadence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=15', start: '2026-12-15T09:30' } }),
    );
    expect(form).toContain('Keep it: every month on the 15th at 9:30');
    expect(chosenCadence(chosen('keep', []))).toBe('keep');
  });

  test.each([
    [null, ['MO'], '09:00'],
    ['weekly', [], '09:00'],
    ['weekly', ['XX'], '09:00'],
    ['weekly', ['MO'], null],
    ['hourly', ['MO'], '09:00'],
  ])('%p on %p at %p is none', (rhythm, weekdays, time) => {
    expect(chosenCadence(chosen(rhythm, weekdays, time))).toBeNull();
  });
});

test('what is not filled in reads as nothing', () => {
  const empty: FormState = {
    text: { [INPUT]: { value: null, selected_option: null, selected_date: null } },
    bare: {},
  };
  for (const block of ['text', 'bare', 'absent']) {
    for (const read of [textValue, selectValue, dateValue, timeValue]) expect(read(empty, block)).toBeNull();
    expect(checkedValues(empty, block)).toEqual([]);
    expect(checked(empty, block)).toBe(false);
  }
  expect(textValue({ text: { [INPUT]: { value: '  ' } } }, 'text')).toBeNull();
  expect(textValue({ text: { [INPUT]: { value: ' x ' } } }, 'text')).toBe('x');
});
