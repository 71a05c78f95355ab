import { previewNudges, type PreviewFacts } from '../../src/domain/preview';

const FACTS: PreviewFacts = {
  cadence: { rule: 'FREQ=DAILY', start: '2027-01-01T02:30' },
  life: {
    zone: 'America/New_York',
    workingDays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SU'],
    quietHours: null,
    holidays: { country: 'US' },
    absences: [{ from: '2027-03-16', to: '2027-03-17' }],
    dnd: null,
  },
  from: new Date('2027-03-12T05:00:00Z'),
  to: new Date('2027-03-19T04:00:00Z'),
};

test('a mentee sees every nudge to come, in local time and UTC, with clock changes and days off marked', () => {
  const rows = [...previewNudges(FACTS)];
  expect(rows[2]).toEqual({
    due: new Date('2027-03-14T07:00:00Z'),
    local: '2027-03-14T03:00:00-04:00[America/New_York]',
    utc: '2027-03-14T07:00:00.000Z',
    state: 'due',
    reason: null,
    clockChange: true,
    shifted: true,
    sendAt: new Date('2027-03-14T07:00:00Z'),
  });
  expect(rows.map(({ local, state, reason }) => [local.slice(5, 10), state, reason?.kind ?? null])).toEqual([
    ['03-12', 'due', null],
    ['03-13', 'held', 'not_a_working_day'],
    ['03-14', 'due', null],
    ['03-15', 'due', null],
    ['03-16', 'held', 'away'],
    ['03-17', 'held', 'away'],
    ['03-18', 'due', null],
  ]);
});

test('a mentee sees when a nudge comes that falls due in quiet hours', () => {
  const life = { ...FACTS.life, quietHours: { from: '20:00', to: '08:00' } };
  const [row] = previewNudges({ ...FACTS, life });
  expect(row).toMatchObject({
    state: 'due',
    due: new Date('2027-03-12T07:30:00Z'),
    sendAt: new Date('2027-03-12T13:00:00Z'),
  });
});

test('what falls into a pause is held, and costs nothing of the week', () => {
  const isPausedAt = (due: Date) => due < new Date('2027-03-15T12:00:00Z');
  const rows = [...previewNudges({ ...FACTS, weeklyBudget: 1, isPausedAt })];
  expect(rows.map(({ local, reason }) => [local.slice(5, 10), reason?.kind ?? null])).toEqual([
    ...['03-12', '03-13', '03-14', '03-15'].map((day) => [day, 'paused']),
    ['03-16', 'away'],
    ['03-17', 'away'],
    ['03-18', null],
  ]);
});

test('the weekly budget is counted anew each Monday, and held nudges cost nothing', () => {
  const rows = [...previewNudges({ ...FACTS, weeklyBudget: 2 })];
  expect(rows.map(({ local, reason }) => [local.slice(5, 10), reason?.kind ?? null])).toEqual([
    ['03-12', null],
    ['03-13', 'not_a_working_day'],
    ['03-14', null],
    ['03-15', null],
    ['03-16', 'away'],
    ['03-17', 'away'],
    ['03-18', null],
  ]);
  const one = [...previewNudges({ ...FACTS, weeklyBudget: 1 })];
  expect(one.map(({ reason }) => reason?.kind ?? null)).toEqual([
    null,
    'not_a_working_day',
    'over_budget',
    null,
    'away',
    'away',
    'over_budget',
  ]);
});

test('nothing is foreseen after the end of the agreement', () => {
  const rows = [...previewNudges({ ...FACTS, endDate: '2027-03-14' })];
  expect(rows.map(({ local }) => local.slice(5, 10))).toEqual(['03-12', '03-13', '03-14']);
});

test('the do-not-disturb of this hour says nothing about next week', () => {
  const life = { ...FACTS.life, dnd: { from: FACTS.from, to: FACTS.to } };
  expect([...previewNudges({ ...FACTS, life })]).toEqual([...previewNudges(FACTS)]);
});

test('half a year of 500 people is foreseen in a moment', () => {
  const from = new Date('2027-01-01T00:00:00Z');
  const to = new Date('2027-07-01T00:00:00Z');
  const zones = [
    'America/New_York',
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  ];
  const countries = ['US', 'DE', 'NP', 'AU', 'MA'];
  // The processor's time, not the wall's: others may be busy on this machine.
  const began = process.cpuUsage();
  let rows = 0;
  for (let person = 0; person < 500; person += 1) {
    const life = {
      ...FACTS.life,
      zone: zones[person % 5] ?? 'UTC',
      holidays: { country: countries[person % 5] ?? 'US' },
    };
    const cadence = {
      rule: 'FREQ=WEEKLY;BYDAY=MO,TH',
      start: `2025-01-06T${String(person % 24).padStart(2, '0')}:30`,
    };
    for (const row of previewNudges({ cadence, life, from, to })) rows += row.state === 'due' ? 1 : 0;
  }
  expect(rows).toBeGreaterThan(15_000);
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(5_000);
});
