import type { KnownBlock } from '@slack/types';
import { home } from '../../src/slack/home/index';
import { textOf } from '../../src/slack/kit/block-kit';
import * as words from '../../src/words/en';
import { wordsFor } from '../../src/words';
import { EVERYTHING_SAID, said, type Said } from '../slack/hostile';
import { HOMES } from '../slack/hostile-homes';
import { SAMPLES } from './samples';

/** Tame facts: what people write is not ours, and not for a lint of our words. */
function tamed(fact: unknown): unknown {
  if (fact instanceof Date) return fact;
  if (Array.isArray(fact)) return fact.map(tamed);
  if (typeof fact === 'object' && fact !== null) {
    return Object.fromEntries(Object.entries(fact).map(([name, value]) => [name, tamed(value)]));
  }
  return typeof fact === 'string' && fact.length > 500 ? 'Become certified' : fact;
}

const tame = <Fact>(fact: Fact): Fact => tamed(fact) as Fact;

function labelsOf(blocks: readonly unknown[]): string[] {
  return [...JSON.stringify(blocks).matchAll(/"type":"plain_text","text":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, text = '']) => text,
  );
}

function spokenBy(blocks: readonly KnownBlock[]): string[] {
  return [...textOf(blocks).split('\n'), ...labelsOf(blocks)].filter((line) => line !== '');
}

/** Not sentences: what the domain chooses a question from, and questions whose gap `questionText` fills. */
const NO_SENTENCES: readonly string[] = ['BANK', 'QUESTIONS'];

/** A clock of 24 hours and the day first, a clock of 12 and the month first. */
const REGIONS = ['en-GB', 'en-US'].map(wordsFor);

/** Every export of the catalogue with what it says in its samples; nothing where it has none. */
export const CATALOGUE: readonly (readonly [name: string, says: readonly string[]])[] = Object.entries(words)
  .filter(([name]) => !NO_SENTENCES.includes(name))
  .map(([name, exported]) => [
    name,
    [...new Set(linesOf(typeof exported === 'function' ? samplesOf(name, exported) : exported))],
  ]);

function samplesOf(name: string, { length }: Callable): unknown[] {
  const samples = length === 0 ? [[]] : (Object.entries(SAMPLES).find(([of]) => of === name)?.[1] ?? []);
  return REGIONS.flatMap((region) => {
    const sentence: unknown = Reflect.get(region, name);
    if (typeof sentence !== 'function') throw new TypeError(`No sentence: ${name}`);
    return samples.map((facts) => {
      const said: unknown = Reflect.apply(sentence, undefined, facts);
      return said;
    });
  });
}

type Callable = (...facts: never[]) => unknown;

/** The lines of each string in it. */
function linesOf(said: unknown): string[] {
  if (typeof said === 'string') return said.split('\n').filter((line) => line !== '');
  return typeof said === 'object' && said !== null
    ? Object.values(said).flatMap((part: unknown) => linesOf(part))
    : [];
}

/** What the bot can say: each line, label and receipt, with tame facts in the gaps. */
export function everySentence(): readonly string[] {
  const messages = EVERYTHING_SAID.flatMap((facts: Said) => said(tame(facts)));
  const homes = HOMES.flatMap(([, facts]) => labelsOf(home(wordsFor('en-US'), tame(facts)).blocks));
  return [
    ...messages.flatMap(({ blocks }) => spokenBy(blocks)),
    ...homes,
    ...CATALOGUE.flatMap(([, says]) => says),
  ];
}
