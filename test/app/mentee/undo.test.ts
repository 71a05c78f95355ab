/** What a person changed about being asked can be taken back: once, by them, for ten minutes, where nothing else came since. */

import {
  closeStages,
  command,
  elementsOf,
  logGoals,
  memberOf,
  openTestStage,
  pair,
  pass,
  wordsOf,
  type TestStage,
} from '../../support/stage';

const MINUTE = 60_000;

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
});
afterEach(closeStages);

/** Taps the newest button that undoes something, and answers what is said. */
async function undo(user = 'UMENTEE', by = user): Promise<string> {
  const offer = stage.slack
    .ephemerals(user)
    .filter(({ blocks }) => JSON.stringify(blocks).includes('"action_id":"undo"'))
    .at(-1);
  if (!offer) throw new Error('Nothing can be undone');
  const before = stage.slack.ephemerals(by).length;
  await stage.slack.click(user, { channel: offer.channel, ts: offer.ts, actionId: 'undo' });
  await stage.settled();
  return stage.slack
    .ephemerals(by)
    .slice(before)
    .map(({ text }) => text)
    .join('\n');
}

/** All that a change may touch. */
async function standing(user = 'UMENTEE') {
  const member = await memberOf(stage, user);
  const cadence = await stage.store.cadences.ofMember(member.id, 'nudge');
  const absences = await stage.store.life.absences([member.id], '2027-01-01');
  return {
    member,
    cadence: cadence && { rule: cadence.rule, start: cadence.start, next: cadence.nextDueAt },
    absences: absences.map(({ from, to }) => ({ from, to })),
  };
}

it.each([
  '/nudge every other Friday at 10:00',
  '/nudge less often',
  '/nudge at 10:30',
  '/nudge pause',
  '/nudge pause until June',
  '/nudge stop',
  '/nudge away 3 July to 14 July',
  '/nudge away Monday and Wednesday',
  '/nudge quiet 18:00 to 8:00',
  '/nudge days Monday to Thursday',
  '/nudge holidays Germany',
  '/nudge budget 1',
])('%s can be undone, and all is as before', async (line) => {
  const before = await standing();
  await command(stage, 'UMENTEE', line);
  expect(await standing()).not.toEqual(before);
  expect(await undo()).toContain('as it was before');
  expect(await standing()).toEqual(before);
});

it('a pause that was taken back goes on, and a stop that was begun again can be taken back as well', async () => {
  await command(stage, 'UMENTEE', '/nudge pause until June');
  const paused = await standing();
  await command(stage, 'UMENTEE', '/nudge resume');
  await undo();
  expect(await standing()).toEqual(paused);
  await command(stage, 'UMENTEE', '/nudge stop');
  const stopped = await standing();
  await command(stage, 'UMENTEE', '/nudge resume');
  await undo();
  expect(await standing()).toEqual(stopped);
});

it('twice is once', async () => {
  await command(stage, 'UMENTEE', '/nudge budget 1');
  await undo();
  await command(stage, 'UMENTEE', '/nudge days Monday to Thursday');
  const after = await standing();
  const [first] = stage.slack
    .ephemerals('UMENTEE')
    .filter(({ blocks }) => JSON.stringify(blocks).includes('"action_id":"undo"'));
  await stage.slack.click('UMENTEE', {
    channel: first?.channel ?? '',
    ts: first?.ts ?? '',
    actionId: 'undo',
  });
  await stage.settled();
  expect(stage.slack.ephemerals('UMENTEE').at(-1)?.text).toContain('undone already');
  expect(await standing()).toEqual(after);
});

it('ten minutes later is too late', async () => {
  await command(stage, 'UMENTEE', '/nudge budget 1');
  await pass(stage, 9 * MINUTE);
  await undo();
  expect((await memberOf(stage, 'UMENTEE')).weeklyBudget).toBe(3);
  await command(stage, 'UMENTEE', '/nudge budget 1');
  await pass(stage, 11 * MINUTE);
  expect(await undo()).toContain('ten minutes are over');
  expect((await memberOf(stage, 'UMENTEE')).weeklyBudget).toBe(1);
});

it('what something else has changed since stays as it is now', async () => {
  await command(stage, 'UMENTEE', '/nudge every Friday at 10:00');
  const offer = stage.slack.ephemerals('UMENTEE').at(-1);
  await command(stage, 'UMENTEE', '/nudge every Tuesday at 8:00');
  const after = await standing();
  await stage.slack.click('UMENTEE', {
    channel: offer?.channel ?? '',
    ts: offer?.ts ?? '',
    actionId: 'undo',
  });
  await stage.settled();
  expect(stage.slack.ephemerals('UMENTEE').at(-1)?.text).toContain('changed since');
  expect(await standing()).toEqual(after);
});

it('a change beside it does not stand in its way, and stays', async () => {
  await command(stage, 'UMENTEE', '/nudge budget 1');
  const offer = stage.slack.ephemerals('UMENTEE').at(-1);
  await command(stage, 'UMENTEE', '/nudge quiet 18:00 to 8:00');
  await stage.slack.click('UMENTEE', {
    channel: offer?.channel ?? '',
    ts: offer?.ts ?? '',
    actionId: 'undo',
  });
  await stage.settled();
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({
    weeklyBudget: 3,
    quietFrom: '18:00',
    quietTo: '08:00',
  });
});

it('one absence is taken back, and the one it had become part of stays', async () => {
  await command(stage, 'UMENTEE', '/nudge away 3 July to 14 July');
  await command(stage, 'UMENTEE', '/nudge away 10 July to 20 July');
  expect((await standing()).absences).toEqual([{ from: '2027-07-03', to: '2027-07-20' }]);
  await undo();
  expect((await standing()).absences).toEqual([{ from: '2027-07-03', to: '2027-07-14' }]);
});

it('each absence of the list can be removed, and the removing taken back', async () => {
  for (const days of ['3 July to 14 July', '1 August', '5 September to 7 September'])
    await command(stage, 'UMENTEE', `/nudge away ${days}`);
  const before = (await standing()).absences;
  expect(before).toHaveLength(3);
  expect(await command(stage, 'UMENTEE', '/nudge away')).toContain('On *Sunday 1 August 2027*');
  const list = stage.slack.ephemerals('UMENTEE').at(-1);
  const removes = elementsOf(list?.blocks ?? []);
  expect(removes.map((element) => element['action_id'])).toEqual(before.map(() => 'remove_absence'));
  const tap = async (index: number) => {
    const value = String(removes[index]?.['value']);
    const place = { channel: list?.channel ?? '', ts: list?.ts ?? '', actionId: 'remove_absence' };
    await stage.slack.click('UMENTEE', { ...place, value });
    await stage.settled();
    return wordsOf(stage.slack.ephemerals('UMENTEE').at(-1) ?? null);
  };
  expect(await tap(1)).toContain('Removed: you are not away on *Sunday 1 August 2027* any more.');
  expect((await standing()).absences).toEqual([before[0], before[2]]);
  expect(await undo()).toContain('as it was before');
  expect((await standing()).absences).toEqual(before);

  // The list goes on to work as it stands, whatever was removed and put back since.
  await tap(0);
  expect(await tap(2)).toContain('from *Sunday 5 September 2027* to');
  expect((await standing()).absences).toEqual([before[1]]);
  expect(await tap(2)).toContain('not there any more');
  expect((await standing()).absences).toEqual([before[1]]);

  await command(stage, 'UMENTEE', '/nudge away off');
  const days = Array.from(
    { length: 23 },
    (_, index) => `${1 + index} ${'March April May'.split(' ')[index % 3]}`,
  );
  for (const day of days) await command(stage, 'UMENTEE', `/nudge away ${day}`);
  expect(await command(stage, 'UMENTEE', '/nudge away')).toContain('These are the next 20 of 23.');
  expect(elementsOf(stage.slack.ephemerals('UMENTEE').at(-1)?.blocks ?? [])).toHaveLength(20);
});

it('what changes nothing offers nothing to undo', async () => {
  await command(stage, 'UMENTEE', '/nudge budget 3');
  expect(JSON.stringify(stage.slack.ephemerals('UMENTEE').at(-1)?.blocks)).not.toContain('undo');
});

it('a mentor takes back the absence that they set for their mentee', async () => {
  const before = await standing();
  await command(stage, 'UMENTOR', '/nudge away <@UMENTEE> 3 July to 14 July');
  expect((await standing()).absences).toHaveLength(1);
  expect(await undo('UMENTOR')).toContain('as it was before');
  expect(await standing()).toEqual(before);
});
