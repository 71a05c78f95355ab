import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dueBetween, type Cadence } from '../domain/cadence';
import { addDays, instantAt, isZone, localDate } from '../domain/local-time';
import { parseAbsences } from '../domain/reading/absence';
import { parseCadence } from '../domain/reading/cadence';
import { splitGoalText } from '../domain/reading/goal-text';
import { parseBudget, parseHours, parseWorkingDays } from '../domain/reading/life';
import { parseMoment, parsePause } from '../domain/reading/moment';
import { findPlace } from '../domain/reading/place';
import type { Speaker } from '../domain/reading/speaker';
import { wordsFor } from '../words';
import { OptionsRefused } from './options-refused';

/**
 * `npm run read -- "every other Friday at 9" --zone America/Chicago --on 2027-02-05`: what a sentence is read as. It may
 * begin with the verb of a command ("away 3 July to 14 July", "goal Learn Go by May"); without one it is a rhythm.
 */

const OPTIONS = {
  zone: { type: 'string', default: 'UTC' },
  on: { type: 'string' },
  file: { type: 'string' },
  'day-first': { type: 'boolean', default: false },
} as const;

const DATES_SHOWN = 3;
const DAYS_AHEAD = 1_500;

/** @throws {OptionsRefused} when the options make no sense */
export function readCommand(args: readonly string[], now: Date): string {
  const { values, positionals } = optionsOf(args);
  const { zone } = values;
  if (!isZone(zone))
    throw new OptionsRefused(`--zone must be a name such as America/Chicago, and not "${zone}".`);
  const at = values.on === undefined ? now : startOf(values.on, zone);
  const sentences = [...positionals, ...(values.file === undefined ? [] : linesOf(values.file))];
  if (sentences.length === 0) {
    throw new OptionsRefused(
      'Give a sentence, as in npm run read -- "every other Friday at 9", or --file with one a line.',
    );
  }
  const speaker = { now: at, zone, dayFirst: values['day-first'] };
  return sentences.map((sentence) => `${sentence}\n    ${understood(sentence, speaker)}\n`).join('');
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const [why = ''] = (error instanceof Error ? error.message : String(error)).split(/\.\s|\n/);
    throw new OptionsRefused(
      `${why.replace(/\.$/, '')}. The options are --zone, --on, --file and --day-first.`,
    );
  }
}

function startOf(date: string, zone: string): Date {
  const start =
    /^\d{4}-\d{2}-\d{2}$/.test(date) && addDays(date, 0) === date ? instantAt(date, '00:00', zone) : null;
  if (start === null)
    throw new OptionsRefused(`--on must be a date such as 2027-01-31, and "${date}" is none.`);
  return start;
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  } catch (error) {
    throw new OptionsRefused(
      `--file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

function understood(sentence: string, speaker: Speaker): string {
  const [, verb = '', rest = ''] = /^(?:\/?nudge\s+|\/)?(\S*)\s*([\s\S]*)$/i.exec(sentence.trim()) ?? [];
  switch (verb.toLowerCase()) {
    case 'away':
      return absences(rest, speaker);
    case 'pause':
      return pause(rest, speaker);
    case 'snooze':
      return moment(rest, speaker);
    case 'goal':
      return goal(rest.replace(/^add\s+/i, ''), speaker);
    case 'days':
      return parseWorkingDays(rest)?.join(' ') ?? 'refused: not_understood';
    case 'quiet':
      return hours(rest);
    case 'budget':
      return parseBudget(rest)?.toString() ?? 'refused: not_understood';
    case 'holidays':
      return findPlace(rest)?.name ?? 'refused: not_understood';
    default:
      return rhythm(`${verb} ${rest}`, speaker);
  }
}

function rhythm(words: string, speaker: Speaker): string {
  const parsed = parseCadence(words, speaker);
  if (!parsed.ok) return refused(parsed.problem, parsed.understood);
  const dates = datesOf(parsed.cadence, speaker);
  return `${wordsFor('en').sayCadence(parsed.cadence)}: ${dates.join(', ')}`;
}

function datesOf(cadence: Cadence, { now, zone }: Speaker): readonly string[] {
  const dates: string[] = [];
  for (const { local } of dueBetween(cadence, zone, now, new Date(now.getTime() + DAYS_AHEAD * 86_400_000))) {
    dates.push(local.slice(0, 16).replace('T', ' '));
    if (dates.length === DATES_SHOWN) break;
  }
  return dates;
}

function absences(words: string, speaker: Speaker): string {
  const parsed = parseAbsences(words, speaker);
  if (!parsed.ok) return refused(parsed.problem, parsed.understood);
  return parsed.absences.map(({ from, to }) => (from === to ? from : `${from} to ${to}`)).join(', ');
}

function pause(words: string, speaker: Speaker): string {
  const parsed = parsePause(words, speaker);
  return parsed.ok ? `until ${parsed.until ?? 'further notice'}` : refused(parsed.problem);
}

function moment(words: string, speaker: Speaker): string {
  const parsed = parseMoment(words, speaker);
  if (!parsed.ok) return refused(parsed.problem);
  return `${localDate(parsed.at, speaker.zone)} ${parsed.at.toLocaleTimeString('en-GB', { timeZone: speaker.zone, timeStyle: 'short' })}`;
}

function goal(words: string, speaker: Speaker): string {
  const { title, targetDate, problem, heard } = splitGoalText(words, speaker);
  const by = targetDate === undefined ? '' : `, by ${targetDate}`;
  return `“${title}”${by}${problem === undefined ? '' : ` (${problem}: ${heard ?? ''})`}`;
}

function hours(words: string): string {
  const read = parseHours(words);
  return read === null ? 'refused: not_understood' : `${read.from} to ${read.to}`;
}

function refused(problem: string, beginning?: string): string {
  return `refused: ${problem}${beginning === undefined ? '' : `, after “${beginning}”`}`;
}
