import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { servePage } from './page-server';
import type { Served } from './page-server';

const run = promisify(execFile);
const repository = join(__dirname, '..', '..');
const root = join(repository, 'playground', 'page');
const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js');
let dist: string;
let browser: Browser;
let served: Served;
let page: Page;
let noise: string[];

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'gentle-nudge-page-'));
  await run(process.execPath, [vite, 'build', root, '--logLevel', 'error', '--outDir', dist]);
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      // In one process the browser would end with the first context that is closed.
      ...chromium.args.filter((arg) => arg !== '--single-process' && arg !== '--no-zygote'),
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
});

afterAll(async () => {
  await browser.close();
  await rm(dist, { recursive: true, force: true });
});

beforeEach(async () => {
  served = await servePage(dist);
  noise = [];
});

afterEach(async () => {
  await page.context().close();
  await served.close();
  expect(noise).toEqual([]);
});

/** Opens the page at a person's place; what it logs or asks of other hosts fails the test. */
async function open(place: string, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(0);
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(`${served.url}/`) && !request.url().startsWith('data:'))
      noise.push(`asked for ${request.url()}`);
  });
  await page.goto(`${served.url}/#${place}`);
}

function messages(): Locator {
  return page.getByRole('article');
}

function message(words: string): Locator {
  return messages().filter({ hasText: words });
}

async function type(words: string): Promise<void> {
  const box = page.getByRole('textbox', { name: 'Message Gentle Nudge' });
  await box.fill(words);
  await box.press('Enter');
}

async function menu(words: string, item: string): Promise<void> {
  const of = message(words).first();
  await of.hover();
  await of.getByRole('button', { name: 'What to do with this message' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });

test('What a person writes is shown, and the answer arrives by itself', async () => {
  await open('UMENTEE/dm');

  await type('I passed <the> exam');

  await message('I heard: I passed').waitFor();
  expect(await messages().first().innerText()).toMatch(/Maya\s+03:00\s+I passed <the> exam/);
  expect(await page.getByRole('textbox', { name: 'Message Gentle Nudge' }).inputValue()).toBe('');
});

test('Shift and Enter begin a new line, and nothing is sent', async () => {
  await open('UMENTEE/dm');
  const box = page.getByRole('textbox', { name: 'Message Gentle Nudge' });

  await box.fill('one');
  await box.press('Shift+Enter');
  await box.pressSequentially('two');

  expect(await box.inputValue()).toBe('one\ntwo');
  expect(served.slack.messages({ dm: 'UMENTEE' })).toEqual([]);
});

test('A button in a message does what the bot says, and the message changes', async () => {
  await open('UMENTEE/dm');
  await type('nudge me');
  await button('On track').click();

  await message('Become certified: on track').waitFor();
  expect(await button('On track').count()).toBe(0);
});

test('A button that asks first is kept back until the person agrees', async () => {
  await open('UMENTEE/dm');
  await type('nudge me');
  await button('Let it go').click();
  const dialog = page.getByRole('dialog', { name: 'Let the goal go?' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(served.slack.ephemerals('UMENTEE')).toEqual([]);

  await button('Let it go').click();
  await dialog.getByRole('button', { name: 'Let it go' }).click();

  await message('The goal rests now').waitFor();
});

test('A select tells the bot what was chosen', async () => {
  await open('UMENTEE/dm');
  await type('nudge me');

  await page.getByRole('combobox', { name: 'Ask me later' }).selectOption('Next week');

  await message('Asking again: Next week').waitFor();
});

test('People and channels are shown by name', async () => {
  await open('UMENTEE/dm');
  await type('nudge me');

  const nudge = message('A question about your goals');
  await nudge.getByText('@Tom Reed').waitFor();
  await nudge.getByText('#mentors').waitFor();
  expect(await nudge.innerText()).toContain('How is Become certified going, @Maya?');
});

test('The answer to a slash command is visible to that person alone', async () => {
  await open('UMENTEE/dm');
  await type('/goal add Become certified');
  await message('Added: Become certified').getByText('Only visible to you').waitFor();

  await page.getByRole('link', { name: /Tom Reed/ }).click();

  await page.getByText('as Tom Reed').waitFor();
  await page.getByText('Nothing here yet').waitFor();
});

test('What is refused is said, and the words come back', async () => {
  await open('UMENTEE/dm');

  await type('/nothing at all');

  await page.getByText('/nothing is not a valid command').waitFor();
  expect(await page.getByRole('textbox', { name: 'Message Gentle Nudge' }).inputValue()).toBe(
    '/nothing at all',
  );
});

test('A form refuses beside the field, keeps what was typed, and is sent at last', async () => {
  await open('UMENTEE/dm');
  await type('/goal');
  const dialog = page.getByRole('dialog', { name: 'A new goal' });
  const title = dialog.getByRole('textbox', { name: 'What do you want to reach?' });
  const why = dialog.getByRole('textbox', { name: /Why it matters/ });
  await title.fill('No');
  await why.fill('It opens doors');

  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Say a little more').waitFor();
  expect(await title.inputValue()).toBe('No');
  expect(await why.inputValue()).toBe('It opens doors');
  expect(await title.getAttribute('aria-invalid')).toBe('true');

  await title.fill('Become certified');
  await dialog.getByRole('button', { name: 'Save' }).click();

  await dialog.waitFor({ state: 'detached' });
  await message('Saved: Become certified (It opens doors)').waitFor();
});

test('A shortcut opens a form, and Escape closes it for the bot too', async () => {
  await open('UMENTEE/dm');
  await button('Share progress').click();
  const dialog = page.getByRole('dialog', { name: 'A new goal' });
  await dialog.waitFor();

  await page.keyboard.press('Escape');

  await dialog.waitFor({ state: 'detached' });
  expect(served.slack.view('UMENTEE')).toBeNull();
});

test('App Home is drawn, and its buttons work', async () => {
  await open('UMENTEE/home');
  await page.getByRole('heading', { name: 'Your goals' }).waitFor();

  await button('Add a goal').click();

  await page.getByRole('dialog', { name: 'A new goal' }).waitFor();
});

test('One can answer in the thread, edit, delete, and keep a message as a check-in', async () => {
  await open('UMENTEE/dm');
  await type('it goes well');
  await message('I heard: it goes well').waitFor();

  await menu('I heard', 'Reply in thread');
  await page.getByRole('textbox', { name: 'Reply in the thread' }).fill('very well');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Thread' }).getByText('Noted in the thread').waitFor();

  await menu('it goes well', 'Edit');
  await page.getByRole('textbox', { name: 'Edit your message' }).fill('it goes slowly');
  await page.keyboard.press('Enter');
  await message('it goes slowly').getByText('(edited)').waitFor();

  await menu('it goes slowly', 'Save as check-in');
  await message('Kept as a check-in: it goes slowly').waitFor();

  await menu('it goes slowly', 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await message('(edited)').waitFor({ state: 'detached' });
});

test('The clock moves to the next nudge, by a day and by a week, and says what it shows', async () => {
  await open('UMENTEE/dm');
  const clock = page.getByRole('region', { name: 'Clock' });
  await clock.getByText('Monday, 1 March 2027').waitFor();

  await button('To the next nudge').click();
  await message('A question about your goals').waitFor();
  await clock.getByText('09:00').waitFor();
  await button('A day').click();
  await clock.getByText('Tuesday, 2 March 2027').waitFor();
  await button('A week').click();
  await clock.getByText('Tuesday, 9 March 2027').waitFor();

  expect(served.moves.map((move) => move.toISOString())).toEqual([
    '2027-03-01T15:00:00.000Z',
    '2027-03-02T15:00:00.000Z',
    '2027-03-09T15:00:00.000Z',
  ]);
  await button('To the next nudge').click();
  await page.getByText('Nothing is due.').waitFor();
});

test('On a phone nothing runs over the edge, and places are in a drawer', async () => {
  await open('UMENTEE/dm', { viewport: { width: 360, height: 700 } });
  await type(`nudge me`);
  await button('On track').waitFor();
  await type('a'.repeat(300));
  await message('I heard: aaa').waitFor();
  const widest = (): Promise<number[]> =>
    page.evaluate(
      '[document.documentElement, document.querySelector(".scroll")].map((box) => box.scrollWidth)',
    );
  expect(await widest()).toEqual([360, 360]);

  expect(await page.getByRole('link', { name: 'App Home' }).isVisible()).toBe(false);
  await button('People and places').click();
  await page.getByRole('link', { name: 'App Home' }).click();

  await page.getByRole('heading', { name: 'Your goals' }).waitFor();
  expect(await widest()).toEqual([360, 360]);
});

test('Dark follows the system, until the person chooses', async () => {
  await open('UMENTEE/dm', { colorScheme: 'dark' });
  const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
  await button('Use light colours').waitFor();
  expect(await ground()).toBe('rgb(21, 27, 26)');

  await button('Use light colours').click();
  await button('Use dark colours').waitFor();

  expect(await ground()).toBe('rgb(246, 244, 239)');
});
