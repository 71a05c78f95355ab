import { WEEKDAYS } from '../src/domain/weekday';
import { OptionsRefused } from '../src/cli/options-refused';
import { previewCommand, type FindMember } from '../src/cli/preview-command';

/** `npm run preview`: what a person at a shell sees, and what they hear when an option makes no sense. */

const NOW = new Date('2027-01-15T12:00:00Z');
const nobody: FindMember = () => Promise.resolve(null);

function run(...args: string[]): Promise<string> {
  return previewCommand(args, nobody, NOW);
}

/** The rows of a CSV without its heading. */
async function rows(...args: string[]): Promise<string[][]> {
  const csv = await run('--format', 'csv', ...args);
  const [heading, ...lines] = csv.split('\r\n').filter((line) => line !== '');
  expect(heading).toBe('local,utc,state,reason');
  return lines.map((line) => line.split(','));
}

const yearOf = (rule: string, zone: string) =>
  rows('--rule', rule, '--zone', zone, '--from', '2027-01-01', '--months', '12');

describe('a preview of a rule', () => {
  test.each([
    {
      zone: 'America/New_York',
      rule: 'weekly on Sunday at 2:30',
      spring: ['2027-03-14T03:00:00-04:00[America/New_York]', '2027-03-14T07:00:00.000Z'],
      autumn: ['2027-11-07T02:30:00-05:00[America/New_York]', '2027-11-07T07:30:00.000Z'],
    },
    {
      zone: 'Europe/London',
      rule: 'weekly on Sunday at 1:30',
      spring: ['2027-03-28T02:00:00+01:00[Europe/London]', '2027-03-28T01:00:00.000Z'],
      autumn: ['2027-10-31T01:30:00+01:00[Europe/London]', '2027-10-31T00:30:00.000Z'],
    },
    {
      zone: 'Australia/Lord_Howe',
      rule: 'weekly on Sunday at 2:15',
      spring: ['2027-10-03T02:30:00+11:00[Australia/Lord_Howe]', '2027-10-02T15:30:00.000Z'],
      autumn: ['2027-04-04T02:15:00+10:30[Australia/Lord_Howe]', '2027-04-03T15:45:00.000Z'],
    },
    {
      zone: 'Asia/Kathmandu',
      rule: 'weekly on Sunday at 2:30',
      spring: ['2027-03-14T02:30:00+05:45[Asia/Kathmandu]', '2027-03-13T20:45:00.000Z'],
      autumn: ['2027-11-07T02:30:00+05:45[Asia/Kathmandu]', '2027-11-06T20:45:00.000Z'],
    },
  ])('asks once on every Sunday of 2027 in $zone, through both clock changes', async (expected) => {
    const year = await yearOf(expected.rule, expected.zone);

    expect(year).toContainEqual([...expected.spring, 'due', '']);
    expect(year).toContainEqual([...expected.autumn, 'due', '']);
    expect(year).toHaveLength(52);
    expect(new Set(year.map(([local = '']) => local.slice(0, 10))).size).toBe(52);
  });

  test('begins on the first local day, and ends before the same day of the last month', async () => {
    const days = await rows(
      '--rule',
      'daily at 0:00',
      '--zone',
      'Asia/Tokyo',
      '--from',
      '2027-01-31',
      '--months',
      '1',
    );

    expect(days.at(0)?.[0]).toBe('2027-01-31T00:00:00+09:00[Asia/Tokyo]');
    expect(days.at(-1)?.[0]).toBe('2027-02-27T00:00:00+09:00[Asia/Tokyo]');
  });

  test('holds holidays, vacations and days off, and says which', async () => {
    const daily = [
      '--rule',
      'daily at 9',
      '--zone',
      'America/Los_Angeles',
      '--from',
      '2027-03-26',
      '--months',
      '1',
    ];
    const spring = await rows(
      ...daily,
      '--holidays',
      'US-CA',
      '--working-days',
      'mon-fri',
      '--away',
      '2027-04-05/2027-04-06',
      '--away',
      '2027-04-20',
    );
    const reasonOn = (date: string) => spring.find(([local]) => local?.startsWith(date))?.slice(2);

    expect(reasonOn('2027-03-31')).toEqual(['held', 'holiday']);
    expect(reasonOn('2027-04-03')).toEqual(['held', 'not_a_working_day']);
    expect(reasonOn('2027-04-05')).toEqual(['held', 'away']);
    expect(reasonOn('2027-04-06')).toEqual(['held', 'away']);
    expect(reasonOn('2027-04-07')).toEqual(['due', '']);
    expect(reasonOn('2027-04-20')).toEqual(['held', 'away']);
  });

  test('waits until quiet hours end within the day, and holds what they swallow', async () => {
    const one = [
      '--zone',
      'Europe/London',
      '--from',
      '2027-05-01',
      '--months',
      '1',
      '--quiet',
      '18:00-08:00',
    ];

    expect(await run('--rule', 'monthly on the 3rd at 7:00', ...one)).toContain(
      'sent at 08:00, after quiet hours',
    );
    expect(await rows('--rule', 'monthly on the 3rd at 19:00', ...one)).toEqual([
      ['2027-05-03T19:00:00+01:00[Europe/London]', '2027-05-03T18:00:00.000Z', 'held', 'quiet_hours'],
    ]);
  });

  test('holds what goes beyond the budget of a week', async () => {
    const week = await rows(
      '--rule',
      'daily',
      '--zone',
      'UTC',
      '--from',
      '2027-02-01',
      '--months',
      '1',
      '--budget',
      '3',
    );

    expect(week.slice(0, 7).map(([, , state]) => state)).toEqual([
      'due',
      'due',
      'due',
      'held',
      'held',
      'held',
      'held',
    ]);
  });

  test('marks clock changes and holidays in the table', async () => {
    const table = await run(
      ...['--rule', 'weekly on Sunday at 2:30', '--zone', 'America/New_York'],
      ...['--from', '2027-03-01', '--months', '5', '--holidays', 'US'],
    );

    expect(table).toContain(
      '2027-03-14 03:00-04:00  2027-03-14T07:00Z  due    the clocks change; that time does not exist today',
    );
    expect(table).toContain('2027-07-04 02:30-04:00  2027-07-04T06:30Z  held   holiday: Independence Day');
    expect(table).toContain('20 due, 1 held, in America/New_York.');
  });

  test('says so when nothing is due', async () => {
    const never = [
      '--rule',
      'every December 24 at 9',
      '--zone',
      'UTC',
      '--from',
      '2027-01-01',
      '--months',
      '1',
    ];

    expect(await run(...never)).toBe('Nothing is due in that time.\n');
  });
});

describe('a preview of a member', () => {
  const life = {
    zone: 'America/Chicago',
    workingDays: WEEKDAYS,
    quietHours: null,
    holidays: { country: 'US' },
    absences: [],
    dnd: null,
  };
  const cadence = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2027-01-04T09:00' };
  const find: FindMember = (id) =>
    Promise.resolve(id === 'UMENTEE' ? { cadence, life, weeklyBudget: 3 } : null);

  test('reads the rhythm and the life that the bot has', async () => {
    const csv = await previewCommand(['--member', 'UMENTEE', '--months', '1', '--format', 'csv'], find, NOW);

    expect(csv.split('\r\n').slice(1, 3)).toEqual([
      '2027-01-18T09:00:00-06:00[America/Chicago],2027-01-18T15:00:00.000Z,held,holiday',
      '2027-01-25T09:00:00-06:00[America/Chicago],2027-01-25T15:00:00.000Z,due,',
    ]);
  });

  test('says so when nobody is known by that id', async () => {
    await expect(previewCommand(['--member', 'UNOBODY'], find, NOW)).rejects.toThrow(/UNOBODY/);
  });
});

describe('an option that makes no sense', () => {
  const rule = ['--rule', 'weekly', '--zone', 'UTC'];

  test.each([
    { args: [], says: 'Give either --rule' },
    { args: ['--rule', 'weekly', '--member', 'UMENTEE'], says: 'Give either --rule' },
    { args: ['--rule', 'weekly'], says: '--zone must be' },
    { args: ['--rule', 'weekly', '--zone', 'Mars/Base'], says: '--zone must be' },
    { args: ['--rule', 'by blursday', '--zone', 'UTC'], says: 'no rhythm I understand' },
    { args: ['--rule', 'every 31 February', '--zone', 'UTC'], says: 'never falls' },
    { args: ['--rule', 'daily at 25:00', '--zone', 'UTC'], says: 'a time that no day has' },
    { args: ['--rule', 'every hour', '--zone', 'UTC'], says: 'more than once a day' },
    { args: [...rule, '--from', '2027-02-30'], says: '--from must be a date' },
    { args: [...rule, '--months', '0'], says: '--months must be' },
    { args: [...rule, '--months', 'many'], says: '--months must be' },
    { args: [...rule, '--format', 'pdf'], says: '--format must be' },
    { args: [...rule, '--holidays', 'ZZ'], says: '--holidays must be' },
    { args: [...rule, '--holidays', 'US-ZZ'], says: '--holidays must be' },
    { args: [...rule, '--away', 'July'], says: '--away must be' },
    { args: [...rule, '--away', '2027-07-14/2027-07-01'], says: 'ends before it begins' },
    { args: [...rule, '--working-days', 'blursday'], says: '--working-days must be' },
    { args: [...rule, '--quiet', '18:00'], says: '--quiet must be' },
    { args: [...rule, '--budget', '-1'], says: '--budget' },
    { args: [...rule, '--bogus'], says: 'The options are --rule' },
    { args: [...rule, 'stray'], says: 'The options are --rule' },
    { args: ['--member', 'UMENTEE', '--zone', 'UTC'], says: '--zone goes with --rule' },
  ])('is answered in a sentence: $args', async ({ args, says }) => {
    await expect(run(...args)).rejects.toThrow(OptionsRefused);
    await expect(run(...args)).rejects.toThrow(says);
    await expect(run(...args)).rejects.not.toThrow(/\n/);
  });
});
