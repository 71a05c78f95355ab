import { Refused, type Refusal } from '../domain/refusal';

/** A hint from outside that does not parse: the thing it names is gone, or never was. */
export function known<Value>(
  value: Value | null | undefined,
  what: Extract<Refusal, { code: 'gone' }>['what'],
): Value {
  if (value === null || value === undefined) throw new Refused({ code: 'gone', what });
  return value;
}
