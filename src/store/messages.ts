import { randomUUID } from 'node:crypto';
import type { Audience } from '../domain/check-in';
import type { MessageKind } from '../domain/message';
import { insertRows, sqlRunner, type Db } from './client';
import { beside, type Gather } from './gather';
import type { MessageState } from './generated/client';
import type { Queue } from './queue';

/** Something to say, to a person or to a channel. `onceKey` makes saying it twice impossible. */
export interface ToSay {
  readonly id?: string;
  readonly kind: MessageKind;
  readonly memberId?: string;
  readonly channelId?: string;
  readonly threadTs?: string;
  readonly subjectId?: string;
  readonly part?: number;
  readonly detail?: string;
  readonly onceKey: string;
}

export interface SentNudge {
  readonly messageId: string;
  readonly nudgeId: string;
  readonly memberId: string;
  readonly channel: string;
  readonly ts: string;
  readonly sentAt: Date;
  readonly followUpAt: Date | null;
  /** Who reads the answers, as the message said. */
  readonly audience: Audience;
  readonly sharedWith: readonly string[];
}

export interface OutgoingMessage {
  readonly id: string;
  readonly workspaceId: string;
  readonly kind: MessageKind;
  readonly memberId: string | null;
  readonly channelId: string | null;
  readonly threadTs: string | null;
  readonly subjectId: string | null;
  readonly part: number;
  readonly state: MessageState;
  readonly plannedAt: Date;
  readonly channel: string | null;
  readonly ts: string | null;
  readonly detail: string | null;
  readonly onceKey: string;
}

export function createMessages(db: Db, workspaceId: string, queue: Queue, gather: Gather) {
  return {
    byId: gather(async (ids: readonly string[]): Promise<(OutgoingMessage | null)[]> => {
      const rows = await db.message.findMany({ where: { workspaceId, id: { in: [...ids] } } });
      return beside(ids, rows, ({ id }) => id);
    }),

    at: (channel: string, ts: string): Promise<OutgoingMessage | null> =>
      db.message.findFirst({ where: { workspaceId, channel, ts } }),

    /** Those said about these subjects, or being said at this moment, so that they can be brought up to date. */
    about: (subjectIds: readonly string[], kinds: readonly MessageKind[]): Promise<OutgoingMessage[]> =>
      db.message.findMany({
        where: {
          workspaceId,
          subjectId: { in: [...subjectIds] },
          kind: { in: [...kinds] },
          state: { in: ['sending', 'sent'] },
        },
      }),

    /** Writes down what must be said, with the job that says it. Call it in the transaction of the facts. */
    async say(toSay: readonly ToSay[], now: Date): Promise<void> {
      if (toSay.length === 0) return;
      const rows = toSay.map((message) => ({ ...message, id: message.id ?? randomUUID() }));
      const count = await insertRows(
        db,
        'Message',
        rows.map((message) => ({
          id: message.id,
          workspaceId,
          kind: message.kind,
          memberId: message.memberId ?? null,
          channelId: message.channelId ?? null,
          threadTs: message.threadTs ?? null,
          subjectId: message.subjectId ?? null,
          part: message.part ?? 0,
          state: 'planned' as const,
          plannedAt: now,
          detail: message.detail ?? null,
          onceKey: message.onceKey,
        })),
      );
      // A job for a message that was refused as a duplicate finds nothing to do.
      if (count === 0) return;
      await queue.enqueue(
        rows.map(({ id, memberId, channelId }) => ({
          do: 'deliver',
          workspaceId,
          lane: memberId ?? channelId ?? id,
          messageId: id,
        })),
        sqlRunner(db),
      );
    },

    /** New jobs for everything that was never said: those it had were laid aside while the workspace was stopped. */
    async takeUpAgain(): Promise<void> {
      const waiting = await db.message.findMany({
        where: { workspaceId, state: { in: ['planned', 'sending'] } },
        orderBy: { plannedAt: 'asc' },
      });
      await queue.enqueue(
        waiting.map(({ id, memberId, channelId }) => ({
          do: 'deliver',
          workspaceId,
          lane: memberId ?? channelId ?? id,
          messageId: id,
        })),
        sqlRunner(db),
      );
    },

    /** Takes the right to send; false when it was sent, dropped, or is in somebody's hands. */
    claim: gather(async (ids: readonly string[]): Promise<boolean[]> => {
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
        where: { id, workspaceId },
        data: { state: 'dropped', reason: 'put_off', onceKey: `put-off:${id}` },
      });
      await db.nudge.updateMany({ where: { messageId: id, workspaceId }, data: { messageId: null } });
    },

    /**
     * Nudges that were said, recorded on their messages and on themselves. An audience that its person has made narrower
     * in the meantime stays narrow: the order of the enum is self, mentor, program.
     */
    async nudgesSent(sent: readonly SentNudge[]): Promise<void> {
      await db.$executeRaw`
        WITH sent AS (
          SELECT * FROM json_to_recordset(${JSON.stringify(sent)}::json)
            AS s("messageId" uuid, "nudgeId" uuid, "channel" text, "ts" text, "sentAt" timestamptz, "followUpAt" timestamptz,
                 "audience" "Audience", "sharedWith" uuid[])
        ), said AS (
          UPDATE "Message" m SET "state" = 'sent', "channel" = s."channel", "ts" = s."ts", "sentAt" = s."sentAt"
          FROM sent s WHERE m."id" = s."messageId" AND m."workspaceId" = ${workspaceId}
        )
        UPDATE "Nudge" n SET "state" = 'sent', "sentAt" = s."sentAt", "followUpAt" = s."followUpAt",
          "audience" = LEAST(s."audience", m."defaultAudience"), "sharedWith" = s."sharedWith"
        FROM sent s, "Member" m
        WHERE n."id" = s."nudgeId" AND m."id" = n."memberId" AND m."workspaceId" = n."workspaceId" AND n."workspaceId" = ${workspaceId} AND n."state" IN ('planned', 'sending')`;
    },

    async finish(
      id: string,
      state: 'sent' | 'failed' | 'dropped' | 'planned',
      change: { reason?: string; channel?: string; ts?: string; sentAt?: Date } = {},
    ): Promise<void> {
      await db.message.update({ where: { id, workspaceId }, data: { state, ...change } });
    },
  };
}
