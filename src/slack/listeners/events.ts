import type { App, KnownEventFromType } from '@slack/bolt';
import { Refused } from '../../domain/refusal';
import { changeMember } from '../../services/change-member';
import { meetMember } from '../../services/meet-member';
import { deleteMessage, editMessage, recordMessage } from '../../services/record-message';
import { showHome } from '../../services/show-home';
import type { Context, Messenger } from '../../services/ports';
import { asTyped } from '../../words/mrkdwn';
import { toPerson } from '../people';
import { channelJoined, helpWords, refusalWords } from '../../words/en';
import type { Desk } from './edge';

type MessageEvent = KnownEventFromType<'message'>;

/** What Slack tells us unasked: words in the DM, edits, deletions, App Home, mentions, people who change. */
export function registerEvents(
  app: App,
  desk: Desk,
  messenger: Messenger,
  stop: (workspaceId: string, reason: string) => Promise<void>,
): void {
  app.event('message', async ({ event, body, client }) => {
    if (event.channel_type !== 'im') return;
    const context = desk.contextFor(body.team_id);
    try {
      await takeIn(context, event, body.event_id);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await client.chat.postMessage({ channel: event.channel, text: refusalWords(error.refusal) });
    }
  });

  app.event('app_mention', async ({ event, client, body }) => {
    const { store, now } = desk.contextFor(body.team_id);
    if (event.user === undefined || !(await store.events.claim(body.event_id, now))) return;
    await client.chat.postMessage({
      channel: event.channel,
      thread_ts: event.thread_ts ?? event.ts,
      text: helpWords('general'),
    });
  });

  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const context = desk.contextFor(body.team_id);
    try {
      const member = await meetMember(context, event.user);
      await showHome({ store: context.store, messenger, now: context.now }, member.id);
    } catch (error) {
      // A guest or a visitor from elsewhere may look, and sees what this is.
      if (!(error instanceof Refused)) throw error;
      await messenger.showHome(event.user, strangerHome(context.now));
    }
  });

  app.event('user_change', async ({ event, body }) => {
    await changeMember(desk.contextFor(body.team_id), toPerson(event.user, body.team_id));
  });

  app.event('member_joined_channel', async ({ event, body, client, context }) => {
    if (event.user !== context.botUserId) return;
    const { store, now } = desk.contextFor(body.team_id);
    if (!(await store.events.claim(body.event_id, now))) return;
    await client.chat.postMessage({ channel: event.channel, text: channelJoined() });
  });

  app.event('channel_archive', async ({ event, body }) => {
    const { store, now } = desk.contextFor(body.team_id);
    const program = await store.programs.current();
    if (program.digestChannelId !== event.channel || program.digestSetById === null) return;
    const setById = program.digestSetById;
    await store.transaction(async (within) => {
      await within.programs.setDigestChannel(program.id, null, setById);
      await within.messages.say(
        [
          {
            kind: 'channel_lost',
            memberId: setById,
            detail: `${event.channel} is_archived`,
            onceKey: `channel-lost:${body.event_id}`,
          },
        ],
        now,
      );
    });
  });

  app.event('app_uninstalled', ({ body }) => stop(body.team_id, 'app_uninstalled'));
  app.event('tokens_revoked', async ({ event, body }) => {
    // A person's own token, which we never asked for, is no reason to stop.
    if ((event.tokens.bot ?? []).length > 0) await stop(body.team_id, 'token_revoked');
  });
}

/** The fields of a message that we read. Bolt's types promise more than Slack sends. */
interface SlackMessage {
  readonly ts: string;
  readonly user?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly thread_ts?: string | undefined;
  readonly text?: string | undefined;
  readonly files?: readonly unknown[] | undefined;
}

async function takeIn(context: Context, event: MessageEvent, eventId: string): Promise<void> {
  switch (event.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
    case 'me_message':
      return write(context, event, event.channel, eventId, recordMessage);
    case 'message_changed': {
      const subtype: string | undefined = event.message.subtype;
      const changed: SlackMessage = event.message;
      // A deleted message that has replies stays as a tombstone, which Bolt's types do not know.
      if (subtype === 'tombstone') {
        return deleteMessage(context, { eventId, channel: event.channel, ts: changed.ts });
      }
      return write(context, changed, event.channel, eventId, editMessage);
    }
    case 'message_deleted':
      return deleteMessage(context, { eventId, channel: event.channel, ts: event.deleted_ts });
    default:
      return;
  }
}

async function write(
  context: Context,
  message: SlackMessage,
  channel: string,
  eventId: string,
  verb: typeof recordMessage,
): Promise<void> {
  if (message.bot_id !== undefined || message.user === undefined) return;
  const member = await meetMember(context, message.user);
  const isReply = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  await verb(context, member, {
    eventId,
    channel,
    ts: message.ts,
    threadTs: isReply ? (message.thread_ts ?? null) : null,
    text: asTyped(message.text ?? ''),
    hasFiles: (message.files?.length ?? 0) > 0,
  });
}

function strangerHome(now: Date) {
  return {
    member: null,
    enrolled: false,
    zone: 'UTC',
    now,
    open: null,
    cadence: null,
    next: null,
    paused: null,
    stopped: false,
    goals: [],
    recent: [],
    history: [],
    mentors: [],
    mentees: [],
    proposals: [],
    digestCadence: null,
    digestNext: null,
    coordinates: [],
  };
}
