import { isRecord, record, records, text } from '../../../slack/json';
import type { Json } from '../../../slack/json';

/** What the page knows of people, channels, messages and views. */

export type { Json } from '../../../slack/json';

export interface Person {
  id: string;
  name: string;
  tz: string;
  /** What the person is to the bot; null for who is nobody yet. */
  role: string | null;
}

export interface Channel {
  id: string;
  name: string;
}

export interface Workspace {
  now: Date;
  people: Person[];
  channels: Channel[];
}

export interface Message {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks: Json[];
  threadTs: string | null;
  edited: boolean;
  files: string[];
  ephemeral: boolean;
}

export interface Conversation {
  channel: string;
  messages: Message[];
}

export interface View {
  id: string;
  title: string;
  submit: string | null;
  close: string;
  blocks: Json[];
  values: Json;
}

export interface Change {
  kind: string;
  user: string | null;
  channel: string | null;
}

export function workspaceFrom(answer: unknown): Workspace {
  const state = record(answer);
  return {
    now: new Date(text(state['now'])),
    people: records(state['users']).map((user) => ({
      id: text(user['id']),
      name: text(user['name']),
      tz: text(user['tz']) || 'Etc/UTC',
      role: text(user['role']) || null,
    })),
    channels: records(state['channels']).map((channel) => ({
      id: text(channel['id']),
      name: text(channel['name']),
    })),
  };
}

export function roleOf(person: Person | null): string {
  return person?.role ?? 'new here';
}

function messageFrom(message: Json, ephemeral: boolean): Message {
  const thread = text(message['thread_ts']);
  return {
    ts: text(message['ts']),
    channel: text(message['channel']),
    user: text(message['user']),
    text: text(message['text']),
    blocks: records(message['blocks']),
    threadTs: thread === '' || thread === message['ts'] ? null : thread,
    edited: isRecord(message['edited']),
    files: records(message['files']).map((file) => text(file['name'])),
    ephemeral,
  };
}

export function messagesFrom(answer: unknown, ephemeral: boolean): Message[] {
  return records(record(answer)['messages']).map((message) => messageFrom(message, ephemeral));
}

export function conversationFrom(answer: unknown): Conversation {
  return { channel: text(record(answer)['channel']), messages: messagesFrom(answer, false) };
}

/** The words of a text object, or of a plain string. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value : text(record(value)['text']);
}

export function viewFrom(answer: unknown): View | null {
  if (!isRecord(answer) || text(answer['id']) === '') return null;
  return {
    id: text(answer['id']),
    title: words(answer['title']),
    submit: answer['submit'] ? words(answer['submit']) : null,
    close: words(answer['close']) || 'Cancel',
    blocks: records(answer['blocks']),
    values: record(record(answer['state'])['values']),
  };
}

export function changeFrom(value: unknown): Change {
  const change = record(value);
  return {
    kind: text(change['kind']),
    user: text(change['user']) || null,
    channel: text(change['channel']) || null,
  };
}
