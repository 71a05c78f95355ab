import type { Member, Person } from '../domain/member';
import type { Db } from './client';
import { beside, type Gather } from './gather';
import type { Member as MemberRow } from './generated/client';

/** The table of members. */

export type MemberChange = Partial<
  Pick<
    Member,
    | 'name'
    | 'zone'
    | 'locale'
    | 'dmChannelId'
    | 'goneAt'
    | 'homeOpenedAt'
    | 'defaultAudience'
    | 'weeklyBudget'
    | 'capacity'
    | 'digestWhenEmpty'
    | 'quietFrom'
    | 'quietTo'
    | 'holidayCountry'
    | 'holidayRegion'
    | 'pausedAt'
    | 'pausedUntil'
    | 'stoppedAt'
  >
> & { workingDays?: string[] };

export function createMembers(db: Db, workspaceId: string, gather: Gather) {
  const byIds = (ids: readonly string[]) => membersById(db, workspaceId, ids);

  return {
    count: (): Promise<number> => db.member.count({ where: { workspaceId } }),

    async bySlackId(slackUserId: string): Promise<Member | null> {
      const row = await db.member.findUnique({
        where: { workspaceId_slackUserId: { workspaceId, slackUserId } },
      });
      return row && toMember(row);
    },

    byId: gather.reads(async (ids: readonly string[]) => beside(ids, await byIds(ids), ({ id }) => id)),

    byIds,

    /** The member for a Slack person, made when first met. Safe to repeat. */
    async ensure(person: Person, now: Date, enrolledById: string | null): Promise<Member> {
      const row = await db.member.upsert({
        where: { workspaceId_slackUserId: { workspaceId, slackUserId: person.slackUserId } },
        create: {
          workspaceId,
          slackUserId: person.slackUserId,
          name: person.name,
          zone: person.zone,
          locale: person.locale,
          joinedAt: now,
          enrolledById,
        },
        update: { name: person.name, zone: person.zone, ...localeOf(person), goneAt: null },
      });
      return toMember(row);
    },

    /** True for the one caller that may say welcome. */
    async claimWelcome(id: string, now: Date): Promise<boolean> {
      const { count } = await db.member.updateMany({
        where: { id, workspaceId, welcomedAt: null },
        data: { welcomedAt: now },
      });
      return count === 1;
    },

    /** Lets nobody else past this point for this person until the transaction is over. */
    async lock(id: string): Promise<void> {
      await db.$executeRaw`
        SELECT 1 FROM "Member" WHERE "id" = ${id}::uuid AND "workspaceId" = ${workspaceId} FOR UPDATE`;
    },

    async change(id: string, change: MemberChange): Promise<Member> {
      return toMember(
        await db.member.update({ where: { workspaceId_id: { workspaceId, id } }, data: change }),
      );
    },
  };
}

/** However many there are, their ids are one parameter. */
export async function membersById(db: Db, workspaceId: string, ids: readonly string[]): Promise<Member[]> {
  const rows = await db.$queryRaw<MemberRow[]>`
    SELECT * FROM "Member" WHERE "workspaceId" = ${workspaceId} AND "id" = ANY(${[...new Set(ids)]}::uuid[])`;
  return rows.map(toMember);
}

export function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    workspaceId: row.workspaceId,
    slackUserId: row.slackUserId,
    name: row.name,
    zone: row.zone,
    locale: row.locale,
    welcomedAt: row.welcomedAt,
    enrolledById: row.enrolledById,
    dmChannelId: row.dmChannelId,
    homeOpenedAt: row.homeOpenedAt,
    goneAt: row.goneAt,
    defaultAudience: row.defaultAudience,
    weeklyBudget: row.weeklyBudget,
    capacity: row.capacity,
    digestWhenEmpty: row.digestWhenEmpty,
    workingDays: row.workingDays,
    quietFrom: row.quietFrom,
    quietTo: row.quietTo,
    holidayCountry: row.holidayCountry,
    holidayRegion: row.holidayRegion,
    pausedAt: row.pausedAt,
    pausedUntil: row.pausedUntil,
    stoppedAt: row.stoppedAt,
  };
}

/** What Slack left out this time is no reason to forget what it told before. */
function localeOf({ locale }: Person): { locale?: string } {
  return locale === null ? {} : { locale };
}
