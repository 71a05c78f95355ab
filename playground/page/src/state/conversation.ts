import { get } from '../api/control';
import { conversationFrom, messagesFrom } from '../api/model';
import type { Conversation, Message } from '../api/model';
import type { Place } from './place';
import { useLive } from './use-live';
import type { Live } from './use-live';

/** Keeps the objects that did not change, so that only what did is drawn again. */
function reuse(before: readonly Message[], after: Message[]): Message[] {
  const known = new Map(before.map((message) => [message.ts, message]));
  return after.map((message) => {
    const old = known.get(message.ts);
    return old && JSON.stringify(old) === JSON.stringify(message) ? old : message;
  });
}

async function load({ user, where }: Place, before: Conversation | null): Promise<Conversation> {
  const [conversation, ephemerals] = await Promise.all([
    get('messages', where === 'dm' ? { dm: user } : { channel: where }).then(conversationFrom),
    get('ephemerals', { user }).then((answer) => messagesFrom(answer, true)),
  ]);
  const { channel } = conversation;
  const mine = ephemerals.filter((message) => message.channel === channel);
  const all = [...conversation.messages, ...mine].sort((a, b) => Number(a.ts) - Number(b.ts));
  return { channel, messages: reuse(before?.messages ?? [], all) };
}

export function useConversation(place: Place): Live<Conversation> {
  const { user, where } = place;
  return useLive<Conversation>(
    `${user}/${where}`,
    (before) => load(place, before),
    (change) =>
      (change.kind === 'message' && (where === 'dm' || change.channel === where)) ||
      (change.kind === 'ephemeral' && change.user === user),
  );
}

export interface Talk {
  root: Message;
  replies: Message[];
}

/** Messages with their replies under them; a reply whose parent is gone stands for itself. */
export function talksOf(messages: readonly Message[]): Talk[] {
  const roots = new Map<string, Talk>();
  for (const root of messages) if (root.threadTs === null) roots.set(root.ts, { root, replies: [] });
  for (const message of messages) {
    if (message.threadTs === null) continue;
    const talk = roots.get(message.threadTs);
    if (talk) talk.replies.push(message);
    else roots.set(message.ts, { root: message, replies: [] });
  }
  return [...roots.values()].sort((a, b) => Number(a.root.ts) - Number(b.root.ts));
}
