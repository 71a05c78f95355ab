import {
  ask,
  closeStages,
  command,
  DAY,
  HOUR,
  logGoals,
  memberOf,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  said,
  textWith,
  type TestStage,
} from '../support/stage';

/** One row that cannot be worked on stops nobody else: it is laid aside, logged once, and tried again later. */

afterEach(closeStages);

const PEOPLE = ['UMENTEE', 'UMENTEE2', 'UMENTOR', 'UMENTOR2'];

/** The minute's sweep at this moment, which ends well; answers what it logs. */
async function sweepAt(stage: TestStage, at: Date): Promise<string[]> {
  stage.jump(at);
  const before = stage.errors.length;
  await stage.bot.sweep();
  await stage.settled();
  return stage.errors.slice(before).map((error) => (error instanceof Error ? error.message : 'no error'));
}

it('a rhythm that nobody can read keeps no other nudge back', async () => {
  const stage = await openTestStage({ mayFail: true });
  for (const person of PEOPLE) {
    await logGoals(stage, person, ['Become certified']);
    await command(stage, person, '/nudge every Monday at 9:00');
  }
  const { id: memberId } = await memberOf(stage, 'UMENTEE2');
  const due = new Date(stage.clock.now().getTime() + HOUR);
  await stage.database.prisma.cadence.updateMany({ where: { purpose: 'nudge' }, data: { nextDueAt: due } });
  await stage.database.prisma.cadence.updateMany({ where: { memberId }, data: { rule: 'FREQ=NEVER' } });

  const broken = await sweepAt(stage, due);
  for (const person of PEOPLE) {
    expect(await nudges(stage, person)).toHaveLength(person === 'UMENTEE2' ? 0 : 1);
  }
  const poor = await stage.database.prisma.cadence.findFirstOrThrow({ where: { memberId } });
  expect(broken).toEqual([textWith(poor.id)]);
  expect(await sweepAt(stage, due)).toEqual([]);
  expect(poor.nextDueAt).toEqual(new Date(due.getTime() + HOUR));

  // Whom it concerns may know of it, and nobody else.
  const told = await command(stage, 'UMENTEE2', '/nudge why');
  expect(told).toMatch(/could not put your next question together.+nothing of yours is lost/);
  expect(told).toMatch(/I try again on Monday 1 February at 18:00/);
  expect(await command(stage, 'UMENTEE', '/nudge why')).not.toMatch(/could not/);
  expect(await stage.database.prisma.laidAside.findMany()).toMatchObject([
    { what: 'nudge', id: poor.id, memberId, reason: 'RangeError', since: due },
  ]);

  // Mended, it is asked like everybody else.
  await stage.database.prisma.cadence.update({
    where: { workspaceId_id: { workspaceId: poor.workspaceId, id: poor.id } },
    data: { rule: 'FREQ=DAILY' },
  });
  expect(await sweepAt(stage, new Date(due.getTime() + HOUR))).toEqual([]);
  expect(await nudges(stage, 'UMENTEE2')).toHaveLength(1);
  expect(await command(stage, 'UMENTEE2', '/nudge why')).not.toMatch(/could not/);
  expect(await stage.database.prisma.laidAside.count()).toBe(0);
});

it('a rhythm that breaks planning keeps nobody from their follow-up', async () => {
  const stage = await openTestStage({ mayFail: true });
  await pair(stage);
  await ask(stage);
  const { id: memberId } = await memberOf(stage, 'UMENTEE');
  await stage.database.prisma.cadence.updateMany({
    where: { memberId, purpose: 'nudge' },
    data: { rule: 'X', nextDueAt: stage.clock.now() },
  });
  expect(await sweepAt(stage, new Date(stage.clock.now().getTime() + 6 * DAY))).toHaveLength(1);
  expect((await nudgeRecords(stage)).map(({ followUpAt }) => followUpAt)).toEqual([null]);
});

it('a row that stays poor is told with when it first was, and forgotten once nobody tries it any more', async () => {
  const stage = await openTestStage({ mayFail: true });
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/nudge every Monday at 9:00');
  const due = new Date(stage.clock.now().getTime() + HOUR);
  const { prisma } = stage.database;
  await prisma.cadence.updateMany({
    where: { purpose: 'nudge' },
    data: { nextDueAt: due, rule: 'FREQ=NEVER' },
  });
  await sweepAt(stage, due);
  const again = new Date(due.getTime() + HOUR);
  expect(await sweepAt(stage, again)).toHaveLength(1);
  expect(await prisma.laidAside.findMany()).toMatchObject([
    { since: due, until: new Date(again.getTime() + HOUR) },
  ]);
  await command(stage, 'UMENTEE', '/nudge pause');
  stage.jump(new Date(again.getTime() + 2 * HOUR));
  expect(await command(stage, 'UMENTEE', '/nudge why')).not.toMatch(/could not/);
  stage.jump(new Date(again.getTime() + 8 * DAY));
  await stage.bot.tidy();
  expect(await prisma.laidAside.count()).toBe(0);
});

it.each(['sendAt', 'followUpAt'] as const)(
  'a nudge whose %s cannot be met is laid aside alone',
  async (column) => {
    const stage = await openTestStage({ mayFail: true });
    const due = new Date(stage.clock.now().getTime() + HOUR);
    const { prisma } = stage.database;
    const ids: string[] = [];
    for (const person of ['UMENTEE', 'UMENTEE2']) {
      await logGoals(stage, person, ['Become certified']);
      const { id: memberId, workspaceId } = await memberOf(stage, person);
      const state = column === 'sendAt' ? 'planned' : 'sent';
      const row = await prisma.nudge.create({
        data: { workspaceId, memberId, state, dueAt: stage.clock.now(), [column]: due },
      });
      ids.push(row.id);
    }
    const { id: poor } = await memberOf(stage, 'UMENTEE2');
    await prisma.member.updateMany({ where: { id: poor }, data: { zone: 'Nowhere/Land' } });
    expect(await sweepAt(stage, due)).toEqual([textWith(ids[1] ?? '')]);
    expect(await prisma.laidAside.findMany()).toMatchObject([
      { what: column === 'sendAt' ? 'postponed' : 'follow_up', id: ids[1], memberId: poor },
    ]);
    const later = await prisma.nudge.findFirstOrThrow({ where: { id: ids[1] ?? '' } });
    expect(later[column]).toEqual(new Date(due.getTime() + HOUR));
  },
);

it('a digest whose rhythm nobody can read keeps no other digest back', async () => {
  const stage = await openTestStage({ mayFail: true });
  await pair(stage, 'UMENTOR', 'UMENTEE');
  await pair(stage, 'UMENTOR2', 'UMENTEE2');
  const { id: memberId } = await memberOf(stage, 'UMENTOR');
  const due = new Date(stage.clock.now().getTime() + HOUR);
  await stage.database.prisma.cadence.updateMany({ where: { purpose: 'digest' }, data: { nextDueAt: due } });
  await stage.database.prisma.cadence.updateMany({
    where: { memberId, purpose: 'digest' },
    data: { rule: 'FREQ=NEVER' },
  });
  expect(await sweepAt(stage, due)).toHaveLength(1);
  expect(await said(stage, 'UMENTOR', 'digest')).toHaveLength(0);
  expect(await said(stage, 'UMENTOR2', 'digest')).toHaveLength(1);
});
