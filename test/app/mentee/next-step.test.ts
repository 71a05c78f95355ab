/** What comes next: named with an answer, carried to the next question, and read by whoever reads the answer. */

import {
  ask,
  checkInsOf,
  click,
  closeStages,
  command,
  DAY,
  elementsOf,
  fillIn,
  logGoals,
  nudgeRecords,
  nudges,
  openHome,
  openTestStage,
  pair,
  pass,
  said,
  say,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
  await pair(stage);
});
afterEach(closeStages);

const ASKED = 'Last time you said what comes next: ';
const shown = async () => wordsOf((await nudges(stage)).at(-1) ?? null);
const digests = async () => (await said(stage, 'UMENTOR', 'digest')).map(wordsOf);
const offers = async (action: string) =>
  elementsOf((await nudges(stage)).at(-1)?.blocks ?? []).some((element) => element['action_id'] === action);
const tap = async (action: string) =>
  click(stage, 'UMENTEE', action, { ts: (await nudges(stage)).at(-1)?.ts ?? '' });
async function rename(words: string | null) {
  await tap('promise_change');
  return fillIn(stage, 'UMENTEE', { next_step: words });
}
async function name(words: string | null, by?: string) {
  await tap('next_step_edit');
  return fillIn(stage, 'UMENTEE', { next_step: words, next_step_by: by });
}

it('is carried until it is done: not yet, changed, done, and the mentor reads it each time', async () => {
  await ask(stage);
  await tap('answer_on_track');
  await name('Book the exam', '2027-03-12');
  expect(await shown()).toContain('You said: on track.\nNext: *Book the exam*, by 12 March 2027.');
  expect(await openHome(stage, 'UMENTEE')).toContain('Next: *Book the exam*, by 12 March 2027.');
  await pass(stage, 5 * DAY);
  expect((await digests()).at(-1)).toContain('on track. Next: *Book the exam*, by 12 March 2027.');
  expect(await openHome(stage, 'UMENTOR')).toContain('Next: *Book the exam*');

  await toNextNudge(stage);
  expect(await shown()).toContain(
    `${ASKED}*Book the exam*, by 12 March 2027. How did it go?\nVisible to <@UMENTOR>`,
  );
  await tap('promise_not_yet');
  expect(await shown()).toContain('Still to come: *Book the exam*');
  expect(await offers('promise_not_yet')).toBe(false);
  // A word on the step is an answer: no follow-up comes, and no silence is counted.
  expect((await nudgeRecords(stage)).at(-1)).toMatchObject({ state: 'answered', followUpAt: null });
  expect(await offers('nudge_more')).toBe(true);

  await toNextNudge(stage);
  expect(await shown()).toContain(`${ASKED}*Book the exam*`);
  await rename('Book the <oral> exam');
  expect(await shown()).toContain('Still to come: *Book the &lt;oral&gt; exam*, by 12 March 2027.');

  await toNextNudge(stage);
  await tap('promise_kept');
  expect(await shown()).toContain('Did: *Book the &lt;oral&gt; exam*. That is the step you named.');
  await pass(stage, 5 * DAY);
  expect((await digests()).at(-1)).toContain('Did: *Book the &lt;oral&gt; exam*.');
  await toNextNudge(stage);
  expect(await shown()).not.toContain('exam');
  await pass(stage, 5 * DAY);
  expect((await digests()).at(-1)).not.toContain('exam');
});

it('is kept to oneself with its answer, and goes when it is emptied or its answer is taken back', async () => {
  const { ts } = await ask(stage);
  await tap('answer_words');
  // In the form of the answer: a day that lies behind is refused, and nothing is lost.
  const refused = { next_step: 'Find a <co-speaker>', next_step_by: '2027-01-31' };
  await fillIn(stage, 'UMENTEE', refused);
  const form = stage.slack.view('UMENTEE');
  expect(wordsOf(form)).toMatch(/31 January 2027[\s\S]*Find a <co-speaker>/);
  await fillIn(stage, 'UMENTEE', { next_step: null, next_step_by: '2027-03-12', text: 'Hm' });
  expect(wordsOf(stage.slack.view('UMENTEE'))).toContain('There is a day, and no step yet.');
  await fillIn(stage, 'UMENTEE', { next_step: 'Find a <co-speaker>', next_step_by: null, text: null });
  // The step alone is an answer.
  expect(await shown()).toMatch(/going\?\nNext: \*Find a &lt;co-speaker&gt;\*\.\nVisible to <@UMENTOR>/);
  await pass(stage, 12 * DAY);
  const [, second] = await digests();
  expect(second).toContain('co-speaker');

  const [checkIn] = await checkInsOf(stage);
  await click(stage, 'UMENTEE', 'change_audience', { ts, value: `${checkIn?.id}:self` });
  expect((await digests()).join()).not.toContain('co-speaker');
  expect(await openHome(stage, 'UMENTOR')).not.toContain('co-speaker');
  expect(await shown()).toMatch(/what comes next: \*Find a.*\nVisible to you alone/);

  await rename('');
  expect(await shown()).toContain('Let go: *Find a &lt;co-speaker&gt;*. That is a decision too.');
  await toNextNudge(stage);
  expect(await shown()).not.toContain('co-speaker');
  await tap('answer_words');
  await fillIn(stage, 'UMENTEE', { next_step: 'Ask Ada' });
  await toNextNudge(stage);
  expect(await shown()).toContain('Ask Ada');
  await click(stage, 'UMENTEE', 'answer_words', { ts: (await nudges(stage)).at(-2)?.ts ?? '' });
  await fillIn(stage, 'UMENTEE', { status: null, next_step: null });
  expect(await shown()).not.toContain('Ask Ada');
});

it('rests with its goal, one a question, and is nobody else’s to touch', async () => {
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await command(stage, 'UMENTEE', '/checkin');
  await fillIn(stage, 'UMENTEE', { next_step: 'Read chapter two', audience: 'mentor' });
  await toNextNudge(stage);
  const [checkIn] = await checkInsOf(stage);
  const [theirs] = await said(stage, 'UMENTOR', 'paired');
  const [promise] = await stage.database.prisma.promiseMade.findMany();
  for (const id of ['promise_kept', 'promise_not_yet', 'promise_change', 'next_step_edit']) {
    const action = { action_id: id, value: id === 'next_step_edit' ? checkIn?.id : promise?.id };
    const channel = stage.slack.dmOf('UMENTOR');
    await stage.slack.clickForged('UMENTOR', { channel, ts: theirs?.ts ?? '', action });
    await stage.settled();
    expect(wordsOf(stage.slack.ephemerals('UMENTOR').at(-1) ?? null)).toContain('somebody else');
  }
  expect(await stage.database.prisma.promiseMade.findMany()).toEqual([promise]);
  expect((await nudgeRecords(stage)).at(-1)?.state).toBe('sent');

  expect(await shown()).toContain('Read chapter two');
  await command(stage, 'UMENTEE', '/goal drop 1');
  await fillIn(stage, 'UMENTEE', { reason: null });
  expect(await shown()).not.toContain('Read chapter two');
  expect(await openHome(stage, 'UMENTEE')).not.toContain('Changed');
});

it('is what was typed to the question that asks for it, with its day, and follows an edit', async () => {
  await ask(stage);
  const toNextStep = async () =>
    stage.database.prisma.nudgeQuestion.updateMany({ data: { question: 'usual_next_step' } });
  await toNextStep();
  const ts = await say(stage, 'UMENTEE', 'Book the <exam> by 12 March');
  const exam = 'Next: *Book the &lt;exam&gt;*, by 12 March 2027.';
  const receipt = async (kind: 'recorded' | 'which_goal') =>
    wordsOf((await said(stage, 'UMENTEE', kind)).at(-1) ?? null);
  expect(await newest()).toMatchObject({
    text: 'Book the <exam> by 12 March',
    promise: { words: 'Book the <exam>', by: '2027-03-12' },
  });
  expect(await receipt('recorded')).toContain(
    `Noted for *Become certified*. <@UMENTOR> can read it.\n${exam}`,
  );
  expect(await shown()).toContain(exam);
  const edit = async (text: string) => {
    await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), ts, text);
    await stage.settled();
  };
  await edit('Call Ada by 1 April');
  expect(await receipt('recorded')).toContain('Next: *Call Ada*, by 1 April 2027.');
  expect(await shown()).not.toContain('exam');
  // Named otherwise since, it stays as it was named.
  await click(stage, 'UMENTEE', 'next_step_edit');
  await fillIn(stage, 'UMENTEE', { next_step: 'Call Ada and Bo' });
  await edit('No idea');
  expect(await newest()).toMatchObject({
    text: 'No idea',
    promise: { words: 'Call Ada and Bo', letGoAt: null },
  });

  await command(stage, 'UMENTEE', '/goal add Present at a meeting');
  await toNextNudge(stage);
  await toNextStep();
  await say(stage, 'UMENTEE', 'Find a co-speaker');
  expect(await newest()).toMatchObject({ goalId: null, promise: null });
  expect(await receipt('which_goal')).not.toContain('Next:');
  const { id } = await newest();
  const goal = await stage.database.prisma.goal.findFirstOrThrow({ where: { number: 2 } });
  await click(stage, 'UMENTEE', 'choose_goal', { value: `${id}:${goal.id}` });
  expect(await receipt('which_goal')).toContain('Next: *Find a co-speaker*.');
  expect(await newest()).toMatchObject({ goalId: goal.id, promise: { words: 'Find a co-speaker' } });
  await toNextNudge(stage);
  expect(await shown()).toContain(`${ASKED}*Find a co-speaker*`);
  // A question of another type keeps the words as words.
  await stage.database.prisma.nudgeQuestion.updateMany({ data: { question: 'usual_going' } });
  await click(stage, 'UMENTEE', 'answer_on_track', { value: await firstQuestion() });
  await say(stage, 'UMENTEE', 'Write a letter by 1 June');
  expect(await newest()).toMatchObject({ text: 'Write a letter by 1 June', promise: null });
});

const firstQuestion = async () => `${(await nudgeRecords(stage)).at(-1)?.id}:0`;

/** The check-in that was said last, with what it says comes next. */
const newest = async () =>
  stage.database.prisma.checkIn.findFirstOrThrow({ orderBy: { saidAt: 'desc' }, include: { promise: true } });
