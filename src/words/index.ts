import * as en from './en';

/** The catalogue of what a person reads: a language each. Every language has the sentences of English. */
export type Words = typeof en;

/** The words for a locale as Slack gives it ('en-US'). English where it is not known, or has no words yet. */
export function wordsFor(locale: string | null): Words {
  const [language = ''] = (locale ?? '').toLowerCase().split('-');
  return LANGUAGES.get(language) ?? en;
}

const LANGUAGES: ReadonlyMap<string, Words> = new Map([['en', en]]);
