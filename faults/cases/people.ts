import { readFile } from 'node:fs/promises';
import type { Case } from '../case';
import { MINUTE, SECOND } from '../times';
import type { World } from '../world';

/** What people say, tap and send while things go wrong: what Slack was told "ok" for is kept, once. */

const ALWAYS = 1_000_000;

/** Everybody says something, at once; some of it may not be acknowledged. */
async function everybodySays(world: World, what: string): Promise<void> {
  await Promise.all(world.people.map((id) => world.say(id, `${what} of ${id}`)));
}

/** What nobody is at work on any more is taken up after a minute; after two and four more, if that process is killed too. */
const TAKEN_UP = 8 * MINUTE;

/** One after another does something, and the process is killed right after; then what was kept is taken up. */
async function killAfterEach(
  { bots, people, time }: World,
  act: (id: string, number: number) => Promise<void>,
): Promise<void> {
  for (const [number, id] of people.entries()) {
    await bots[0]?.listening();
    await act(id, number);
    bots[0]?.kill('SIGKILL');
  }
  await bots[0]?.listening();
  await time.pass(TAKEN_UP);
}

/** Everybody says or taps something, and the process is killed right after each ack. */
function killedAfterAcks(name: string, world: Case['world']): Case {
  return {
    name,
    world,
    async run(running) {
      await running.untilAsked(running.people.length, 5 * MINUTE);
      let tapped = 0;
      await killAfterEach(running, async (id, number) => {
        if (number % 2 === 0) await running.say(id, `Words number ${number} of ${id}`);
        else if ((await running.slack('click', { id, actionId: 'answer_on_track' })) === true) tapped += 1;
      });
      return {
        'every acknowledged tap is a check-in':
          (await running.countRows(`"CheckIn" WHERE "status" = 'on_track'`)) >= tapped,
        'taps were acknowledged': tapped > 0,
      };
    },
    promised: {},
  };
}

const TWICE = '(SELECT "text" FROM "CheckIn" GROUP BY "text" HAVING count(*) > 1) AS "twice"';

/** Everybody sends a form, and the process is killed right after each ack. */
function killedAfterForms(name: string, world: Case['world']): Case {
  return {
    name,
    world,
    async run(running) {
      const { people, time } = running;
      await running.untilAsked(people.length, 5 * MINUTE);
      const opened: boolean[] = [];
      // One after another: a form has to open within three seconds of the run.
      for (const id of people) {
        await running.slack('command', { id, name: '/checkin' });
        opened.push(await time.until(async () => (await running.slack('hasForm', { id })) === true, MINUTE));
      }
      let taken = 0;
      await killAfterEach(running, async (id) => {
        if (await running.submit(id, 'text', `Written by ${id} in a form`)) taken += 1;
      });
      return {
        'everybody had a form': opened.every(Boolean),
        'forms were taken': taken > 0,
        // One that was kept, and whose ack came too late for Slack, is one as well.
        'each is a check-in': (await running.countRows('"CheckIn"')) >= taken,
        'none is a check-in twice': (await running.countRows(TWICE)) === 0,
      };
    },
    promised: {},
  };
}

const JSON_BODY = 'application/json';
const FORM_BODY = 'application/x-www-form-urlencoded';

/** Payloads that no app can read, or that are ill typed, with somebody's words in each place where there may be words. */
function unreadable(words: string, user: string): object[] {
  const event = { type: 'message', channel_type: 'im', channel: 'D1', user, text: words, ts: '1.1' };
  return [
    { type: 'event_callback', team_id: 'TLOCAL', event_id: 'E1', event: { ...event, thread_ts: { words } } },
    { type: 'event_callback', team_id: 'TLOCAL', event_id: 'E2', event: { ...event, ts: words } },
    { type: 'event_callback', team_id: 'TLOCAL', event_id: words, event: { ...event, user: words } },
    { type: 'event_callback', event: words },
    {
      type: 'block_actions',
      team: { id: 'TLOCAL' },
      user: { id: user },
      actions: [{ action_id: words, value: { words } }],
    },
    { type: 'block_actions', user: words, actions: words },
    {
      type: 'view_submission',
      team: { id: 'TLOCAL' },
      user: { id: user },
      view: { callback_id: 'goal', state: { values: { words } }, private_metadata: words },
    },
    { type: words, payload: words },
  ];
}

export const PEOPLE: readonly Case[] = [
  {
    name: 'payloads that nobody can read, with words in them, over HTTP',
    world: { database: 'server', mode: 'http', due: 10 },
    async run(world) {
      await world.untilAsked(10, 5 * MINUTE);
      const words = 'My mother is ill and I am behind';
      world.plant(words);
      for (const payload of unreadable(words, world.people[0] ?? '')) {
        await world.post(JSON_BODY, JSON.stringify(payload));
        await world.post(FORM_BODY, new URLSearchParams({ payload: JSON.stringify(payload) }).toString());
      }
      await world.post(JSON_BODY, `{"text": "${words}`);
      await world.post(FORM_BODY, `payload={"text": "${words}`);
      await world.post(FORM_BODY, `command=/nudge&text=${words}&user_id=${words}`);
      // Written to the database as it is, this would be refused with the words in the refusal.
      if ((await world.slack('say', { id: world.people[1], text: `${words}\u0000` })) === true)
        world.wasAcked(words);
      await world.time.pass(30 * SECOND);
      return { 'the process lives': world.bots[0]?.exits.length === 0 };
    },
    promised: { onTime: 1 },
  },
  {
    name: 'frames that nobody can read, with words in them, over a socket',
    world: { database: 'embedded', mode: 'socket', due: 10 },
    async run(world) {
      await world.untilAsked(10, 5 * MINUTE);
      const words = 'My mother is ill and I am behind';
      world.plant(words);
      for (const [number, payload] of unreadable(words, world.people[0] ?? '').entries()) {
        for (const type of ['events_api', 'interactive', 'slash_commands', words]) {
          await world.slack('frame', {
            frame: JSON.stringify({ envelope_id: `e${number}${type.length}`, type, payload }),
          });
        }
      }
      await world.slack('frame', { frame: `{"text": "${words}` });
      await world.time.pass(30 * SECOND);
      return { 'the process lives': world.bots[0]?.exits.length === 0 };
    },
    promised: { onTime: 1 },
  },
  killedAfterAcks('embedded, killed right after each ack, over HTTP', {
    database: 'embedded',
    mode: 'http',
    due: 10,
  }),
  killedAfterAcks('embedded, killed right after each ack, over a socket', {
    database: 'embedded',
    mode: 'socket',
    due: 10,
  }),
  killedAfterAcks('killed right after each ack, over HTTP', { database: 'server', mode: 'http', due: 16 }),
  killedAfterAcks('killed right after each ack, over a socket', {
    database: 'server',
    mode: 'socket',
    due: 16,
  }),
  killedAfterForms('embedded, killed right after each form that was taken, over a socket', {
    database: 'embedded',
    mode: 'socket',
    due: 8,
  }),
  killedAfterForms('killed right after each form that was taken, over HTTP', {
    database: 'server',
    mode: 'http',
    due: 12,
  }),
  {
    name: 'every event comes four times, and its edit before it',
    world: { database: 'server', mode: 'http', due: 30 },
    async run(world) {
      await world.untilAsked(30, 5 * MINUTE);
      const before = (await world.said()).length;
      for (const round of [1, 2]) {
        await Promise.all(
          world.people.map(async (id) => {
            const edited = `Edited ${round} of ${id}`;
            if ((await world.slack('sayAndEdit', { id, text: `First ${round} of ${id}`, edited })) === true)
              world.wasAcked(edited);
          }),
        );
      }
      await world.time.pass(MINUTE);
      const receipts = (await world.said()).length - before;
      return {
        'each was recorded once': (await world.countRows('"CheckIn"')) === 60,
        'each had one answer': receipts === 60,
      };
    },
    promised: { onTime: 1 },
  },
  {
    name: 'auth.test is refused while people answer',
    world: { database: 'server', mode: 'http', due: 20 },
    async run(world) {
      await world.untilAsked(20, 5 * MINUTE);
      await world.arm({ kind: 'rate_limited', method: 'auth.test', retryAfter: 30, times: ALWAYS });
      await everybodySays(world, 'Said while nobody was let in');
      await world.time.pass(30 * SECOND);
    },
    promised: { onTime: 1 },
  },
  {
    name: 'sockets drop twice in a burst of 30',
    world: { database: 'embedded', mode: 'socket', due: 30 },
    async run(world) {
      await world.untilAsked(30, 5 * MINUTE);
      const burst = everybodySays(world, 'Said in a burst');
      await world.arm({ kind: 'drop_socket', reason: 'warning' });
      await world.time.pass(5 * SECOND);
      await world.arm({ kind: 'drop_socket' });
      await burst;
      await world.time.pass(30 * SECOND);
    },
    promised: { onTime: 1 },
  },
  {
    name: 'the database is cut while people answer',
    world: { database: 'server', mode: 'http', due: 40, isProxied: true },
    async run(world) {
      await world.untilAsked(40, 5 * MINUTE);
      await world.proxy?.ask('mode', { mode: 'cut_after_commit', every: 3 });
      await everybodySays(world, 'Said while the database was cut');
      await world.proxy?.ask('mode', { mode: 'pass' });
      await world.time.pass(3 * MINUTE);
    },
    promised: { onTime: 1 },
  },
  {
    name: '3,000 commands: the second half takes no more memory',
    world: { database: 'server', mode: 'http', due: 20 },
    async run(world) {
      await world.untilAsked(20, 5 * MINUTE);
      const ask = async (count: number) => {
        for (let round = 0; round < count / 20; round += 1) {
          await Promise.all(world.people.map((id) => world.slack('command', { id, text: 'help' })));
        }
        await world.time.pass(20 * SECOND);
        return memory(world.bots[0]?.pid() ?? 0);
      };
      const before = await ask(1500);
      const after = await ask(1500);
      return { 'it holds at most a fifth more': after < before * 1.2 };
    },
    promised: { onTime: 1 },
  },
];

/** Kilobytes that a process holds. */
async function memory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
}
