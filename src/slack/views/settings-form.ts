import type { ModalView } from '@slack/types';
import type { NamedPlace } from '../../domain/holidays';
import type { Member } from '../../domain/member';
import type { Meta } from '../ids';
import { loadingModal } from './plain-modal';

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

/**
 * Callback `settings_form`; blocks working_days, quiet_from, quiet_to, country, region, budget, audience. Choosing a
 * country acts at once (`settings_country`), so that its regions can be offered. 'none' stands for no place.
 */
export function settingsModal(_form: {
  settings: SettingsValues;
  countries: readonly NamedPlace[];
  regions: readonly NamedPlace[];
  suggested?: string | null;
  notice?: string;
  meta?: Meta;
}): ModalView {
  return loadingModal('');
}
