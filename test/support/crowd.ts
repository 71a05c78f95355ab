import { randomUUID } from 'node:crypto';
import type { TestStage } from './stage';

/** Pairs by the hundred, written at once as they stand after a month: each mentee with a goal, a word said, and asked on Fridays. */

const MONTH = 30 * 86_400_000;
const HOUR = 3_600_000;

interface Crowd {
  /** Known to the bot already; without one, each pair has a mentor of its own. */
  readonly mentorId?: string;
  readonly count: number;
  /** Begins the Slack ids of its people: UCROWD0, UCROWD1, … */
  readonly called: string;
  readonly state?: 'proposed' | 'active' | 'paused';
}

export async function writePairs(stage: TestStage, crowd: Crowd): Promise<void> {
  const { prisma } = stage.database;
  const workspaceId = stage.slack.team.id;
  const now = stage.clock.now();
  const before = new Date(now.getTime() - MONTH);
  const { id: programId } = await stage.store.programs.first();
  const { mentorId, called, state = 'active' } = crowd;
  const person = (slackUserId: string) => ({
    id: randomUUID(),
    workspaceId,
    slackUserId,
    name: slackUserId.toLowerCase(),
    zone: 'Europe/Berlin',
    joinedAt: before,
    welcomedAt: before,
  });
  const numbers = Array.from({ length: crowd.count }, (_, number) => number);
  const mentees = numbers.map((number) => person(`${called}${number}`));
  const guides = mentorId === undefined ? numbers.map((number) => person(`${called}GUIDE${number}`)) : [];
  const pairs = mentees.map((mentee, number) => {
    const by = mentorId ?? guides[number]?.id ?? '';
    return {
      id: randomUUID(),
      workspaceId,
      programId,
      mentorId: by,
      menteeId: mentee.id,
      proposedById: by,
      state,
      proposedAt: before,
      activeAt: state === 'proposed' ? null : before,
      openPair: `${by}:${mentee.id}`,
    };
  });
  await prisma.member.createMany({ data: [...mentees, ...guides] });
  await prisma.mentorship.createMany({ data: pairs });
  if (state !== 'active') return;
  await prisma.goal.createMany({
    data: mentees.map(({ id: memberId, slackUserId }) => ({
      workspaceId,
      memberId,
      number: 1,
      title: `Goal of ${slackUserId}`,
      audience: 'mentor' as const,
      createdAt: before,
    })),
  });
  await prisma.checkIn.createMany({
    data: pairs.map(({ id, menteeId }, number) => ({
      workspaceId,
      memberId: menteeId,
      status: 'stuck' as const,
      text: `Word of ${called}${number}.`,
      audience: 'mentor' as const,
      sharedWith: [id],
      saidAt: new Date(now.getTime() - HOUR - number),
    })),
  });
  await prisma.cadence.createMany({
    data: mentees.map(({ id: memberId }) => ({
      workspaceId,
      memberId,
      purpose: 'nudge' as const,
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      start: '2027-01-01T09:00',
      nextDueAt: new Date('2027-02-12T08:00:00Z'),
    })),
  });
}
