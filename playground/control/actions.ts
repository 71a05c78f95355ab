import { Temporal } from 'temporal-polyfill';
import { DriverError } from '../slack';
import type { LocalSlack, SlackMessage } from '../slack';
import { parseFault } from '../slack/fault-names';
import { argument, record } from '../slack/json';
import type { Json } from '../slack/json';
import { given, need, Refused } from './input';

/** What a script or the page may ask for: each act of a person, faults, and the clock. */

export interface ControlOptions {
  slack: LocalSlack;
  clock: { now(): Date };
  /** Resolves once the bot has done everything it had begun and its queue is empty. */
  settled: () => Promise<void>;
  /** Moves the clock and does everything that falls due on the way. */
  advance: (to: Date) => Promise<void>;
  nextDue: () => Promise<Date | null>;
  /** What people are to the bot, by their ids. */
  roles?: () => Promise<ReadonlyMap<string, string>>;
}

const nobody: ReadonlyMap<string, string> = new Map();

export type Action = (input: Json) => Json | null | Promise<Json | null>;

export interface Actions {
  reads: Record<string, Action>;
  acts: Record<string, Action>;
}

function shown(message: SlackMessage): Json {
  const { ts, user, text: words, blocks, thread_ts, edited, files, channel } = message;
  return {
    ts,
    channel,
    user,
    text: words,
    blocks,
    ...(thread_ts === undefined ? {} : { thread_ts }),
    ...(edited === undefined ? {} : { edited }),
    ...(files === undefined ? {} : { files }),
  };
}

export function createActions(options: ControlOptions): Actions {
  const { slack, clock, settled, advance, nextDue, roles = () => Promise.resolve(nobody) } = options;

  function person(input: Json, field = 'user'): string {
    const id = need(input, field);
    if (!slack.users().some((user) => user.id === id)) throw new Refused(`There is no user ${id}.`, 404);
    return id;
  }

  function channelIn(input: Json, user?: string): string {
    const given = argument(input['channel']);
    if (given !== undefined) return given;
    if (user === undefined) throw new Refused('"channel" is missing: give it as text.');
    return slack.dmOf(user);
  }

  /** Acts, waits until the bot is done, and returns what the person was shown meanwhile. */
  async function watch(user: string, act: () => Promise<unknown>): Promise<Json> {
    const before = new Set(slack.ephemerals(user).map(({ ts }) => ts));
    await act();
    await settled();
    const ephemeral = slack.ephemerals(user).filter(({ ts }) => !before.has(ts));
    return { ephemeral: ephemeral.map(shown), view: slack.view(user) };
  }

  async function submit(input: Json): Promise<Json> {
    const user = person(input);
    const values = record(input['values']);
    const form = Object.fromEntries(
      Object.entries(values).map(([block, actions]) => [block, record(actions)]),
    );
    try {
      const answer = await slack.submit(user, form);
      await settled();
      return 'errors' in answer ? { errors: answer.errors } : { ok: true, view: slack.view(user) };
    } catch (error) {
      // What Slack's own client refuses looks the same to the person as what the app refuses.
      if (error instanceof DriverError && Object.keys(error.errors).length > 0)
        return { errors: error.errors };
      throw error;
    }
  }

  async function moveTo(input: Json): Promise<Date> {
    const by = argument(input['by']);
    const to = argument(input['to']);
    if ((by === undefined) === (to === undefined))
      throw new Refused('Give either "by" (a duration) or "to" (a time).');
    if (to === 'next') {
      const due = await nextDue();
      if (!due) throw new Refused('Nothing is due.', 409);
      return due;
    }
    try {
      const now = Temporal.Instant.fromEpochMilliseconds(clock.now().getTime());
      const target =
        by === undefined
          ? Temporal.Instant.from(to ?? '')
          : now.toZonedDateTimeISO('UTC').add(by).toInstant();
      return new Date(target.epochMilliseconds);
    } catch {
      throw new Refused(
        '"by" is an ISO 8601 duration such as PT1H or P7D; "to" is a time such as 2027-03-01T09:00:00Z.',
      );
    }
  }

  const reads: Record<string, Action> = {
    state: async () => {
      const held = await roles();
      return {
        now: clock.now().toISOString(),
        users: slack
          .users()
          .filter((user) => !user.isBot)
          .map(({ id, name, tz }) => ({ id, name, tz: tz ?? 'Etc/UTC', ...given('role', held.get(id)) })),
        channels: slack.channels().map(({ id, name }) => ({ id, name })),
      };
    },
    messages: (input) => {
      const dm = argument(input['dm']);
      const channel = dm === undefined ? channelIn(input) : slack.dmOf(person(input, 'dm'));
      if (dm === undefined && !slack.channels().some(({ id }) => id === channel))
        throw new Refused(`There is no channel ${channel}.`, 404);
      return { channel, messages: slack.messages({ channel }).map(shown) };
    },
    home: async (input) => {
      const user = person(input);
      if (!slack.home(user)) {
        await slack.openHome(user);
        await settled();
      }
      return { ...slack.home(user) };
    },
    view: (input) => {
      const view = slack.view(person(input));
      return view && { ...view };
    },
    ephemerals: (input) => ({ messages: slack.ephemerals(person(input)).map(shown) }),
  };

  const acts: Record<string, Action> = {
    command: async (input) => {
      const user = person(input);
      const words = argument(input['text']) ?? '';
      return watch(user, () =>
        slack.command(user, need(input, 'command'), words, argument(input['channel'])),
      );
    },
    say: async (input) => {
      const thread = argument(input['thread_ts']);
      const user = person(input);
      const place = {
        channel: channelIn(input, user),
        ...(thread === undefined ? {} : { threadTs: thread }),
      };
      const said = await slack.say(user, need(input, 'text'), place);
      await settled();
      return { ok: true, ...said };
    },
    edit: async (input) => {
      const user = person(input);
      await slack.edit(user, channelIn(input, user), need(input, 'ts'), need(input, 'text'));
      await settled();
      return { ok: true };
    },
    delete: async (input) => {
      const user = person(input);
      await slack.delete(user, channelIn(input, user), need(input, 'ts'));
      await settled();
      return { ok: true };
    },
    click: async (input) => {
      const user = person(input);
      const target = {
        actionId: need(input, 'action_id'),
        ...given('channel', input['channel']),
        ...given('ts', input['ts']),
        ...given('value', input['value']),
        ...given('blockId', input['block_id']),
      };
      return { ok: true, ...(await watch(user, () => slack.click(user, target))) };
    },
    submit,
    close: async (input) => {
      const user = person(input);
      await slack.closeView(user);
      await settled();
      return { ok: true, view: slack.view(user) };
    },
    'open-home': async (input) => {
      const user = person(input);
      await slack.openHome(user);
      await settled();
      return { ok: true, view: slack.home(user) };
    },
    shortcut: async (input) => {
      const user = person(input);
      const id = need(input, 'callback_id');
      const ts = argument(input['ts']);
      const act = (): Promise<void> =>
        ts === undefined
          ? slack.shortcut(user, id)
          : slack.messageShortcut(user, id, channelIn(input, user), ts);
      return { ok: true, ...(await watch(user, act)) };
    },
    advance: async (input) => {
      const to = await moveTo(input);
      if (to < clock.now()) throw new Refused('The clock only moves forward.');
      await advance(to);
      await settled();
      return { now: clock.now().toISOString() };
    },
    fault: (input) => {
      try {
        slack.arm(parseFault(input));
      } catch (error) {
        if (error instanceof RangeError) throw new Refused(`${error.message}.`);
        throw error;
      }
      return { ok: true };
    },
  };

  return { reads, acts };
}
