import type { Db } from './client';
import type { Arrival as ArrivalRow } from './generated/client';

/** The table of what Slack sent and was told "ok" for, until its work is done. The field: an inbox. */

export interface Arrival {
  readonly id: string;
  readonly workspaceId: string;
  /** The body as Slack sent it, JSON as text. */
  readonly payload: string;
}

export interface NewArrival extends Omit<Arrival, 'workspaceId'> {
  readonly key: string;
  readonly arrivedAt: Date;
  /** Until when whoever keeps it is at work on it. */
  readonly takeUpAt: Date;
}

export function toArrival({ id, workspaceId, payload }: ArrivalRow): Arrival {
  return { id, workspaceId, payload };
}

export function createInbox(db: Db, workspaceId: string) {
  return {
    /** False when one of this key is kept already. */
    async keep(arrival: NewArrival): Promise<boolean> {
      const data = [{ workspaceId, ...arrival }];
      const { count } = await db.arrival.createMany({ data, skipDuplicates: true });
      return count === 1;
    },

    /** Takes the place of one of this key: whoever is at work on that one finds it gone. */
    async keepInstead({ key, ...arrival }: NewArrival): Promise<void> {
      await db.arrival.upsert({
        where: { workspaceId_key: { workspaceId, key } },
        create: { workspaceId, key, ...arrival },
        update: { ...arrival, tries: 0 },
      });
    },

    /** True once: in the transaction of the work itself, so that both are done or neither. */
    async erase(id: string): Promise<boolean> {
      const { count } = await db.arrival.deleteMany({ where: { workspaceId, id } });
      return count === 1;
    },
  };
}
