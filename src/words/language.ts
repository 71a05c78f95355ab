import { memo } from '../domain/memo';

/** Dates, clocks, lists and plurals as a locale writes them, all by `Intl`; a catalogue makes its own. */

/** A wording for each plural that the language tells apart (CLDR); `other` is what every language has. */
export type Forms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string };

export type Language = ReturnType<typeof languageOf>;

type Say = (date: Date, zone: string) => string;

export function languageOf(locale: string) {
  const cardinal = new Intl.PluralRules(locale);
  const ordinal = new Intl.PluralRules(locale, { type: 'ordinal' });
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });

  function dates(shape: Intl.DateTimeFormatOptions): Say {
    const formatIn = memo(
      500,
      (zone: string) => new Intl.DateTimeFormat(locale, { ...shape, timeZone: zone }),
    );
    return (date, zone) => formatIn(zone).format(date);
  }

  const time = dates({ hour: 'numeric', minute: '2-digit' });
  const day = dates({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayOfMonth = dates({ day: 'numeric', month: 'long' });
  const date = dates({ day: 'numeric', month: 'long', year: 'numeric' });

  return {
    /** "Monday 7 December" */
    day,
    /** "7 December" */
    dayOfMonth,
    /** "7 December 2026" */
    date,
    /** "Monday 7 December 2026" */
    fullDay: (at: Date, zone: string): string => day(at, zone).replace(dayOfMonth(at, zone), date(at, zone)),
    /** "December 2026" */
    month: dates({ month: 'long', year: 'numeric' }),
    /** "9:00", as people type it: plain spaces, and no dot that would meet the one of the sentence. */
    clock: (at: Date, zone: string): string =>
      time(at, zone)
        .replace(/\s/g, ' ')
        .replace(/([ap])\.m\./, '$1m'),
    monthName: dates({ month: 'long' }),
    weekday: dates({ weekday: 'long' }),
    /** "2026", the year of the Gregorian calendar */
    year: dates({ year: 'numeric' }),
    /** "A, B and C"; what has commas of its own is set apart by semicolons */
    list: (items: readonly string[]): string => {
      const isOfParts = items.some((item) => item.includes(','));
      return conjunction
        .formatToParts(items)
        .map(({ type, value }) => (isOfParts && type === 'literal' ? value.replace(',', ';') : value))
        .join('');
    },
    plural: (count: number, forms: Forms): string => forms[cardinal.select(count)] ?? forms.other,
    ordinal: (count: number, forms: Forms): string => forms[ordinal.select(count)] ?? forms.other,
  };
}
