import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import { createControl } from '../../playground/control';
import { parseJson, record } from '../../playground/slack/json';
import { REFERENCE, SECOND, startSocketBot } from './bolt';
import type { Running } from './bolt';

let running: Running;
let server: Server;
let base: string;
let due: Date | null;

beforeEach(async () => {
  due = null;
  running = await startSocketBot((app) => {
    app.command('/goal', async ({ ack, command, client, respond }) => {
      await ack();
      if (command.text === 'add') await client.views.open({ trigger_id: command.trigger_id, view: modal() });
      else await respond({ text: 'No goals yet' });
    });
    app.view('goal', async ({ ack, view }) => {
      const title = view.state.values['title']?.['text']?.value;
      await (title === 'bad' ? ack({ response_action: 'errors', errors: { title: 'Another?' } }) : ack());
    });
    app.action('answer', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'Noted' });
    });
    app.message(/.*/, async ({ say }) => {
      await say({
        text: 'Saved',
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'answer', text: { type: 'plain_text', text: 'Undo' } }],
          },
        ],
      });
    });
    app.event('app_home_opened', async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'divider' }] },
      });
    });
    app.shortcut('share_progress', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: modal() });
    });
  });
  const { slack, clock, settled } = running;
  const control = createControl({
    slack,
    clock,
    settled,
    advance: (to) => Promise.resolve(clock.move(to.getTime() - clock.now().getTime())),
    nextDue: () => Promise.resolve(due),
  });
  server = createServer({ keepAliveTimeout: 0 }, (req, res) => {
    void control(req, res).then((taken) => {
      if (!taken) res.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await running.stop();
});

function modal() {
  return {
    type: 'modal' as const,
    callback_id: 'goal',
    title: { type: 'plain_text' as const, text: 'A goal' },
    submit: { type: 'plain_text' as const, text: 'Save' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'title',
        label: { type: 'plain_text' as const, text: 'What' },
        element: { type: 'plain_text_input' as const, action_id: 'text' },
      },
    ],
  };
}

type Answer = { status: number; body: Record<string, unknown> };

async function answerOf(response: Response): Promise<Answer> {
  const parsed = parseJson(await response.text());
  return { status: response.status, body: record(parsed.ok ? parsed.value : null) };
}

async function get(path: string): Promise<Answer> {
  return answerOf(await fetch(`${base}/control/${path}`));
}

async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return answerOf(await fetch(`${base}/control/${path}`, { method: 'POST', body: text, headers }));
}

test('The state names the time, the people and the channels, and not the bot', async () => {
  expect((await get('state')).body).toEqual({
    now: REFERENCE.toISOString(),
    users: [
      { id: 'UANA', name: 'ana', tz: 'Europe/Lisbon' },
      { id: 'UBEN', name: 'ben', tz: 'America/New_York' },
    ],
    channels: [{ id: 'CMENTORS', name: 'mentors' }],
  });
});

test('A command answers with what it showed, and a form can be sent, refused and closed', async () => {
  const listed = await post('command', { user: 'UANA', command: '/goal', text: 'list' });
  expect(listed.body).toMatchObject({ ephemeral: [{ text: 'No goals yet' }], view: null });

  const opened = await post('command', { user: 'UANA', command: '/goal', text: 'add' });
  expect(opened.body).toMatchObject({ ephemeral: [], view: { callback_id: 'goal' } });
  expect((await post('submit', { user: 'UANA', values: {} })).body).toEqual({
    errors: { title: 'Please complete this required field' },
  });
  expect((await post('submit', { user: 'UANA', values: { title: { text: 'bad' } } })).body).toEqual({
    errors: { title: 'Another?' },
  });
  expect((await get('view?user=UANA')).body).toMatchObject({ callback_id: 'goal' });
  expect((await post('submit', { user: 'UANA', values: { title: { text: 'good' } } })).body).toEqual({
    ok: true,
    view: null,
  });
  expect((await get('ephemerals?user=UANA')).body).toMatchObject({ messages: [{ text: 'No goals yet' }] });

  const shared = await post('shortcut', { user: 'UANA', callback_id: 'share_progress' });
  expect(shared.body).toMatchObject({ ok: true, view: { callback_id: 'goal' } });
  expect((await post('close', { user: 'UANA' })).body).toEqual({ ok: true, view: null });
});

test('Messages are written, answered, clicked in, changed and taken back', async () => {
  const said = await post('say', { user: 'UANA', text: 'I did it' });
  expect(said.body).toMatchObject({ ok: true, channel: running.slack.dmOf('UANA') });
  const { messages } = (await get('messages?dm=UANA')).body;
  expect(messages).toMatchObject([
    { ts: said.body['ts'], user: 'UANA', text: 'I did it', blocks: [] },
    { user: 'UBOT', text: 'Saved' },
  ]);
  const saved = running.slack.messages({ dm: 'UANA' })[1]?.ts;

  const clicked = await post('click', { user: 'UANA', ts: saved, action_id: 'answer' });
  expect(clicked.body).toMatchObject({ ok: true, view: null, ephemeral: [{ text: 'Noted' }] });

  const own = { user: 'UANA', channel: said.body['channel'], ts: said.body['ts'] };
  expect((await post('edit', { ...own, text: 'I did most of it' })).status).toBe(200);
  expect((await post('delete', own)).status).toBe(200);
  expect(running.slack.messages({ dm: 'UANA' }).map(({ text }) => text)).toEqual(['Saved']);
  expect((await get('messages?channel=CMENTORS')).body).toEqual({ channel: 'CMENTORS', messages: [] });
});

test('The home tab is drawn when it is first looked at', async () => {
  expect((await get('home?user=UANA')).body).toMatchObject({ type: 'home', blocks: [{ type: 'divider' }] });
  expect((await post('open-home', { user: 'UBEN' })).body).toMatchObject({
    ok: true,
    view: { type: 'home' },
  });
});

test('The clock moves by a duration, to a time, and to what is due next', async () => {
  expect((await post('advance', { by: 'PT1H' })).body).toEqual({ now: '2027-03-01T10:00:00.000Z' });
  expect((await post('advance', { to: '2027-03-02T00:00:00+01:00' })).body).toEqual({
    now: '2027-03-01T23:00:00.000Z',
  });
  expect(await post('advance', { to: 'next' })).toEqual({ status: 409, body: { error: 'Nothing is due.' } });
  due = new Date(running.clock.now().getTime() + 5 * SECOND);
  expect((await post('advance', { to: 'next' })).body).toEqual({ now: '2027-03-01T23:00:05.000Z' });
});

test('A fault can be armed by its name or by a plain word', async () => {
  expect((await post('fault', { kind: '429', method: 'chat.postMessage', retryAfter: 0 })).body).toEqual({
    ok: true,
  });
  expect((await post('fault', { kind: 'Duplicate' })).body).toEqual({ ok: true });
  const refused = await post('fault', { kind: 'earthquake' });
  expect(refused.status).toBe(400);
  expect(refused.body['error']).toContain('rate_limited, http_500, timeout_after_accept');
  expect((await post('fault', { kind: 'error', times: 0 })).body['error']).toContain('"times"');
});

test('Changes are told as they happen', async () => {
  const response = await fetch(`${base}/control/events`);
  const reader = response.body?.getReader();
  let told = '';
  await post('say', { user: 'UANA', text: 'hello' });
  while (reader && !told.includes('"kind":"message"')) {
    const chunk: { value?: Uint8Array; done: boolean } = await reader.read();
    if (chunk.done) break;
    told += Buffer.from(chunk.value ?? []).toString('utf8');
  }
  await reader?.cancel();

  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(told).toContain(
    `data: {"kind":"message","channel":"${running.slack.dmOf('UANA')}","user":"UANA"}\n\n`,
  );
});

describe('What cannot be done is said in a sentence:', () => {
  test.each<[string, string, unknown, number, string]>([
    ['a body that is not JSON', 'say', '{', 400, 'The body is not JSON.'],
    ['a body that is no object', 'say', '[]', 400, 'The body must be a JSON object.'],
    ['a missing field', 'say', { user: 'UANA' }, 400, '"text" is missing: give it as text.'],
    ['an unknown person', 'say', { user: 'UNO', text: 'x' }, 404, 'There is no user UNO.'],
    [
      'an unknown channel',
      'say',
      { user: 'UANA', text: 'x', channel: 'CNO' },
      409,
      'There is no channel CNO',
    ],
    ['an unknown command', 'command', { user: 'UANA', command: '/x' }, 409, 'not a valid command'],
    [
      'an unknown button',
      'click',
      { user: 'UANA', action_id: 'x' },
      409,
      'neither an open modal nor a home tab',
    ],
    ['no form to send', 'submit', { user: 'UANA', values: {} }, 409, 'UANA has no open modal'],
    ['an unknown call', 'dance', {}, 404, 'There is no /control/dance; there are: state'],
    ['a call that is only read', 'state', {}, 405, 'is not called with POST'],
    ['a duration that is none', 'advance', { by: 'an hour' }, 400, 'ISO 8601 duration'],
    ['a time gone by', 'advance', { to: '2020-01-01T00:00:00Z' }, 400, 'only moves forward'],
    ['both ways to move the clock', 'advance', { by: 'PT1H', to: 'next' }, 400, 'Give either'],
  ])('%s', async (_title, path, body, status, words) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    expect(answer.body['error']).toContain(words);
  });

  test('a channel or a person to look at that is not there', async () => {
    expect((await get('messages?channel=CNO')).status).toBe(404);
    expect((await get('messages?dm=UNO')).status).toBe(404);
    expect((await get('messages')).status).toBe(400);
    expect((await get('view')).body['error']).toContain('"user" is missing');
    expect((await get('say')).status).toBe(405);
  });
});

test('Only this page on this machine may call; other paths are left alone', async () => {
  const elsewhere = { origin: 'https://example.org' };
  expect((await post('say', { user: 'UANA', text: 'x' }, elsewhere)).status).toBe(403);
  expect((await post('say', { user: 'UANA', text: 'x' }, { origin: base })).status).toBe(200);
  expect((await fetch(`${base}/page`)).status).toBe(204);

  const status = await new Promise((resolve) => {
    request(`${base}/control/state`, { headers: { host: 'rebound.example.org' } }, (res) => {
      res.resume();
      resolve(res.statusCode);
    }).end();
  });
  expect(status).toBe(403);
});
