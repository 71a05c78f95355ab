import { memo } from '../domain/memo';
import * as en from './en';
import { inRegion } from './en/english';
import { languageOf } from './language';

/** The catalogue of what a person reads: a language each. Every language has the sentences of English. */
export type Words = typeof en;

/**
 * The words for a locale as Slack gives it ('en-US'), with dates and clocks as they are written there. English, as in
 * Britain, where it is not known, or has no words yet.
 */
export function wordsFor(locale: string | null): Words {
  return catalogueOf((locale ?? '').toLowerCase());
}

/** Far more than Slack knows. */
const LOCALES = 50;

const catalogueOf = memo(LOCALES, (locale: string): Words => {
  const [language = ''] = locale.split('-');
  return LANGUAGES.get(language)?.(locale) ?? en;
});

const LANGUAGES: ReadonlyMap<string, (locale: string) => Words> = new Map([['en', englishOf]]);

/** The sentences stay plain functions: each is made to run in the region that the catalogue was asked for. */
function englishOf(locale: string): Words {
  if (!/^en-[a-z]{2}$/.test(locale)) return en;
  const region = languageOf(locale);
  return new Proxy(en, {
    get(words, name) {
      const entry: unknown = Reflect.get(words, name);
      return typeof entry === 'function'
        ? (...facts: readonly unknown[]): unknown =>
            inRegion(region, (): unknown => Reflect.apply(entry, undefined, facts))
        : entry;
    },
  });
}
