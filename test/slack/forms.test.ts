import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ModalView } from '@slack/types';
import { validateView } from '../../playground/slack/blocks/block-kit';
import { describeCadence } from '../../src/domain/cadence-describe';
import { FORMS } from '../../src/slack/forms';
import { answerView } from '../../src/slack/forms/answer';
import { askView } from '../../src/slack/forms/ask';
import { busyView } from '../../src/slack/forms/busy';
import { cadenceView, chosenCadence, startChosen } from '../../src/slack/forms/cadence';
import { channelDigestView } from '../../src/slack/forms/channel-digest';
import { checkInView } from '../../src/slack/forms/check-in';
import { digestView } from '../../src/slack/forms/digest';
import { dropGoalView } from '../../src/slack/forms/drop-goal';
import { encourageView } from '../../src/slack/forms/encourage';
import { goalView } from '../../src/slack/forms/goal';
import { barrierView } from '../../src/slack/forms/barrier';
import { promiseView } from '../../src/slack/forms/promise';
import { programQuestionsView } from '../../src/slack/forms/program-questions';
import { proposeView } from '../../src/slack/forms/propose';
import { settingsView } from '../../src/slack/forms/settings';
import { skipView } from '../../src/slack/forms/skip';
import { writeToView } from '../../src/slack/forms/write-to';
import { snoozeView } from '../../src/slack/forms/snooze';
import { INPUT } from '../../src/slack/kit/ids';
import { parseMeta } from '../../src/slack/kit/meta';
import {
  checked,
  checkedValues,
  dateValue,
  selectValue,
  textValue,
  timeValue,
  type FormState,
} from '../../src/slack/kit/form-values';
import { loadingModal, messageModal } from '../../src/slack/kit/plain-modal';
import { wordsFor } from '../../src/words';
import { agreementFormView } from './hostile-agreements';
import { shelves } from './hostile-shelves';
import { checkIn, goal, HOSTILE, id, named, people, range, step } from './hostile';
import { RECORDS } from './refused';

const words = wordsFor('en');
const { refusalWords, why } = words;
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
const asked = people.map((person, count) => ({ ...person, mentorshipId: id(count) }));
const many = Array.from({ length: 150 }, (_, index) => goal(index + 1));

const VIEWS: readonly (readonly [string, ModalView])[] = [
  ['a new goal', goalView(words, { audience: 'mentor', meta: {} })],
  [
    'a goal that was refused',
    goalView(words, { goal: { title: HOSTILE, why: HOSTILE, measure: '' }, audience: 'self', notice, meta }),
  ],
  [
    'a goal with all it can have',
    goalView(words, { goal: { ...goal(2), why: 'w', measure: 'm' }, audience: 'program', meta }),
  ],
  ['letting a goal go', dropGoalView(words, { goal: { title: HOSTILE }, reason: HOSTILE, notice, meta })],
  [
    'a few words',
    answerView(words, {
      question: HOSTILE,
      status: 'stuck',
      text: HOSTILE,
      audience: 'program',
      notice,
      meta,
    }),
  ],
  ['a few first words', answerView(words, { question: 'How is it?', audience: 'self', meta })],
  ['a check-in without goals', checkInView(words, { goals: [], audience: 'mentor', meta })],
  [
    'a check-in with many goals',
    checkInView(words, { goals: many, goalId: id(2), text: HOSTILE, audience: 'self', meta }),
  ],
  [
    'a check-in on a goal that is gone',
    checkInView(words, { goals: many, goalId: id(999), audience: 'self', notice, meta }),
  ],
  ...[1, 2, 4, 5].map((count) => {
    const said = checkIn(count);
    const form = encourageView(words, { checkIn: said, text: HOSTILE, meta });
    return [`an answer to a check-in (${said.status})`, form] as const;
  }),
  [
    'words to somebody',
    writeToView(words, { to: { slackUserId: 'UADA', name: HOSTILE }, text: HOSTILE, notice, meta }),
  ],
  ['an ask of one', askView(words, { people: asked.slice(0, 1), goals: [], text: HOSTILE, notice, meta })],
  ['an ask of somebody', askView(words, { people: asked, goals: many, mentorshipId: id(2), meta })],
  ...[true, false].map((isFirst) => ['an agreement', agreementFormView(isFirst, notice, meta)] as const),
  ...shelves(notice, meta),
  ['a first rhythm', cadenceView(words, {})],
  [
    'a rhythm of one’s own',
    cadenceView(words, {
      cadence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=15', start: '2026-12-15T09:30' },
      notice,
      meta,
    }),
  ],
  ['later', snoozeView(words, { meta })],
  ['later, on a date', snoozeView(words, { date: '2027-01-04', notice, meta })],
  ['later, on no date at all', snoozeView(words, { date: 'blursday', meta })],
  ['skipping', skipView(words, { reason: HOSTILE, notice, meta })],
  [
    'what comes next',
    promiseView(words, {
      facts: { promise: step(2), to: null, readers: people, audience: 'program' },
      pairs: [],
      notice,
      meta,
    }),
  ],
  [
    'what is in the way',
    barrierView(words, {
      barrier: { words: HOSTILE, idea: HOSTILE },
      readers: people,
      audience: 'program',
      notice,
      meta,
    }),
  ],
  [
    'a promise that stands',
    promiseView(words, {
      facts: { promise: step(2), to: named(1), readers: [named(1)], audience: 'mentor' },
      pairs: [],
      words: HOSTILE,
      why: HOSTILE,
      notice,
      meta,
    }),
  ],
  [
    'a promise to somebody',
    promiseView(words, {
      facts: null,
      pairs: range(120).map((count) => ({ mentorshipId: id(count), other: named(count) })),
      meta,
    }),
  ],
  ['coming back', busyView(words, { date: '2027-01-04', meta })],
  ['settings', settingsView(words, { settings, notice })],
  ...(['mentor', 'mentee'] as const).map(
    (role) => [`a pairing as ${role}`, proposeView(words, { notice, meta: { role } })] as const,
  ),
  ['a digest', digestView(words, { cadence: null, notice, meta })],
  ['a first digest of a channel', channelDigestView(words, { channelId: null, cadence: null, meta })],
  [
    'the digest of a channel',
    channelDigestView(words, {
      channelId: 'CMENTORS',
      cadence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=15', start: '2026-12-15T09:30' },
      notice,
      meta,
    }),
  ],
  ...[0, 1, 300].map((count) => {
    const questions = Array.from({ length: count }, (_, index) => ({ id: id(index), text: HOSTILE }));
    const form = programQuestionsView(words, { questions, added: HOSTILE, removed: [id(0)], notice });
    return [`${count} questions of a program`, form] as const;
  }),
  [
    'settings without a place',
    settingsView(words, {
      settings: {
        ...settings,
        workingDays: [],
        quietFrom: null,
        quietTo: null,
        holidayCountry: null,
        holidayRegion: null,
      },
      suggested: 'US',
    }),
  ],
  ['a moment’s wait', loadingModal(words, HOSTILE)],
  ['a long note', messageModal(words, 'Why was I (not) asked?', why(RECORDS.concat(RECORDS), [], 'UTC'))],
  ['a hostile note', messageModal(words, HOSTILE, notice)],
];

test.each(VIEWS)('the form for %s is one that Slack takes', (_name, view) => {
  expect(validateView(view)).toEqual([]);
  expect(JSON.stringify(view.blocks)).not.toMatch(/"type":"mrkdwn","text":"[^"]*<!/);
});

test('a form remembers what it is about', () => {
  expect(parseMeta(skipView(words, { meta }).private_metadata)).toEqual(meta);
  expect(skipView(words, { meta }).callback_id).toBe('skip_form');
});

test('a notice stands on top, and what the person wrote stays in its field', () => {
  const [first, title] = goalView(words, {
    goal: { title: 'x'.repeat(400) },
    audience: 'mentor',
    notice: 'Too long.',
    meta: {},
  }).blocks;
  expect(first).toMatchObject({ type: 'section', text: { text: 'Too long.' } });
  expect(title).toMatchObject({ block_id: 'title', element: { initial_value: 'x'.repeat(400) } });
});

test('a country that the clock suggests is said and not chosen', () => {
  const asText = JSON.stringify(
    settingsView(words, {
      settings: { ...settings, holidayCountry: null },
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
  rhythm: { [INPUT]: { selected_option: rhythm === null ? null : { value: rhythm } } },
  weekday: { [INPUT]: { selected_options: weekdays.map((value) => ({ value })) } },
  time: { [INPUT]: { selected_time: time } },
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
    const cadence = startChosen(description, '2026-12-07');
    expect(cadence?.rule).toBe(rule);
    expect(JSON.stringify(cadenceView(words, { cadence }))).toMatch(
      new RegExp(`"initial_option":\\{[^}]*\\},"value":"${rhythm}"`),
    );
    expect(cadence && describeCadence(cadence).time).toBe('09:00');
  });

  test('that the form cannot show may be kept', () => {
    const form = JSON.stringify(
      cadenceView(words, { cadence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=15', start: '2026-12-15T09:30' } }),
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

test('every file of a form is in the list, and no two forms are called the same', () => {
  const files = readdirSync(join(__dirname, '../../src/slack/forms')).filter(
    (file) => file !== 'index.ts' && file !== 'form.ts',
  );
  const callbacks = new Set(FORMS.map(({ callback }) => callback));
  expect(callbacks.size).toBe(FORMS.length);
  expect(files).toHaveLength(FORMS.length);
});
