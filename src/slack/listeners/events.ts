import type { App, KnownEventFromType } from '@slack/bolt';
import { Refused } from '../../domain/refusal';
import { changeMember } from '../../services/change-member';
import { meetMember } from '../../services/meet-member';
import { deleteMessage, editMessage, recordMessage } from '../../services/record-message';
import { showHome } from '../../services/show-home';
import type { Context, Messenger } from '../../services/ports';
import { asTyped } from '../mrkdwn';
import { toPerson } from '../people';
import { helpWords, refusalWords } from '../words';
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
  app.event('tokens_revoked', ({ body }) => stop(body.team_id, 'token_revoked'));
}

async function takeIn(context: Context, event: MessageEvent, eventId: string): Promise<void> {
  switch (event.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
    case 'me_message': {
      if (('bot_id' in event && event.bot_id !== undefined) || !('user' in event) || event.user === undefined)
        return;
      const member = await meetMember(context, event.user);
      await recordMessage(context, member, {
        eventId,
        channel: event.channel,
        ts: event.ts,
        threadTs: threadOf(event),
        text: asTyped(('text' in event && event.text) || ''),
        hasFiles: 'files' in event && (event.files?.length ?? 0) > 0,
      });
      return;
    }
    case 'message_changed': {
      const { message } = event;
      // A deleted message that has replies stays as a tombstone, which Bolt's types do not know.
      const subtype: string | undefined = message.subtype;
      const { ts } = message;
      if (subtype === 'tombstone') return deleteMessage(context, { eventId, channel: event.channel, ts });
      if (!('user' in message) || message.user === undefined || ('bot_id' in message && message.bot_id))
        return;
      const member = await meetMember(context, message.user);
      await editMessage(context, member, {
        eventId,
        channel: event.channel,
        ts: message.ts,
        threadTs: threadOf(message),
        text: asTyped(('text' in message && message.text) || ''),
        hasFiles: 'files' in message && (message.files?.length ?? 0) > 0,
      });
      return;
    }
    case 'message_deleted':
      return deleteMessage(context, { eventId, channel: event.channel, ts: event.deleted_ts });
    default:
      return;
  }
}

function threadOf(message: { ts: string; thread_ts?: string } | object): string | null {
  if (!('thread_ts' in message) || message.thread_ts === undefined || !('ts' in message)) return null;
  return message.thread_ts === message.ts ? null : message.thread_ts;
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
