import type { PreviewRow } from '../../domain/preview';
import { zoneInWords } from '../mrkdwn';
import { english } from './english';
import { capital, counted } from './phrases';
import { holdInWords } from './reasons';

/** Fits an ephemeral answer with room to spare; the shell prints all of them. */
const ROWS_SHOWN = 40;

/** A table of what is to come, in local time and UTC. */
export function previewTable(rows: readonly PreviewRow[], zone: string): string {
  if (rows.length === 0) return 'No question lies ahead in that time.';
  const shown = rows.slice(0, ROWS_SHOWN);
  const place = `${zoneInWords(zone)} time`;
  const width = Math.max(LOCAL_WIDTH, place.length);
  const table = [
    `${place.padEnd(width)}  ${'UTC'.padEnd(UTC_WIDTH)}`,
    ...shown.map((row) => rowOf(row, width)),
  ];
  const more = rows.length - shown.length;
  return [
    `${capital(counted(rows.filter(({ reason }) => reason === null).length, 'question'))} in sight:`,
    `\`\`\`${table.join('\n')}\`\`\``,
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join('\n');
}

const LOCAL_WIDTH = 'Mon 2026-12-07 09:00'.length;
const UTC_WIDTH = '12-07 15:00'.length;

function rowOf(row: PreviewRow, width: number): string {
  const date = row.local.slice(0, 10);
  const local = `${english.shortWeekday(new Date(`${date}T12:00:00Z`), 'UTC')} ${date} ${row.local.slice(11, 16)}`;
  return `${local.padEnd(width)}  ${row.utc.slice(5, 16).replace('T', ' ')}  ${notesOf(row)}`.trimEnd();
}

function notesOf({ reason, shifted, clockChange, sendAt, due }: PreviewRow): string {
  return [
    ...(reason === null ? [] : [`not asked, ${holdInWords(reason)}`]),
    ...(sendAt !== null && sendAt > due
      ? [`asked at ${sendAt.toISOString().slice(11, 16)} UTC, after quiet hours`]
      : []),
    ...(shifted ? ['moved: the clocks skip that time'] : clockChange ? ['the clocks change'] : []),
  ].join('; ');
}
