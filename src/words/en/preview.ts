import type { PreviewRow } from '../../domain/preview';
import { zoneInWords } from '../mrkdwn';
import { clockAt, daysInWords, monthInWords } from './moments';
import { capital, counted } from './phrases';
import { holdInWords } from './reasons';

/** Fits an ephemeral answer with room to spare; the shell prints all of them, with their UTC. */
const ROWS_SHOWN = 40;

/** The days to come: those of one month that are alike stand in one line. */
export function previewDays(rows: readonly PreviewRow[], zone: string): string {
  if (rows.length === 0) return 'No question lies ahead in that time.';
  const lines: { days: Date[]; month: string; note: string }[] = [];
  for (const row of rows.slice(0, ROWS_SHOWN)) {
    const day = row.sendAt ?? row.due;
    const [month, note] = [monthInWords(day, zone), noteOf(row, zone)];
    const last = lines.at(-1);
    if (last?.month === month && last.note === note) last.days.push(day);
    else lines.push({ days: [day], month, note });
  }
  const asked = rows.filter(({ reason }) => reason === null).length;
  const more = rows.length - ROWS_SHOWN;
  return [
    `${capital(counted(asked, 'question'))} in sight (${zoneInWords(zone)} time):`,
    ...lines.map(({ days, note }) => `• ${daysInWords(days, zone)}${note}`),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join('\n');
}

function noteOf({ reason, shifted, sendAt, due }: PreviewRow, zone: string): string {
  if (reason !== null) return ` · not asked, ${holdInWords(reason)}`;
  const at = ` at ${clockAt(sendAt ?? due, zone)}`;
  if (sendAt !== null && sendAt > due) return `${at}, after quiet hours`;
  return shifted ? `${at}, as the clocks skip the usual time` : at;
}
