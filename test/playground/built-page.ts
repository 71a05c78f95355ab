import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../playground/browser';

/** The page, built into a folder of its own, and a browser to look at it. */
export interface BuiltPage {
  dist: string;
  /** Opens it as a person would; what it logs or asks of other hosts goes to `noise`. */
  open: (url: string, place: string, options?: BrowserContextOptions) => Promise<Page>;
  noise: string[];
  close: () => Promise<void>;
}

const run = promisify(execFile);
const repository = join(__dirname, '..', '..');
const root = join(repository, 'playground', 'page');
const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js');

export async function buildPage(): Promise<BuiltPage> {
  const dist = await mkdtemp(join(tmpdir(), 'gentle-nudge-page-'));
  await run(process.execPath, [vite, 'build', root, '--logLevel', 'error', '--outDir', dist]);
  const browser: Browser = await launchBrowser();
  const noise: string[] = [];
  return {
    dist,
    noise,
    async open(url, place, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => noise.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:'))
          noise.push(`asked for ${request.url()}`);
      });
      await page.goto(`${url}/${place === '' ? '' : `#${place}`}`);
      return page;
    },
    async close() {
      await browser.close();
      await rm(dist, { recursive: true, force: true });
    },
  };
}
