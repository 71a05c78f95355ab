import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { launchBrowser } from './browser';
import { isRecord, record, records, text } from './slack/json';
import type { Json } from './slack/json';

/**
 * `npx tsx playground/screenshots.ts`: the pictures of the README, out of a freshly started playground at
 * PLAYGROUND_URL. It moves that playground's clock.
 */

const playground = process.env['PLAYGROUND_URL'] ?? 'http://127.0.0.1:3333';
const images = join(__dirname, '..', 'docs', 'images');
const margin = 12;

async function control(path: string, body?: Json): Promise<Json> {
  const post = { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${playground}/control/${path}`, body === undefined ? {} : post);
  const answer: unknown = await response.json();
  if (!response.ok || !isRecord(answer))
    throw new Error(`${path} was refused: ${text(record(answer)['error']) || response.status}`);
  return answer;
}

/** What the bot wrote to the person at or after the time, oldest first. */
async function written(user: string, since: Temporal.Instant): Promise<Json[]> {
  const answer = await control(`messages?dm=${user}`);
  return records(answer['messages']).filter(
    (message) => message['user'] === 'UBOT' && Number(message['ts']) >= since.epochMilliseconds / 1000,
  );
}

async function now(): Promise<Temporal.Instant> {
  return Temporal.Instant.from(text((await control('state'))['now']));
}

function asks(message: Json): boolean {
  return JSON.stringify(message['blocks']).includes('answer_on_track');
}

/** Moves to the mentee's next question. */
async function nextNudge(): Promise<string> {
  for (let moves = 0; moves < 10; moves += 1) {
    await control('advance', { to: 'next' });
    const [nudge] = (await written('UMENTEE', (await now()).subtract({ minutes: 1 }))).filter(asks);
    if (nudge) return text(nudge['ts']);
  }
  throw new Error('Ten times to the next nudge, and UMENTEE was asked nothing');
}

/** Answers about two goals, then moves to the mentor's Friday, 15:00. */
async function nextDigest(nudge: string): Promise<string> {
  await answer(nudge, 'answer_on_track', 0);
  await answer(nudge, 'answer_stuck', 1);
  const state = await control('state');
  const mentor = records(state['users']).find((user) => user['id'] === 'UMENTOR');
  const here = (await now()).toZonedDateTimeISO(text(mentor?.['tz']));
  let friday = here.add({ days: (12 - here.dayOfWeek) % 7 }).with({ hour: 15, minute: 0, second: 0 });
  if (Temporal.ZonedDateTime.compare(friday, here) < 0) friday = friday.add({ weeks: 1 });
  await control('advance', { to: friday.add({ minutes: 1 }).toInstant().toString() });
  const [digest] = await written('UMENTOR', friday.toInstant());
  if (!digest) throw new Error(`UMENTOR has no digest on ${friday.toString()}`);
  return text(digest['ts']);
}

/** Presses the button of that name, the nth of them where a message asks about several goals. */
async function answer(ts: string, name: string, nth: number): Promise<void> {
  const messages = records((await control('messages?dm=UMENTEE'))['messages']);
  const message = messages.find((candidate) => candidate['ts'] === ts);
  const buttons = records(message?.['blocks'])
    .flatMap((block) => records(block['elements']).map((element) => ({ block, element })))
    .filter(({ element }) => element['action_id'] === name);
  const button = buttons[nth] ?? buttons[0];
  if (!button) return;
  await control('click', {
    user: 'UMENTEE',
    channel: text(message?.['channel']),
    ts,
    action_id: name,
    block_id: text(button.block['block_id']),
    ...(button.element['value'] === undefined ? {} : { value: button.element['value'] }),
  });
}

/** The message alone, with a little air around it, at twice the resolution. */
async function picture(browser: Browser, user: string, ts: string, name: string): Promise<void> {
  const viewport = { width: 980, height: 1600 };
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2, colorScheme: 'light' });
  await page.goto(`${playground}/#${user}/dm`);
  await page.addStyleTag({ content: '.message-menu, .hint-bar { display: none }' });
  const message = page.locator(`[data-ts="${ts}"]`);
  await message.scrollIntoViewIfNeeded();
  const box = await message.boundingBox();
  if (!box) throw new Error(`The page does not show ${ts}`);
  const body = await message.locator('.message-body').boundingBox();
  const right = body ? body.x + body.width : box.x + box.width;
  // Only the message stands on the picture: its neighbours end where the margin begins.
  await page.addStyleTag({
    content: `li:not(:has(> [data-ts="${ts}"])), .day, .thread { visibility: hidden }`,
  });
  await page.screenshot({
    path: join(images, `${name}.png`),
    clip: {
      x: box.x + margin,
      y: box.y - margin / 2,
      width: right - box.x,
      height: box.height + margin,
    },
  });
  await page.close();
  console.log(`docs/images/${name}.png`);
}

async function main(): Promise<void> {
  await mkdir(images, { recursive: true });
  // The fonts that come with the browser, so that the pictures look the same on every machine.
  const browser = await launchBrowser({ FONTCONFIG_PATH: join(tmpdir(), 'fonts') });
  try {
    const nudge = await nextNudge();
    await picture(browser, 'UMENTEE', nudge, 'nudge');
    const digest = await nextDigest(nudge);
    await picture(browser, 'UMENTOR', digest, 'digest');
  } finally {
    await browser.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
