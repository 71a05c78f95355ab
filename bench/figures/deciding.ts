import { RRuleTemporal } from 'rrule-temporal';
import { nextDue } from '../../src/domain/cadence';
import { decideNudge, type Life } from '../../src/domain/life';
import { previewNudges } from '../../src/domain/preview';
import { atMost, type Figure } from '../figure';
import { interleave, median, milliseconds, perCall } from '../statistics';

/** What a decision costs: one nudge, and three months of a preview, beside the recurrence library alone. */

const ZONES = ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu'] as const;
const PLACES = ['US', 'GB', 'AU', 'NP'] as const;
const MINUTE = 60_000;
const DAY = 86_400_000;
const FROM = new Date('2027-01-04T14:00:00Z');
const RULE = 'FREQ=WEEKLY;BYDAY=MO';
const CALLS = 200;
const ROUNDS = 41;

/** What the sweep works out for one person: the next due time, and what becomes of the nudge, with every rule on. */
export const decidingFigure: Figure = {
  names: ['deciding one nudge'],
  async measure() {
    const [ourStarts, ourMoments] = [createStarts(), createMoments()];
    const [starts, moments] = [createStarts(), createMoments()];
    const ours = () => perCall(CALLS, (turn) => decideOne(turn, ourStarts(), ourMoments()));
    const floor = () => perCall(CALLS, (turn) => bareNext(turn, starts(), moments()));
    await interleave(5, ours, floor);
    const rounds = await interleave(ROUNDS, ours, floor);
    return [
      atMost(3, {
        name: 'deciding one nudge',
        ours: milliseconds(median(rounds.ours)),
        floor: milliseconds(median(rounds.floor)),
        ratio: rounds.ratio,
        rest: 'The rest is reading local dates and clocks in the zone of the person.',
      }),
    ];
  },
};

function lifeAt(turn: number): Life {
  return {
    zone: ZONES[turn % ZONES.length] ?? 'Etc/UTC',
    workingDays: ['MO', 'TU', 'WE', 'TH', 'FR'],
    quietHours: { from: '20:00', to: '07:30' },
    holidays: { country: PLACES[turn % PLACES.length] ?? 'US' },
    absences: [
      { from: '2027-03-01', to: '2027-03-05' },
      { from: '2027-08-02', to: '2027-08-20' },
    ],
    dnd: { from: new Date(FROM.getTime() + 300 * DAY), to: new Date(FROM.getTime() + 301 * DAY) },
  };
}

const LIVES = ZONES.map((_, turn) => lifeAt(turn));
/** Another moment for every call. */
function createMoments(): () => Date {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return new Date(FROM.getTime() + (state % (365 * 24 * 60)) * MINUTE);
  };
}

/** Another start for every call, so that nothing is remembered: a rhythm is asked for once when it falls due. */
function createStarts(): () => string {
  let given = 0;
  return () => {
    given += 1;
    const minutes = (given % 300) * 24 * 60 + (Math.floor(given / 300) % 600);
    return new Date(Date.UTC(2026, 0, 1, 7) + minutes * MINUTE).toISOString().slice(0, 16);
  };
}

function decideOne(turn: number, start: string, now: Date): unknown {
  const life = LIVES[turn % LIVES.length] ?? lifeAt(0);
  const next = nextDue({ rule: RULE, start }, life.zone, now);
  return decideNudge({
    due: now,
    now,
    life,
    paused: false,
    sentThisWeek: 1,
    weeklyBudget: 3,
    nextDue: next,
  });
}

/** As a program would: the stored rule, in the zone of the person, asked for its next date. */
function bareNext(turn: number, start: string, now: Date): unknown {
  const zone = ZONES[turn % ZONES.length];
  const rruleString = `DTSTART;TZID=${zone}:${start.replace(/[-:]/g, '')}00\nRRULE:${RULE}`;
  return new RRuleTemporal({ rruleString }).next(now);
}

/** Half a year for everybody in one pass: twice the people may cost no more a nudge. */
export const previewFigure: Figure = {
  names: ['preview, 500 people'],
  async measure() {
    const many = () => previewFor(500);
    const few = () => previewFor(50);
    few();
    const rounds = await interleave(9, many, few);
    return [
      atMost(1.2, {
        name: 'preview, 500 people',
        ours: `${milliseconds(median(rounds.ours))} a nudge`,
        floor: `${milliseconds(median(rounds.floor))} (50 people)`,
        ratio: rounds.ratio,
        rest: 'With more people than the kept calendars hold, rules are parsed anew.',
      }),
    ];
  },
};

/** Milliseconds a nudge. Everybody has a start and an hour of their own. */
function previewFor(people: number): number {
  const start = performance.now();
  let nudges = 0;
  for (let person = 0; person < people; person += 1) {
    const day = String(1 + (person % 28)).padStart(2, '0');
    const minute = String(person % 60).padStart(2, '0');
    const facts = {
      cadence: { rule: 'FREQ=WEEKLY;BYDAY=TU,FR', start: `2026-0${1 + (person % 9)}-${day}T09:${minute}` },
      life: lifeAt(person),
      from: FROM,
      to: new Date(FROM.getTime() + 182 * DAY),
      weeklyBudget: 2,
    };
    for (const row of previewNudges(facts)) nudges += row.utc === '' ? 0 : 1;
  }
  return (performance.now() - start) / nudges;
}
