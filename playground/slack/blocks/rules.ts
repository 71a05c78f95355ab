import { isRecord, text } from '../json';

/** How a limit is written down: checks that add up to problems. */

export interface Problem {
  pointer: string;
  message: string;
  /** The error code Slack gives this problem, where it is not the usual one. */
  error?: string;
}

export type Check = (value: unknown, at: string, out: Problem[]) => void;
export type Fields = Record<string, Check>;

export function string(min: number, max: number): Check {
  return (value, at, out) => {
    if (typeof value !== 'string') out.push({ pointer: at, message: 'must be a string' });
    else if (value.length < min)
      out.push({ pointer: at, message: `must be more than ${min - 1} characters` });
    else if (value.length > max)
      out.push({ pointer: at, message: `must be less than ${max + 1} characters` });
  };
}

export function pattern(shape: RegExp, called: string): Check {
  return (value, at, out) => {
    if (typeof value !== 'string' || !shape.test(value))
      out.push({ pointer: at, message: `must be ${called}` });
  };
}

export const boolean: Check = (value, at, out) => {
  if (typeof value !== 'boolean') out.push({ pointer: at, message: 'must be a boolean' });
};

export const anything: Check = () => undefined;

export function integer(min: number, max: number): Check {
  return (value, at, out) => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      out.push({ pointer: at, message: 'must be an integer' });
    else if (value < min || value > max)
      out.push({ pointer: at, message: `must be between ${min} and ${max}` });
  };
}

export const number: Check = (value, at, out) => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    out.push({ pointer: at, message: 'must be a number' });
};

export function oneOf(...allowed: string[]): Check {
  return (value, at, out) => {
    if (typeof value !== 'string' || !allowed.includes(value))
      out.push({ pointer: at, message: `must be one of: ${allowed.join(', ')}` });
  };
}

export function array(min: number, max: number, item: Check): Check {
  return (value, at, out) => {
    if (!Array.isArray(value)) {
      out.push({ pointer: at, message: 'must be an array' });
      return;
    }
    if (value.length < min) out.push({ pointer: at, message: `no fewer than ${min} items allowed` });
    if (value.length > max) out.push({ pointer: at, message: `no more than ${max} items allowed` });
    value.forEach((entry, index) => item(entry, `${at}/${index}`, out));
  };
}

/** An object with these fields and no others, as Slack's own schema has it. */
export function shape(required: Fields, optional: Fields = {}, also: Check = anything): Check {
  const needed = Object.entries(required);
  const known = new Map<string, Check>([...needed, ...Object.entries(optional)]);
  return (value, at, out) => {
    if (!isRecord(value)) {
      out.push({ pointer: at, message: 'must be an object' });
      return;
    }
    for (const [name] of needed) {
      if (value[name] === undefined || value[name] === null)
        out.push({ pointer: at, message: `missing required field: ${name}` });
    }
    for (const name of Object.keys(value)) {
      const check = known.get(name);
      const field = value[name];
      if (!check) out.push({ pointer: at, message: `invalid additional property: ${name}` });
      else if (field !== undefined && field !== null) check(field, `${at}/${name}`, out);
    }
    also(value, at, out);
  };
}

/** Chooses the check by the object's `type`; only the named types are allowed here. */
export function byType(table: Record<string, Check>, allowed?: readonly string[]): Check {
  return (value, at, out) => {
    if (!isRecord(value)) {
      out.push({ pointer: at, message: 'must be an object' });
      return;
    }
    const type = text(value['type']);
    const check = Object.hasOwn(table, type) ? table[type] : undefined;
    if (!check || (allowed && !allowed.includes(type)))
      out.push({ pointer: `${at}/type`, message: `unsupported type: ${type}` });
    else check(value, at, out);
  };
}

export function all(...checks: Check[]): Check {
  return (value, at, out) => {
    for (const check of checks) check(value, at, out);
  };
}

/** Exactly one of these fields must be there. */
export function exactlyOne(...names: string[]): Check {
  return (value, at, out) => {
    if (!isRecord(value)) return;
    const present = names.filter((name) => value[name] !== undefined && value[name] !== null);
    if (present.length !== 1) out.push({ pointer: at, message: `needs exactly one of: ${names.join(', ')}` });
  };
}

export function atLeastOne(...names: string[]): Check {
  return (value, at, out) => {
    if (!isRecord(value)) return;
    if (!names.some((name) => value[name] !== undefined && value[name] !== null))
      out.push({ pointer: at, message: `missing required field: ${names.join(' or ')}` });
  };
}
