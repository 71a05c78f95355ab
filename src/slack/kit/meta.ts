import { DATE, UUID, type FromSlack } from './ids';

/** What a form carries with it, packed and read back: a hint from outside, like every id. */

/** What a form remembers between being opened and being sent. */
export interface Meta {
  readonly goalId?: string;
  readonly nudgeId?: string;
  readonly position?: number;
  readonly checkInId?: string;
  /** What it replies to, or goes on with. */
  readonly responseId?: string;
  readonly mentorshipId?: string;
  readonly promiseId?: string;
  /** Of the agreement that is changed; 0 for the first. */
  readonly version?: string;
  readonly zone?: string;
  /** The person's local date on which the form was opened: a form has no clock. */
  readonly today?: string;
  readonly channel?: string;
  readonly ts?: string;
  /** What the person themselves would become. */
  readonly role?: string;
  /** Makes a form that is sent twice count once. */
  readonly onceKey?: string;
}

const META_FIELDS: ReadonlyMap<string, RegExp> = new Map([
  ['goalId', UUID],
  ['nudgeId', UUID],
  ['checkInId', UUID],
  ['responseId', UUID],
  ['mentorshipId', UUID],
  ['promiseId', UUID],
  ['version', /^\d{1,4}$/],
  ['zone', /^[\w+/-]{1,60}$/],
  ['today', DATE],
  ['channel', /^[A-Z0-9]{1,40}$/],
  ['ts', /^\d{1,12}\.\d{1,9}$/],
  ['role', /^(mentor|mentee)$/],
  ['onceKey', /^[\w:.-]{1,120}$/],
]);

export function packMeta(meta: Meta): string {
  return JSON.stringify(meta);
}

export function parseMeta(packed: FromSlack): Meta | null {
  const parsed = parseJson(packed ?? '');
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
  const { position, ...texts } = Object.fromEntries<unknown>(Object.entries(parsed));
  if (position !== undefined && !isPosition(position)) return null;
  const meta: Record<string, string> = {};
  for (const [name, value] of Object.entries(texts)) {
    if (typeof value !== 'string' || META_FIELDS.get(name)?.test(value) !== true) return null;
    meta[name] = value;
  }
  return position === undefined ? meta : { ...meta, position };
}

function isPosition(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1000;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
