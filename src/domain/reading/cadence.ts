import { Temporal } from 'temporal-polyfill';
import { checkCadence, doubleCadence, halveCadence, startingFrom, type Cadence } from '../cadence';
import { describeCadence, rulesOf, together } from '../cadence-describe';
import { CADENCES } from './cadence-grammar';
import { inEitherOrder, periodOf, type DateContext } from './dates';
import { plainWords } from './plain-words';
import { NoRecurrence, recurrencesOf } from './recurrences';
import { dateContext, type Speaker } from './speaker';
import type { Tree } from './tree';
import { timeOf, valueOf, wallClock } from './words';

/** Reads a rhythm in plain words, whole or not at all. */

export type CadenceProblem =
  | 'not_understood'
  | 'never_fires'
  | 'bad_time'
  | 'too_often'
  | 'several_times'
  | 'another_zone'
  | 'no_more_often';

export type CadenceParse =
  | { readonly ok: true; readonly cadence: Cadence }
  | {
      readonly ok: false;
      readonly problem: CadenceProblem;
      /** The words that are the problem, where they are known. */
      readonly detail?: string;
      /** The longest beginning that is a rhythm, where there is one. */
      readonly understood?: string;
    };

type Refusal = Extract<CadenceParse, { ok: false }>;

const DEFAULT_TIME = '09:00';

/**
 * Reads "every other Monday at 9", "the 1st and the 15th", "every Monday and every other Friday from 1 March", "less
 * often" and the like, in English.
 *
 * Unsaid, the time and the days are those of the person's own rhythm so far, else 9:00, Monday and the 1st. An hour is read on
 * the 24-hour clock unless am, pm or a part of the day says otherwise. The rhythm counts from the first matching local
 * date on or after the start that is said, else today.
 */
export function parseCadence(text: string, speaker: Speaker, own: Cadence | null = null): CadenceParse {
  const words = plainWords(text);
  const tree = words === null ? null : CADENCES.parse(words, 'Rhythm');
  if (words === null || tree === null) return notUnderstood(words ?? '');
  try {
    return read(tree, speaker, own);
  } catch (error) {
    if (error instanceof NoRecurrence) return { ok: false, problem: error.problem };
    throw error;
  }
}

function notUnderstood(words: string): Refusal {
  const understood = CADENCES.parse(words, 'Begun')?.one('Asked')?.text.trim();
  return { ok: false, problem: 'not_understood', ...(understood ? { understood } : {}) };
}

function read(tree: Tree, speaker: Speaker, own: Cadence | null): CadenceParse {
  const { now, zone } = speaker;
  const zoned = tree.one('foreignZone');
  if (zoned !== null) return { ok: false, problem: 'another_zone', detail: zoned.text };
  const times = timesIn(tree);
  const bad = times.find(({ time }) => time === null);
  if (bad !== undefined) return { ok: false, problem: 'bad_time', detail: bad.said };
  const [said, ...more] = new Set(times.map(({ time }) => time));
  if (more.length > 0) return { ok: false, problem: 'several_times' };

  const items = tree.all('Item', 'DateOfMonth');
  if (items.length === 0)
    return own === null ? { ok: false, problem: 'not_understood' } : changed(tree, own, said ?? null);
  const context = dateContext(speaker);
  const { today } = context;
  const starts = tree.all('Start').map((clause) => startOf(clause, context));
  const [start = null] = starts;
  if (starts.includes(null) || starts.length > 1) return { ok: false, problem: 'not_understood' };
  const described = own === null ? null : describeCadence(own);
  const recurrences = items.flatMap((item) => recurrencesOf(item, { start, today, own: described }));
  const rules = together(recurrences).flatMap(rulesOf);
  const time = said ?? described?.time ?? DEFAULT_TIME;
  const cadence = startingFrom([...new Set(rules)].join('\n'), time, (start ?? today).toString());
  if (cadence === null) return { ok: false, problem: 'never_fires' };
  const problem = checkCadence(cadence, zone, now);
  if (problem === null) return { ok: true, cadence };
  return { ok: false, problem: problem === 'bad_rule' ? 'not_understood' : problem };
}

/** "Less often", "more often", and a time alone. */
function changed(tree: Tree, own: Cadence, time: string | null): CadenceParse {
  if (tree.has('Asked_less')) return { ok: true, cadence: halveCadence(own) };
  if (tree.has('Asked_more')) {
    const cadence = doubleCadence(own);
    return cadence === null ? { ok: false, problem: 'no_more_often' } : { ok: true, cadence };
  }
  const [date = ''] = own.start.split('T');
  return { ok: true, cadence: { rule: own.rule, start: `${date}T${time ?? DEFAULT_TIME}` } };
}

function timesIn(tree: Tree): readonly { said: string; time: string | null }[] {
  const clocks = tree.all('Time').map((time) => ({
    said: time.text.replace(/^(at|@) ?/, ''),
    time: timeOf(time),
  }));
  const hours = tree.all('WeeklyAtHour').map((item) => {
    const hour = item.all('number').at(-1);
    const value = hour === undefined ? 24 : valueOf(hour);
    return { said: hour?.text ?? '', time: value < 24 ? wallClock(value, 0) : null };
  });
  return [...clocks, ...hours];
}

/** Null when it is over, or is no day. */
function startOf(clause: Tree, context: DateContext): Temporal.PlainDate | null {
  const { today } = context;
  const named = clause.one('Named');
  const period = named && inEitherOrder(context, (ordered) => periodOf(named, ordered));
  if (!period || Temporal.PlainDate.compare(period.last, today) < 0) return null;
  return Temporal.PlainDate.compare(period.first, today) < 0 ? today : period.first;
}
