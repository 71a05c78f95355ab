import axe from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { openPlayground } from '../../playground/open';
import type { Playground } from '../../playground/open';
import { freshDatabase } from '../support/databases';
import { buildPage } from './built-page';
import type { BuiltPage } from './built-page';

/** `npm run playground` as somebody meets it who has never seen the bot. */

let built: BuiltPage;
let playground: Playground;
let page: Page;
const errors: unknown[] = [];

beforeAll(async () => {
  built = await buildPage();
  const onError = (error: unknown): void => void errors.push(error);
  playground = await openPlayground({
    database: await freshDatabase(onError),
    port: 0,
    page: built.dist,
    onError,
  });
});

afterAll(async () => {
  await playground.close();
  await built.close();
  expect(errors).toEqual([]);
  expect(built.noise).toEqual([]);
});

async function open(place: string, options: BrowserContextOptions = {}): Promise<void> {
  page = await built.open(playground.url, place, { viewport: { width: 1280, height: 800 }, ...options });
}

const firstSteps = () => page.getByRole('region', { name: 'First steps' });
const onTrack = () => page.locator('[data-action="answer_on_track"]');

/** What axe objects to, as `rule: element`. */
async function objections(): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<string[]>(
    'axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`)))',
  );
}

test('Somebody new sees a question to answer, who everybody is, and three first steps to the clock', async () => {
  await open('', { viewport: { width: 390, height: 844 } });
  await page.getByText('as mina, mentee').waitFor();
  await onTrack().first().waitFor();
  const inSight = await page.evaluate(
    `(() => {
      const pane = document.querySelector('.scroll').getBoundingClientRect();
      const button = document.querySelector('[data-action="answer_on_track"]').getBoundingClientRect();
      return button.top >= pane.top && button.bottom <= pane.bottom;
    })()`,
  );
  expect(inSight).toBe(true);
  await page.context().close();

  await open('');
  await firstSteps().getByText('1 of 3').waitFor();
  const people = await page.locator('[data-person]').allInnerTexts();
  expect(people.map((lines) => lines.match(/\w+ · [a-z ]+/)?.[0])).toEqual([
    'mina · mentee',
    'grace · mentor',
    'ruth · coordinator',
    'priya · new here',
    'tomas · new here',
  ]);

  await onTrack().first().click();
  await firstSteps().getByText('2 of 3').waitFor();
  await firstSteps().getByRole('link', { name: 'To grace’s digest' }).click();
  await page.getByText('as grace, mentor').waitFor();
  await page.getByRole('article').filter({ hasText: 'Become certified' }).waitFor();
  await firstSteps().getByText('3 of 3').waitFor();
  await page.getByRole('button', { name: 'A week' }).click();
  await firstSteps().waitFor({ state: 'detached' });

  await page.reload();
  await page.getByText('as grace, mentor').waitFor();
  expect(await firstSteps().count()).toBe(0);
  await page.context().close();
});

test('A first step that is put away stays away', async () => {
  await open('');

  await firstSteps().getByRole('button', { name: 'Dismiss this hint' }).click();
  await firstSteps().getByText('2 of 3').waitFor();
  await page.reload();

  await firstSteps().getByText('2 of 3').waitFor();
  await page.context().close();
});

test('Whoever accepts a mentor is a mentee from then on', async () => {
  await open('UNEWMENTOR/dm');
  const box = page.getByRole('textbox', { name: 'Message Gentle Nudge' });
  await box.fill('/mentor invite @UNEWMENTEE');
  await box.press('Enter');
  await page.locator('[data-person="UNEWMENTEE"]').click();
  await page.getByText('as tomas, new here').waitFor();

  await page.locator('[data-action="proposal_accept"]').click();

  await page.getByText('as tomas, mentee').waitFor();
  await page.context().close();
});

const places: readonly (readonly [name: string, place: string, act: () => Promise<void>])[] = [
  ['the question', 'UMENTEE/dm', () => page.getByRole('article').first().waitFor()],
  ['the mentor channel', 'UMENTOR/CMENTORS', () => page.getByText('Nothing here yet').waitFor()],
  ['a refused command', 'UMENTEE/dm', refusedCommand],
  ['people and places', 'UMENTOR/dm', openDrawer],
  ['Home', 'UMENTEE/home', openHome],
  ['a form', 'UMENTEE/home', openForm],
];

async function refusedCommand(): Promise<void> {
  await page.getByRole('textbox', { name: 'Message Gentle Nudge' }).fill('/nothing');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
}

/** Where people and places always stand beside, there is nothing to open. */
async function openDrawer(): Promise<void> {
  await page.getByText('as grace, mentor').waitFor();
  const button = page.getByRole('button', { name: 'People and places' });
  if (await button.isVisible()) await button.click();
  await page.getByRole('link', { name: 'App Home' }).waitFor();
}

async function openHome(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a goal' }).waitFor();
}

async function openForm(): Promise<void> {
  await page.getByRole('button', { name: 'Add a goal' }).click();
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
}

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [390, 1280])
    test(`Nothing stands in anybody's way: ${colorScheme}, ${width} pixels wide`, async () => {
      await open('', { viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce' });
      const found: Record<string, string[]> = {};
      for (const [name, place, act] of places) {
        await page.evaluate(`location.hash = '${place}'`);
        await act();
        const objected = await objections();
        if (objected.length > 0) found[name] = objected;
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(found).toEqual({});
      await page.context().close();
    });
