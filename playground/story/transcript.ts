import type { LocalSlack, SlackMessage } from '../slack';
import type { Stage } from '../stage';

/** Who said what, a line a message, in the local time of whoever reads it. */
export interface Transcript {
  /** A heading between the lines. */
  chapter(title: string): void;
  person(slackUserId: string, what: string): void;
  /** Prints what the bot has said since; `edits` also what it has changed. */
  listen(options?: { edits: boolean }): void;
}

const WIDTH = 116;
const BOT = 'Gentle Nudge';
const PLACES = [
  { id: 'UMENTEE', kind: 'dm' },
  { id: 'UMENTOR', kind: 'dm' },
  { id: 'CMENTORS', kind: 'channel' },
] as const;

export function createTranscript({ slack, clock }: Stage, print: (line: string) => void): Transcript {
  const heard = new Map<string, string>();
  const ephemeral = new Map<string, number>();
  const news = new Set<string>();
  slack.onChange(({ kind, channel }) => {
    if (kind === 'message' && channel !== undefined) news.add(channel);
  });

  function line(at: Date, zone: string, who: string, words: string): void {
    const head = `${localTime(at, zone)}  ${who}: `;
    wrap(`${head}${words}`).forEach((text, index) => print(index === 0 ? text : `      ${text}`));
  }

  function hear(place: (typeof PLACES)[number], edits: boolean): void {
    if (!news.delete(place.kind === 'dm' ? slack.dmOf(place.id) : place.id)) return;
    const said = slack.messages(place.kind === 'dm' ? { dm: place.id } : { channel: place.id });
    const to = place.kind === 'dm' ? nameOf(slack, place.id) : '#mentors';
    const zone = zoneOf(slack, place.kind === 'dm' ? place.id : 'UMENTOR');
    for (const message of said) {
      const words = wordsOf(slack, message);
      const before = heard.get(`${place.id} ${message.ts}`);
      heard.set(`${place.id} ${message.ts}`, words);
      if (message.user !== slack.bot.userId || words === before) continue;
      const thread = message.thread_ts === undefined ? '' : ' (thread)';
      if (before === undefined) line(timeOf(message), zone, `${BOT} → ${to}${thread}`, words);
      else if (edits)
        line(timeOf(message.edited ?? message), zone, `${BOT} → ${to} (edits its message)`, words);
    }
  }

  return {
    chapter(title) {
      print('');
      print(`— ${title} —`);
    },
    person(slackUserId, what) {
      line(clock.now(), zoneOf(slack, slackUserId), nameOf(slack, slackUserId), what);
    },
    listen({ edits } = { edits: false }) {
      for (const place of PLACES) hear(place, edits);
      for (const { id } of PLACES) {
        const shown = slack.ephemerals(id);
        for (const message of shown.slice(ephemeral.get(id) ?? 0))
          line(
            timeOf(message),
            zoneOf(slack, id),
            `${BOT} → only ${nameOf(slack, id)}`,
            wordsOf(slack, message),
          );
        ephemeral.set(id, shown.length);
      }
    },
  };
}

function nameOf(slack: LocalSlack, id: string): string {
  const person = slack.users().find((user) => user.id === id);
  return (person?.realName ?? id).split(' ')[0] ?? id;
}

function zoneOf(slack: LocalSlack, id: string): string {
  return slack.users().find((user) => user.id === id)?.tz ?? 'UTC';
}

function wordsOf(slack: LocalSlack, { text }: SlackMessage): string {
  return text
    .replace(/<@([A-Z0-9]+)[^>]*>/g, (_found, id: string) => nameOf(slack, id))
    .replace(/<[#!][^|>]*\|([^>]*)>/g, '$1')
    .replace(/<#([A-Z0-9]+)>/g, '#mentors')
    .replace(/[*`]|\b_|_\b/g, '')
    .replace(/\s*\n\s*/g, ' | ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function timeOf({ ts }: { ts: string }): Date {
  return new Date(Number(ts) * 1000);
}

function localTime(at: Date, zone: string): string {
  const shown = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return shown.format(at).replaceAll(',', '');
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}
