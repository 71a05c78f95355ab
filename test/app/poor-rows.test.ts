import {
  closeStages,
  command,
  HOUR,
  logGoals,
  memberOf,
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

/** The minute's sweep at this moment; answers what it says was broken. */
async function sweepAt(stage: TestStage, at: Date): Promise<string[]> {
  stage.jump(at);
  const broken: unknown[] = [];
  await stage.bot.sweep().catch((error: unknown) => broken.push(error));
  await stage.settled();
  return messagesOf(broken);
}

const messagesOf = (errors: readonly unknown[]): string[] =>
  errors.flatMap((error) =>
    error instanceof AggregateError
      ? messagesOf(error.errors)
      : error instanceof Error
        ? [error.message]
        : [],
  );

it('a rhythm that nobody can read keeps no other nudge back', async () => {
  const stage = await openTestStage();
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

  // Mended, it is asked like everybody else.
  await stage.database.prisma.cadence.update({
    where: { workspaceId_id: { workspaceId: poor.workspaceId, id: poor.id } },
    data: { rule: 'FREQ=DAILY' },
  });
  expect(await sweepAt(stage, new Date(due.getTime() + HOUR))).toEqual([]);
  expect(await nudges(stage, 'UMENTEE2')).toHaveLength(1);
});

it('a digest whose rhythm nobody can read keeps no other digest back', async () => {
  const stage = await openTestStage();
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
