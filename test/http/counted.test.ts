import { closeStages, command, HOUR, logGoals, memberOf, openTestStage, pair } from '../support/stage';

/** `/healthz`, asked as a monitor asks: what waits is counted, and nobody's words are in it. */

afterEach(closeStages);

it('counts what waits and what was laid aside, and says nothing of anybody', async () => {
  const stage = await openTestStage({ mode: 'http', mayFail: true });
  const health = async () => {
    const response = await fetch(new URL('/healthz', stage.http.url));
    const body: unknown = await response.json();
    return { status: response.status, type: response.headers.get('content-type'), body };
  };
  await pair(stage, 'UMENTOR', 'UMENTEE');
  for (const person of ['UMENTEE', 'UMENTEE2']) {
    await logGoals(stage, person, ['Become certified']);
    await command(stage, person, '/nudge every Monday at 9:00');
  }
  expect(await health()).toMatchObject({
    status: 200,
    type: 'application/json',
    body: { ok: true, outbox: { waiting: 0 }, laidAside: 0 },
  });

  const { id: memberId } = await memberOf(stage, 'UMENTEE');
  const due = new Date(stage.clock.now().getTime() + HOUR);
  const { prisma } = stage.database;
  await prisma.cadence.updateMany({ where: { purpose: 'nudge' }, data: { nextDueAt: due } });
  await prisma.cadence.updateMany({ where: { memberId, purpose: 'nudge' }, data: { rule: 'FREQ=NEVER' } });
  stage.jump(due);
  await stage.bot.sweep();
  const seen = await health();
  expect(seen).toMatchObject({ status: 200, body: { ok: true, laidAside: 1 } });
  // The other's question is planned and not yet said.
  expect(seen.body).toHaveProperty('outbox.waiting', 1);
  expect(JSON.stringify(seen)).not.toMatch(/UMENTEE|certified|NEVER/);
  await stage.settled();
  expect(await health()).toMatchObject({ body: { outbox: { waiting: 0 } } });
});
