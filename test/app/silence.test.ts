/** What becomes of questions that nobody answers. */

import {
  aDate,
  textWith,
  click,
  closeStages,
  DAY,
  dm,
  fillIn,
  HOUR,
  logGoals,
  memberOf,
  nudgeRecords,
  nudges,
  openTestStage,
  pair,
  said,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
});
afterEach(closeStages);

const until = (iso: string) => stage.advance(new Date(iso));

describe('silence', () => {
  it('is met by one follow-up in the message itself, without a new ping', async () => {
    await toNextNudge(stage);
    const before = dm(stage, 'UMENTEE').length;
    const words = wordsOf((await nudges(stage))[0] ?? null);
    await until('2027-02-11T00:00:00Z');
    expect(dm(stage, 'UMENTEE')).toHaveLength(before);
    expect(wordsOf((await nudges(stage))[0] ?? null)).not.toBe(words);
    expect(await nudgeRecords(stage)).toMatchObject([{ followedUpAt: aDate, followUpAt: null }]);
  });

  async function toSilence() {
    for (let turns = 0; turns < 6 && (await said(stage, 'UMENTEE', 'silence')).length === 0; turns += 1) {
      const due = await stage.nextDue();
      if (due) await stage.advance(due);
    }
    const [asked] = await said(stage, 'UMENTEE', 'silence');
    if (!asked) throw new Error('The silence was not asked about');
    return asked;
  }

  async function rhythm() {
    const member = await memberOf(stage, 'UMENTEE');
    return stage.store.cadences.ofMember(member.id, 'nudge');
  }

  /** The nudge with which the rhythm was halved. */
  async function toHalved() {
    for (let turns = 0; turns < 20 && !(await rhythm())?.ruleBefore; turns += 1) {
      const due = await stage.nextDue();
      if (due) await stage.advance(due);
    }
    const asked = (await nudges(stage)).at(-1);
    if (!asked) throw new Error('Nothing was asked');
    return asked;
  }

  it('after two unanswered nudges is sorted by five taps in one message', async () => {
    const asked = await toSilence();
    const shown = JSON.stringify(asked.blocks);
    for (const tap of ['busy', 'stuck', 'wrong_goal', 'need_a_person', 'stop'])
      expect(shown).toContain(`silence_${tap}`);
    expect(await nudges(stage)).toHaveLength(2);
  });

  it('"busy" asks when to come back, and pauses until then', async () => {
    const { ts } = await toSilence();
    await click(stage, 'UMENTEE', 'silence_busy', { ts });
    await fillIn(stage, 'UMENTEE', { until: '2027-04-01' });
    expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ pausedUntil: '2027-04-01' });
    await until('2027-04-01T00:00:00Z');
    expect(await nudges(stage)).toHaveLength(2);
    await until('2027-04-06T00:00:00Z');
    expect(await nudges(stage)).toHaveLength(3);
  });

  it('"stuck" opens the form for it', async () => {
    const { ts } = await toSilence();
    await click(stage, 'UMENTEE', 'silence_stuck', { ts });
    await fillIn(stage, 'UMENTEE', { text: 'No time to study' });
    expect(await stage.database.prisma.checkIn.findMany()).toMatchObject([
      { status: 'stuck', text: 'No time to study' },
    ]);
  });

  it('"I\'d like a person" reaches the mentor now', async () => {
    const { ts } = await toSilence();
    await click(stage, 'UMENTEE', 'silence_need_a_person', { ts });
    expect((await said(stage, 'UMENTOR', 'words')).map(wordsOf)).toEqual([
      expect.stringContaining('<@UMENTEE> would like a word with you. A short message is enough.'),
    ]);

    await click(stage, 'UMENTOR', 'reply_to');
    expect(wordsOf(stage.slack.view('UMENTOR'))).toContain('Only <@UMENTEE> reads it, at once.');
    await fillIn(stage, 'UMENTOR', { text: 'Shall we talk on Thursday?' });
    expect((await said(stage, 'UMENTEE', 'words')).map(wordsOf)).toEqual([
      expect.stringContaining('<@UMENTOR> replies:\n> Shall we talk on Thursday?'),
    ]);
    expect(await stage.database.prisma.ask.findMany()).toMatchObject([{ answeredAt: aDate, endedAt: null }]);
  });

  it('"stop" stops, and "wrong goal" shows the way to change it', async () => {
    const { ts } = await toSilence();
    expect(await click(stage, 'UMENTEE', 'silence_wrong_goal', { ts })).toMatch(/goal/i);
    expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ stoppedAt: null });
  });

  it('that goes on halves the rhythm, once, and the digest says "quiet" and no more', async () => {
    await toSilence();
    await until('2027-06-30T00:00:00Z');
    const member = await memberOf(stage, 'UMENTEE');
    const cadence = await stage.store.cadences.ofMember(member.id, 'nudge');
    expect(cadence).toMatchObject({
      rule: textWith('INTERVAL=2'),
      halvedAt: aDate,
    });
    expect(await said(stage, 'UMENTEE', 'silence')).toHaveLength(1);
  });

  it('says that it asks less often, once, and can be told to keep the rhythm, now and later', async () => {
    const halved = await toHalved();
    expect(wordsOf(halved)).toMatch(/every other Monday at 9:00 now, since the last ones stayed open/);
    expect(await click(stage, 'UMENTEE', 'keep_rhythm', { ts: halved.ts })).toMatch(
      /I will ask every Monday at 9:00/,
    );
    expect((await nudges(stage)).map(wordsOf).join()).not.toContain('stayed open');
    await stage.advance(new Date(stage.clock.now().getTime() + 60 * DAY));
    expect(await rhythm()).toMatchObject({
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      ruleBefore: null,
      halvedAt: aDate,
    });
  });

  it('is over with an answer: the rhythm is as it was, and a later silence may halve it anew', async () => {
    await toHalved();
    await say(stage, 'UMENTEE', 'Passed the mock exam');
    expect(await rhythm()).toMatchObject({ rule: 'FREQ=WEEKLY;BYDAY=MO', ruleBefore: null, halvedAt: null });
    expect((await nudges(stage)).map(wordsOf).join()).not.toContain('stayed open');
    await toHalved();
    expect(await rhythm()).toMatchObject({ rule: textWith('INTERVAL=2') });
  });

  it('is broken by a word at any time', async () => {
    await toSilence();
    await say(stage, 'UMENTEE', 'Back again');
    await stage.advance(new Date(stage.clock.now().getTime() + 8 * DAY + HOUR));
    expect((await nudges(stage)).length).toBeGreaterThan(2);
  });
});
