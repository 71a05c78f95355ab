import type { WrongLine } from '../wrong-line';

/** Dates and clocks: whose they are, and for how long. */
export const LOCALES: readonly WrongLine[] = [
  {
    file: 'src/words/en/english.ts',
    line: 'spoken = before;',
    wrong: '',
    test: 'test/words/moments.test.ts',
    title: 'changes nothing for the next',
  },
  {
    file: 'src/words/index.ts',
    line: 'if (!/^en-[a-z]{2}$/.test(locale)) return en;',
    wrong: '',
    test: 'test/words/moments.test.ts',
    title: 'dates and clocks are those of en',
  },
  {
    file: 'src/words/language.ts',
    line: ".replace(/([ap])\\.m\\./, '$1m'),",
    wrong: ',',
    test: 'test/words/moments.test.ts',
    title: 'dates and clocks are those of en-CA',
  },
  {
    file: 'src/domain/reading/words.ts',
    line: 'lastOfMany = ("," | ";") space* w<"and">',
    wrong: 'lastOfMany = ("," | ";") w<"and">',
    test: 'test/words/said-back.test.ts',
    title: 'a rhythm, as en-US',
  },
];
