import type { InputBlock, ModalView } from '@slack/types';
import type { NamedPlace } from '../../domain/holidays';
import type { Member } from '../../domain/member';
import { WEEKDAYS } from '../../domain/weekday';
import { ACTIONS, BLOCKS, CALLBACKS, regionAction, type Meta } from '../kit/ids';
import { WEEKDAY_NAMES } from '../../words/en/cadence';
import { FIELDS, FORM_TITLES, suggestedPlace } from '../../words/en/forms';
import { option } from '../kit/block-kit';
import { audienceInput, checkboxInput, form, input, selectInput, timeInput } from '../kit/form-parts';

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
  /** The code of the country that the person's zone suggests; said, never chosen for them. */
  readonly suggested?: string | null;
  readonly notice?: string;
  readonly meta?: Meta;
}

const NONE = 'none';
const BUDGETS = [1, 2, 3, 4, 5, 6, 7, 10, 14, 21];

/**
 * Callback `settings_form`; blocks working_days, quiet_from, quiet_to, budget, audience, country, region. 'none' stands
 * for no place. Choosing a country acts at once (`settings_country`), so that the form can be updated with its regions.
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
  const guess = holidayCountry === null ? countries.find(({ code }) => code === suggested) : undefined;
  const hint = guess === undefined ? {} : { hint: suggestedPlace(guess.name) };
  return [
    input(BLOCKS.country, FIELDS.country, country, { dispatches: true, ...hint }),
    ...(holidayCountry === null || regions.length === 0
      ? []
      : [
          input(
            BLOCKS.region,
            FIELDS.region,
            select(regions, FIELDS.wholeCountry, holidayRegion, regionAction(holidayCountry)),
          ),
        ]),
  ];
}
