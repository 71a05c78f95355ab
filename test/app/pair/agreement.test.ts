/** What two people agree on: drafted by one, signed by both, changed by consent, taken home. */

import {
  click,
  closeStages,
  command,
  DAY,
  dm,
  elementsOf,
  fillIn,
  lastMessage,
  memberOf,
  messageWith,
  openHome,
  openTestStage,
  pair,
  pass,
  said,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const versions = () =>
  stage.database.prisma.agreement.findMany({ orderBy: { version: 'asc' }, include: { signatures: true } });
const rhythm = async () => {
  const { id: memberId } = await memberOf(stage, 'UMENTEE');
  return stage.database.prisma.cadence.findFirst({ where: { memberId, purpose: 'nudge' } });
};
const formOf = (user: string) => wordsOf(stage.slack.view(user));
const draft = async (user: string, values: Readonly<Record<string, unknown>> = {}) => {
  await command(stage, user, '/mentor agreement');
  return fillIn(stage, user, values);
};
const lastAgreement = async (user: string) => (await said(stage, user, 'agreement')).at(-1) ?? null;

it('one writes it down from a good default, both read it, and it holds once the other has signed', async () => {
  expect(wordsOf((await said(stage, 'UMENTOR', 'paired'))[0] ?? null)).toContain(
    'Write down what we agree on',
  );
  await click(stage, 'UMENTOR', 'agreement_change');
  expect(formOf('UMENTOR')).toMatch(/Sending this signs it for you. <@UMENTEE> reads it at once/);
  expect(formOf('UMENTOR')).toContain('every Monday at 9:00');
  await fillIn(stage, 'UMENTOR', {
    mentee_brings: 'two goals & an honest word each week',
    mentor_brings: 'an answer within five working days',
    agreed_nudges: 'every Friday at 9',
    agreed_talks: 'every other Thursday at 15:00',
    agreed_from: '08:00',
    agreed_to: '18:00',
    between: 'what we say in talks',
    may_hear: ['yes'],
    agreed_until: '2028-12-31',
  });

  const asked = wordsOf(await lastAgreement('UMENTEE'));
  expect(asked).toMatch(/Your agreement with <@UMENTOR>\* · version 1/);
  expect(asked).toMatch(/<@UMENTEE> brings “two goals &amp; an honest word each week”/);
  expect(asked).toMatch(/I ask <@UMENTEE> every Friday at 9:00, never more often/);
  expect(asked).toMatch(/You two talk every other Thursday at 15:00/);
  expect(asked).toMatch(/A coordinator may hear that you could use help, never what you wrote/);
  expect(asked).toMatch(/31 December 2028/);
  expect(asked).toMatch(/<@UMENTOR> has signed. It holds once you have signed too/);
  expect(wordsOf(await lastAgreement('UMENTOR'))).toMatch(
    /You have signed. It holds once <@UMENTEE> has signed too/,
  );
  expect(JSON.stringify(await lastAgreement('UMENTOR'))).not.toContain('agreement_sign');
  expect(await versions()).toMatchObject([{ version: 1, inForceAt: null, signatures: [{}] }]);
  expect(await rhythm()).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=MO' });

  expect(await click(stage, 'UMENTEE', 'agreement_sign')).toMatch(/Signed by both of you: version 1/);
  expect(await versions()).toMatchObject([{ inForceAt: expect.any(Date) as unknown, signatures: [{}, {}] }]);
  expect(await rhythm()).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=FR' });
  for (const user of ['UMENTOR', 'UMENTEE']) {
    expect(await said(stage, user, 'agreement')).toHaveLength(1);
    expect(wordsOf(await lastAgreement(user))).toMatch(/Both of you have signed, and it holds/);
  }
  expect(await openHome(stage, 'UMENTEE')).toMatch(/With <@UMENTOR>: version 1 holds until 31 December 2028/);

  await click(stage, 'UMENTEE', 'agreement_take');
  const home = wordsOf(lastMessage(stage, 'UMENTEE'));
  expect(home).toMatch(/```\n# Agreement of .* and .*, version 1\n\n## We\n/);
  expect(home).toMatch(/## Until\n\n31 December 2028/);
});

it('a change is a new version that both sign, shown as what changed; the one before holds until then', async () => {
  await draft('UMENTEE', { agreed_until: '2028-12-31' });
  await click(stage, 'UMENTOR', 'agreement_sign');
  const old = await lastAgreement('UMENTOR');
  expect(await command(stage, 'UMENTOR', '/mentor agreement')).toMatch(/version 1[\s\S]*it holds/);
  expect(stage.slack.view('UMENTOR')).toBeNull();
  await click(stage, 'UMENTOR', 'agreement_change');
  await fillIn(stage, 'UMENTOR', { agreed_nudges: 'every other Monday at 9:00' });
  const asked = wordsOf(await lastAgreement('UMENTEE'));
  expect(asked).toMatch(
    /Changed from version 1: I ask every other Monday at 9:00 \(was: every Monday at 9:00\)\./,
  );
  expect(asked).toMatch(/Version 1 holds until then/);
  expect(await rhythm()).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=MO' });
  expect(await openHome(stage, 'UMENTEE')).toMatch(/version 2 waits for you; version 1 holds until/);
  await click(stage, 'UMENTEE', 'agreement_sign');
  expect(await rhythm()).toMatchObject({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' });
  const [first] = await said(stage, 'UMENTOR', 'agreement');
  expect(first?.ts).toBe(old?.ts);
  expect(wordsOf(first ?? null)).toMatch(/A newer version has taken its place/);
});

it('a form that is sent unchanged signs what it shows, and the same words keep the same rhythm', async () => {
  await draft('UMENTEE');
  await click(stage, 'UMENTOR', 'agreement_change');
  await fillIn(stage, 'UMENTOR', {});
  expect(await versions()).toMatchObject([{ version: 1, inForceAt: expect.any(Date) as unknown }]);
  expect(dm(stage, 'UMENTOR').map(wordsOf).join()).toContain('Signed by both of you');
});

it('an old version cannot be signed: the newest is shown, with its own button', async () => {
  await draft('UMENTEE');
  const [{ id } = { id: '' }] = await versions();
  await click(stage, 'UMENTEE', 'agreement_change');
  await fillIn(stage, 'UMENTEE', { between: 'everything' });
  expect(JSON.stringify((await said(stage, 'UMENTOR', 'agreement'))[0])).not.toContain('agreement_sign');
  await stage.slack.clickForged('UMENTOR', {
    channel: stage.slack.dmOf('UMENTOR'),
    ts: messageWith(stage, 'UMENTOR', 'agreement_sign').ts,
    action: { action_id: 'agreement_sign', value: id },
  });
  await stage.settled();
  const answer = stage.slack.ephemerals('UMENTOR').at(-1);
  expect(wordsOf(answer ?? null)).toMatch(
    /That was an older version, so I put no name under it. This is the newest, version 2:/,
  );
  expect(elementsOf(answer?.blocks ?? []).map(({ value }) => value)).toContain((await versions())[1]?.id);
  expect((await versions()).map(({ signatures }) => signatures.length)).toEqual([1, 1]);
});

it('of two who change it at once the second gets everything back, beside what the first has sent', async () => {
  await draft('UMENTEE');
  await click(stage, 'UMENTOR', 'agreement_sign');
  await click(stage, 'UMENTOR', 'agreement_change');
  await click(stage, 'UMENTEE', 'agreement_change');
  await fillIn(stage, 'UMENTEE', { mentee_brings: 'my own two cents', agreed_to: '17:00' });
  await fillIn(stage, 'UMENTOR', { mentor_brings: 'a walk <!channel>', agreed_until: '2029-06-30' });
  const back = formOf('UMENTOR');
  expect(back).toMatch(/<@UMENTEE> has sent version 2 meanwhile, so yours is not sent/);
  expect(back).toMatch(/Version 2, as it stands now:[\s\S]*my own two cents[\s\S]*to 17:00/);
  expect(JSON.stringify(stage.slack.view('UMENTOR'))).toMatch(/a walk <!channel>[\s\S]*2029-06-30/);
  expect((await versions()).map(({ version }) => version)).toEqual([1, 2]);
  await fillIn(stage, 'UMENTOR', {});
  expect((await versions()).at(-1)).toMatchObject({ version: 3, mentorBrings: 'a walk <!channel>' });

  for (const user of ['UMENTOR', 'UMENTEE']) await click(stage, user, 'agreement_change');
  await Promise.all([
    fillIn(stage, 'UMENTOR', { between: 'mine' }),
    fillIn(stage, 'UMENTEE', { between: 'theirs' }),
  ]);
  expect((await versions()).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  expect(['UMENTOR', 'UMENTEE'].filter((user) => stage.slack.view(user) !== null)).toHaveLength(1);
});

it('whoever has not signed is asked about it once, after three days', async () => {
  await draft('UMENTEE');
  await pass(stage, 3 * DAY);
  expect(wordsOf(await lastAgreement('UMENTOR'))).toMatch(
    /I ask once more, in case it slipped by, and not again/,
  );
  await pass(stage, 30 * DAY);
  expect(await said(stage, 'UMENTOR', 'agreement')).toHaveLength(2);
  expect(await said(stage, 'UMENTEE', 'agreement')).toHaveLength(1);
  await click(stage, 'UMENTOR', 'agreement_sign');
  for (const message of await said(stage, 'UMENTOR', 'agreement'))
    expect(wordsOf(message)).toMatch(/Both of you have signed, and it holds/);
});

it('what cannot hold is answered beside what was written, and nothing is written down', async () => {
  await command(stage, 'UMENTOR', '/mentor agreement');
  for (const [values, answer] of [
    [{ agreed_until: '2027-02-01' }, /1 February 2027 is no day ahead/],
    [{ agreed_until: '2028-12-31', agreed_from: '18:00', agreed_to: '08:00' }, /leaves no time in between/],
    [{ agreed_from: '01:00', agreed_to: '05:00' }, /is night for <@UMENTEE>, by their own clock/],
    [
      { agreed_from: '10:00', agreed_to: '18:00', agreed_nudges: 'every Monday at 19:00' },
      /never falls from 10:00 to 18:00/,
    ],
    [{ agreed_nudges: 'now and then' }, /I could not read “now and then” as a time to ask/],
  ] as const) {
    await fillIn(stage, 'UMENTOR', values);
    expect(formOf('UMENTOR')).toMatch(answer);
  }
  expect(await versions()).toEqual([]);
});

it('nobody else reads, signs or changes it, and it is no use without a pair', async () => {
  await draft('UMENTEE');
  const [{ id, mentorshipId } = { id: '', mentorshipId: '' }] = await versions();
  for (const [action_id, value] of [
    ['agreement_sign', id],
    ['agreement_change', mentorshipId],
    ['agreement_renew', mentorshipId],
    ['agreement_show', mentorshipId],
    ['agreement_take', mentorshipId],
    ['agreement_complete', mentorshipId],
  ] as const) {
    const { ts } = await stage.slack.say('UOTHER', 'hello');
    await stage.slack.clickForged('UOTHER', {
      channel: stage.slack.dmOf('UOTHER'),
      ts,
      action: { action_id, value },
    });
    await stage.settled();
    const shown = [stage.slack.ephemerals('UOTHER').at(-1) ?? null, stage.slack.view('UOTHER')]
      .map(wordsOf)
      .join();
    expect([action_id, shown]).toEqual([action_id, expect.stringContaining('somebody else')]);
  }
  expect(await command(stage, 'UOTHER', '/mentor agreement')).toMatch(/not paired with anyone yet/);
  expect(await command(stage, 'UMENTOR', '/mentor agreement <@UOTHER>')).toMatch(
    /You and <@UOTHER> are not paired/,
  );
  expect(await versions()).toMatchObject([{ signatures: [{}] }]);
});
