/** The parts of a recurrence rule by name, values as written. */
export type RuleParts = ReadonlyMap<string, string>;

const LIST = (item: string): RegExp => new RegExp(`^${item}(,${item})*$`);
const DAY = '(MO|TU|WE|TH|FR|SA|SU)';
const SIGNED = (number: string): string => `[+-]?(${number})`;

/**
 * RFC 5545, 3.3.10. Checked here because the library drops values out of range without a word, and a rule that lost
 * its BYMONTHDAY fires on other days.
 */
const GRAMMAR: ReadonlyMap<string, RegExp> = new Map([
  ['FREQ', /^(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/],
  ['INTERVAL', /^[1-9]\d{0,4}$/],
  ['COUNT', /^[1-9]\d{0,5}$/],
  ['UNTIL', /^\d{8}(T\d{6}Z)?$/],
  ['BYSECOND', LIST('([0-5]?\\d)')],
  ['BYMINUTE', LIST('([0-5]?\\d)')],
  ['BYHOUR', LIST('([01]?\\d|2[0-3])')],
  ['BYDAY', LIST(`(${SIGNED('[1-9]|[1-4]\\d|5[0-3]')})?${DAY}`)],
  ['BYMONTHDAY', LIST(SIGNED('[1-9]|[12]\\d|3[01]'))],
  ['BYYEARDAY', LIST(SIGNED('[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6]'))],
  ['BYWEEKNO', LIST(SIGNED('[1-9]|[1-4]\\d|5[0-3]'))],
  ['BYMONTH', LIST('([1-9]|1[0-2])')],
  ['BYSETPOS', LIST(SIGNED('[1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-6]'))],
  ['WKST', new RegExp(`^${DAY}$`)],
]);

/** Null when the text is not a recurrence rule. A rule carries neither DTSTART nor the 'RRULE:' label. */
export function readRule(rule: string): RuleParts | null {
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (rest.length > 0 || parts.has(name) || GRAMMAR.get(name)?.test(value) !== true) return null;
    parts.set(name, value);
  }
  return parts.has('FREQ') ? parts : null;
}

/** The rules of a cadence, one a line; null when one of them is none. */
export function readRules(rules: string): readonly RuleParts[] | null {
  const read: RuleParts[] = [];
  for (const rule of rules.split('\n')) {
    const parts = readRule(rule);
    if (parts === null) return null;
    read.push(parts);
  }
  return read;
}

export function writeRules(rules: readonly RuleParts[]): string {
  return rules.map(writeRule).join('\n');
}

export function writeRule(parts: RuleParts): string {
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';');
}

export function intervalOf(parts: RuleParts): number {
  return Number(parts.get('INTERVAL') ?? '1');
}

/** The same rule with another interval. INTERVAL=1 is left out, as it is the default. */
export function withInterval(parts: RuleParts, interval: number): RuleParts {
  const changed = new Map<string, string>();
  for (const [name, value] of parts) {
    if (name === 'INTERVAL') continue;
    changed.set(name, value);
    if (name === 'FREQ' && interval > 1) changed.set('INTERVAL', String(interval));
  }
  return changed;
}

/** Whether the rule, on a day it fires, can fire more than once. */
export function isMoreThanDaily(parts: RuleParts): boolean {
  const times = ['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => parts.get(name)?.includes(',') === true);
  return times || /^(SECONDLY|MINUTELY|HOURLY)$/.test(parts.get('FREQ') ?? '');
}
