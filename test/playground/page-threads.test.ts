import type { Locator } from 'playwright-core';
import { pageInHand } from './page-in-hand';

const here = pageInHand();
const { open, message, button, type, menu } = here;

test('What is refused is said where it was tried, and nowhere else, until something goes through', async () => {
  await open('UMENTEE/dm', { viewport: { width: 390, height: 700 } });
  const box = here.page.getByRole('textbox', { name: 'Message Gentle Nudge' });
  const refused = here.page.getByRole('alert').getByText('/nothing is not a valid command');
  const as = (person: string): Promise<unknown> => here.page.evaluate(`location.hash = '${person}/dm'`);
  const edges = async (of: Locator): Promise<{ top: number; bottom: number }> => {
    const { y, height } = (await of.boundingBox()) ?? { y: NaN, height: NaN };
    return { top: y, bottom: y + height };
  };

  await type('/nothing at all');
  await refused.waitFor();
  expect(await box.inputValue()).toBe('/nothing at all');
  const send = await edges(button('Send'));
  expect((await edges(here.page.getByRole('alert'))).bottom).toBeLessThanOrEqual(send.top);

  await as('UMENTOR');
  await here.page.getByText('as Tom Reed').waitFor();
  expect(await refused.count()).toBe(0);
  await as('UMENTEE');
  await refused.waitFor();

  await type('it goes well');
  await message('I heard: it goes well').waitFor();
  expect(await here.page.getByRole('alert').count()).toBe(0);
});

test('What a button was refused is said under its message', async () => {
  await open('UMENTEE/dm');
  await type('nudge me');
  await button('On track').waitFor();
  await here.page.route('**/control/click', (route) =>
    route.fulfill({ status: 502, json: { error: 'The bot did not answer.' } }),
  );

  await button('On track').click();

  await message('A question about your goals')
    .getByRole('alert')
    .getByText('The bot did not answer.')
    .waitFor();
});

test('One can answer in the thread, edit, delete, and keep a message as a check-in', async () => {
  await open('UMENTEE/dm');
  await type('it goes well');
  await message('I heard: it goes well').waitFor();

  await menu('I heard', 'Reply in thread');
  await here.page.getByRole('textbox', { name: 'Reply in the thread' }).fill('very well');
  await here.page.keyboard.press('Enter');
  await here.page.getByRole('region', { name: 'Thread' }).getByText('Noted in the thread').waitFor();

  await menu('it goes well', 'Edit');
  await here.page.getByRole('textbox', { name: 'Edit your message' }).fill('it goes slowly');
  await here.page.keyboard.press('Enter');
  await message('it goes slowly').getByText('(edited)').waitFor();

  await menu('it goes slowly', 'Save as check-in');
  await message('Kept as a check-in: it goes slowly').waitFor();

  await menu('it goes slowly', 'Delete');
  await here.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await message('(edited)').waitFor({ state: 'detached' });
});

test('A thread is opened, answered and left with the keyboard', async () => {
  await open('UMENTEE/dm');
  await type('it goes well');
  await message('I heard: it goes well').waitFor();

  await here.page.keyboard.press('Shift+Tab');
  await here.page.keyboard.press('Enter');
  await here.page.getByRole('menuitem', { name: 'Reply in thread' }).waitFor();
  await here.page.keyboard.press('Enter');
  await here.page.keyboard.type('very well');
  await here.page.keyboard.press('Enter');

  const thread = here.page.getByRole('region', { name: 'Thread' });
  await thread.getByText('Noted in the thread').waitFor();
  await thread.getByRole('button', { name: '2 replies' }).waitFor();
  await here.page.keyboard.press('Escape');
  await thread.getByRole('button', { name: 'Reply…' }).waitFor();
});

test('A reply that arrives in a thread further up is one press away', async () => {
  await open('UMENTEE/dm', { viewport: { width: 1100, height: 500 } });
  await type('it goes well');
  await message('I heard: it goes well').waitFor();
  for (const words of ['one', 'two', 'three', 'four']) {
    await type(words);
    await message(`I heard: ${words}`).waitFor();
  }
  const [first] = here.served.slack.messages({ dm: 'UMENTEE' });

  await here.served.app.client.chat.postMessage({
    channel: 'UMENTEE',
    thread_ts: first?.ts ?? '',
    text: 'Tom says: well done',
  });
  await button('New reply in a thread').click();

  await button('New reply in a thread').waitFor({ state: 'detached' });
  const reply = message('Tom says: well done').last();
  expect(await reply.evaluate('document.activeElement?.innerText')).toContain('well done');
});

test('Emoji are drawn by name and as they are, and no others', async () => {
  await open('UMENTEE/dm');

  await type('done :tada: 🎉 at 10:00:30, :thumbsup: :not_an_emoji:');

  await message('I heard: done 🎉 🎉 at 10:00:30, 👍 :not_an_emoji:').waitFor();
  await here.page.evaluate('document.fonts.ready');
  const drawn = '[...document.fonts].map(({ family, status }) => `${family}: ${status}`)';
  expect(await here.page.evaluate(drawn)).toEqual(['Twemoji: loaded']);
});
