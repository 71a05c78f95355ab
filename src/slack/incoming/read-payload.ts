import { z } from 'zod';

/** Reads what Slack sent as far as Bolt and our listeners rely on it, so that no shape of it can break them. */

export type Payload =
  /** What a person said, tapped or sent, or what Slack tells us once: not to be lost. */
  | {
      readonly kind: 'kept';
      readonly workspaceId: string;
      /** Slack's own id of it. */
      readonly key: string;
      /** A form that is sent again counts with its later words. */
      readonly isReplaced: boolean;
    }
  /** Worked on and not kept: an App Home that stays empty is opened again. */
  | { readonly kind: 'passing' }
  /** Nothing to us: our own messages, a form that was closed, whatever is new. */
  | { readonly kind: 'ignored' }
  /** Slack holds events back, because there were too many. */
  | { readonly kind: 'rate_limited'; readonly workspaceId: string }
  | { readonly kind: 'malformed' };

const id = z.string().min(1).max(255);
const withId = z.looseObject({ id });
const user = z.looseObject({ id, team_id: id.optional() });
const team = z.looseObject({ id }).nullish();
const optionalText = z.string().nullish();

const spoken = z.looseObject({
  ts: id,
  user: id.optional(),
  bot_id: id.nullish(),
  thread_ts: id.optional(),
  parent_user_id: id.optional(),
  text: optionalText,
  files: z.array(z.unknown()).nullish(),
});

const inChannel = z.looseObject({ channel: id });

/** The events that we listen to, by their type; others pass. */
const EVENTS = {
  message: z.union([
    z.looseObject({ subtype: z.literal('message_changed'), channel: id, message: spoken }),
    z.looseObject({ subtype: z.literal('message_deleted'), channel: id, deleted_ts: id }),
    spoken.extend({ channel: id, subtype: z.string().optional() }),
  ]),
  app_mention: z.looseObject({ channel: id, ts: id, user: id.optional(), thread_ts: id.optional() }),
  app_home_opened: z.looseObject({ user: id, tab: z.string().optional() }),
  user_change: z.looseObject({ user: withId }),
  member_joined_channel: z.looseObject({ user: id, channel: id }),
  channel_archive: inChannel,
  group_archive: inChannel,
  channel_left: inChannel,
  group_left: inChannel,
  app_uninstalled: z.looseObject({}),
  tokens_revoked: z.looseObject({ tokens: z.looseObject({ bot: z.array(z.string()).nullish() }) }),
} as const;

const envelope = z.looseObject({
  type: z.literal('event_callback'),
  team_id: id,
  event_id: id,
  event: z.looseObject({
    type: id,
    channel_type: z.string().optional(),
    channel: id.or(withId).optional(),
    item: z.looseObject({}).optional(),
  }),
  authorizations: z.array(z.looseObject({})).nullish(),
});

const command = z.looseObject({
  command: id,
  team_id: id,
  user_id: id,
  text: z.string(),
  trigger_id: id,
  response_url: z.string().optional(),
});

const interaction = z.looseObject({ user, team, channel: withId.optional() });

const action = interaction.extend({
  type: z.literal('block_actions'),
  trigger_id: id,
  actions: z.array(z.looseObject({ action_id: id })).min(1),
  container: z.looseObject({}),
});

const chosen = z.looseObject({ value: z.string() });
const element = z.looseObject({
  value: optionalText,
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_user: optionalText,
  selected_conversation: optionalText,
  selected_date: optionalText,
  selected_time: optionalText,
});
const state = z.record(z.string(), z.record(z.string(), element));
const view = interaction.extend({
  type: z.literal('view_submission'),
  view: z.looseObject({ id, private_metadata: z.string(), state: z.looseObject({ values: state }) }),
});

const started = interaction.extend({ callback_id: id, trigger_id: id });
const shortcut = started.extend({ type: z.literal('shortcut') });
const messageShortcut = started.extend({
  type: z.literal('message_action'),
  channel: withId,
  message: z.looseObject({ ts: id, text: optionalText }),
});

const rateLimited = z.looseObject({ type: z.literal('app_rate_limited'), team_id: id });

/** Well formed as far as we can tell. */
const other = z.looseObject({ type: id, user });

export function readPayload(body: unknown): Payload {
  const event = envelope.safeParse(body);
  if (event.success) return readEvent(event.data);
  const sent = view.safeParse(body);
  if (sent.success) return kept(sent.data, `view:${sent.data.view.id}`, true);
  const tapped = action.or(shortcut).or(messageShortcut).safeParse(body);
  if (tapped.success) return kept(tapped.data, `trigger:${tapped.data.trigger_id}`, false);
  const typed = command.safeParse(body);
  if (typed.success) {
    return {
      kind: 'kept',
      workspaceId: typed.data.team_id,
      key: `trigger:${typed.data.trigger_id}`,
      isReplaced: false,
    };
  }
  const held = rateLimited.safeParse(body);
  if (held.success) return { kind: 'rate_limited', workspaceId: held.data.team_id };
  return other.safeParse(body).success ? { kind: 'ignored' } : { kind: 'malformed' };
}

function readEvent({ team_id, event_id, event }: z.infer<typeof envelope>): Payload {
  const known = Object.entries(EVENTS).find(([type]) => type === event.type);
  if (known === undefined) return { kind: 'ignored' };
  const [, shape] = known;
  const read = shape.safeParse(event);
  if (!read.success) return { kind: 'malformed' };
  if (event.type === 'app_home_opened') return { kind: 'passing' };
  if (event.type === 'message' && !isSaidToUs(event)) return { kind: 'ignored' };
  return { kind: 'kept', workspaceId: team_id, key: `event:${event_id}`, isReplaced: false };
}

/** What a person writes, changes or deletes in the DM; what we say ourselves comes back to us too. */
function isSaidToUs(event: Readonly<Record<string, unknown>>): boolean {
  const message = z.looseObject({ bot_id: id.nullish() }).safeParse(event['message'] ?? event).data;
  return isInDm(event) && (message?.bot_id ?? null) === null;
}

/** An edit may come without the type of its channel: its id tells as much. */
function isInDm({ channel_type, channel }: Readonly<Record<string, unknown>>): boolean {
  return channel_type === 'im' || (typeof channel === 'string' && channel.startsWith('D'));
}

function kept(body: z.infer<typeof interaction>, key: string, isReplaced: boolean): Payload {
  const workspaceId = body.team?.id ?? body.user.team_id;
  return workspaceId === undefined ? { kind: 'malformed' } : { kind: 'kept', workspaceId, key, isReplaced };
}

/** PostgreSQL takes no NUL in a text, and nobody means one. */
export function withoutNul(json: string): unknown {
  return JSON.parse(json, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  );
}
