/** Text for Slack: escaped, clipped by grapheme, linked. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** Every string from outside passes here before it stands in mrkdwn or in a message's `text`: `<!channel>` would ping. */
export function escape(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ENTITIES.get(sign) ?? sign);
}

/** The inverse of `escape`, for text that Slack hands us. */
export function unescape(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

/** What a person typed: entities undone, and the links and addresses that Slack wrapped unwrapped. Mentions stay. */
export function asTyped(text: string): string {
  return unescape(
    text
      .replace(/<mailto:[^|>]*\|([^>]*)>/g, '$1')
      .replace(/<((?:https?|mailto|tel):[^|>]+)(?:\|[^>]*)?>/g, '$1'),
  );
}

/** At most this many graphemes, the last of them an ellipsis where something was cut. Cut before escaping. */
export function clip(text: string, graphemes: number): string {
  // A grapheme is at least one character, so a text this short needs no counting.
  if (text.length <= graphemes) return text;
  const kept: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length === graphemes) return `${kept.slice(0, -1).join('').trimEnd()}…`;
    kept.push(segment);
  }
  return text;
}

/**
 * Keeps whole graphemes as long as what they become fits into `limit` characters, as Slack counts them.
 *
 * @param encode makes of a text what it makes of its graphemes one by one
 */
function fit(text: string, limit: number, encode: (text: string) => string): string {
  const whole = encode(text);
  // Nearly everything fits, and taking a text apart takes seventy times as long.
  if (whole.length <= limit) return whole;
  let fitting = '';
  let withEllipsis = '';
  for (const { segment } of segmenter.segment(text)) {
    const longer = fitting + encode(segment);
    if (longer.length > limit) return `${withEllipsis.trimEnd()}…`;
    fitting = longer;
    if (fitting.length < limit) withEllipsis = fitting;
  }
  return fitting;
}

/** Escaped, and no longer than `limit` characters afterwards: no grapheme and no entity is cut. */
export function safe(text: string, limit: number): string {
  return fit(clip(text, limit), limit, escape);
}

/** For a plain_text object, which is not escaped: no longer than `limit` characters. */
export function plainFit(text: string, limit: number): string {
  return fit(clip(oneLine(text), limit), limit, (grapheme) => grapheme);
}

const QUOTE_SIGN = '\n> ';

/** A quotation of what a person wrote, escaped, line by line. */
export function quote(text: string, limit = 2000): string {
  const tidy = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return fit(clip(`\n${tidy}`, limit), limit, (part) => escape(part).replaceAll('\n', QUOTE_SIGN)).slice(1);
}

/** The same for a text of any length: as many quotations as it needs, so that none of it is cut. */
export function quotes(text: string, limit: number): string[] {
  const parts = [''];
  let size = 0;
  for (const { segment } of segmenter.segment(text.trim())) {
    const added = escape(segment).replaceAll('\n', QUOTE_SIGN).length;
    if (size + added > limit - QUOTE_SIGN.length) {
      parts.push('');
      size = 0;
    }
    size += added;
    parts.push(`${parts.pop() ?? ''}${segment}`);
  }
  return parts.map((part) => quote(part, limit));
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function mention(slackUserId: string): string {
  return `<@${slackUserId.replace(/[^A-Z0-9]/g, '')}>`;
}

/** What a person typed, as a link where it is the address of a page and nothing else. It shows the host that it leads to. */
export function linked(text: string, limit: number): string {
  const page = pageOf(text);
  const shown = nameShown(text, limit);
  return page === null
    ? shown
    : `<${escape(page.href.replaceAll('|', '%7C'))}|${shown.replaceAll('|', '%7C')}>`;
}

/** The same without the link: of an address what matters, so that none can look like another. */
export function nameShown(text: string, limit: number): string {
  const page = pageOf(text);
  if (page === null) return safe(oneLine(text), limit);
  const { host, pathname, search } = page;
  return safe(`${host}${pathname === '/' ? '' : pathname}${search}`, limit);
}

function pageOf(text: string): URL | null {
  const typed = oneLine(text);
  return /^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed) ? new URL(typed) : null;
}

export function channelLink(channel: string): string {
  return `<#${channel.replace(/[^A-Z0-9]/g, '')}>`;
}

/** "Chicago", the city that names a zone. */
export function zoneInWords(zone: string): string {
  return escape(zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone);
}
