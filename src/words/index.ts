import * as en from './en';

/** The catalogue of what a person reads: a language each. Every language has the sentences of English. */
export type Words = typeof en;

/** The words for a locale as Slack gives it ('en-US'). English, where nobody has written them in another language yet. */
export function wordsFor(locale: string): Words {
  const [language = ''] = locale.toLowerCase().split('-');
  return LANGUAGES.get(language) ?? en;
}

const LANGUAGES: ReadonlyMap<string, Words> = new Map([['en', en]]);
