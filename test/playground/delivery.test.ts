import type { App } from '@slack/bolt';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocket } from 'ws';
import { sign } from '../../playground/slack';
import type { LocalSlack } from '../../playground/slack';
import { parseJson, record, text } from '../../playground/slack/json';
import { signingSecret, startHttpBot, startSlack, startSocketBot } from './bolt';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startBare(options: Parameters<typeof startSlack>[0] = {}): Promise<LocalSlack> {
  const { slack } = await startSlack(options);
  ends.push(() => slack.close());
  return slack;
}

describe('Over HTTP', () => {
  test("the signature is Slack's own, by the vector in its documents", () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(sign(signingSecret, 1531420618, body)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  test('Bolt takes a right signature, and refuses a wrong one and an old one', async () => {
    let commands = 0;
    const listen = (app: App): void => {
      app.command('/goal', async ({ ack }) => {
        commands += 1;
        await ack();
      });
    };
    const right = await startHttpBot(listen);
    ends.push(right.stop);
    await right.slack.command('UANA', '/goal', '');
    await right.slack.urlVerification();
    expect(commands).toBe(1);

    const wrong = await startHttpBot(listen, { appSecret: 'another' });
    ends.push(wrong.stop);
    await expect(wrong.slack.command('UANA', '/goal', '')).rejects.toThrow('HTTP 401');
    const old = await startHttpBot(listen, { wallClock: () => new Date(Date.now() - 6 * 60_000) });
    ends.push(old.stop);
    await expect(old.slack.command('UANA', '/goal', '')).rejects.toThrow('HTTP 401');
    expect(commands).toBe(1);
  });

  async function startApp(
    answer: (attempt: number, socket: Socket) => { status: number; headers?: Record<string, string> } | null,
  ): Promise<{ url: string; requests: IncomingHttpHeaders[] }> {
    const requests: IncomingHttpHeaders[] = [];
    const server = createServer((req, res) => {
      requests.push(req.headers);
      const told = answer(requests.length, req.socket);
      if (told) res.writeHead(told.status, told.headers).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    return { url: `http://127.0.0.1:${portOf(server.address())}/slack/events`, requests };
  }

  function portOf(address: AddressInfo | string | null): number {
    return address !== null && typeof address === 'object' ? address.port : 0;
  }

  test('an event that fails is sent again and says why', async () => {
    const slack = await startBare({ ackTimeoutMs: 1000, retryDelaysMs: [0, 1, 1] });
    const app = await startApp((attempt) =>
      attempt === 1 ? { status: 500 } : attempt === 2 ? null : { status: 200 },
    );
    slack.deliverOverHttp(app.url, signingSecret);

    await slack.say('UANA', 'hello');

    expect(app.requests.map((headers) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2']);
    expect(app.requests.map((headers) => headers['x-slack-retry-reason'])).toEqual([
      undefined,
      'http_error',
      'http_timeout',
    ]);
  });

  test('an event is not sent again when the app says so, and a command never', async () => {
    const slack = await startBare({ retryDelaysMs: [0, 0] });
    const app = await startApp(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    slack.deliverOverHttp(app.url, signingSecret);

    await expect(slack.say('UANA', 'hello')).rejects.toThrow('HTTP 500');
    await expect(slack.command('UANA', '/goal', '')).rejects.toThrow('HTTP 500');
    expect(app.requests).toHaveLength(2);
  });

  test('a bot that closes a connection it answered on hears the next event all the same', async () => {
    const slack = await startBare();
    const answered = new Set<Socket>();
    const app = await startApp((_attempt, socket) => {
      if (answered.has(socket)) socket.destroy();
      answered.add(socket);
      return { status: 200 };
    });
    slack.deliverOverHttp(app.url, signingSecret);

    await slack.command('UANA', '/goal', '');
    await slack.command('UANA', '/goal', '');
    expect(app.requests).toHaveLength(2);
  });

  test('a connection at rest is never closed by Slack, who may be asked on it at that very moment', async () => {
    const { apiUrl } = await startBare();
    const { headers } = await fetch(`${apiUrl}auth.test`, { method: 'POST' });
    expect([headers.get('connection'), headers.get('keep-alive')]).toEqual(['keep-alive', null]);
  });

  test('nobody listening is told as such', async () => {
    const slack = await startBare();
    slack.deliverOverHttp('http://127.0.0.1:9/slack/events', signingSecret);
    await expect(slack.command('UANA', '/goal', '')).rejects.toThrow('could not be reached');
  });
});

/** A socket as the wire shows it, without a client's own manners. */
async function rawSocket(
  slack: LocalSlack,
  onMessage: (message: Envelope, socket: WebSocket) => void,
): Promise<string> {
  const response = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.bot.appToken}` },
  });
  const opened: unknown = await response.json();
  const url = text(record(opened)['url']);
  await new Promise<void>((resolve, reject) => {
    const socket = new WebSocket(url);
    ends.push(() => Promise.resolve(socket.terminate()));
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const parsed = parseJson(data.toString('utf8'));
      if (!parsed.ok || !isEnvelope(parsed.value)) return;
      const message = parsed.value;
      onMessage(message, socket);
      if (message.type === 'hello' || message.type === 'disconnect') resolve();
    });
  });
  return url;
}

function isEnvelope(value: unknown): value is Envelope {
  return typeof record(value)['type'] === 'string';
}

interface Envelope {
  type: string;
  reason?: string;
  envelope_id?: string;
  num_connections?: number;
  retry_attempt?: number;
  retry_reason?: string;
  accepts_response_payload?: boolean;
  payload?: Record<string, unknown>;
}

describe('Over sockets', () => {
  const ack = ({ envelope_id }: Envelope, socket: WebSocket): void =>
    socket.send(JSON.stringify({ envelope_id, payload: {} }));

  test('an event that is not acknowledged in time comes again and says why', async () => {
    const slack = await startBare({ ackTimeoutMs: 250 });
    const got: Envelope[] = [];
    await rawSocket(slack, (message, socket) => {
      if (message.type === 'hello') return;
      got.push(message);
      if (got.length === 2) ack(message, socket);
    });

    await slack.say('UANA', 'hello');

    expect(got.map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
      [undefined, undefined],
      [1, 'timeout'],
    ]);
    expect(got[0]?.payload?.['event_id']).toBe(got[1]?.payload?.['event_id']);
    expect(got[0]).toMatchObject({
      type: 'events_api',
      accepts_response_payload: false,
      payload: {
        type: 'event_callback',
        team_id: 'TLOCAL',
        api_app_id: 'ALOCAL',
        authorizations: [{ team_id: 'TLOCAL', user_id: 'UBOT', is_bot: true, is_enterprise_install: false }],
      },
    });
  });

  test('a command that is not acknowledged in time fails for the person and does not come again', async () => {
    const slack = await startBare({ ackTimeoutMs: 250 });
    const got: Envelope[] = [];
    await rawSocket(slack, (message) => got.push(message));

    await expect(slack.command('UANA', '/goal', '')).rejects.toThrow('No acknowledgement within 250 ms');
    expect(got.map(({ type }) => type)).toEqual(['hello', 'slash_commands']);
  });

  test('each payload goes to one connection, tickets are good once, and ten connections are the most', async () => {
    const slack = await startBare();
    const got: Envelope[] = [];
    const keep = (message: Envelope, socket: WebSocket): void => {
      got.push(message);
      if (message.envelope_id !== undefined) ack(message, socket);
    };
    const url = await rawSocket(slack, keep);
    for (let more = 2; more <= 11; more += 1) await rawSocket(slack, keep);

    expect(got.filter(({ type }) => type === 'hello').map(({ num_connections }) => num_connections)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(got.at(-1)).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    await slack.say('UANA', 'hello');
    expect(got.filter(({ type }) => type === 'events_api')).toHaveLength(1);
    const again = new WebSocket(url);
    await expect(
      new Promise((_resolve, reject) => {
        again.on('error', reject);
      }),
    ).rejects.toThrow('403');
  });

  test('an event waits for a connection, and is given up when none comes', async () => {
    const slack = await startBare({ connectTimeoutMs: 1000 });
    const got: string[] = [];
    const said = slack.say('UANA', 'hello');
    await rawSocket(slack, (message, socket) => {
      got.push(message.type);
      if (message.envelope_id !== undefined) ack(message, socket);
    });
    await said;
    expect(got).toEqual(['hello', 'events_api']);

    const lonely = await startBare({ connectTimeoutMs: 1 });
    await expect(lonely.say('UANA', 'anyone?')).rejects.toThrow('The bot has no open socket connection');
  });

  test('the server pings', async () => {
    const slack = await startBare({ pingIntervalMs: 5 });
    let pinged: () => void = () => undefined;
    const ping = new Promise<void>((resolve) => {
      pinged = resolve;
    });
    await rawSocket(slack, (_message, socket) => socket.on('ping', pinged));
    await ping;
  });

  test('an uninstalled app hears of it over sockets, and its token is worth nothing', async () => {
    const told: string[] = [];
    const running = await startSocketBot((app) => {
      for (const name of ['tokens_revoked', 'app_uninstalled'] as const)
        app.event(name, ({ event }) => {
          told.push(event.type);
          return Promise.resolve();
        });
    });
    ends.push(running.stop);
    await running.slack.uninstall();
    await running.settled();

    expect(told.sort()).toEqual(['app_uninstalled', 'tokens_revoked']);
    await expect(running.app.client.auth.test()).rejects.toMatchObject({
      data: { error: 'account_inactive' },
    });
  });
});
