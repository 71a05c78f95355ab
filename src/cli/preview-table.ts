import type { HoldReason } from '../domain/life';
import { localText } from '../domain/local-time';
import type { PreviewRow } from '../domain/preview';

/** The rows of a preview as a spreadsheet or as a table for a terminal. */

const EOL = '\r\n';

/** RFC 4180, with a heading. */
export function previewCsv(rows: readonly PreviewRow[]): string {
  const lines = rows.map(({ local, utc, state, reason }) => [local, utc, state, reason?.kind ?? '']);
  return [['local', 'utc', 'state', 'reason'], ...lines]
    .map((fields) => fields.map(quoted).join(',') + EOL)
    .join('');
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

export function previewTable(rows: readonly PreviewRow[], zone: string): string {
  if (rows.length === 0) return 'Nothing is due in that time.\n';
  const held = rows.filter(({ state }) => state === 'held').length;
  const lines = rows.map((row) =>
    [
      row.local.slice(0, 16).replace('T', ' ') + row.local.slice(19, 25),
      row.utc.slice(0, 16) + 'Z',
      row.state,
      marks(row, zone),
    ]
      .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const heading = ['local', 'utc', 'state', 'note'].map((name, column) => name.padEnd(WIDTHS[column] ?? 0));
  const sum = `${rows.length - held} due, ${held} held, in ${zone}.`;
  return [heading.join('  ').trimEnd(), ...lines, '', sum, ''].join('\n');
}

const WIDTHS = [22, 17, 5, 0];

function marks({ reason, shifted, clockChange, due, sendAt }: PreviewRow, zone: string): string {
  const isLater = sendAt !== null && sendAt.getTime() !== due.getTime();
  return [
    ...(reason === null ? [] : [words(reason)]),
    ...(isLater ? [`sent at ${localText(sendAt, zone).slice(11, 16)}, after quiet hours`] : []),
    ...(clockChange ? ['the clocks change'] : []),
    ...(shifted ? ['that time does not exist today'] : []),
  ].join('; ');
}

function words(reason: HoldReason): string {
  switch (reason.kind) {
    case 'away':
      return `away until ${reason.until}`;
    case 'holiday':
      return `holiday: ${reason.name}`;
    case 'over_budget':
      return `more than ${reason.limit} in that week`;
    case 'not_a_working_day':
      return 'not a working day';
    case 'paused':
    case 'quiet_hours':
    case 'do_not_disturb':
    case 'agreed_hours':
    case 'agreed_rhythm':
    case 'agreement_over':
      return reason.kind.replaceAll('_', ' ');
  }
}
