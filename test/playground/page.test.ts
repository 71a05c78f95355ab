import { pageInHand } from './page-in-hand';

const here = pageInHand();
const { open, messages, message, button, type } = here;

test('What a person writes is shown, and the answer arrives by itself', async () => {
  await open('UMENTEE/dm');

  await type('I passed <the> exam');

  await message('I heard: I passed').waitFor();
  expect(await messages().first().innerText()).toMatch(/Maya\s+03:00\s+I passed <the> exam/);
  expect(await here.page.getByRole('textbox', { name: 'Message Gentle Nudge' }).inputValue()).toBe('');
});

test('Shift and Enter begin a new line, and nothing is sent', async () => {
  await open('UMENTEE/dm');
  const box = here.page.getByRole('textbox', { name: 'Message Gentle Nudge' });

  await box.fill('one');
  await box.press('Shift+Enter');
  await box.pressSequentially('two');

  expect(await box.inputValue()).toBe('one\ntwo');
  expect(here.served.slack.messages({ dm: 'UMENTEE' })).toEqual([]);
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
  const dialog = here.page.getByRole('dialog', { name: 'Let the goal go?' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(here.served.slack.ephemerals('UMENTEE')).toEqual([]);

  await button('Let it go').click();
  await dialog.getByRole('button', { name: 'Let it go' }).click();

  await message('The goal rests now').waitFor();
});

test('A select tells the bot what was chosen', async () => {
  await open('UMENTEE/dm');
  await type('nudge me');

  await here.page.getByRole('combobox', { name: 'Ask me later' }).selectOption('Next week');

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

  await here.page.getByRole('link', { name: /Tom Reed/ }).click();

  await here.page.getByText('as Tom Reed').waitFor();
  await here.page.getByText('Nothing here yet').waitFor();
});

test('A form refuses beside the field, keeps what was typed, and is sent at last', async () => {
  await open('UMENTEE/dm');
  await type('/goal');
  const dialog = here.page.getByRole('dialog', { name: 'A new goal' });
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
  const dialog = here.page.getByRole('dialog', { name: 'A new goal' });
  await dialog.waitFor();

  await here.page.keyboard.press('Escape');

  await dialog.waitFor({ state: 'detached' });
  expect(here.served.slack.view('UMENTEE')).toBeNull();
});

test('App Home is drawn, and its buttons work', async () => {
  await open('UMENTEE/home');
  await here.page.getByRole('heading', { name: 'Your goals' }).waitFor();

  await button('Add a goal').click();

  await here.page.getByRole('dialog', { name: 'A new goal' }).waitFor();
});

test('The clock moves to the next nudge, by a day and by a week, and says what it shows', async () => {
  await open('UMENTEE/dm');
  const clock = here.page.getByRole('region', { name: 'Clock' });
  await clock.getByText('Monday, 1 March 2027').waitFor();

  await button('To the next nudge').click();
  await message('A question about your goals').waitFor();
  await clock.getByText('09:00').waitFor();
  await button('A day').click();
  await clock.getByText('Tuesday, 2 March 2027').waitFor();
  await button('A week').click();
  await clock.getByText('Tuesday, 9 March 2027').waitFor();

  expect(here.served.moves.map((move) => move.toISOString())).toEqual([
    '2027-03-01T15:00:00.000Z',
    '2027-03-02T15:00:00.000Z',
    '2027-03-09T15:00:00.000Z',
  ]);
  await button('To the next nudge').click();
  await here.page.getByText('Nothing is due.').waitFor();
});

test('On a phone nothing runs over the edge, and places are in a drawer', async () => {
  await open('UMENTEE/dm', { viewport: { width: 360, height: 700 } });
  await type(`nudge me`);
  await button('On track').waitFor();
  await type('a'.repeat(300));
  await message('I heard: aaa').waitFor();
  const widest = (): Promise<number[]> =>
    here.page.evaluate(
      '[document.documentElement, document.querySelector(".scroll")].map((box) => box.scrollWidth)',
    );
  expect(await widest()).toEqual([360, 360]);

  expect(await here.page.getByRole('link', { name: 'App Home' }).isVisible()).toBe(false);
  await button('People and places').click();
  await here.page.getByRole('link', { name: 'App Home' }).click();

  await here.page.getByRole('heading', { name: 'Your goals' }).waitFor();
  expect(await widest()).toEqual([360, 360]);
});

test('Dark follows the system, until the person chooses', async () => {
  await open('UMENTEE/dm', { colorScheme: 'dark' });
  const ground = (): Promise<string> => here.page.evaluate('getComputedStyle(document.body).backgroundColor');
  await button('Use light colours').waitFor();
  expect(await ground()).toBe('rgb(21, 27, 26)');

  await button('Use light colours').click();
  await button('Use dark colours').waitFor();

  expect(await ground()).toBe('rgb(246, 244, 239)');
});
