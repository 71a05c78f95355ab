/** Words from one person to another: in the thread of theirs, by a button, from a draft; each reader named before. */

import {
  ask,
  DAY,
  checkInsOf,
  click,
  closeStages,
  command,
  dm,
  fillIn,
  lastMessage,
  messageWith,
  openTestStage,
  pair,
  pass,
  say,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeAll(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterAll(closeStages);

const last = (user: string) => wordsOf(lastMessage(stage, user));

/** The mentor answers what the mentee said, in the thread of the question. */
async function answered(): Promise<string> {
  const { ts } = await ask(stage);
  await say(stage, 'UMENTEE', 'No idea how to find a co-speaker', ts);
  await command(stage, 'UMENTOR', '/mentor digest every day at 12:00');
  await pass(stage, 2 * DAY);
  await click(stage, 'UMENTOR', 'encourage');
  await fillIn(stage, 'UMENTOR', { text: 'I know two people. Shall I introduce you?' });
  return ts;
}

it('a reply in the thread of a mentor’s answer reaches the mentor at once, and nobody keeps it as an answer', async () => {
  const thread = await answered();
  const answer = dm(stage, 'UMENTEE').findLast(({ blocks }) => wordsOf({ blocks }).includes('introduce you'));
  expect(answer?.thread_ts).toBe(thread);
  expect(wordsOf(answer ?? null)).toContain('What you write in this thread goes to <@UMENTOR> at once');
  const before = await checkInsOf(stage);

  const ts = await say(stage, 'UMENTEE', 'Yes, please & <thanks>', thread);
  expect(last('UMENTOR')).toContain(
    '<@UMENTEE> replies:\n&gt; Yes, please &amp; &lt;thanks&gt;'.replace('&gt; ', '> '),
  );
  expect(last('UMENTEE')).toContain('Sent to <@UMENTOR>');
  expect(lastMessage(stage, 'UMENTEE').thread_ts).toBe(thread);
  expect(await checkInsOf(stage)).toEqual(before);

  // And back: the mentor writes in the thread of the reply, and it lands in the thread of the question.
  const reply = lastMessage(stage, 'UMENTOR');
  await say(stage, 'UMENTOR', 'Done, you have mail', reply.ts);
  expect(last('UMENTEE')).toContain('<@UMENTOR> replies:\n> Done, you have mail');
  expect(lastMessage(stage, 'UMENTEE').thread_ts).toBe(thread);
  await say(stage, 'UMENTEE', 'Wonderful', thread);
  expect(lastMessage(stage, 'UMENTOR').thread_ts).toBe(reply.ts);

  // What is changed or deleted in Slack changes there too.
  const dmOf = stage.slack.dmOf('UMENTEE');
  await stage.slack.edit('UMENTEE', dmOf, ts, 'Yes, gladly');
  await stage.settled();
  expect(wordsOf(dm(stage, 'UMENTOR').find((message) => message.ts === reply.ts) ?? null)).toMatch(
    /replies \(changed since\):\n> Yes, gladly/,
  );
  await stage.slack.delete('UMENTEE', dmOf, ts);
  await stage.settled();
  const taken = wordsOf(dm(stage, 'UMENTOR').find((message) => message.ts === reply.ts) ?? null);
  expect(taken).toContain('taken back');
  expect(taken).not.toContain('gladly');
  expect(await checkInsOf(stage)).toEqual(before);
});

it('the button opens a form that names its one reader, whose words go whole and once', async () => {
  await click(stage, 'UMENTEE', 'reply_to');
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('Only <@UMENTOR> reads it, at once.');
  const before = dm(stage, 'UMENTOR').length;
  const long = `${'&'.repeat(1500)} and the end`;
  await fillIn(stage, 'UMENTEE', { text: long });
  const received = dm(stage, 'UMENTOR')
    .slice(before)
    .map(({ blocks }) => wordsOf({ blocks }))
    .join('');
  expect(received.match(/&amp;/g)?.length ?? 0).toBe(1500);
  expect(received).toContain('and the end');
});

it('a draft becomes a question to the mentor by a tap that names them, and the draft is gone', async () => {
  const ts = await say(stage, 'UMENTEE', 'Is the older syllabus still accepted?');
  const offer = messageWith(stage, 'UMENTEE', 'ask_mentor');
  const wasSaid = dm(stage, 'UMENTOR').length;
  await click(stage, 'UMENTEE', 'ask_mentor', { ts: offer.ts });
  expect(last('UMENTOR')).toContain('<@UMENTEE> asks you:\n> Is the older syllabus still accepted?');
  expect(dm(stage, 'UMENTOR')).toHaveLength(wasSaid + 1);
  expect((await checkInsOf(stage)).filter(({ state }) => state === 'draft')).toEqual([]);
  const shown = () => wordsOf(dm(stage, 'UMENTEE').find((message) => message.ts === offer.ts) ?? null);
  expect(shown()).toContain('You asked <@UMENTOR>: “Is the older syllabus still accepted?”');
  await stage.slack.clickForged('UMENTEE', {
    channel: stage.slack.dmOf('UMENTEE'),
    ts: offer.ts,
    action: { action_id: 'ask_mentor', value: valueOf(offer) },
  });
  await stage.settled();
  expect(dm(stage, 'UMENTOR')).toHaveLength(wasSaid + 1);
  await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), ts, 'Is the old syllabus accepted?');
  await stage.settled();
  expect(last('UMENTOR')).toContain('Is the old syllabus accepted?');
  await say(stage, 'UMENTOR', 'It is, until June', lastMessage(stage, 'UMENTOR').ts);
  expect(last('UMENTEE')).toContain('<@UMENTOR> replies:\n> It is, until June');
});

it('who is not paired any more is written to no more: the words are a draft of their author', async () => {
  const { ts } = lastMessage(stage, 'UMENTOR');
  const written = await say(stage, 'UMENTEE', 'See you on Friday', lastMessage(stage, 'UMENTEE').thread_ts);
  const sent = lastMessage(stage, 'UMENTOR').ts;
  await stage.database.prisma.mentorship.updateMany({ data: { state: 'ended', openPair: null } });
  const before = dm(stage, 'UMENTEE').length;
  await say(stage, 'UMENTOR', 'One more thing', ts);
  expect(dm(stage, 'UMENTEE')).toHaveLength(before);
  expect(last('UMENTOR')).toContain('only you will read it');
  await click(stage, 'UMENTEE', 'reply_to');
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('not paired just now');

  // What was sent before is not written anew, and can still be taken back.
  const shown = () => wordsOf(dm(stage, 'UMENTOR').find((message) => message.ts === sent) ?? null);
  await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), written, 'Never again');
  await stage.settled();
  expect(shown()).toContain('See you on Friday');
  expect(dm(stage, 'UMENTEE').map(wordsOf).join()).toContain('An edit does not reach them any more');
  await stage.slack.delete('UMENTEE', stage.slack.dmOf('UMENTEE'), written);
  await stage.settled();
  expect(shown()).toContain('taken back');
});

function valueOf({ blocks }: { blocks: readonly unknown[] }): string {
  return /"ask_mentor".*?"value":"([^"]+)"/.exec(JSON.stringify(blocks))?.[1] ?? '';
}
