import type { App, KnownEventFromType } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { readIntent, type Intent } from '../../domain/reading/intent';
import { changeMember } from '../../services/people/change-member';
import { doOnce } from '../../services/do-once';
import { loseChannel } from '../../services/people/lose-channel';
import { localeOf, meetActor } from '../../services/people/meet-member';
import { openHome } from '../../services/people/open-home';
import {
  deleteMessage,
  editMessage,
  obeyMessage,
  recordMessage,
} from '../../services/answering/record-message';
import type { Context } from '../../services/ports';
import { asTyped } from '../../words/mrkdwn';
import { toPerson } from '../people';
import { wordsFor, type Words } from '../../words';
import { workingIn } from '../incoming/intake';
import { answering } from './edge';
import { doIntent } from './intents';
import type { Answer, Desk } from './turn';

/** What Slack tells us unasked, each passed on to its verb. */

type MessageEvent = KnownEventFromType<'message'>;

/** What ends our place in a channel, public or private. */
const LOST = [
  ['channel_archive', 'is_archived'],
  ['group_archive', 'is_archived'],
  ['channel_left', 'not_in_channel'],
  ['group_left', 'not_in_channel'],
] as const;

/** What Slack tells us unasked: words in the DM, edits, deletions, App Home, mentions, people who change. */
export function registerEvents(
  app: App,
  desk: Desk,
  stop: (workspaceId: string, reason: string) => Promise<void>,
): void {
  app.event('message', async ({ event, body, client, context: boltContext }) => {
    const context = desk.contextFor(body.team_id, boltContext);
    const answerable = {
      words: () => wordsOf(context, 'user' in event ? event.user : undefined),
      say: (answer: Answer) => post(client, event.channel, answer),
      working: workingIn(boltContext),
      isAboutForm: false,
    };
    const now = desk.clock();
    const intent = intentOf(event);
    await answering(answerable, () =>
      intent === null
        ? takeIn(context, event, body.event_id, now)
        : obeyMessage(context, event, now, async () => {
            const actor = await meetActor(context, intent.from, now);
            const answer = await doIntent({ context, actor, words: wordsFor(actor.locale) }, intent);
            if (answer !== null) await answerable.say(answer);
          }),
    );
  });

  app.event('app_mention', async ({ event, client, body, context: boltContext }) => {
    const context = desk.contextFor(body.team_id, boltContext);
    const { user, channel, thread_ts = event.ts } = event;
    if (user === undefined) return;
    await doOnce(context, body.event_id, desk.clock(), async () => {
      const { helpWords } = await wordsOf(context, user);
      await client.chat.postMessage({ channel, thread_ts, text: helpWords('general') });
    });
  });

  app.event('app_home_opened', async ({ event, body, context }) => {
    if (event.tab !== 'home') return;
    await openHome(desk.contextFor(body.team_id, context), event.user, desk.clock());
  });

  app.event('user_change', async ({ event, body, context }) => {
    await changeMember(
      desk.contextFor(body.team_id, context),
      toPerson(event.user, body.team_id),
      desk.clock(),
    );
  });

  app.event('member_joined_channel', async ({ event, body, client, context }) => {
    if (event.user !== context.botUserId) return;
    await doOnce(desk.contextFor(body.team_id, context), body.event_id, desk.clock(), async () => {
      // A channel has no language of its own: the house's.
      const { channelJoined } = wordsFor(null);
      await client.chat.postMessage({ channel: event.channel, text: channelJoined() });
    });
  });

  for (const [type, error] of LOST) {
    app.event(type, async ({ event, body, context }) => {
      const lost = { channelId: event.channel, error, eventId: body.event_id };
      await loseChannel(desk.contextFor(body.team_id, context), lost, desk.clock());
    });
  }

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
  readonly thread_ts?: string | undefined;
  readonly parent_user_id?: string | undefined;
  readonly text?: string | undefined;
  readonly files?: readonly unknown[] | undefined;
}

/** What a new message at the top of the DM asks for as a whole, and who does; null for anything else. */
function intentOf(event: MessageEvent): (Intent & { readonly from: string }) | null {
  if (event.subtype !== undefined || event.thread_ts !== undefined) return null;
  const intent = readIntent(asTyped(event.text ?? ''));
  return intent && { ...intent, from: event.user };
}

async function takeIn(context: Context, event: MessageEvent, eventId: string, now: Date): Promise<void> {
  switch (event.subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
    case 'me_message':
      return write(context, event, event.channel, eventId, now, recordMessage);
    case 'message_changed': {
      const subtype: string | undefined = event.message.subtype;
      const changed: SlackMessage = event.message;
      // A deleted message that has replies stays as a tombstone, which Bolt's types do not know.
      if (subtype === 'tombstone') {
        return deleteMessage(context, { eventId, channel: event.channel, ts: changed.ts }, now);
      }
      return write(context, changed, event.channel, eventId, now, editMessage);
    }
    case 'message_deleted':
      return deleteMessage(context, { eventId, channel: event.channel, ts: event.deleted_ts }, now);
    default:
      return;
  }
}

async function write(
  context: Context,
  message: SlackMessage,
  channel: string,
  eventId: string,
  now: Date,
  verb: typeof recordMessage,
): Promise<void> {
  if (message.user === undefined) return;
  const actor = await meetActor(context, message.user, now);
  const isReply = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  await verb(context, actor, {
    eventId,
    channel,
    ts: message.ts,
    threadTs: isReply ? (message.thread_ts ?? null) : null,
    isUnderOurs: isReply && message.parent_user_id !== undefined && message.parent_user_id !== message.user,
    text: asTyped(message.text ?? ''),
    hasFiles: (message.files?.length ?? 0) > 0,
  });
}

async function post(client: WebClient, channel: string, answer: Answer): Promise<void> {
  const { text, ...blocks } = typeof answer === 'string' ? { text: answer } : answer;
  await client.chat.postMessage({ channel, text, ...blocks });
}

async function wordsOf(context: Context, slackUserId: string | undefined): Promise<Words> {
  return wordsFor(slackUserId === undefined ? null : await localeOf(context, slackUserId));
}
