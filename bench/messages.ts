/** What crosses from process to process is looked at before it is believed. */

export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new TypeError(`A child process sent no ${name}`);
  return value;
}

export function textsIn(fields: Fields, name: string): string[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new TypeError(`A child process sent no ${name}`);
  return value.map(String);
}

export function numbersIn(fields: Fields, name: string): number[] {
  return textsIn(fields, name).map(Number);
}
