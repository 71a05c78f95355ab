import { NEXT_FRIDAY, NOBODY, openCanaryWorld } from '../../support/canary-world';
import {
  ask,
  click,
  closeStages,
  command,
  elementsOf,
  fillIn,
  lastMessage,
  memberOf,
  messageWith,
  openHome,
  pair,
  pass,
  DAY,
  say,
  type TestStage,
} from '../../support/stage';

/** Asks are met by the two they are between, and by nobody else, whoever reads what these two say else. */

afterEach(closeStages);

const ASKED = ['dm', 'digest', 'home', 'modal'] as const;

async function askFromHome(stage: TestStage, user: string, values: Readonly<Record<string, unknown>>) {
  await openHome(stage, user);
  await stage.slack.click(user, { actionId: 'ask_form' });
  await stage.settled();
  await fillIn(stage, user, values);
}

it('an ask is met by the one who is asked, and its answer by whoever asked', async () => {
  const world = await openCanaryWorld();
  const { stage, word } = world;
  await world.setDefault('program');
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  const mine = { owner: 'UMENTOR' } as const;
  // About a goal of which both know, until it is for its owner alone.
  const title = word('goal', NOBODY, { isKept: true });
  const { ts } = await ask(stage, 'UMENTEE', [title]);
  const { id: mentorId } = await memberOf(stage, 'UMENTOR');
  const pairs = await stage.store.mentorships.openOf(mentorId);
  await click(stage, 'UMENTEE', 'ask_form', { ts });
  const asked = word('asked', { UMENTOR: ASKED });
  await fillIn(stage, 'UMENTEE', { person: pairs[0]?.id, goal: await world.goalId(title), text: asked });
  await say(
    stage,
    'UMENTEE',
    word('more', { UMENTOR: ['thread', 'modal'] }, { isKept: false }),
    lastMessage(stage, 'UMENTEE').ts,
  );
  await world.editGoal(title, { audience: 'self' });

  await askFromHome(stage, 'UMENTOR', { text: word('back', { UMENTEE: ['dm'] }, mine) });
  const answer = word('answer', { UMENTOR: ['thread', 'modal'] }, { isKept: false });
  await say(stage, 'UMENTEE', answer, lastMessage(stage, 'UMENTEE').ts);
  await pass(stage, 5 * DAY);
  await stage.advance(NEXT_FRIDAY);
  await world.look();

  // Words of another’s ask are no beginning for one’s own.
  const [{ id: askId } = { id: '' }] = await stage.database.prisma.ask.findMany({ orderBy: { id: 'asc' } });
  const [own] = await stage.store.mentorships.openOf((await memberOf(stage, 'UMENTOR2')).id);
  await openHome(stage, 'UMENTOR2');
  await stage.slack.clickForged('UMENTOR2', {
    action: { action_id: 'ask_again', value: `${own?.id}:${askId}` },
  });
  await stage.settled();
  expect(JSON.stringify(stage.slack.view('UMENTOR2'))).not.toContain(asked);
  expect(elementsOf(messageWith(stage, 'UMENTOR', 'reply_to').blocks).length).toBeGreaterThan(0);
  await command(stage, 'UMENTOR2', '/mentor status');
});
