import { describe, errorOf, validateMessage } from './blocks/block-kit';
import { broadcastsIn } from './broadcasts';
import { ApiError } from './errors';
import { randomHex } from './ids';
import { isRecord, list, records, text } from './json';
import type { Json } from './json';
import type { SlackMessage } from './types';
import { withIds } from './blocks/view-state';
import { appId, botId } from './world';
import type { World } from './world';

/** A message as the bot sends it, checked as Slack checks it. */

const longestText = 40_000;

export type Body = Pick<SlackMessage, 'text' | 'blocks' | 'metadata' | 'attachments'>;

function metadataOf(value: unknown): Body['metadata'] {
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw new ApiError('invalid_metadata_format');
  if (Object.keys(value).length === 0) return undefined;
  const type = text(value['event_type']);
  const payload = value['event_payload'];
  if (type === '' || !isRecord(payload)) throw new ApiError('invalid_metadata_schema');
  return { event_type: type, event_payload: payload };
}

/** The bot's message from the arguments of a call, checked as Slack checks it. */
export function compose(world: World, args: Json): Body {
  if (args['markdown_text'] !== undefined && (args['text'] !== undefined || args['blocks'] !== undefined))
    throw new ApiError('markdown_text_conflict');
  const problems = validateMessage(args);
  if (problems.length > 0)
    throw new ApiError(errorOf(problems, 'invalid_blocks'), {
      response_metadata: { messages: problems.map(describe) },
    });
  world.broadcasts.push(...broadcastsIn(args));
  const metadata = metadataOf(args['metadata']);
  const attachments = records(args['attachments']);
  return {
    text: text(args['text']).slice(0, longestText),
    blocks: withIds(list(args['blocks']), () => randomHex(4)),
    ...(metadata ? { metadata } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}

export function botMessage(world: World, channel: string, body: Body): SlackMessage {
  return {
    type: 'message',
    channel,
    ts: world.nextTs(),
    user: world.bot.userId,
    bot_id: botId,
    app_id: appId,
    team: world.team.id,
    ...body,
  };
}
