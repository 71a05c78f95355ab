import { botMessage } from '../compose';
import { broadcastsIn } from '../broadcasts';
import { ApiError } from '../errors';
import { randomId } from '../ids';
import { argument, records, text } from '../json';
import type { Json } from '../json';
import { addMessage, visibleChannel } from '../world';
import type { Upload, World } from '../world';
import { method, required } from './method';
import type { Method } from './method';

/** The methods of the Web API that begin with files. */

function getUploadUrl(args: Json, world: World): Json {
  const name = required(args, 'filename');
  const length = Number(required(args, 'length'));
  if (!Number.isInteger(length) || length < 1) throw new ApiError('invalid_arguments');
  const id = randomId('F');
  world.uploads.set(id, { id, name, length, content: null });
  return { upload_url: `${world.base()}/upload/${id}`, file_id: id };
}

function uploaded(world: World, id: string): Upload & { content: Buffer } {
  const upload = world.uploads.get(id);
  if (!upload?.content) throw new ApiError('file_not_found');
  return { ...upload, content: upload.content };
}

function share(world: World, args: Json, channelId: string, files: (Upload & { title: string })[]): void {
  let channel;
  try {
    channel = visibleChannel(world, channelId);
  } catch {
    throw new ApiError('invalid_channel');
  }
  if (channel.archived) throw new ApiError('is_archived');
  if (!channel.members.has(world.bot.userId)) throw new ApiError('not_in_channel');
  const words = text(args['initial_comment']);
  const thread = argument(args['thread_ts']);
  world.broadcasts.push(...broadcastsIn({ text: words }));
  const message = addMessage(world, {
    ...botMessage(world, channel.id, { text: words, blocks: [] }),
    subtype: 'file_share',
    files: files.map(({ id, name, title, length }) => ({ id, name, title, size: length })),
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
  for (const file of files)
    world.shared.push({
      id: file.id,
      name: file.name,
      title: file.title,
      content: file.content ?? Buffer.alloc(0),
      channel: channel.id,
      ts: message.ts,
    });
}

function complete(args: Json, world: World): Json {
  const wanted = records(args['files']);
  if (wanted.length === 0) throw new ApiError('invalid_arguments');
  const files = wanted.map((file) => {
    const upload = uploaded(world, text(file['id']));
    return { ...upload, title: text(file['title']) || upload.name };
  });
  const channels = argument(args['channel_id']) ?? argument(args['channels']);
  for (const channel of channels?.split(',') ?? []) share(world, args, channel, files);
  for (const file of files) world.uploads.delete(file.id);
  return { files: files.map(({ id, title }) => ({ id, title })) };
}

export const files: Record<string, Method> = {
  'files.getUploadURLExternal': method('files:write', getUploadUrl),
  'files.completeUploadExternal': method('files:write', complete),
};
