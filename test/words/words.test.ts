import { DUE } from '../../src/domain/due';
import { REFUSALS, RECORDS } from '../slack/refused';
import { previewNudges } from '../../src/domain/preview';
import { NUDGE_REASONS, toNudgeReason } from '../../src/domain/reasons';
import { WEEKDAYS } from '../../src/domain/weekday';
import * as words from '../../src/words/en';
import { CATALOGUE, everySentence } from './sentences';

const CHASING =
  /overdue|remind|you have not|you haven[’']t|you did not|you didn[’']t|fail|missed|\bmust\b|should have|streak|\bscore|\blate!|at last\b|behind schedule|still waiting|again\?!|hurry|urgent|asap/i;
const EMOJI = /\p{Extended_Pictographic}/gu;

const SAID = everySentence();

describe('every sentence', () => {
  test.each(CATALOGUE)('%s has a sample', (_name, says) => {
    expect(says).not.toEqual([]);
  });

  test('asks and does not chase', () => {
    for (const sentence of SAID) expect(sentence).not.toMatch(CHASING);
  });

  test('has one emoji at most, and never instead of a word', () => {
    for (const sentence of SAID) {
      expect(sentence.match(EMOJI)?.length ?? 0).toBeLessThanOrEqual(1);
      expect(sentence.replace(EMOJI, '')).toMatch(/[\p{L}\d]/u);
    }
  });

  test('does not shout', () => {
    for (const sentence of SAID) {
      expect(sentence).not.toMatch(/!(?!channel)/);
      expect(sentence.replace(/UTC|\bU[A-Z]+\b|`[^`]*`|<[^>]*>/g, '')).not.toMatch(/\b[A-Z]{4,}\b/);
    }
  });

  test('lets no text of a person through unescaped', () => {
    for (const sentence of SAID) expect(sentence).not.toContain('<!channel>');
  });

  test('fills every gap', () => {
    for (const sentence of SAID)
      expect(sentence.replace(/`[^`]*`/g, '')).not.toMatch(/undefined|null|NaN|\[object|\{\w+\}/);
  });
});

describe('a refusal', () => {
  test.each(REFUSALS.map((refusal) => [refusal.code, refusal] as const))(
    '%s is said in words',
    (code, refusal) => {
      const said = words.refusalWords(refusal);
      if (code.includes('_')) expect(said).not.toContain(code);
      expect(said).toMatch(/[.?`]$/);
      expect(said.length).toBeLessThanOrEqual(1200);
    },
  );

  test('gives a long text back whole', () => {
    const typed = 'a long story <!channel> '.repeat(400);
    const said = words.refusalWords({ code: 'text_too_long', limit: 3000, length: typed.length }, typed);
    expect(said).not.toContain('<!channel>');
    expect(said.match(/a long story/g)).toHaveLength(400);
  });

  test('from a form quotes nothing', () => {
    expect(words.refusalWords({ code: 'cadence_never_fires', heard: '' })).toMatch(/^That names a day/);
  });
});

describe('why a person was (not) asked', () => {
  test('is said for every state and reason', () => {
    const said = RECORDS.map((record) => words.reasonWords(record, 'Europe/London'));
    for (const sentence of said) expect(sentence).toMatch(/^[A-Z]/);
    expect(said).toContain('Not asked, as you were away until Wednesday 14 July');
    expect(said).toContain('Not asked, as it was a holiday (Christmas Day)');
    expect(said).toContain('Let go, as I was down and it was 15 hours late');
  });

  test('has words for each reason, and none for what another version wrote', () => {
    for (const reason of NUDGE_REASONS) expect(words.becauseOf(reason, null)).toMatch(/^as \w/);
    expect(words.becauseOf(toNudgeReason('something_new'), null)).toBe('');
  });

  test('is a kind line when there is nothing to explain', () => {
    expect(words.why([], [], 'UTC')).toMatch(/nothing to explain/);
  });

  test('says what could not be put together, what is safe and when it is tried again', () => {
    const [since, until] = [new Date('2026-12-07T15:00:00Z'), new Date('2026-12-07T16:00:00Z')];
    for (const what of DUE) {
      const said = words.why([], [{ what, since, until }], 'America/Chicago');
      expect(said).toMatch(/nothing of yours is lost/);
      expect(said).toContain('I try again on Monday 7 December at 10:00');
      expect(words.why(RECORDS, [{ what, since, until }], 'America/Chicago')).toContain(said);
    }
  });
});

describe('a preview', () => {
  const rows = (rule: string, from: string, to: string) => [
    ...previewNudges({
      cadence: { rule, start: '2027-03-01T02:30' },
      life: {
        zone: 'America/New_York',
        workingDays: WEEKDAYS,
        quietHours: null,
        holidays: { country: 'US' },
        absences: [{ from: '2027-03-21', to: '2027-03-22' }],
        dnd: null,
      },
      from: new Date(from),
      to: new Date(to),
    }),
  ];

  test('names the days as people do: alike ones in one line, days off with their reason', () => {
    const preview = words.previewDays(
      rows('FREQ=WEEKLY;BYDAY=SU', '2027-03-01T00:00:00Z', '2027-04-19T00:00:00Z'),
      'America/New_York',
    );
    expect(preview.split('\n')).toEqual([
      '6 questions in sight (New York time):',
      '• Sunday 7 March 2027 at 2:30',
      '• Sunday 14 March 2027 at 3:00, as the clocks skip the usual time',
      '• Sunday 21 March 2027 · not asked, away until Monday 22 March',
      '• Sunday 28 March 2027 at 2:30',
      '• Sunday 4 April, Sunday 11 April and Sunday 18 April 2027 at 2:30',
    ]);
  });

  test('of years stays short enough to be read', () => {
    const preview = words.previewDays(
      rows('FREQ=DAILY', '2027-03-01T00:00:00Z', '2028-03-01T00:00:00Z'),
      'America/New_York',
    );
    expect(preview).toContain('And 326 more.');
    expect(preview.length).toBeLessThan(4000);
    expect(words.previewDays([], 'UTC')).toBe('No question lies ahead in that time.');
  });
});

describe('a rhythm', () => {
  const say = (rule: string, zone?: string) => words.sayCadence({ rule, start: '2026-12-07T09:00' }, zone);

  test.each([
    ['FREQ=DAILY', 'every day at 9:00'],
    ['FREQ=DAILY;INTERVAL=3', 'every 3 days at 9:00'],
    ['FREQ=WEEKLY;BYDAY=MO', 'every Monday at 9:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'every other Monday at 9:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'every other week on Monday and Thursday at 9:00'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'every weekday at 9:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', 'every month on the 15th at 9:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=22', 'every month on the 22nd at 9:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'every month on the last day at 9:00'],
    ['FREQ=MONTHLY;BYDAY=1TU', 'every month on the first Tuesday at 9:00'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'every month on the last working day at 9:00'],
  ])('%s is “%s”', (rule, sentence) => {
    expect(say(rule)).toBe(sentence);
  });

  test('names the place whose time it means', () => {
    expect(say('FREQ=WEEKLY;BYDAY=MO', 'America/New_York')).toBe('every Monday at 9:00 (New York time)');
  });
});

test('each status and situation offers three answers that fit a radio button', () => {
  const goal = {
    id: '1',
    number: 1,
    title: 'x'.repeat(150),
    state: 'active' as const,
    targetDate: null,
    stretch: false,
    audience: 'mentor' as const,
    createdAt: new Date(0),
  };
  for (const status of ['on_track', 'stuck', 'done', 'note'] as const) {
    for (const named of [goal, null]) {
      const member = { slackUserId: 'U1', name: 'Ada' };
      const drafts = words.encouragementDrafts({
        id: '1',
        member,
        goal: named,
        status,
        text: null,
        audience: 'mentor',
        saidAt: new Date(0),
        acknowledged: false,
        carried: { nextStep: null, barrier: null },
      });
      expect(new Set(drafts).size).toBe(3);
      for (const draft of drafts) expect(draft.length).toBeLessThanOrEqual(75);
    }
  }
});
