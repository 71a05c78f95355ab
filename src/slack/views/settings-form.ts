import type { InputBlock, ModalView } from '@slack/types';
import { AUDIENCES, type Audience } from '../../domain/check-in';
import type { NamedPlace } from '../../domain/holidays';
import type { Member } from '../../domain/member';
import { isWeekday, WEEKDAYS, type Weekday } from '../../domain/weekday';
import { ACTIONS, BLOCKS, CALLBACKS, INPUT, isRegionBlock, regionBlock, type Meta } from '../ids';
import { WEEKDAY_NAMES } from '../words/cadence';
import { FIELDS, FORM_TITLES, suggestedPlace } from '../words/forms';
import { option } from './block-kit';
import { audienceInput, checkboxInput, form, input, selectInput, timeInput } from './form-parts';
import { checkedValues, selectValue, timeValue, type FormState } from './form-values';

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

export interface SettingsForm {
  readonly settings: SettingsValues;
  readonly countries: readonly NamedPlace[];
  /** Of the chosen country. */
  readonly regions: readonly NamedPlace[];
  /** The name of the country that the person's zone suggests; said, never chosen for them. */
  readonly suggested?: string | null;
  readonly notice?: string;
  readonly meta?: Meta;
}

const NONE = 'none';
const BUDGETS = [1, 2, 3, 4, 5, 6, 7, 10, 14];

/**
 * Callback `settings_form`; read it with `chosenSettings`. Choosing a country acts at once (`settings_country`), so
 * that the form can be updated with its regions.
 */
export function settingsModal({
  settings,
  countries,
  regions,
  suggested,
  notice,
  meta,
}: SettingsForm): ModalView {
  const days = WEEKDAYS.map((day) => option(WEEKDAY_NAMES[day], day));
  const budgets = [...new Set([...BUDGETS, settings.weeklyBudget])].sort((one, other) => one - other);
  const budget = selectInput(
    budgets.map((count) => option(String(count), String(count))),
    String(settings.weeklyBudget),
  );
  return form({
    title: FORM_TITLES.settings,
    callback: CALLBACKS.settings_form,
    meta,
    notice,
    blocks: [
      input(BLOCKS.working_days, FIELDS.workingDays, checkboxInput(days, settings.workingDays)),
      input(BLOCKS.quiet_from, FIELDS.quietFrom, timeInput(settings.quietFrom), { optional: true }),
      input(BLOCKS.quiet_to, FIELDS.quietTo, timeInput(settings.quietTo), {
        optional: true,
        hint: FIELDS.quietHint,
      }),
      input(BLOCKS.budget, FIELDS.budget, budget),
      audienceInput(settings.defaultAudience, FIELDS.defaultAudience),
      ...placeInputs(settings, countries, regions, suggested ?? null),
    ],
  });
}

function placeInputs(
  { holidayCountry, holidayRegion }: SettingsValues,
  countries: readonly NamedPlace[],
  regions: readonly NamedPlace[],
  suggested: string | null,
): InputBlock[] {
  const select = (places: readonly NamedPlace[], none: string, initial: string | null, action: string) =>
    selectInput(
      [option(none, NONE), ...places.map(({ code, name }) => option(name, code))],
      initial ?? NONE,
      action,
    );
  const country = select(countries, FIELDS.noPlace, holidayCountry, ACTIONS.settings_country);
  const hint = holidayCountry === null && suggested !== null ? { hint: suggestedPlace(suggested) } : {};
  return [
    input(BLOCKS.country, FIELDS.country, country, { dispatches: true, ...hint }),
    ...(holidayCountry === null || regions.length === 0
      ? []
      : [
          input(
            regionBlock(holidayCountry),
            FIELDS.region,
            select(regions, FIELDS.wholeCountry, holidayRegion, INPUT),
          ),
        ]),
  ];
}

export type ChosenSettings = Omit<SettingsValues, 'workingDays'> & {
  readonly workingDays: readonly Weekday[];
};

/** What the form holds, also while it is being filled; null when it is not one of ours. Half of the quiet hours is none. */
export function chosenSettings(state: FormState): ChosenSettings | null {
  const audience = AUDIENCES.find((choice: Audience) => choice === selectValue(state, BLOCKS.audience));
  const weeklyBudget = Number(selectValue(state, BLOCKS.budget));
  if (audience === undefined || !Number.isInteger(weeklyBudget) || weeklyBudget < 1) return null;
  const [quietFrom, quietTo] = [timeValue(state, BLOCKS.quiet_from), timeValue(state, BLOCKS.quiet_to)];
  const isQuiet = quietFrom !== null && quietTo !== null;
  const country = placeIn(selectValue(state, BLOCKS.country));
  const region = Object.keys(state).find(isRegionBlock);
  const isOfCountry = country !== null && region === regionBlock(country);
  return {
    workingDays: checkedValues(state, BLOCKS.working_days).filter(isWeekday),
    quietFrom: isQuiet ? quietFrom : null,
    quietTo: isQuiet ? quietTo : null,
    weeklyBudget,
    defaultAudience: audience,
    holidayCountry: country,
    holidayRegion: isOfCountry ? placeIn(selectValue(state, region)) : null,
  };
}

function placeIn(value: string | null): string | null {
  return value === NONE ? null : value;
}
