import { randomUUID } from 'node:crypto';
import { type Json, type MessageKind, type Nothing, type Payloads } from '../domain/message';
import type { DropReason, SendError, Undeliverable } from '../domain/reasons';
import { insertRows, sqlRunner, type Db } from './client';
import { beside, type Gather } from './gather';
import { toMessage, type OutgoingMessage } from './outgoing-message';
import { OUTBOX, type Queue } from './queue';

export type { OutgoingMessage } from './outgoing-message';

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
    /** Said no sooner than this. */
    readonly notBefore?: Date;
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

/** What became of a message that was claimed. */
export type End =
  | { readonly state: 'sent'; readonly channel: string; readonly ts: string; readonly sentAt: Date }
  | { readonly state: 'dropped'; readonly reason: DropReason }
  | { readonly state: 'failed'; readonly reason: Undeliverable | SendError };

/** Whoever has claimed a message is done with it long before; one whose process died is taken up by another then. */
const CLAIMED_FOR = 2 * 60_000;
/** A message that has a job needs no other, unless that was lost. */
const JOB_LASTS = 60 * 60_000;

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

/** A message to say at once, or when its time has come. */
interface Planned {
  readonly message: NewMessage;
  readonly notBefore: Date | null;
}

interface Claim {
  readonly id: string;
  readonly now: Date;
}

const PUT_OFF = { state: 'dropped', reason: 'put_off' } satisfies End;

export function createMessages(db: Db, workspaceId: string, queue: Queue, gather: Gather) {
  async function write(planned: readonly Planned[]): Promise<void> {
    if (planned.length === 0) return;
    const rows = planned.map(({ message, notBefore }) => ({
      ...message,
      tryAt: notBefore ?? later(message.plannedAt, JOB_LASTS),
    }));
    const atOnce = planned.flatMap(({ message, notBefore }) => (notBefore === null ? [message] : []));
    // A job for a message that was refused as a duplicate finds nothing to do.
    if ((await insertRows(db, 'Message', rows)) > 0 && atOnce.length > 0) await deliver(atOnce);
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

    /** What is, was or will be said of this kind about a subject: to whom, and how far that has come. */
    ofKind: (subjectId: string, kind: MessageKind): Promise<{ memberId: string | null; state: string }[]> =>
      db.message.findMany({
        where: { workspaceId, subjectId, kind },
        select: { memberId: true, state: true },
      }),

    /** Whether something of ours is known to stand there. */
    isAt: async (channel: string, ts: string): Promise<boolean> =>
      (await db.message.count({ where: { workspaceId, channel, ts } })) > 0,

    /** Writes down what must be said, with the job that says it. Call it in the transaction of the facts. */
    say: (toSay: readonly ToSay[], now: Date): Promise<void> =>
      write(
        toSay.map((message) => ({
          message: {
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
          },
          notBefore: message.notBefore ?? null,
        })),
      ),

    /** The next part of a message that is too long for one, in the thread of the first. */
    sayRest: (message: OutgoingMessage, threadTs: string, now: Date): Promise<void> =>
      write([
        {
          message: {
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
          notBefore: null,
        },
      ]),

    /** Says what waits to be said about this subject now; answers how many there were. */
    async sayNow(subjectId: string, kind: MessageKind, now: Date): Promise<number> {
      const waiting = await db.message.findMany({
        where: { workspaceId, subjectId, kind, state: 'planned', tryAt: { gt: now } },
        select: { id: true, memberId: true, channelId: true },
      });
      await db.message.updateMany({
        where: { workspaceId, id: { in: waiting.map(({ id }) => id) } },
        data: { tryAt: later(now, JOB_LASTS) },
      });
      if (waiting.length > 0) await deliver(waiting);
      return waiting.length;
    },

    /** Whether something about this subject waits for that moment to be said. */
    waitsUntil: async (subjectId: string, kind: MessageKind, at: Date): Promise<boolean> =>
      (await db.message.count({ where: { workspaceId, subjectId, kind, state: 'planned', tryAt: at } })) > 0,

    /**
     * New jobs for everything that was never said and that no job waits for: laid aside while the workspace was stopped,
     * or left by a version that could not make it. Safe to repeat.
     */
    async takeUpAgain(): Promise<void> {
      const waiting = await db.$queryRaw<Pick<OutgoingMessage, 'id' | 'memberId' | 'channelId'>[]>`
        SELECT m."id"::text AS "id", m."memberId"::text AS "memberId", m."channelId" FROM "Message" m
        WHERE m."workspaceId" = ${workspaceId} AND m."tryAt" IS NOT NULL AND m."state" IN ('planned', 'sending') AND NOT EXISTS (
          SELECT FROM pgboss.job j
          WHERE j.name = ${OUTBOX} AND j.state < 'completed' AND j.data->>'messageId' = m."id"::text
            AND j.data->>'do' = 'deliver')
        ORDER BY m."plannedAt", m."id"`;
      await deliver(waiting);
    },

    /** New jobs for these, whose time to be tried has come. */
    deliverAgain: deliver,

    /** Takes the right to send; false when it was sent, dropped, or is in somebody's hands. */
    claim: gather.writes(async (claims: readonly Claim[]): Promise<boolean[]> => {
      const ids = claims.map(({ id }) => id);
      const now = claims[0]?.now ?? new Date(0);
      const claimed = await db.$queryRaw<{ id: string }[]>`
        UPDATE "Message" SET "state" = 'sending', "sendingSince" = ${now}, "tryAt" = ${later(now, CLAIMED_FOR)}
        WHERE "id" = ANY(${ids}::uuid[]) AND "workspaceId" = ${workspaceId} AND "state" = 'planned'
        RETURNING "id"::text AS "id"`;
      // Of those who ask for the same message in one breath, one gets it.
      const free = new Set(claimed.map(({ id }) => id));
      return ids.map((id) => free.delete(id));
    }),

    /** The same for one that was claimed at that instant and certainly never arrived: of those who know it, one gets it. */
    async claimAgain(id: string, sendingSince: Date | null, now: Date): Promise<boolean> {
      const { count } = await db.message.updateMany({
        where: { workspaceId, id, state: 'sending', sendingSince },
        data: { sendingSince: now, tryAt: later(now, CLAIMED_FOR) },
      });
      return count === 1;
    },

    /** Slack would not take a message that was claimed: it waits for another try. */
    async tryLater(id: string, reason: SendError, tryAt: Date): Promise<void> {
      await db.message.updateMany({
        where: { workspaceId, id, state: 'sending' },
        data: { state: 'planned', reason, tryAt, tries: { increment: 1 } },
      });
    },

    /** Nobody knows whether a message arrived: it is looked for again then. */
    async lookLater(id: string, tryAt: Date): Promise<void> {
      await db.message.updateMany({
        where: { workspaceId, id, state: 'sending' },
        data: { tryAt, tries: { increment: 1 } },
      });
    },

    /** A message that may not be said yet: it gets its job at that instant. */
    wait: gather.writes(async (waits: readonly { readonly id: string; readonly until: Date }[]) => {
      await db.$executeRaw`
        UPDATE "Message" m SET "tryAt" = w."until"
        FROM json_to_recordset(${JSON.stringify(waits)}::json) AS w("id" uuid, "until" timestamptz)
        WHERE m."id" = w."id" AND m."workspaceId" = ${workspaceId} AND m."state" = 'planned'`;
      return waits;
    }),

    /** Lets go of a claimed nudge message whose nudge waits for a later moment; another message will carry it. */
    async putOff(id: string): Promise<void> {
      await db.message.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { ...PUT_OFF, tryAt: null, onceKey: `put-off:${id}` },
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
          UPDATE "Message" m SET "state" = 'sent', "tryAt" = NULL, "channel" = s."channel", "ts" = s."ts", "sentAt" = s."sentAt"
          FROM sent s WHERE m."id" = s."messageId" AND m."workspaceId" = ${workspaceId}
        )
        UPDATE "Nudge" n SET "state" = 'sent', "sentAt" = s."sentAt", "followUpAt" = s."followUpAt"
        FROM sent s
        WHERE n."id" = s."nudgeId" AND n."workspaceId" = ${workspaceId} AND n."state" IN ('planned', 'sending')`;
    },

    async finish(id: string, end: End): Promise<void> {
      await db.message.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { ...end, tryAt: null },
      });
    },
  };
}

function later(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}
