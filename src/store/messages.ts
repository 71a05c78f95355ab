import { randomUUID } from 'node:crypto';
import {
  MESSAGE_STATES,
  type Json,
  type MessageKind,
  type MessageState,
  type Nothing,
  type Payloads,
} from '../domain/message';
import type { DropReason, SendError, Undeliverable } from '../domain/reasons';
import { insertRows, sqlRunner, type Db } from './client';
import { beside, type Gather } from './gather';
import type { Message as MessageRow, Prisma } from './generated/client';
import { OUTBOX, type Queue } from './queue';

/** Something to say, to a person or to a channel. `onceKey` is its idempotency key: saying it twice is impossible. */
export type ToSay<Kind extends MessageKind = MessageKind> = {
  [Each in Kind]: {
    readonly id?: string;
    readonly kind: Each;
    readonly memberId?: string;
    readonly channelId?: string;
    readonly threadTs?: string;
    /** What it is about. */
    readonly subjectId?: string;
    readonly onceKey: string;
  } & (Payloads[Each] extends Nothing
    ? Nothing extends Payloads[Each]
      ? { readonly payload?: undefined }
      : { readonly payload: Payloads[Each] }
    : never);
}[Kind];

export interface SentNudge {
  readonly messageId: string;
  readonly nudgeId: string;
  readonly memberId: string;
  readonly channel: string;
  readonly ts: string;
  readonly sentAt: Date;
  readonly followUpAt: Date | null;
}

/** What became of a message that was claimed; 'planned' is tried again. */
export type End =
  | { readonly state: 'sent'; readonly channel: string; readonly ts: string; readonly sentAt: Date }
  | { readonly state: 'dropped'; readonly reason: DropReason }
  | { readonly state: 'failed'; readonly reason: Undeliverable | SendError }
  | { readonly state: 'planned'; readonly reason: SendError };

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
  readonly channel: string | null;
  readonly ts: string | null;
  readonly onceKey: string;
}

type NewMessage = Pick<
  OutgoingMessage,
  | 'id'
  | 'workspaceId'
  | 'kind'
  | 'memberId'
  | 'channelId'
  | 'threadTs'
  | 'subjectId'
  | 'part'
  | 'state'
  | 'plannedAt'
  | 'onceKey'
> & { readonly payload: Payloads[MessageKind] | Json };

const PUT_OFF = { state: 'dropped', reason: 'put_off' } satisfies End;

export function createMessages(db: Db, workspaceId: string, queue: Queue, gather: Gather) {
  async function write(rows: readonly NewMessage[]): Promise<void> {
    if (rows.length === 0) return;
    // A job for a message that was refused as a duplicate finds nothing to do.
    if ((await insertRows(db, 'Message', rows)) > 0) await deliver(rows);
  }

  function deliver(
    messages: readonly Pick<OutgoingMessage, 'id' | 'memberId' | 'channelId'>[],
  ): Promise<void> {
    return queue.enqueue(
      messages.map(({ id, memberId, channelId }) => ({
        do: 'deliver',
        workspaceId,
        lane: memberId ?? channelId ?? id,
        messageId: id,
      })),
      sqlRunner(db),
    );
  }

  return {
    byId: gather.reads(async (ids: readonly string[]): Promise<(OutgoingMessage | null)[]> => {
      const rows = await db.message.findMany({ where: { workspaceId, id: { in: [...ids] } } });
      return beside(ids, rows.map(toMessage), ({ id }) => id);
    }),

    async at(channel: string, ts: string): Promise<OutgoingMessage | null> {
      const row = await db.message.findFirst({ where: { workspaceId, channel, ts } });
      return row && toMessage(row);
    },

    /** Those said about these subjects, or being said at this moment, so that they can be brought up to date. */
    async about(subjectIds: readonly string[]): Promise<OutgoingMessage[]> {
      const rows = await db.message.findMany({
        where: { workspaceId, subjectId: { in: [...subjectIds] }, state: { in: ['sending', 'sent'] } },
      });
      return rows.map(toMessage);
    },

    /** Whether something of ours is known to stand there. */
    isAt: async (channel: string, ts: string): Promise<boolean> =>
      (await db.message.count({ where: { workspaceId, channel, ts } })) > 0,

    /** Writes down what must be said, with the job that says it. Call it in the transaction of the facts. */
    say: (toSay: readonly ToSay[], now: Date): Promise<void> =>
      write(
        toSay.map((message) => ({
          id: message.id ?? randomUUID(),
          workspaceId,
          kind: message.kind,
          payload: message.payload ?? {},
          memberId: message.memberId ?? null,
          channelId: message.channelId ?? null,
          threadTs: message.threadTs ?? null,
          subjectId: message.subjectId ?? null,
          part: 0,
          state: 'planned',
          plannedAt: now,
          onceKey: message.onceKey,
        })),
      ),

    /** The next part of a message that is too long for one, in the thread of the first. */
    sayRest: (message: OutgoingMessage, threadTs: string, now: Date): Promise<void> =>
      write([
        {
          id: randomUUID(),
          workspaceId,
          kind: message.kind,
          payload: message.payload,
          memberId: message.memberId,
          channelId: message.channelId,
          threadTs: message.threadTs ?? threadTs,
          subjectId: message.subjectId,
          part: message.part + 1,
          state: 'planned',
          plannedAt: now,
          onceKey: `${message.onceKey}:${message.part + 1}`,
        },
      ]),

    /**
     * New jobs for everything that was never said and that no job waits for: laid aside while the workspace was stopped,
     * or left by a version that could not make it. Safe to repeat.
     */
    async takeUpAgain(): Promise<void> {
      const waiting = await db.$queryRaw<Pick<OutgoingMessage, 'id' | 'memberId' | 'channelId'>[]>`
        SELECT m."id"::text AS "id", m."memberId"::text AS "memberId", m."channelId" FROM "Message" m
        WHERE m."workspaceId" = ${workspaceId} AND m."state" IN ('planned', 'sending') AND NOT EXISTS (
          SELECT FROM pgboss.job j
          WHERE j.name = ${OUTBOX} AND j.state < 'completed' AND j.data->>'messageId' = m."id"::text
            AND j.data->>'do' = 'deliver')
        ORDER BY m."plannedAt", m."id"`;
      await deliver(waiting);
    },

    /** Takes the right to send; false when it was sent, dropped, or is in somebody's hands. */
    claim: gather.writes(async (ids: readonly string[]): Promise<boolean[]> => {
      const claimed = await db.$queryRaw<{ id: string }[]>`
        UPDATE "Message" SET "state" = 'sending'
        WHERE "id" = ANY(${[...ids]}::uuid[]) AND "workspaceId" = ${workspaceId} AND "state" = 'planned'
        RETURNING "id"::text AS "id"`;
      // Of those who ask for the same message in one breath, one gets it.
      const free = new Set(claimed.map(({ id }) => id));
      return ids.map((id) => free.delete(id));
    }),

    /** Lets go of a claimed nudge message whose nudge waits for a later moment; another message will carry it. */
    async putOff(id: string): Promise<void> {
      await db.message.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { ...PUT_OFF, onceKey: `put-off:${id}` },
      });
      await db.nudge.updateMany({ where: { messageId: id, workspaceId }, data: { messageId: null } });
    },

    /** Nudges that were said, recorded on their messages and on themselves; one answered meanwhile stays answered. */
    async nudgesSent(sent: readonly SentNudge[]): Promise<void> {
      await db.$executeRaw`
        WITH sent AS (
          SELECT * FROM json_to_recordset(${JSON.stringify(sent)}::json)
            AS s("messageId" uuid, "nudgeId" uuid, "channel" text, "ts" text, "sentAt" timestamptz, "followUpAt" timestamptz)
        ), said AS (
          UPDATE "Message" m SET "state" = 'sent', "channel" = s."channel", "ts" = s."ts", "sentAt" = s."sentAt"
          FROM sent s WHERE m."id" = s."messageId" AND m."workspaceId" = ${workspaceId}
        )
        UPDATE "Nudge" n SET "state" = 'sent', "sentAt" = s."sentAt", "followUpAt" = s."followUpAt"
        FROM sent s
        WHERE n."id" = s."nudgeId" AND n."workspaceId" = ${workspaceId} AND n."state" IN ('planned', 'sending')`;
    },

    async finish(id: string, end: End): Promise<void> {
      await db.message.update({ where: { workspaceId_id: { workspaceId, id } }, data: end });
    },
  };
}

function toMessage(row: MessageRow): OutgoingMessage {
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
