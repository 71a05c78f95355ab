import type { Db } from './client';

/** The table of what was already taken in. The field: deduplication by idempotency key. */

export function createEvents(db: Db, workspaceId: string) {
  return {
    /** True the first time an event id is seen. Claim it in the transaction of its effects. */
    async claim(eventId: string, now: Date): Promise<boolean> {
      const { count } = await db.seenEvent.createMany({
        data: [{ workspaceId, eventId, seenAt: now }],
        skipDuplicates: true,
      });
      return count === 1;
    },

    seen: async (eventId: string): Promise<boolean> =>
      (await db.seenEvent.count({ where: { workspaceId, eventId } })) > 0,
  };
}
