import { MESSAGE_STATES, type Json, type MessageState } from '../domain/message';
import type { Message as MessageRow, Prisma } from './generated/client';

/** A message of the outbox, and how its row is read. */

export interface OutgoingMessage {
  readonly id: string;
  readonly workspaceId: string;
  /** A kind of this version, or of another: messages/ says whether it is known. */
  readonly kind: string;
  readonly payload: Json;
  readonly memberId: string | null;
  readonly channelId: string | null;
  readonly threadTs: string | null;
  readonly subjectId: string | null;
  readonly part: number;
  readonly state: MessageState;
  readonly plannedAt: Date;
  /** When it was last claimed; null before. */
  readonly sendingSince: Date | null;
  /** How often Slack or the network would not take it. */
  readonly tries: number;
  readonly channel: string | null;
  readonly ts: string | null;
  readonly onceKey: string;
}

export function toMessage(row: MessageRow): OutgoingMessage {
  const { id, workspaceId, kind, memberId, channelId, threadTs, subjectId, part, plannedAt } = row;
  const state = MESSAGE_STATES.find((known) => known === row.state);
  if (state === undefined) throw new Error(`A message is in the state '${row.state}', which nobody knows`);
  return {
    id,
    workspaceId,
    kind,
    payload: toJson(row.payload),
    memberId,
    channelId,
    threadTs,
    subjectId,
    part,
    state,
    plannedAt,
    sendingSince: row.sendingSince,
    tries: row.tries,
    channel: row.channel,
    ts: row.ts,
    onceKey: row.onceKey,
  };
}

/** Prisma's type allows a missing field, which JSON does not have. */
function toJson(value: Prisma.JsonValue): Json {
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toJson(each ?? null)]));
}
