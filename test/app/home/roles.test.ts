/** App Home for each role: what stands there can be done there, and what is done there can be taken back there. */

import {
  ask,
  checkInsOf,
  closeStages,
  dm,
  elementsOf,
  fillIn,
  lastMessage,
  logGoals,
  memberOf,
  nudgeRecords,
  openHome,
  openTestStage,
  pair,
  textWith,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
afterEach(closeStages);

async function tap(user: string, actionId: string, value?: string): Promise<string> {
  await stage.slack.click(user, { actionId, ...(value === undefined ? {} : { value }) });
  await stage.settled();
  return wordsOf(stage.slack.view(user));
}
const send = (user: string, values: Readonly<Record<string, unknown>>) => fillIn(stage, user, values);
const actionsIn = (blocks: Parameters<typeof elementsOf>[0] = []) =>
  elementsOf(blocks).map(({ action_id: id }) => id);
const inHome = (user: string) => actionsIn(stage.slack.home(user)?.blocks);
/** All that a Home says, but for the help at its end. */
const said = (user: string) => {
  const view = stage.slack.home(user);
  return view === null ? '' : wordsOf({ blocks: view.blocks.slice(0, -1) });
};
const chosenIn = (user: string, block: string): unknown =>
  stage.slack.view(user)?.blocks.find(({ block_id: id }) => id === block)?.['element'];

it('either of two may leave the pair, is asked once more, and may take it back', async () => {
  stage = await openTestStage();
  await pair(stage);
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  const pairs = async (user: string) =>
    (await stage.store.mentorships.openOf((await memberOf(stage, user)).id)).map(({ id }) => id);
  for (const [user, other, called] of [
    ['UMENTEE', 'UMENTOR', 'grace'],
    ['UMENTOR', 'UMENTEE', 'mina'],
  ] as const) {
    const before = await pairs(user);
    expect(await openHome(stage, user)).toContain(`<@${other}>`);
    const [menu] = elementsOf(stage.slack.home(user)?.blocks ?? []).filter(
      ({ action_id: id }) => id === 'leave_pair',
    );
    expect(menu).toMatchObject({
      options: [{ text: { text: `Leave ${called}` }, value: before[0] }],
      confirm: { title: { text: `Leave ${called}` }, text: { text: textWith(`then ${called} hears of it`) } },
    });
    expect(await tap(user, 'leave_pair', before[0])).toContain(`You and <@${other}> are not paired any more`);
    expect(await pairs(user)).toEqual(before.slice(1));
    expect(said(user)).not.toContain(`<@${other}>`);
    expect(await tap(user, 'undo')).toContain('as it was before');
    expect(await pairs(user)).toEqual(before);
    await stage.slack.closeView(user);
  }
  // A third person’s is not theirs to leave.
  const [, second] = await pairs('UMENTEE');
  const forged = { action_id: 'leave_pair', selected_option: { value: second } };
  await stage.slack.clickForged('UMENTOR', { action: forged });
  await stage.settled();
  expect(wordsOf(stage.slack.view('UMENTOR'))).toContain('not there any more');
  expect(await pairs('UMENTEE')).toHaveLength(2);
});

it('somebody who is new may begin with a goal, which is for them alone', async () => {
  stage = await openTestStage();
  await openHome(stage, 'UMENTEE3');
  expect(inHome('UMENTEE3')).toEqual(['home_goal_add', 'home_would_mentor', 'home_invited']);
  expect(said('UMENTEE3')).toContain('I ask how your goals are going');

  await tap('UMENTEE3', 'home_goal_add');
  expect(chosenIn('UMENTEE3', 'audience')).toMatchObject({
    initial_option: { value: 'self', text: { text: 'Only me, for now' } },
  });
  await send('UMENTEE3', { title: 'Become certified' });
  expect(said('UMENTEE3')).toContain('1. *Become certified*');
  await tap('UMENTEE3', 'home_check_in');
  expect(chosenIn('UMENTEE3', 'audience')).toMatchObject({ initial_option: { value: 'self' } });
  await stage.slack.closeView('UMENTEE3');

  await pair(stage, 'UMENTOR', 'UMENTEE3');
  await tap('UMENTEE3', 'home_goal_add');
  expect(chosenIn('UMENTEE3', 'audience')).toMatchObject({
    initial_option: { value: 'mentor', text: { text: 'My mentor' } },
  });
});

it('or by mentoring somebody, or by naming who invited them; a guest sees what this is', async () => {
  stage = await openTestStage();
  await openHome(stage, 'UMENTOR');
  expect(await tap('UMENTOR', 'home_would_mentor')).toContain('Whom would you like to mentor?');
  await send('UMENTOR', { who: 'UMENTEE' });
  expect(lastMessage(stage, 'UMENTOR').text).toContain('I have asked <@UMENTEE>');
  expect(said('UMENTOR')).toContain('You offered to be <@UMENTEE>’s mentor.');

  await openHome(stage, 'UMENTEE');
  expect(said('UMENTEE')).toContain('<@UMENTOR> would like to be your mentor.');
  expect(await tap('UMENTEE', 'proposal_accept')).toContain('You and <@UMENTOR> are paired.');
  await stage.slack.closeView('UMENTEE');
  expect(said('UMENTOR')).toContain('*<@UMENTEE>*');

  await openHome(stage, 'UOTHER');
  expect(await tap('UOTHER', 'home_invited')).toContain('with Accept and Not now');
  await send('UOTHER', { who: 'UOTHER' });
  expect(wordsOf(stage.slack.view('UOTHER'))).toContain('Name somebody else.');
  await send('UOTHER', { who: 'UMENTOR2' });
  expect(lastMessage(stage, 'UMENTOR2').text).toContain('<@UOTHER> asks whether you would be their mentor.');

  expect(await openHome(stage, 'UGUEST')).toContain('needs a full account');
  expect(inHome('UGUEST')).toEqual([]);
});

it('a coordinator brings two together by a form, which refuses one and the same person', async () => {
  stage = await openTestStage();
  await openHome(stage, 'UCOORD');
  expect(await tap('UCOORD', 'pair_two')).toContain('I ask them both, in your name');
  await send('UCOORD', { mentor: 'UMENTOR', mentee: 'UMENTOR' });
  expect(JSON.stringify(stage.slack.view('UCOORD'))).toContain('pair_two_form');
  await send('UCOORD', { mentor: 'UMENTOR', mentee: 'UMENTEE' });
  expect(lastMessage(stage, 'UCOORD').text).toContain('<@UMENTOR> as the mentor of <@UMENTEE>');
  for (const user of ['UMENTOR', 'UMENTEE']) {
    expect(lastMessage(stage, user).text).toContain('<@UCOORD> would like to bring you and');
  }
});

it('a coordinator adds and takes away questions for everyone, and says which channel gets a digest', async () => {
  stage = await openTestStage();
  await openHome(stage, 'UCOORD');
  const texts = async () =>
    (await stage.database.prisma.ownQuestion.findMany({ orderBy: { id: 'asc' } })).map(({ text }) => text);
  for (const added of ['What did you learn?', 'Who helped you with {goal}?']) {
    await tap('UCOORD', 'home_questions');
    await send('UCOORD', { added });
    expect(lastMessage(stage, 'UCOORD').text).toContain(added);
  }
  await tap('UCOORD', 'home_questions');
  const [first] = await stage.database.prisma.ownQuestion.findMany({ orderBy: { id: 'asc' } });
  await send('UCOORD', { 'removed:0': [first?.id] });
  expect(await texts()).toEqual(['Who helped you with {goal}?']);
  await tap('UCOORD', 'home_questions');
  await send('UCOORD', { added: 'Why? '.repeat(60) });
  expect(wordsOf(stage.slack.view('UCOORD'))).toContain('One thought is plenty.');
  await stage.slack.closeView('UCOORD');

  await tap('UCOORD', 'home_channel_digest');
  await send('UCOORD', { channel: 'CELSEWHERE' });
  expect(wordsOf(stage.slack.view('UCOORD'))).toContain('I am not in <#CELSEWHERE> yet.');
  await send('UCOORD', { channel: 'CMENTORS', weekday: ['FR'], time: '15:00' });
  expect(lastMessage(stage, 'UCOORD').text).toContain('to <#CMENTORS> every Friday at 15:00');
  expect(JSON.stringify(stage.slack.messages({ channel: 'CMENTORS' }))).toContain(
    'asked me to bring a digest here every Friday at 15:00',
  );
  await tap('UCOORD', 'home_channel_digest');
  await send('UCOORD', { channel: null });
  expect(lastMessage(stage, 'UCOORD').text).toContain('I bring no digest to <#CMENTORS> any more.');
  expect(await stage.store.programs.byDigestChannel('CMENTORS')).toEqual([]);
});

it('a mentor changes their digest, stops it, and has it back in the same place', async () => {
  stage = await openTestStage();
  await pair(stage);
  await openHome(stage, 'UMENTOR');
  await tap('UMENTOR', 'home_digest');
  await send('UMENTOR', { weekday: ['TH'], time: '08:00' });
  expect(lastMessage(stage, 'UMENTOR').text).toContain('Your digest comes every Thursday at 8:00');
  expect(said('UMENTOR')).toContain('next on Thursday 4 February at 8:00');
  const due = async () => {
    const { id } = await memberOf(stage, 'UMENTOR');
    return (await stage.store.cadences.ofMember(id, 'digest'))?.nextDueAt ?? null;
  };
  expect(await tap('UMENTOR', 'home_digest_off')).toContain('No digest comes to you.');
  expect(await due()).toBeNull();
  expect(inHome('UMENTOR')).not.toContain('home_digest_off');
  await tap('UMENTOR', 'home_digest');
  await send('UMENTOR', {});
  expect(await due()).toEqual(new Date('2027-02-04T08:00:00Z'));
});

it('what is changed in Home is answered there with Undo', async () => {
  stage = await openTestStage();
  await pair(stage);
  await logGoals(stage, 'UMENTEE', ['Become certified']);
  await openHome(stage, 'UMENTEE');
  const messages = dm(stage, 'UMENTEE').length;
  expect(await tap('UMENTEE', 'home_pause')).toContain('Paused until you say so.');
  expect((await memberOf(stage, 'UMENTEE')).pausedAt).not.toBeNull();
  expect(await tap('UMENTEE', 'undo')).toContain('as it was before');
  expect((await memberOf(stage, 'UMENTEE')).pausedAt).toBeNull();
  await stage.slack.closeView('UMENTEE');
  expect(dm(stage, 'UMENTEE')).toHaveLength(messages);

  const menu = elementsOf(stage.slack.home('UMENTEE')?.blocks ?? []).find(
    ({ action_id: id }) => id === 'goal_more',
  );
  const [, done] = /"(done:[^"]+)"/.exec(JSON.stringify(menu)) ?? [];
  expect(await tap('UMENTEE', 'goal_more', done)).toContain('*Become certified* is done.');
  expect(await tap('UMENTEE', 'goal_undo')).toContain('*Become certified* is open again.');
  expect(said('UMENTEE')).toContain('1. *Become certified*');
});

it('a question stands in Home, with its ways out, for as long as something of it is open', async () => {
  stage = await openTestStage();
  await pair(stage);
  await ask(stage, 'UMENTEE', ['Become certified', 'Give a talk']);
  await openHome(stage, 'UMENTEE');
  const open = () => said('UMENTEE').includes('Open question');
  for (const left of [2, 1]) {
    expect(open()).toBe(true);
    expect(inHome('UMENTEE')).toContain('nudge_more');
    const taps = elementsOf(stage.slack.home('UMENTEE')?.blocks ?? []).filter(
      ({ action_id: id }) => id === 'answer_on_track',
    );
    expect(taps).toHaveLength(left);
    await tap('UMENTEE', 'answer_on_track', String(taps[0]?.['value']));
  }
  expect(await checkInsOf(stage)).toHaveLength(2);
  expect(open()).toBe(false);
  expect(inHome('UMENTEE')).not.toContain('nudge_more');
  expect(said('UMENTEE').match(/On track\.|on track\./g)).toHaveLength(2);
  expect(await nudgeRecords(stage)).toMatchObject([{ state: 'answered' }]);
});

it('an empty place has a button, and no command to type', async () => {
  stage = await openTestStage();
  await pair(stage);
  for (const user of ['UMENTOR', 'UMENTEE', 'UCOORD', 'UOTHER']) {
    await openHome(stage, user);
    expect(said(user)).not.toContain('`');
    expect(inHome(user)).toContain('home_goal_add');
  }
  expect(said('UMENTOR')).toContain('One of your own sets an example.');
  expect(inHome('UMENTEE')).toEqual(
    expect.arrayContaining(['home_cadence', 'home_pause', 'open_settings', 'home_find_mentor']),
  );
});
