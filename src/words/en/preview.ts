import type { PreviewRow } from '../../domain/preview';
import { zoneInWords } from '../mrkdwn';
import { english } from './english';
import { clockAt } from './moments';
import { capital, counted } from './phrases';
import { holdInWords } from './reasons';

/** Fits an ephemeral answer with room to spare; the shell prints all of them. */
const ROWS_SHOWN = 40;

/** A table of what is to come, in local time and UTC. */
export function previewTable(rows: readonly PreviewRow[], zone: string): string {
  if (rows.length === 0) return 'No question lies ahead in that time.';
  const shown = rows.slice(0, ROWS_SHOWN);
  const local = [`${zoneInWords(zone)} time`, ...shown.map(({ due }) => english().shortMoment(due, zone))];
  const utc = ['UTC', ...shown.map(({ due }) => english().shortestMoment(due, 'UTC'))];
  const table = besideEachOther([local, utc, ['', ...shown.map(notesOf)]]);
  const more = rows.length - shown.length;
  return [
    `${capital(counted(rows.filter(({ reason }) => reason === null).length, 'question'))} in sight:`,
    `\`\`\`${table.join('\n')}\`\`\``,
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join('\n');
}

/** @param columns all of the same length */
function besideEachOther(columns: readonly (readonly string[])[]): string[] {
  const wide = columns.map((cells) => {
    const width = Math.max(...cells.map(({ length }) => length));
    return cells.map((cell) => cell.padEnd(width));
  });
  return (wide[0] ?? []).map((_, row) =>
    wide
      .map((cells) => cells[row] ?? '')
      .join('  ')
      .trimEnd(),
  );
}

function notesOf({ reason, shifted, clockChange, sendAt, due }: PreviewRow): string {
  return [
    ...(reason === null ? [] : [`not asked, ${holdInWords(reason)}`]),
    ...(sendAt !== null && sendAt > due ? [`asked at ${clockAt(sendAt, 'UTC')} UTC, after quiet hours`] : []),
    ...(shifted ? ['moved: the clocks skip that time'] : clockChange ? ['the clocks change'] : []),
  ].join('; ');
}
