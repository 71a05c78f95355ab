/** An ask for clarity reaches the other of a pair at once, stays open until they answer, and has an end. */

import {
  ask,
  click,
  closeStages,
  command,
  DAY,
  dm,
  elementsOf,
  fillIn,
  lastMessage,
  messageWith,
  nudges,
  openHome,
  openTestStage,
  pair,
  pass,
  said,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const last = (user: string) => wordsOf(lastMessage(stage, user));
const shownAt = (user: string, ts: string) =>
  wordsOf(dm(stage, user).find((message) => message.ts === ts) ?? null);
const asksKept = () => stage.database.prisma.ask.findMany({ orderBy: { id: 'asc' } });

/** The mentee asks from the nudge, about their goal. */
async function askedFromNudge(text: string): Promise<{ nudge: string; asked: string }> {
  const { ts } = await ask(stage, 'UMENTEE', ['Stop procrastinating!']);
  await click(stage, 'UMENTEE', 'ask_form', { ts });
  const goal = await stage.database.prisma.goal.findFirstOrThrow();
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('Only <@UMENTOR> reads it, at once.');
  await fillIn(stage, 'UMENTEE', { goal: goal.id, text });
  return { nudge: ts, asked: lastMessage(stage, 'UMENTOR').ts };
}

it('from a nudge: with its context at once, answered in a thread of its own, and open until it helped', async () => {
  const { asked } = await askedFromNudge('Is the older <syllabus> accepted?');
  expect(shownAt('UMENTOR', asked)).toContain(
    '<@UMENTEE> asks you, about *Stop procrastinating!*:\n> Is the older &lt;syllabus&gt; accepted?',
  );
  const receipt = lastMessage(stage, 'UMENTEE');
  expect(wordsOf(receipt)).toContain('What you write in this thread goes to <@UMENTOR> at once');
  expect(wordsOf(receipt)).toContain('It stays open until they answer, and the answer comes here.');
  expect(await openHome(stage, 'UMENTOR')).toMatch(
    /Asked, and open[^]*<@UMENTEE> asked you on Monday 8 February/,
  );
  expect(await openHome(stage, 'UMENTEE')).toContain('You asked <@UMENTOR> on Monday 8 February');
  // Sent twice, it is asked once.
  await fillIn(stage, 'UMENTEE', {}).catch(() => null);
  expect(await asksKept()).toHaveLength(1);

  // More words in the thread of the receipt go the same way, and answer nothing.
  await say(stage, 'UMENTEE', 'The one of 2024', receipt.ts);
  expect(last('UMENTOR')).toContain('<@UMENTEE> writes to you:\n> The one of 2024');
  expect(lastMessage(stage, 'UMENTOR').thread_ts).toBe(asked);

  await click(stage, 'UMENTOR', 'offer_time', { ts: asked });
  expect(wordsOf(stage.slack.view('UMENTOR'))).toContain('Shall we talk about it? I have time on');
  await fillIn(stage, 'UMENTOR', { text: 'I have time on Thursday at 15:00' });
  const answer = lastMessage(stage, 'UMENTEE');
  expect(answer.thread_ts).toBe(receipt.ts);
  expect(wordsOf(answer)).toContain('<@UMENTOR> replies:\n> I have time on Thursday at 15:00');
  expect(shownAt('UMENTOR', asked)).toContain('You have answered.');
  expect(shownAt('UMENTEE', receipt.ts)).toContain('<@UMENTOR> has answered.');

  // Not yet: it waits again, and nobody is pinged by it.
  const before = dm(stage, 'UMENTOR').length;
  expect(await click(stage, 'UMENTEE', 'ask_not_yet', { ts: answer.ts })).toContain('It stays open');
  expect(dm(stage, 'UMENTOR')).toHaveLength(before);
  expect(shownAt('UMENTOR', asked)).not.toContain('You have answered.');
  // A mentor may answer by hand as well, and twice.
  await say(stage, 'UMENTOR', 'It is, until June', asked);
  await say(stage, 'UMENTOR', 'And the new one from July', asked);
  expect(last('UMENTEE')).toContain('> And the new one from July');
  expect(await click(stage, 'UMENTEE', 'ask_helped')).toContain('can see that it helped');
  expect(shownAt('UMENTOR', asked)).toContain('<@UMENTEE> says that it helped.');
  expect(() => messageWith(stage, 'UMENTEE', 'ask_helped')).toThrow();
  expect(await openHome(stage, 'UMENTEE')).not.toContain('Asked, and open');
  expect(await asksKept()).toMatchObject([{ end: 'helped', dueAt: null }]);
});

it('a mentor asks a mentee just so, who is reminded once by their next nudge', async () => {
  await ask(stage, 'UMENTEE', ['Become certified', 'Only for me']);
  await command(stage, 'UMENTEE', '/goal edit Only for me');
  await fillIn(stage, 'UMENTEE', { audience: 'self' });
  await pass(stage, 2 * DAY);
  await openHome(stage, 'UMENTOR');
  await stage.slack.click('UMENTOR', { actionId: 'ask_form' });
  await stage.settled();
  // What is for the mentee alone is nothing to ask about.
  expect(wordsOf(stage.slack.view('UMENTOR'))).toContain('Become certified');
  expect(wordsOf(stage.slack.view('UMENTOR'))).not.toContain('Only for me');
  await fillIn(stage, 'UMENTOR', { text: 'Which exam date did you choose?' });
  const asked = lastMessage(stage, 'UMENTEE');
  expect(wordsOf(asked)).toContain('<@UMENTOR> asks you:\n> Which exam date did you choose?');

  const { ts } = await toNextNudge(stage);
  expect(shownAt('UMENTEE', ts)).toContain(
    '<@UMENTOR> asked you on Wednesday 10 February: “Which exam date did you choose?”',
  );
  expect(shownAt('UMENTEE', ts)).toContain('A sentence is enough');
  // The reminder rode: none comes by itself, and the next nudge does not repeat it.
  expect(await said(stage, 'UMENTEE', 'ask_notice')).toEqual([]);
  const next = await toNextNudge(stage);
  expect(wordsOf(next)).not.toContain('Which exam date');
  await say(stage, 'UMENTEE', 'The one in May', asked.ts);
  expect(last('UMENTOR')).toContain('<@UMENTEE> replies:\n> The one in May');
});

it('without an answer: one reminder by itself, both hear of other ways, and after four weeks it rests', async () => {
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  await command(stage, 'UMENTOR', '/mentor digest off');
  await say(stage, 'UMENTEE', 'I need help from <@UMENTOR>');
  expect(last('UMENTEE')).toContain('<@UMENTOR> knows that you would like a word.');
  await say(stage, 'UMENTEE', 'I need help from <@UMENTOR>');
  expect(last('UMENTEE')).toContain('knows already that you would like a word');
  expect(await asksKept()).toHaveLength(1);
  const notices = async (user: string) => (await said(stage, user, 'ask_notice')).map(wordsOf);

  await pass(stage, 3 * DAY);
  expect(await notices('UMENTOR')).toEqual([]);
  await pass(stage, 2 * DAY);
  expect(await notices('UMENTOR')).toEqual([expect.stringContaining('A sentence is enough')]);
  expect(await notices('UMENTEE')).toEqual([]);
  await pass(stage, 4 * DAY);
  expect(await notices('UMENTOR')).toHaveLength(2);
  expect(await notices('UMENTEE')).toEqual([expect.stringContaining('somebody else may know')]);
  expect((await notices('UMENTEE'))[0]).toContain('You could also write to <@UCOORD>');
  const told = messageWith(stage, 'UMENTEE', 'ask_again');
  expect(elementsOf(told.blocks).map((element) => element['action_id'])).toEqual(['ask_again', 'ask_let_go']);

  await pass(stage, 15 * DAY);
  expect(await notices('UMENTEE')).toHaveLength(1);
  await pass(stage, 6 * DAY);
  expect((await notices('UMENTEE'))[1]).toContain('Does it still matter?');
  await pass(stage, 8 * DAY);
  expect(await asksKept()).toMatchObject([{ end: 'rests', dueAt: null }]);
  expect((await notices('UMENTEE'))[1]).toContain('It rests. You can ask anew at any time.');
  expect(await notices('UMENTOR')).toHaveLength(2);
  expect(await click(stage, 'UMENTEE', 'ask_let_go', { ts: told.ts }).catch(() => 'gone')).toBe('gone');
});

it('rides on the digest of a mentor, may be let go of, and asked of another with the same words', async () => {
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  await say(stage, 'UMENTEE', 'Which journal reads well?');
  const offers = messageWith(stage, 'UMENTEE', 'ask_mentor');
  const { id } = await stage.store.members.bySlackId('UMENTOR').then((member) => member ?? { id: '' });
  const toMentor = elementsOf(offers.blocks).find(({ value }) => String(value).endsWith(id));
  await click(stage, 'UMENTEE', 'ask_mentor', { ts: offers.ts, value: String(toMentor?.['value']) });
  await stage.advance(new Date('2027-02-05T22:00:00Z'));
  const [digest] = await said(stage, 'UMENTOR', 'digest');
  expect(wordsOf(digest ?? null)).toContain(
    '<@UMENTEE> asked you on Monday 1 February: “Which journal reads well?”',
  );
  await pass(stage, 5 * DAY);
  expect(await said(stage, 'UMENTOR', 'ask_notice')).toHaveLength(1);
  const told = messageWith(stage, 'UMENTEE', 'ask_again');
  await click(stage, 'UMENTEE', 'ask_again', { ts: told.ts });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('Which journal reads well?');
  await fillIn(stage, 'UMENTEE', { text: 'Which journal reads well?' });
  expect(last('UMENTOR2')).toContain('<@UMENTEE> asks you:\n> Which journal reads well?');
  expect(await click(stage, 'UMENTEE', 'ask_let_go', { ts: told.ts })).toContain(
    'nothing is needed any more',
  );
  expect(wordsOf((await said(stage, 'UMENTOR', 'words'))[0] ?? null)).toContain('has let it go');
  expect(wordsOf((await said(stage, 'UMENTOR', 'digest'))[0] ?? null)).not.toContain('Which journal');
});

it('nobody asks themselves, a stranger or one who has left; and it rests with the pairing, as both read', async () => {
  await say(stage, 'UMENTEE', 'I need help from <@UMENTEE>');
  expect(last('UMENTEE')).toContain('you with yourself');
  await say(stage, 'UMENTEE', 'I need help from <@UMENTOR2>');
  expect(last('UMENTEE')).toContain('You two are not paired just now');
  const { nudge, asked } = await askedFromNudge('Who reads drafts?');
  // Two who mentor each other are one person to ask.
  await pair(stage, 'UMENTEE', 'UMENTOR');
  await click(stage, 'UMENTEE', 'ask_form', { ts: nudge });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('Only <@UMENTOR> reads it, at once.');
  await stage.slack.closeView('UMENTEE');

  await command(stage, 'UMENTEE', '/mentor leave @UMENTOR');
  expect(shownAt('UMENTOR', asked)).toContain('It rests. Nothing is needed from you.');
  const receipt = (await said(stage, 'UMENTEE', 'ask_sent'))[0] ?? null;
  expect(wordsOf(receipt)).toContain('It rests. You can ask anew at any time.');
  const left = stage.slack.ephemerals('UMENTEE').at(-1);
  await stage.slack.click('UMENTEE', { channel: left?.channel ?? '', ts: left?.ts ?? '', actionId: 'undo' });
  await stage.settled();
  expect(shownAt('UMENTOR', asked)).not.toContain('It rests');

  await stage.slack.changeUser('UMENTOR', { deleted: true });
  await stage.settled();
  await click(stage, 'UMENTEE', 'ask_form', { ts: nudge });
  await fillIn(stage, 'UMENTEE', { text: 'Are you there?' });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('<@UMENTOR> has left this workspace');
  expect(await asksKept()).toHaveLength(1);
  expect((await nudges(stage)).length).toBeGreaterThan(0);
});
