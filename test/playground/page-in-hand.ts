import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { buildPage } from './built-page';
import type { BuiltPage } from './built-page';
import { servePage } from './page-server';
import type { Served } from './page-server';

/** The page over a small bot, and hands for it: each test gets a workspace of its own, and no noise is forgiven. */
export interface PageInHand {
  readonly page: Page;
  readonly served: Served;
  open: (place: string, options?: BrowserContextOptions) => Promise<void>;
  messages: () => Locator;
  message: (words: string) => Locator;
  button: (name: string) => Locator;
  /** Types into the composer, and Enter. */
  type: (words: string) => Promise<void>;
  /** Chooses from the menu of the first message with those words. */
  menu: (words: string, item: string) => Promise<void>;
}

export function pageInHand(): PageInHand {
  let built: BuiltPage;
  let served: Served;
  let page: Page;

  beforeAll(async () => {
    built = await buildPage();
  });

  afterAll(() => built.close());

  beforeEach(async () => {
    served = await servePage(built.dist);
    built.noise.length = 0;
  });

  afterEach(async () => {
    await page.context().close();
    await served.close();
    expect(built.noise).toEqual([]);
  });

  const messages = (): Locator => page.getByRole('article');
  const message = (words: string): Locator => messages().filter({ hasText: words });
  return {
    get page() {
      return page;
    },
    get served() {
      return served;
    },
    async open(place, options = {}) {
      page = await built.open(served.url, place, options);
    },
    messages,
    message,
    button: (name) => page.getByRole('button', { name, exact: true }),
    async type(words) {
      const box = page.getByRole('textbox', { name: 'Message Gentle Nudge' });
      await box.fill(words);
      await box.press('Enter');
    },
    async menu(words, item) {
      const of = message(words).first();
      await of.hover();
      await of.getByRole('button', { name: 'What to do with this message' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
  };
}
