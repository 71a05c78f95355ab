import type { InputBlock, ModalView } from '@slack/types';
import { startingFrom, type Cadence } from '../../domain/cadence';
import {
  describeCadence,
  rulesOf,
  type CadenceDescription,
  type Recurrence,
} from '../../domain/cadence-describe';
import { isWeekday, MONDAY_TO_FRIDAY, WEEKDAYS, type Weekday } from '../../domain/weekday';
import { setRhythmOf } from '../../services/asking/set-cadence';
import type { Words } from '../../words';
import { option } from '../kit/block-kit';
import { checkboxInput, form, input, selectInput, timeInput } from '../kit/form-parts';
import { checkedValues, selectValue, timeValue, type FormState } from '../kit/form-values';
import type { Meta } from '../kit/meta';
import { undoably } from '../undoably';
import { defineForm, type Parsed } from './form';

/** How often a person is asked, and when. `meta.today` is their date on which it was opened: a form has no clock. */

const CALLBACK = 'cadence_form';
const BLOCKS = { rhythm: 'rhythm', weekday: 'weekday', time: 'time' } as const;

const KEEP = 'keep';
const DEFAULT_TIME = '09:00';
const RHYTHM_NAMES = ['daily', 'weekdays', 'weekly', 'biweekly', 'monthly'] as const;
type RhythmName = (typeof RHYTHM_NAMES)[number];

interface Shown {
  /** Null for a rule that the choices below cannot show: it can be kept. */
  readonly rhythm: RhythmName | null;
  readonly weekdays: readonly Weekday[];
  readonly time: string;
}

export interface CadenceView {
  readonly cadence?: Cadence | null;
  readonly notice?: string;
  readonly meta?: Meta;
}

export function cadenceView(words: Words, { cadence = null, notice, meta }: CadenceView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.cadence,
    callback: CALLBACK,
    meta,
    notice,
    blocks: cadenceInputs(words, cadence),
  });
}

/** How often, on which days and when: what every form for a rhythm asks. @param cadence what it starts with */
export function cadenceInputs(words: Words, cadence: Cadence | null): InputBlock[] {
  const { FIELDS, RHYTHMS, WEEKDAY_NAMES } = words;
  const shown = cadence === null ? WEEKLY : showCadence(describeCadence(cadence));
  const kept =
    cadence !== null && shown.rhythm === null
      ? [option(words.keptRhythm(words.sayCadence(cadence)), KEEP)]
      : [];
  const rhythms = [...kept, ...RHYTHM_NAMES.map((name) => option(RHYTHMS[name], name))];
  const weekdays = WEEKDAYS.map((day) => option(WEEKDAY_NAMES[day], day));
  return [
    input(BLOCKS.rhythm, FIELDS.rhythm, selectInput(rhythms, shown.rhythm ?? KEEP)),
    input(BLOCKS.weekday, FIELDS.weekday, checkboxInput(weekdays, shown.weekdays), {
      optional: true,
      hint: FIELDS.weekdayHint,
    }),
    input(BLOCKS.time, FIELDS.time, timeInput(shown.time)),
  ];
}

const WEEKLY: Shown = { rhythm: 'weekly', weekdays: ['MO'], time: DEFAULT_TIME };

function showCadence({ recurrences, time }: CadenceDescription): Shown {
  const other: Shown = { rhythm: null, weekdays: ['MO'], time };
  const [recurrence, ...more] = recurrences;
  if (recurrence === undefined || more.length > 0) return other;
  switch (recurrence.every) {
    case 'day':
      return recurrence.interval === 1 ? { ...other, rhythm: 'daily' } : other;
    case 'week':
      return showWeeks(recurrence.interval, recurrence.weekdays, time);
    case 'month': {
      const [day, ...others] = recurrence.days;
      const isShown =
        recurrence.interval === 1 && others.length === 0 && day?.kind === 'weekday' && day.nth === 1;
      return isShown ? { rhythm: 'monthly', weekdays: [day.weekday], time } : other;
    }
    case 'quarter':
    case 'year':
    case 'other':
      return other;
  }
}

function showWeeks(interval: number, weekdays: readonly Weekday[], time: string): Shown {
  if (interval > 2) return { rhythm: null, weekdays, time };
  const isWorkingWeek =
    weekdays.length === MONDAY_TO_FRIDAY.length && MONDAY_TO_FRIDAY.every((day) => weekdays.includes(day));
  const weekly = isWorkingWeek ? 'weekdays' : 'weekly';
  return { rhythm: interval === 2 ? 'biweekly' : weekly, weekdays, time };
}

/** What was chosen: how often, and at what time ('HH:mm'). */
export interface Chosen {
  readonly recurrence: Recurrence;
  readonly time: string;
}

/**
 * 'keep' leaves a rule that the form cannot show as it is; null when a day or a time is missing. Monthly is the first of
 * the first day that was ticked.
 */
export function chosenCadence(state: FormState): Chosen | typeof KEEP | null {
  const chosen = selectValue(state, BLOCKS.rhythm);
  if (chosen === KEEP) return KEEP;
  const rhythm = RHYTHM_NAMES.find((name) => name === chosen);
  const time = timeValue(state, BLOCKS.time);
  const ticked = checkedValues(state, BLOCKS.weekday).filter(isWeekday);
  const recurrence =
    rhythm &&
    recurrenceOf(
      rhythm,
      WEEKDAYS.filter((day) => ticked.includes(day)),
    );
  return time === null || !recurrence ? null : { recurrence, time };
}

function recurrenceOf(rhythm: RhythmName, weekdays: readonly Weekday[]): Recurrence | null {
  const [first] = weekdays;
  if (rhythm === 'daily') return { every: 'day', interval: 1 };
  if (rhythm === 'weekdays') return { every: 'week', interval: 1, weekdays: MONDAY_TO_FRIDAY };
  if (first === undefined) return null;
  if (rhythm === 'monthly') {
    return { every: 'month', interval: 1, days: [{ kind: 'weekday', nth: 1, weekday: first }] };
  }
  return { every: 'week', interval: rhythm === 'weekly' ? 1 : 2, weekdays };
}

/** @param from 'YYYY-MM-DD', a local date. Null when the rhythm never fires */
export function startChosen({ recurrence, time }: Chosen, from: string): Cadence | null {
  return startingFrom(rulesOf(recurrence).join('\n'), time, from);
}

/** A rhythm, or that it stays as it was. */
export type Wanted = Cadence | typeof KEEP;

/** The rhythm as it was sent: begins on the date on which the form was opened. */
export function readWanted(state: FormState, { today }: Meta): Parsed<Wanted> {
  const chosen = chosenCadence(state);
  const cadence = chosen === KEEP || chosen === null ? chosen : startChosen(chosen, today ?? '');
  if (cadence !== null) return { ok: true, values: cadence };
  return { ok: false, errors: { [BLOCKS.weekday]: ({ chooseDayAndTime }) => chooseDayAndTime() } };
}

/** What a form for a rhythm shows when it comes back. */
export function shownAgain(wanted: Wanted): Cadence | null {
  return wanted === KEEP ? null : wanted;
}

export const cadenceForm = defineForm<Wanted>({
  callback: CALLBACK,
  parse: readWanted,

  async run(asker, wanted) {
    if (wanted === KEEP) return null;
    return undoably(asker, asker.actor.member, async ({ context, actor, words }) => {
      const { cadence, dates } = await setRhythmOf(context, actor, wanted);
      return words.cadenceSet(cadence, dates, actor.member.zone);
    });
  },

  reopen: ({ words }, wanted, meta, notice) =>
    cadenceView(words, { cadence: shownAgain(wanted), notice, meta }),
});
