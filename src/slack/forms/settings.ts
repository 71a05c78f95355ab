import type { InputBlock, ModalView } from '@slack/types';
import { holidayPlaces, holidayRegions, type NamedPlace } from '../../domain/holidays';
import type { Member } from '../../domain/member';
import { isWeekday, WEEKDAYS } from '../../domain/weekday';
import { changeLife, MOST_A_WEEK } from '../../services/people/change-life';
import type { Words } from '../../words';
import { option } from '../kit/block-kit';
import { audienceInput, readAudience } from '../kit/fields';
import { checkboxInput, form, input, selectInput, timeInput } from '../kit/form-parts';
import { checkedValues, selectValue, timeValue, type FormState } from '../kit/form-values';
import { ACTIONS } from '../kit/ids';
import { undoably, withHeld } from '../undoably';
import { defineForm, type FieldErrors } from './form';

/** How nudges fit into a person's life, from App Home. */

const CALLBACK = 'settings_form';
const BLOCKS = {
  workingDays: 'working_days',
  quietFrom: 'quiet_from',
  quietTo: 'quiet_to',
  budget: 'budget',
  country: 'country',
  region: 'region',
} as const;

export type SettingsValues = Pick<
  Member,
  | 'workingDays'
  | 'quietFrom'
  | 'quietTo'
  | 'holidayCountry'
  | 'holidayRegion'
  | 'weeklyBudget'
  | 'defaultAudience'
>;

export interface SettingsView {
  readonly settings: SettingsValues;
  /** The code of the country that the person's zone suggests; said, never chosen for them. */
  readonly suggested?: string | null;
  readonly notice?: string;
}

const NONE = 'none';
const BUDGETS = [1, 2, 3, 4, 5, 6, 7, 10, 14, 21];

/**
 * Choosing a country acts at once (`settings_country`), so that the form can be updated with its regions. 'none' stands
 * for no place.
 */
export function settingsView(words: Words, { settings, suggested, notice }: SettingsView): ModalView {
  const { FIELDS, WEEKDAY_NAMES } = words;
  const days = WEEKDAYS.map((day) => option(WEEKDAY_NAMES[day], day));
  const budgets = [...new Set([...BUDGETS, settings.weeklyBudget])].sort((one, other) => one - other);
  const budget = selectInput(
    budgets.map((count) => option(String(count), String(count))),
    String(settings.weeklyBudget),
  );
  return form(words, {
    title: words.FORM_TITLES.settings,
    callback: CALLBACK,
    notice,
    blocks: [
      input(BLOCKS.workingDays, FIELDS.workingDays, checkboxInput(days, settings.workingDays)),
      input(BLOCKS.quietFrom, FIELDS.quietFrom, timeInput(settings.quietFrom), { optional: true }),
      input(BLOCKS.quietTo, FIELDS.quietTo, timeInput(settings.quietTo), {
        optional: true,
        hint: FIELDS.quietHint,
      }),
      input(BLOCKS.budget, FIELDS.budget, budget),
      audienceInput(words, { audience: settings.defaultAudience }, FIELDS.defaultAudience),
      ...placeInputs(words, settings, suggested ?? null),
    ],
  });
}

function placeInputs(
  { FIELDS, suggestedPlace }: Words,
  { holidayCountry, holidayRegion }: SettingsValues,
  suggested: string | null,
): InputBlock[] {
  const select = (places: readonly NamedPlace[], none: string, initial: string | null, action: string) =>
    selectInput(
      [option(none, NONE), ...places.map(({ code, name }) => option(name, code))],
      initial ?? NONE,
      action,
    );
  const countries = holidayPlaces();
  const country = select(countries, FIELDS.noPlace, holidayCountry, ACTIONS.settings_country);
  const guess = holidayCountry === null ? countries.find(({ code }) => code === suggested) : undefined;
  const hint = guess === undefined ? {} : { hint: suggestedPlace(guess.name) };
  const countryInput = input(BLOCKS.country, FIELDS.country, country, { dispatches: true, ...hint });
  const regions = holidayCountry === null ? [] : holidayRegions(holidayCountry);
  if (holidayCountry === null || regions.length === 0) return [countryInput];
  // The regions of another country are another input: what was chosen before does not stay.
  const region = select(regions, FIELDS.wholeCountry, holidayRegion, `${BLOCKS.region}:${holidayCountry}`);
  return [countryInput, input(BLOCKS.region, FIELDS.region, region)];
}

export function readSettings(state: FormState): SettingsValues {
  const country = selectValue(state, BLOCKS.country);
  const region = selectValue(state, BLOCKS.region);
  return {
    workingDays: checkedValues(state, BLOCKS.workingDays).filter(isWeekday),
    quietFrom: timeValue(state, BLOCKS.quietFrom),
    quietTo: timeValue(state, BLOCKS.quietTo),
    holidayCountry: country === NONE ? null : country,
    holidayRegion: region === NONE ? null : region,
    weeklyBudget: Number(selectValue(state, BLOCKS.budget) ?? Number.NaN),
    defaultAudience: readAudience(state) ?? 'mentor',
  };
}

function problemsOf({ quietFrom, quietTo, weeklyBudget }: SettingsValues): FieldErrors | null {
  if ((quietFrom === null) !== (quietTo === null)) {
    const half = ({ refusalWords }: Words) => refusalWords({ code: 'hours_not_understood', heard: '' });
    return { [quietFrom === null ? BLOCKS.quietFrom : BLOCKS.quietTo]: half };
  }
  if (!(weeklyBudget >= 1 && weeklyBudget <= MOST_A_WEEK)) {
    const noNumber = ({ refusalWords }: Words) => refusalWords({ code: 'budget_not_understood', heard: '' });
    return { [BLOCKS.budget]: noNumber };
  }
  return null;
}

export const settingsForm = defineForm<SettingsValues>({
  callback: CALLBACK,
  parse(state) {
    const settings = readSettings(state);
    const errors = problemsOf(settings);
    return errors === null ? { ok: true, values: settings } : { ok: false, errors };
  },
  run: (asker, settings) =>
    undoably(asker, asker.actor.member, async (within) => {
      await changeLife(within.context, within.actor, settings);
      return withHeld(within, within.words.settingsSaved());
    }),
  reopen: ({ words }, settings, _meta, notice) => settingsView(words, { settings, notice }),
});
