import type { Nudge, NudgeQuestion, NudgeState, SilenceAnswer } from '../domain/nudge';
import { insertRows, type Db } from './client';
import { beside, type Gather } from './gather';

export interface NewNudge {
  readonly id: string;
  readonly memberId: string;
  readonly dueAt: Date;
  readonly origin: Nudge['origin'];
  readonly state: NudgeState;
  readonly sendAt: Date | null;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly messageId: string | null;
  readonly silenceAskedAt: Date | null;
}

export type AskedNudge = Nudge & { readonly questions: NudgeQuestion[] };

const WITH_QUESTIONS = { questions: { orderBy: { position: 'asc' } } } as const;

export function createNudges(db: Db, workspaceId: string, gather: Gather) {
  /** A nudge that was left out takes its questions with it: one person's never stop a batch of the sweep. */
  async function ofThoseThere(questions: readonly NudgeQuestion[]): Promise<NudgeQuestion[]> {
    const rows = await db.nudge.findMany({
      where: { workspaceId, id: { in: questions.map(({ nudgeId }) => nudgeId) } },
      select: { id: true },
    });
    const there = new Set(rows.map(({ id }) => id));
    return questions.filter(({ nudgeId }) => there.has(nudgeId));
  }

  return {
    byId: gather(async (ids: readonly string[]): Promise<(AskedNudge | null)[]> => {
      const rows = await db.nudge.findMany({
        where: { workspaceId, id: { in: [...ids] } },
        include: WITH_QUESTIONS,
      });
      return beside(ids, rows, ({ id }) => id);
    }),

    byMessage: (channel: string, ts: string): Promise<AskedNudge | null> =>
      db.nudge.findFirst({ where: { workspaceId, message: { channel, ts } }, include: WITH_QUESTIONS }),

    /** The newest nudge that was sent and not yet closed by a later one. */
    openOf: (memberId: string): Promise<AskedNudge | null> =>
      db.nudge.findFirst({
        where: { workspaceId, memberId, state: { in: ['sent', 'answered'] } },
        orderBy: { dueAt: 'desc' },
        include: WITH_QUESTIONS,
      }),

    recent: (memberId: string, limit: number): Promise<Nudge[]> =>
      db.nudge.findMany({ where: { workspaceId, memberId }, orderBy: { dueAt: 'desc' }, take: limit }),

    /** The first instant after a moment at which no nudge of this person is due; a rhythm's stand on the minute itself. */
    async freeInstantAfter(memberId: string, moment: Date): Promise<Date> {
      const lte = new Date(moment.getTime() + 999);
      const [last] = await db.nudge.findMany({
        where: { workspaceId, memberId, dueAt: { gte: moment, lte } },
        orderBy: { dueAt: 'desc' },
        take: 1,
      });
      return new Date((last?.dueAt ?? moment).getTime() + 1);
    },

    /** Writes nudges and their questions; a nudge that exists for this person and due time is left as it is. */
    async plan(nudges: readonly NewNudge[], questions: readonly NudgeQuestion[]): Promise<void> {
      const count = await insertRows(
        db,
        'Nudge',
        nudges.map((nudge) => ({ workspaceId, ...nudge })),
      );
      const kept = count === nudges.length ? questions : await ofThoseThere(questions);
      await insertRows(
        db,
        'NudgeQuestion',
        kept.map((question) => ({ workspaceId, ...question })),
      );
    },

    /** Moves a nudge on, once: false when it is in none of `from`. */
    async move(
      id: string,
      from: readonly NudgeState[],
      to: NudgeState,
      change: {
        reason?: string | null;
        detail?: string | null;
        sentAt?: Date;
        answeredAt?: Date;
        sendAt?: Date | null;
        followUpAt?: Date | null;
        messageId?: string;
      } = {},
    ): Promise<boolean> {
      const { count } = await db.nudge.updateMany({
        where: { id, workspaceId, state: { in: [...from] } },
        data: { state: to, ...change },
      });
      return count === 1;
    },

    /** About to be spoken: a planned nudge; one in any other state is left as it is. */
    startSending: gather(async (ids: readonly string[]) => {
      await db.$executeRaw`
        UPDATE "Nudge" SET "state" = 'sending'
        WHERE "id" = ANY(${[...ids]}::uuid[]) AND "workspaceId" = ${workspaceId} AND "state" = 'planned'`;
      return ids;
    }),

    /** New nudges close the older ones: sent ones that nobody answered expire, and snoozed ones are folded in. */
    async giveWay(memberIds: readonly string[], foldUntil: Date): Promise<void> {
      const ofThem = { workspaceId, memberId: { in: [...memberIds] } };
      await db.nudge.updateMany({
        where: { ...ofThem, state: 'sent' },
        data: { state: 'expired', followUpAt: null },
      });
      await db.nudge.updateMany({
        where: { ...ofThem, state: 'planned', sendAt: { lte: foldUntil } },
        data: { state: 'void', reason: 'folded', sendAt: null },
      });
    },

    /** Claims the one follow-up of a nudge; false when it was done, or is no longer wanted. */
    async claimFollowUp(id: string, now: Date): Promise<boolean> {
      const { count } = await db.nudge.updateMany({
        where: { id, workspaceId, state: 'sent', followedUpAt: null },
        data: { followedUpAt: now, followUpAt: null },
      });
      return count === 1;
    },

    /** Records which of the five taps was chosen; the first tap counts. */
    async answerSilence(id: string, answer: SilenceAnswer): Promise<boolean> {
      const { count } = await db.nudge.updateMany({
        where: { id, workspaceId, silenceAnswer: null },
        data: { silenceAnswer: answer },
      });
      return count === 1;
    },

    /** Puts aside everything planned and not yet spoken, when a person pauses, stops or changes the rhythm. */
    async voidPlanned(memberId: string, reason: string): Promise<void> {
      await db.nudge.updateMany({
        where: { workspaceId, memberId, state: 'planned', sendAt: { not: null } },
        data: { state: 'void', reason, sendAt: null },
      });
    },
  };
}
