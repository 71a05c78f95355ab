import { memo } from '../domain/memo';

/** Dates, clocks, lists and plurals as a language writes them, all by `Intl`; a catalogue makes its own with its locale. */

/** A wording for each plural that the language tells apart (CLDR); `other` is what every language has. */
export type Forms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

export function languageOf(locale: string) {
  const cardinal = new Intl.PluralRules(locale);
  const ordinal = new Intl.PluralRules(locale, { type: 'ordinal' });
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });

  function dates(shape: Intl.DateTimeFormatOptions): (date: Date, zone: string) => string {
    const formatIn = memo(
      500,
      (zone: string) => new Intl.DateTimeFormat(locale, { ...shape, timeZone: zone }),
    );
    return (date, zone) => formatIn(zone).format(date);
  }

  return {
    /** "Monday 7 December" */
    day: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    /** "7 December 2026" */
    date: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    /** "December 2026" */
    month: dates({ month: 'long', year: 'numeric' }),
    /** "9:00" */
    clock: dates({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }),
    monthName: dates({ month: 'long' }),
    weekday: dates({ weekday: 'long' }),
    /** "2026", the year of the Gregorian calendar */
    year: dates({ year: 'numeric' }),
    /** "A, B and C" */
    list: (items: readonly string[]): string => conjunction.format(items),
    plural: (count: number, forms: Forms): string => forms[cardinal.select(count)] ?? forms.other,
    ordinal: (count: number, forms: Forms): string => forms[ordinal.select(count)] ?? forms.other,
  };
}
