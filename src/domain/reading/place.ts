import { holidayPlaces, holidayRegions, type NamedPlace } from '../holidays';
import { memo } from '../memo';
import { plainWords } from './plain-words';

/** Reads a country or a region whose public holidays are known. */

/** ISO 3166 codes, and the name to say back. */
export interface Place {
  readonly country: string;
  readonly region: string | null;
  readonly name: string;
}

/** What people call a country that is filed under another name. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['usa', 'us'],
  ['america', 'us'],
  ['united states', 'us'],
  ['united states of america', 'us'],
  ['uk', 'gb'],
  ['great britain', 'gb'],
  ['britain', 'gb'],
  ['holland', 'nl'],
  ['czechia', 'cz'],
]);

/** What people call a region that is filed under its name in its own language. */
const SPOKEN_REGIONS: ReadonlyMap<string, string> = new Map([
  ['bavaria', 'bayern'],
  ['lower saxony', 'niedersachsen'],
  ['saxony', 'sachsen'],
  ['hesse', 'hessen'],
  ['thuringia', 'thüringen'],
  ['north rhine westphalia', 'nordrhein westfalen'],
  ['rhineland palatinate', 'rheinland pfalz'],
]);

/**
 * "US", "U.S.", "germany", "US CA", "UK Scotland", "Bavaria": a country, a country and its region, or a region whose
 * name no other country has. Null when the words are not the whole name, or several places have it.
 */
export function findPlace(text: string): Place | null {
  const words = plain(plainWords(text) ?? '');
  if (words === '') return null;
  const country = countryOf(words);
  if (country !== null) return { country: country.code, region: null, name: country.name };
  const parts = words.split(' ');
  for (let at = parts.length - 1; at > 0; at -= 1) {
    const within = countryOf(parts.slice(0, at).join(' '));
    const region = within && regionOf(within, parts.slice(at).join(' '));
    if (within && region) return inRegion(within, region);
  }
  const found = regionsByName().get(SPOKEN_REGIONS.get(words) ?? words) ?? [];
  const [only, ...more] = found;
  return only === undefined || more.length > 0 ? null : inRegion(only.country, only.region);
}

function inRegion(country: NamedPlace, region: NamedPlace): Place {
  return { country: country.code, region: region.code, name: `${region.name}, ${country.name}` };
}

function countryOf(words: string): NamedPlace | null {
  return countriesByName().get(SPOKEN.get(words) ?? words) ?? null;
}

function regionOf(country: NamedPlace, words: string): NamedPlace | null {
  const wanted = SPOKEN_REGIONS.get(words) ?? words;
  const isIt = ({ code, name }: NamedPlace): boolean => [plain(code), plain(name)].includes(wanted);
  return holidayRegions(country.code).find(isIt) ?? null;
}

/** Without dots and dashes: "u.s." is "us", "baden-württemberg" is "baden württemberg". */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('.', '')
    .replace(/[-,/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const countriesByName = memo<[], ReadonlyMap<string, NamedPlace>>(1, () => {
  const named = new Map<string, NamedPlace>();
  for (const place of holidayPlaces()) {
    named.set(plain(place.code), place);
    named.set(plain(place.name), place);
  }
  return named;
});

const regionsByName = memo<[], ReadonlyMap<string, readonly { country: NamedPlace; region: NamedPlace }[]>>(
  1,
  () => {
    const named = new Map<string, { country: NamedPlace; region: NamedPlace }[]>();
    for (const country of holidayPlaces()) {
      for (const region of holidayRegions(country.code)) {
        const name = plain(region.name);
        named.set(name, [...(named.get(name) ?? []), { country, region }]);
      }
    }
    return named;
  },
);
