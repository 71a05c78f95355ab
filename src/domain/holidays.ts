import Holidays from 'date-holidays';
import { addDays } from './local-time';
import { memo } from './memo';

/** ISO 3166: `country` such as 'DE', `region` such as 'BY', as `holidayPlaces` and `holidayRegions` list them. */
export interface HolidayPlace {
  readonly country: string;
  readonly region?: string;
}

export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

const LANGUAGE = 'en';
const HOUR = 3_600_000;
/** Covers every holiday of several days that runs over New Year. */
const EARLY_JANUARY = '01-10';

/**
 * The country that zone.tab of the tz database names for a zone that several countries share.
 */
const HOME_OF_SHARED_ZONE: ReadonlyMap<string, string> = new Map([
  ['Africa/Abidjan', 'CI'],
  ['Africa/Johannesburg', 'ZA'],
  ['Africa/Lagos', 'NG'],
  ['Africa/Maputo', 'MZ'],
  ['Africa/Nairobi', 'KE'],
  ['America/Curacao', 'CW'],
  ['America/Panama', 'PA'],
  ['America/Port_of_Spain', 'TT'],
  ['Asia/Bangkok', 'TH'],
  ['Atlantic/Canary', 'ES'],
  ['Europe/Belgrade', 'RS'],
  ['Europe/Helsinki', 'FI'],
  ['Europe/Oslo', 'NO'],
  ['Europe/Rome', 'IT'],
  ['Europe/Zurich', 'CH'],
]);

const calendarOf = memo(300, (country: string, region: string, year: string) => {
  const names = new Map<string, string>();
  const calendar = region === '' ? new Holidays(country) : new Holidays(country, region);
  for (const { type, date, start, end, name } of calendar.getHolidays(year, LANGUAGE)) {
    // A holiday from noon leaves the morning: it is not a day off.
    if (type !== 'public' || date.slice(11, 19) !== '00:00:00') continue;
    // Its days are counted from the date. One day can be 23 hours; those from sunset to a noon end on the day before.
    const days = Math.max(1, Math.floor((end.getTime() - start.getTime() + HOUR) / (24 * HOUR)));
    for (let day = 0; day < days; day += 1) {
      const on = addDays(date.slice(0, 10), day);
      if (!names.has(on)) names.set(on, name);
    }
  }
  return names;
});

/**
 * The English name of the public holiday on a local date, null on any other day and for a place nobody knows.
 *
 * @param date 'YYYY-MM-DD'
 */
export function holidayOn(place: HolidayPlace, date: string): string | null {
  const year = Number(date.slice(0, 4));
  const named = (ofYear: number): string | undefined =>
    calendarOf(place.country, place.region ?? '', String(ofYear)).get(date);
  return named(year) ?? (date.slice(5) < EARLY_JANUARY ? named(year - 1) : undefined) ?? null;
}

/** The countries whose holidays are known, by name. */
export function holidayPlaces(): readonly NamedPlace[] {
  return byName(new Holidays().getCountries(LANGUAGE));
}

/** The regions of a country that have holidays of their own, by name; none for most countries. */
export function holidayRegions(country: string): readonly NamedPlace[] {
  return byName(new Holidays().getStates(country, LANGUAGE));
}

/** The country a person in this zone most likely lives in. To be confirmed by the person, never to be acted on. */
export function suggestPlace(zone: string): { readonly country: string } | null {
  const country = countriesByZone().get(canonical(zone));
  return country === undefined ? null : { country };
}

const countriesByZone = memo<[], ReadonlyMap<string, string>>(1, () => {
  const countries = new Map<string, string>();
  for (const country of Object.keys(new Holidays().getCountries())) {
    for (const zone of new Holidays(country).getTimezones()) countries.set(canonical(zone), country);
  }
  for (const [zone, country] of HOME_OF_SHARED_ZONE) countries.set(canonical(zone), country);
  return countries;
});

/** One spelling for the names of one zone, such as Asia/Kolkata and Asia/Calcutta. */
function canonical(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

function byName(names: Readonly<Record<string, string>> | undefined): readonly NamedPlace[] {
  return Object.entries(names ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((one, other) => one.name.localeCompare(other.name, LANGUAGE));
}
