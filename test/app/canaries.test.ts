import type { Audience } from '../../src/domain/check-in';
import { searches, type Found } from '../support/canaries';
import {
  andPriya,
  andTheChannel,
  FRIDAY,
  NEXT_FRIDAY,
  NOBODY,
  openCanaryWorld,
  ON_TRACK,
  WAITING,
  type CanaryWorld,
} from '../support/canary-world';
import {
  ask,
  click,
  closeStages,
  command,
  elementsOf,
  fillIn,
  lastMessage,
  memberOf,
  nudges,
  pair,
  say,
  toNextNudge,
  wordsOf,
} from '../support/stage';

/**
 * One played world for each history of a mentorship. Everything that is said is a word of its own, and afterwards every
 * word is searched for on every surface of everybody. What is written beside it is where others meet it, by hand from the
 * rules: while a mentorship runs or rests its mentor reads titles, and the answers whose nudge or receipt named them.
 */

let world: CanaryWorld;

afterEach(closeStages);
afterAll(() => {
  // For whoever reads the log of a run: how much was looked at.
  process.stdout.write(`canaries of mentorships: ${searches()} searches of a surface for a word\n`);
});

const SHARED: Record<Audience, (found: Found) => Found> = {
  self: () => NOBODY,
  mentor: (found) => found,
  program: andTheChannel,
};

it.each(['self', 'mentor', 'program'] as const)(
  'paired before: what is said by default to "%s" is met by those, and by nobody else',
  async (audience) => {
    world = await openCanaryWorld();
    const { stage, word } = world;
    const shared = SHARED[audience];
    const unlessSelf = (found: Found) => (audience === 'self' ? NOBODY : found);
    await world.setDefault(audience);
    await ask(stage, 'UMENTEE', [word('goal', shared(WAITING))]);
    await click(stage, 'UMENTEE', 'answer_on_track');
    await world.answerInWords({ status: 'on_track', text: word('tap', shared(ON_TRACK)) });
    // All is answered: what nobody asked for is a draft of its author.
    await say(stage, 'UMENTEE', word('dm', NOBODY));
    await say(stage, 'UMENTEE', word('thread', shared(WAITING)), (await nudges(stage)).at(-1)?.ts);
    await world.checkIn({ text: word('checkin', shared(WAITING)) });

    await command(stage, 'UMENTEE', '/goal add');
    await fillIn(stage, 'UMENTEE', {
      title: word('form', unlessSelf({ UMENTOR: ['digest', 'home'] })),
      // Met by its owner alone, in the form that edits the goal.
      why: word('why', NOBODY, { isKept: false }),
      measure: word('measure', NOBODY, { isKept: false }),
    });
    const done = word('done', shared({ UMENTOR: ['digest', 'news', 'home', 'modal'] }));
    await command(stage, 'UMENTEE', `/goal add ${done}`);
    // The channel hears that it was reached; the words with it wait for the mentor.
    const words = word('words', unlessSelf(WAITING));
    await world.checkIn({ goal: await world.goalId(done), status: 'done', text: words });
    const dropped = word('dropped');
    await command(stage, 'UMENTEE', `/goal add ${dropped}`);
    await command(stage, 'UMENTEE', `/goal drop ${dropped}`);
    await fillIn(stage, 'UMENTEE', { reason: word('reason', NOBODY, { isKept: false }) });

    await stage.advance(FRIDAY);
    await world.look();
  },
);

it('words from one person to another are met by that one alone, however openly the two speak else', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await world.setDefault('program');
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  const mine = { owner: 'UMENTOR', isKept: false } as const;
  const question = word('question', { UMENTEE: ['dm'] }, mine);
  await command(stage, 'UMENTOR', `/mentor question <@UMENTEE> ${question}`);
  const { ts } = await ask(stage, 'UMENTEE', [word('goal', andTheChannel(andPriya(WAITING)))]);
  await click(stage, 'UMENTEE', 'reply_to', { ts });
  const toMentor = { isKept: false };
  await fillIn(stage, 'UMENTEE', { text: word('answer', { UMENTOR: ['dm', 'modal'] }, toMentor) });
  await say(stage, 'UMENTOR', word('back', { UMENTEE: ['thread'] }, mine), lastMessage(stage, 'UMENTOR').ts);
  await say(stage, 'UMENTEE', word('reply', { UMENTOR: ['thread', 'modal'] }, toMentor), ts);
  const draft = word('draft', { UMENTOR: ['dm', 'digest', 'home', 'modal'] }, toMentor);
  await click(stage, 'UMENTEE', 'answer_on_track', { ts });
  await say(stage, 'UMENTEE', draft);
  const { id } = await memberOf(stage, 'UMENTOR');
  const offers = elementsOf(lastMessage(stage, 'UMENTEE').blocks).map(({ value }) => String(value));
  await click(stage, 'UMENTEE', 'ask_mentor', { value: offers.find((value) => value.endsWith(id)) ?? '' });
  await stage.advance(FRIDAY);
  await world.look();
});

it('what two agree on is read by those two alone, while it waits, holds and is over', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  await command(stage, 'UMENTEE', '/mentor agreement <@UMENTOR>');
  const both: Found = { UMENTOR: ['dm', 'modal', 'answer'] };
  await fillIn(stage, 'UMENTEE', {
    mentee_brings: word('brings', both),
    mentor_brings: word('brought', both),
    between: word('between', both),
    may_hear: ['yes'],
    audience: 'program',
  });
  await click(stage, 'UMENTOR', 'agreement_sign');
  await click(stage, 'UMENTOR', 'agreement_change');
  await fillIn(stage, 'UMENTOR', { between: word('changed', both) });
  await stage.advance(FRIDAY);
  await world.look();
});

describe('paired after: a second mentor joins while a question is open', () => {
  const bothSeeTitle: Found = { UMENTOR: ['digest', 'home', 'modal'], UMENTOR2: ['home'] };

  it('and what is answered before the question names her is not hers', async () => {
    world = await openCanaryWorld();
    const { stage, word } = world;
    await ask(stage, 'UMENTEE', [word('goal', bothSeeTitle)]);
    await command(stage, 'UMENTOR2', '/mentor invite @UMENTEE');
    const proposal = stage.slack.messages({ dm: 'UMENTEE' }).at(-1);
    // Accepted, and answered before the bot has brought the question up to date.
    await stage.slack.click('UMENTEE', {
      channel: proposal?.channel ?? '',
      ts: proposal?.ts ?? '',
      actionId: 'proposal_accept',
    });
    await stage.bot.idle();
    await stage.slack.say('UMENTEE', word('before', WAITING));
    await stage.settled();
    const nudge = (await nudges(stage)).at(-1) ?? null;
    expect(wordsOf(nudge)).not.toContain('UMENTOR2');
    await say(stage, 'UMENTEE', word('thread', WAITING), nudge?.ts);
    await stage.advance(FRIDAY);
    await world.look();
  });

  it('and what is answered once the question names her is hers too', async () => {
    world = await openCanaryWorld();
    const { stage, word } = world;
    await ask(stage, 'UMENTEE', [word('goal', andPriya(WAITING))]);
    await pair(stage, 'UMENTOR2', 'UMENTEE');
    const nudge = (await nudges(stage)).at(-1) ?? null;
    expect(wordsOf(nudge)).toContain('<@UMENTOR2>');
    await say(stage, 'UMENTEE', word('after', andPriya(WAITING)), nudge?.ts);
    await stage.advance(FRIDAY);
    await world.look();
  });

  it('and what was answered before she came stays with those who were named', async () => {
    world = await openCanaryWorld();
    const { stage, word } = world;
    await ask(stage, 'UMENTEE', [word('goal', bothSeeTitle)]);
    const early = word('early', WAITING);
    await say(stage, 'UMENTEE', early);
    await command(stage, 'UMENTEE', `/goal add ${word('reached', { UMENTOR: ['digest', 'news', 'home'] })}`);
    await command(stage, 'UMENTEE', '/goal done 2');
    await pair(stage, 'UMENTOR2', 'UMENTEE');
    await say(stage, 'UMENTEE', word('late', WAITING), (await nudges(stage)).at(-1)?.ts);
    await world.checkIn({
      text: word('checkin', andPriya(WAITING)),
    });
    await stage.advance(FRIDAY);
    await world.look();
  });
});

it('ended: nothing reaches her any more, and what is brought up to date lets go of the rest', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  // That it was set was news of the first week, which nothing has brought up to date since.
  await ask(stage, 'UMENTEE', [word('goal', { UMENTOR: ['digest', 'home'] })]);
  const shown = word('shown', NOBODY, { isKept: false });
  const ts = await say(stage, 'UMENTEE', shown);
  const reached = word('reached', NOBODY, { isKept: false });
  await command(stage, 'UMENTEE', `/goal add ${reached}`);
  await command(stage, 'UMENTEE', '/goal done 2');
  await stage.advance(FRIDAY);
  expect(JSON.stringify(stage.slack.messages({ dm: 'UMENTOR' }))).toContain(shown);

  await world.move('UMENTOR', 'active', 'ended');
  await say(stage, 'UMENTEE', word('dm'));
  await world.checkIn({ text: word('checkin') });
  await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), ts, word('edited'));
  await command(stage, 'UMENTEE', '/goal reopen 2');
  await world.editGoal(reached, { title: word('retitled', { UMENTOR: ['home'] }) });
  await toNextNudge(stage);
  await say(stage, 'UMENTEE', word('nudged'));
  await stage.advance(NEXT_FRIDAY);
  const paired = word('after', { UMENTOR: ['home', 'modal'] });
  // Paired anew: goals, and what is said from now on. What was said before takes the mentee's own wish.
  await pair(stage);
  await world.checkIn({ text: paired });
  await world.look();
});

it('paused: a pause takes nothing away', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  const goal = word('goal', WAITING);
  const reached = word('reached', { UMENTOR: ['digest', 'news', 'home'] });
  await command(stage, 'UMENTEE', `/goal add ${reached}`);
  await command(stage, 'UMENTEE', '/goal done 1');
  await world.move('UMENTOR', 'active', 'paused');
  await ask(stage, 'UMENTEE', [goal]);
  expect(wordsOf((await nudges(stage)).at(-1) ?? null)).toContain('<@UMENTOR>');
  await say(stage, 'UMENTEE', word('resting', WAITING));
  await stage.advance(FRIDAY);
  await world.look();
});

it('taken up again after a pause: nothing that was hers before is lost', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await command(stage, 'UMENTEE', `/goal add ${word('reached', { UMENTOR: ['digest', 'news', 'home'] })}`);
  await command(stage, 'UMENTEE', '/goal done 1');
  await ask(stage, 'UMENTEE', [word('goal', WAITING)]);
  await say(stage, 'UMENTEE', word('before', WAITING));
  await world.move('UMENTOR', 'active', 'paused');
  await world.checkIn({ text: word('resting', WAITING) });
  await world.move('UMENTOR', 'paused', 'active');
  await world.checkIn({ text: word('after', WAITING) });
  await stage.advance(FRIDAY);
  await world.look();
});

it('two mentors, one leaving in the middle: she keeps what was news before, and the other all', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  await ask(stage, 'UMENTEE', [word('goal', { ...WAITING, UMENTOR2: ['digest'] })]);
  const shown = word('shown', NOBODY, { isKept: false });
  const ts = await say(stage, 'UMENTEE', shown);
  await stage.advance(FRIDAY);
  expect(JSON.stringify(stage.slack.messages({ dm: 'UMENTOR2' }))).toContain(shown);

  await toNextNudge(stage);
  expect(wordsOf((await nudges(stage)).at(-1) ?? null)).toContain('<@UMENTOR2>');
  await world.move('UMENTOR2', 'active', 'ended');
  await stage.slack.edit('UMENTEE', stage.slack.dmOf('UMENTEE'), ts, word('edited', WAITING));
  await say(stage, 'UMENTEE', word('named', WAITING));
  await world.checkIn({ text: word('program', andTheChannel(WAITING)), audience: 'program' });
  await stage.advance(NEXT_FRIDAY);
  await world.look();
});

it('a mentor who is mentee and coordinator reads as a mentor, is read as a mentee, and counts as a coordinator', async () => {
  world = await openCanaryWorld(['UMENTOR']);
  const { stage, word } = world;
  const hers = { owner: 'UMENTOR' as const };
  const theirs = { owner: 'UMENTEE2' as const };
  const byPriya: Found = { UMENTOR2: ['digest', 'home', 'modal'] };
  await pair(stage, 'UMENTOR2', 'UMENTOR');
  await command(stage, 'UMENTOR', `/goal add ${word('hers', byPriya, hers)}`);
  await command(stage, 'UMENTEE2', `/goal add ${word('theirs', { UMENTOR2: ['digest', 'home'] }, theirs)}`);
  await ask(stage, 'UMENTEE', [word('goal', WAITING)]);
  await say(stage, 'UMENTEE', word('said', WAITING));
  await world.checkIn({ text: word('private'), audience: 'self' });
  await say(stage, 'UMENTOR', word('mine', byPriya, hers));
  for (const [audience, found] of [
    ['mentor', byPriya],
    ['program', andTheChannel(byPriya)],
    ['self', NOBODY],
  ] as const) {
    await command(stage, 'UMENTEE2', '/checkin');
    await fillIn(stage, 'UMENTEE2', { goal: 'none', text: word(audience, found, theirs), audience });
  }
  await stage.advance(FRIDAY);
  await world.look();
});
