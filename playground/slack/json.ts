/** JSON from outside, read without trusting its shape. */

export type Json = Record<string, unknown>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Json {
  return isRecord(value) ? value : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function records(value: unknown): Json[] {
  return list(value).filter(isRecord);
}

/** The string, or the empty string for anything else. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A request argument as text: forms send everything as text, JSON bodies may send numbers. */
export function argument(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

export function flag(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}

export function parseJson(source: string): { ok: true; value: unknown } | { ok: false } {
  try {
    const value: unknown = JSON.parse(source);
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
}

/** A copy that shares nothing with its source: what crossed the wire cannot be changed from the other side. */
export function copy<T>(value: T): T {
  return structuredClone(value);
}
