import { parseArgs } from 'node:util';
import { parseCadence, type CadenceProblem } from '../domain/reading/cadence';
import { holidayPlaces, holidayRegions, type HolidayPlace } from '../domain/holidays';
import type { Life } from '../domain/life';
import { parseHours, parseWorkingDays } from '../domain/reading/life';
import { addDays, instantAt, isZone, localDate } from '../domain/local-time';
import { previewNudges, type PreviewFacts } from '../domain/preview';
import { WEEKDAYS } from '../domain/weekday';
import { previewCsv, previewTable } from './preview-table';
import { OptionsRefused } from './options-refused';

/** `npm run preview`: every nudge of the coming months, from a rule given here or from a member's own rhythm and life. */

type MemberFacts = Omit<PreviewFacts, 'from' | 'to'>;

/** Looks a member up by their Slack user id; null when nobody is known by it, or has no rhythm. */
export type FindMember = (slackUserId: string) => Promise<MemberFacts | null>;

const OPTIONS = {
  rule: { type: 'string' },
  zone: { type: 'string' },
  member: { type: 'string' },
  from: { type: 'string' },
  months: { type: 'string', default: '3' },
  format: { type: 'string', default: 'text' },
  holidays: { type: 'string' },
  away: { type: 'string', multiple: true },
  'working-days': { type: 'string' },
  quiet: { type: 'string' },
  budget: { type: 'string' },
} as const;

const MOST_MONTHS = 120;
const OF_A_RULE = ['zone', 'holidays', 'working-days', 'quiet', 'budget'] as const;

/** @throws {OptionsRefused} when the options make no sense */
export async function previewCommand(
  args: readonly string[],
  findMember: FindMember,
  now: Date,
): Promise<string> {
  const given = readOptions(args);
  const months = whole('months', given.months, MOST_MONTHS);
  const show = formatOf(given.format);
  const { rule, member } = given;
  if ((rule === undefined) === (member === undefined)) {
    throw new OptionsRefused(
      'Give either --rule "weekly on Monday at 9:00" with --zone, or --member with a Slack user id.',
    );
  }
  const facts =
    member === undefined ? ofRule(given, rule ?? '', now) : await ofMember(given, member, findMember);
  const { zone } = facts.life;
  const from = given.from === undefined ? now : startOf(dateOf('from', given.from), zone);
  const to = startOf(addMonths(localDate(from, zone), months), zone);
  return show([...previewNudges({ ...facts, from, to })], facts.life.zone);
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false, strict: true }).values;
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
    const names = Object.keys(OPTIONS).map((name) => `--${name}`);
    throw new OptionsRefused(`${why.replace(/\.$/, '')}. The options are ${names.join(', ')}.`);
  }
}

type Given = ReturnType<typeof readOptions>;

function ofRule(given: Given, words: string, now: Date): PreviewFacts {
  const zone = given.zone ?? 'UTC';
  if (given.zone === undefined || !isZone(zone)) {
    throw new OptionsRefused(
      '--zone must be a name of the IANA time zone database, such as America/New_York.',
    );
  }
  // The rhythm counts from the first day looked at, as if it were agreed on that day.
  const from = given.from === undefined ? now : startOf(dateOf('from', given.from), zone);
  const parsed = parseCadence(words, { now: from, zone });
  if (!parsed.ok) throw new OptionsRefused(notARhythm(parsed.problem, words));
  const life: Life = {
    zone,
    workingDays: given['working-days'] === undefined ? WEEKDAYS : workingDays(given['working-days']),
    quietHours: given.quiet === undefined ? null : quietHours(given.quiet),
    holidays: given.holidays === undefined ? null : placeOf(given.holidays),
    absences: (given.away ?? []).map(awayOf),
    dnd: null,
  };
  const budget = given.budget === undefined ? {} : { weeklyBudget: whole('budget', given.budget, 21) };
  return { cadence: parsed.cadence, life, from, to: from, ...budget };
}

async function ofMember(given: Given, slackUserId: string, findMember: FindMember): Promise<PreviewFacts> {
  const stray = OF_A_RULE.find((name) => given[name] !== undefined);
  if (stray !== undefined) {
    throw new OptionsRefused(
      `--${stray} goes with --rule: a member's own settings are read from the database.`,
    );
  }
  const facts = await findMember(slackUserId);
  if (facts === null) {
    throw new OptionsRefused(`Nobody with the Slack user id ${slackUserId} has a rhythm in this database.`);
  }
  const absences = [...facts.life.absences, ...(given.away ?? []).map(awayOf)];
  const never = new Date(0);
  return { ...facts, life: { ...facts.life, absences }, from: never, to: never };
}

function notARhythm(problem: CadenceProblem, words: string): string {
  switch (problem) {
    case 'not_understood':
      return `--rule "${words}" is no rhythm I understand; try "weekly on Monday at 9:00" or "every other Monday at 9".`;
    case 'never_fires':
      return `--rule "${words}" never falls on any day.`;
    case 'bad_time':
      return `--rule "${words}" names a time that no day has; try "at 9:00".`;
    case 'several_times':
      return `--rule "${words}" names several times of day, and a rhythm has one.`;
    case 'another_zone':
      return `--rule "${words}" names a zone of its own; the rhythm is in that of --zone.`;
    case 'no_more_often':
      return `--rule "${words}" needs a rhythm to begin from.`;
    case 'too_often':
      return `--rule "${words}" is more than once a day, and nobody is asked more often than that.`;
  }
}

function formatOf(format: string) {
  if (format === 'csv') return previewCsv;
  if (format === 'text') return previewTable;
  throw new OptionsRefused(`--format must be text or csv, and not "${format}".`);
}

function whole(name: string, text: string, most: number): number {
  const number = Number(text);
  if (/^\d{1,4}$/.test(text) && number >= 1 && number <= most) return number;
  throw new OptionsRefused(`--${name} must be a whole number from 1 to ${most}, and not "${text}".`);
}

function dateOf(name: string, text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (isDate && new Date(text).toISOString().startsWith(text)) return text;
  throw new OptionsRefused(`--${name} must be a date such as 2027-01-31, and "${text}" is none.`);
}

function awayOf(text: string): { from: string; to: string } {
  const [first = '', last = first, ...more] = text.split('/');
  const absence = { from: dateOf('away', first), to: dateOf('away', last) };
  if (more.length > 0) {
    throw new OptionsRefused(`--away must be two dates such as 2027-07-01/2027-07-14, and not "${text}".`);
  }
  if (absence.to < absence.from) throw new OptionsRefused(`--away ${text} ends before it begins.`);
  return absence;
}

function workingDays(text: string) {
  const days = parseWorkingDays(text);
  if (days !== null) return days;
  throw new OptionsRefused(`--working-days must be days such as mon-fri or mon,wed, and not "${text}".`);
}

function quietHours(text: string) {
  const hours = parseHours(text);
  if (hours !== null) return hours;
  throw new OptionsRefused(`--quiet must be two times such as 18:00-08:00, and not "${text}".`);
}

/** "US", "US-CA", "US CA". */
function placeOf(text: string): HolidayPlace {
  const [code = '', ...rest] = text
    .trim()
    .toUpperCase()
    .split(/[\s,/-]+/);
  const country = holidayPlaces().find((place) => place.code === code)?.code;
  const wanted = rest.join('-');
  if (country !== undefined && wanted === '') return { country };
  const region =
    country && holidayRegions(country).find((place) => place.code.toUpperCase() === wanted)?.code;
  if (country !== undefined && region !== undefined) return { country, region };
  throw new OptionsRefused(
    `--holidays must be a country such as US or a region such as US-CA, and not "${text}".`,
  );
}

/** The first moment of a local day. */
function startOf(date: string, zone: string): Date {
  const start = instantAt(date, '00:00', zone) ?? instantAt(addDays(date, 1), '00:00', zone);
  if (start === null) throw new OptionsRefused(`${date} is no day in ${zone}.`);
  return start;
}

/** The same day of a later month, or its last day where the month is shorter. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
