/** What is asked obeys what was agreed: never more often, never outside the hours, nothing after the end. */

import { localClock, localDate, weekdayOf } from '../../../src/domain/local-time';
import {
  click,
  closeStages,
  command,
  DAY,
  elementsOf,
  fillIn,
  logGoals,
  memberOf,
  nudgeRecords,
  nudges,
  openHome,
  openTestStage,
  pair,
  pass,
  said,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
afterEach(closeStages);

const open = async (coordinators?: readonly string[]) => {
  stage = await openTestStage(coordinators ? { coordinators } : {});
  await pair(stage);
};
/** Both sign what the mentee drafts. */
const agree = async (values: Readonly<Record<string, unknown>>, mentor = 'UMENTOR', mentee = 'UMENTEE') => {
  await command(stage, mentee, `/mentor agreement <@${mentor}>`);
  await fillIn(stage, mentee, values);
  return click(stage, mentor, 'agreement_sign');
};
const asked = async (user = 'UMENTEE') =>
  (await nudgeRecords(stage, user)).filter(({ state }) => !['held', 'void', 'planned'].includes(state));
const why = () => command(stage, 'UMENTEE', '/nudge why');

it('more often than agreed is refused with two ways out, less is one’s own choice, and what comes from elsewhere is held', async () => {
  await open();
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await agree({ agreed_nudges: 'every other Monday at 9:00' });
  const refused = await command(stage, 'UMENTEE', '/nudge every Monday at 9:00');
  expect(refused).toMatch(/more often than you two agreed on: every other Monday at 9:00/);
  expect(refused).toMatch(
    /Take that with `\/nudge every other Monday at 9:00`, or ask for a change with `\/mentor agreement`/,
  );
  expect(await command(stage, 'UMENTEE', '/nudge monthly on the first Tuesday at 9:00')).toContain(
    'I will ask',
  );
  expect(await command(stage, 'UMENTEE', '/nudge every other Monday at 9:00')).toContain('I will ask');

  const { id: memberId } = await memberOf(stage, 'UMENTEE');
  await stage.database.prisma.cadence.updateMany({
    where: { memberId, purpose: 'nudge' },
    data: { rule: 'FREQ=DAILY' },
  });
  await command(stage, 'UMENTEE', '/nudge pause');
  await command(stage, 'UMENTEE', '/nudge resume');
  const preview = await command(stage, 'UMENTEE', '/nudge preview');
  expect(preview).toMatch(/not asked, more often than agreed/);
  await pass(stage, 28 * DAY);
  const days = (await asked()).map(({ dueAt }) => localDate(dueAt, 'America/Chicago'));
  expect(days).toHaveLength(3);
  expect(await why()).toMatch(/Not asked, as the next question you two agreed on is that of/);
});

it('outside the agreed hours nothing is asked: it waits for them, and a rhythm that never meets them is refused', async () => {
  await open();
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await agree({ agreed_from: '10:00', agreed_to: '17:00', agreed_days: ['MO', 'WE'] });
  expect(await command(stage, 'UMENTEE', '/nudge next')).toMatch(/Monday 8 February at 10:00/);
  await toNextNudge(stage);
  const [{ sentAt } = { sentAt: null }] = await asked();
  expect(localClock(sentAt ?? new Date(0), 'America/Chicago')).toBe('10:00');
  expect(weekdayOf(localDate(sentAt ?? new Date(0), 'America/Chicago'))).toBe('MO');
  for (const line of ['/nudge every Monday at 18:00', '/nudge every Tuesday at 11:00'])
    expect(await command(stage, 'UMENTEE', line)).toMatch(
      /always falls outside the hours that you two agreed on/,
    );
  expect(await command(stage, 'UMENTEE', '/nudge every Wednesday at 11:00')).toContain('I will ask');
});

it('before the end both are asked what comes after; after it nothing is asked until it is renewed', async () => {
  await open();
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await agree({ agreed_until: '2027-04-05' });
  await pass(stage, 42 * DAY);
  const [ending] = await said(stage, 'UMENTEE', 'agreement_ending');
  expect(wordsOf(ending ?? null)).toMatch(
    /Your agreement with <@UMENTOR> ends on 5 April 2027. What fits now\?/,
  );
  expect(await said(stage, 'UMENTOR', 'agreement_ending')).toHaveLength(1);

  const nudge = (await nudges(stage)).at(-1)?.ts ?? '';
  const { id } = (await asked()).at(-1) ?? { id: '' };
  await click(stage, 'UMENTEE', 'nudge_more', { ts: nudge, value: `snooze_date:${id}` });
  await fillIn(stage, 'UMENTEE', { until: '2027-04-06' });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toMatch(
    /holds until 5 April 2027, and I ask nothing after that/,
  );
  await stage.slack.closeView('UMENTEE');

  await pass(stage, 40 * DAY);
  const last = (await asked()).at(-1)?.dueAt ?? new Date(0);
  expect(localDate(last, 'America/Chicago') <= '2027-04-05').toBe(true);
  expect(await why()).toMatch(
    /Not asked, as your agreement ended on 5 April 2027; `\/mentor agreement` renews it/,
  );
  expect(await openHome(stage, 'UMENTEE')).toMatch(
    /version 1 ended on 5 April 2027, and I ask nothing until you renew it/,
  );
  expect(await command(stage, 'UMENTEE', '/nudge every Friday at 9:00')).toMatch(
    /Your agreement is over, so I would ask nothing/,
  );

  expect(await command(stage, 'UMENTEE', '/nudge next')).toMatch(
    /No date lies ahead: `\/nudge preview` says why/,
  );
  expect(await command(stage, 'UMENTEE', '/nudge preview')).toMatch(
    /not asked, the agreement ends on 5 April 2027/,
  );
  expect(await command(stage, 'UMENTOR', '/mentor question <@UMENTEE> Any luck?')).toMatch(
    /holds until 5 April 2027, and I ask nothing after that/,
  );

  await click(stage, 'UMENTOR', 'agreement_renew');
  await fillIn(stage, 'UMENTOR', {});
  await click(stage, 'UMENTEE', 'agreement_sign');
  expect(await openHome(stage, 'UMENTEE')).toMatch(/version 2 holds until/);
  await toNextNudge(stage);
  expect(await said(stage, 'UMENTEE', 'agreement_ending')).toHaveLength(1);
});

it('it is complete when both say so, and goes on when only one does', async () => {
  await open();
  await agree({ agreed_until: '2027-04-05' });
  await pass(stage, 42 * DAY);
  expect(await click(stage, 'UMENTEE', 'agreement_complete')).toMatch(
    /complete once <@UMENTOR> says so too; until then it goes on/,
  );
  expect(await click(stage, 'UMENTEE', 'agreement_complete')).toMatch(/complete once <@UMENTOR> says so too/);
  const [ending] = await said(stage, 'UMENTOR', 'agreement_ending');
  expect(wordsOf(ending ?? null)).toMatch(/<@UMENTEE> would complete your mentorship/);
  expect(await stage.database.prisma.mentorship.findMany()).toMatchObject([{ state: 'active' }]);
  expect(await click(stage, 'UMENTOR', 'agreement_complete')).toMatch(
    /You and <@UMENTEE> have completed your mentorship/,
  );
  expect(await stage.database.prisma.mentorship.findMany()).toMatchObject([
    { state: 'completed', openPair: null },
  ]);
  const [old] = await said(stage, 'UMENTEE', 'agreement');
  expect(wordsOf(old ?? null)).toMatch(/Your mentorship is over, and this agreement with it/);
});

it('an agreement ends with its mentorship, and goes on with it when the end is taken back', async () => {
  await open();
  await agree({ agreed_until: '2027-04-05', agreed_nudges: 'every other Monday at 9:00' });
  await command(stage, 'UMENTEE', '/mentor leave <@UMENTOR>');
  expect(await command(stage, 'UMENTEE', '/nudge every Monday at 9:00')).toContain('I will ask');
  const [message] = await said(stage, 'UMENTOR', 'agreement');
  expect(wordsOf(message ?? null)).toMatch(/Your mentorship is over/);
  expect(await stage.database.prisma.signature.count()).toBe(2);
  const left = stage.slack
    .ephemerals('UMENTEE')
    .findLast(({ blocks }) => JSON.stringify(blocks).includes('neither reads more'));
  await stage.slack.click('UMENTEE', { channel: left?.channel ?? '', ts: left?.ts ?? '', actionId: 'undo' });
  await stage.settled();
  expect(await command(stage, 'UMENTEE', '/nudge every Monday at 9:00')).toMatch(
    /more often than you two agreed on/,
  );
  await pass(stage, 42 * DAY);
  expect(await said(stage, 'UMENTEE', 'agreement_ending')).toHaveLength(1);
});

it('three mentors of one mentee: the slowest rhythm, the narrowest hours, and no hours that leave none', async () => {
  await open();
  for (const mentor of ['UMENTOR2', 'UOTHER']) await pair(stage, mentor);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await agree({ agreed_nudges: 'every Monday at 9:00', agreed_from: '08:00', agreed_to: '12:00' });
  await agree(
    { agreed_nudges: 'every other Monday at 9:00', agreed_from: '11:00', agreed_to: '18:00' },
    'UMENTOR2',
  );
  expect(await command(stage, 'UMENTEE', '/nudge next')).toMatch(/every other Monday at 9:00[\s\S]*at 11:00/);
  expect(await command(stage, 'UMENTEE', '/mentor agreement')).toMatch(
    /With <@UMENTOR>: version 1 holds[\s\S]*With <@UMENTOR2>: version 1 holds[\s\S]*With <@UOTHER>: nothing written down yet/,
  );

  await command(stage, 'UMENTEE', '/mentor agreement <@UOTHER>');
  await fillIn(stage, 'UMENTEE', {
    agreed_from: '13:00',
    agreed_to: '20:00',
    agreed_nudges: 'every Monday at 14:00',
  });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toMatch(
    /From 13:00 to 20:00 has no hour in common with what you agreed with <@UMENTOR> and <@UMENTOR2>/,
  );
  await stage.slack.closeView('UMENTEE');
  await command(stage, 'UOTHER', '/mentor agreement');
  await fillIn(stage, 'UOTHER', {
    agreed_from: '13:00',
    agreed_to: '20:00',
    agreed_nudges: 'every Monday at 14:00',
  });
  const told = wordsOf(stage.slack.view('UOTHER'));
  expect(told).toMatch(/From 13:00 to 20:00 leaves no hour in which I may ask/);
  expect(told).not.toMatch(/UMENTOR/);
});

it('two who mentor each other have an agreement each way, and nobody but those two reads one', async () => {
  await open(['UMENTOR']);
  await pair(stage, 'UMENTEE', 'UMENTOR');
  await pair(stage, 'UMENTOR2', 'UMENTEE2');
  await command(stage, 'UMENTEE', '/mentor agreement <@UMENTOR>');
  const { id: menteeId } = await memberOf(stage, 'UMENTEE');
  const [asMentee] = await stage.database.prisma.mentorship.findMany({ where: { menteeId } });
  const list = stage.slack.ephemerals('UMENTEE').at(-1);
  expect(elementsOf(list?.blocks ?? [])).toHaveLength(2);
  await stage.slack.click('UMENTEE', {
    channel: list?.channel ?? '',
    ts: list?.ts ?? '',
    actionId: 'agreement_change',
    value: asMentee?.id ?? '',
  });
  await stage.settled();
  await fillIn(stage, 'UMENTEE', { mentee_brings: 'Kestrel', agreed_nudges: 'every other Friday at 9:00' });
  await click(stage, 'UMENTOR', 'agreement_sign');
  expect(await command(stage, 'UMENTEE', '/nudge every Friday at 9:00')).toMatch(
    /more often than you two agreed on/,
  );
  expect(await command(stage, 'UMENTOR', '/nudge every Friday at 9:00')).toContain('I will ask');
  for (const user of ['UMENTOR2', 'UMENTEE2', 'UOTHER']) {
    const seen = [
      ...stage.slack.messages({ dm: user }),
      await openHome(stage, user),
      stage.slack.ephemerals(user),
    ];
    expect(JSON.stringify(seen)).not.toContain('Kestrel');
  }
  expect(JSON.stringify(stage.slack.messages({ channel: 'CMENTORS' }))).not.toContain('Kestrel');
});
