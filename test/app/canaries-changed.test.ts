import { searches, type Found } from '../support/canaries';
import {
  andTheChannel,
  FRIDAY,
  NEXT_FRIDAY,
  NOBODY,
  openCanaryWorld,
  WAITING,
  type CanaryWorld,
} from '../support/canary-world';
import { ask, click, closeStages, command, nudges, say, wordsOf } from '../support/stage';

/**
 * One played world for each way in which something already said becomes another: answered anew, edited, deleted, reopened,
 * meant for others than before. Every word is searched for on every surface of everybody, as in canaries.test.ts.
 */

let world: CanaryWorld;

afterEach(closeStages);
afterAll(() => {
  process.stdout.write(`canaries of changes: ${searches()} searches of a surface for a word\n`);
});

const GONE = { isKept: false };

it('answered anew: a goal reached in private stays private, whatever is said of it after', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await world.setDefault('self');
  await ask(stage, 'UMENTEE', [word('goal')]);
  await world.answerInWords({ status: 'done', text: word('done', NOBODY, GONE) });
  await world.setDefault('mentor');
  await world.answerInWords({ status: 'note', text: word('note') });
  await stage.advance(FRIDAY);
  await world.look();
});

it('edited and deleted in Slack: what stood there before is nowhere, and what was private stays so', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  const channel = stage.slack.dmOf('UMENTEE');
  await ask(stage, 'UMENTEE', [word('goal', WAITING)]);
  const edited = await say(stage, 'UMENTEE', word('first', NOBODY, GONE));
  const deleted = await say(
    stage,
    'UMENTEE',
    word('deleted', NOBODY, GONE),
    (await nudges(stage)).at(-1)?.ts,
  );
  await stage.advance(FRIDAY);
  await stage.slack.edit('UMENTEE', channel, edited, word('second', WAITING));
  await stage.slack.delete('UMENTEE', channel, deleted);
  await stage.settled();
  await world.look();
});

it('cleared in the form: what was written is erased, also where others read it', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await ask(stage, 'UMENTEE', [word('goal', WAITING)]);
  await world.answerInWords({ status: 'stuck', text: word('cleared', NOBODY, GONE) });
  await stage.advance(FRIDAY);
  await world.answerInWords({ status: 'stuck', text: '' });
  await world.look();
});

it('reopened, and reached again in private: each occasion is its own', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  const title = word('goal', NOBODY, GONE);
  await command(stage, 'UMENTEE', `/goal add ${title}`);
  await command(stage, 'UMENTEE', '/goal done 1');
  await stage.settled();
  await command(stage, 'UMENTEE', '/goal reopen 1');
  await world.editGoal(title, { audience: 'self', title: word('private', NOBODY) });
  await command(stage, 'UMENTEE', '/goal done 1');
  await stage.advance(FRIDAY);
  await world.look();
});

it('a default made wider is obeyed once the open question says so, and not before', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await world.setDefault('self');
  await ask(stage, 'UMENTEE', [word('goal')]);
  await click(stage, 'UMENTEE', 'answer_on_track');
  await say(stage, 'UMENTEE', word('before'), (await nudges(stage)).at(-1)?.ts);
  await world.setDefault('mentor');
  await world.checkIn({ text: word('checkin', WAITING) });
  await stage.advance(FRIDAY);
  await world.look();
});

it('a default made narrower counts at once, for the question that is open too', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await ask(stage, 'UMENTEE', [word('goal', { UMENTOR: ['digest', 'home'] })]);
  expect(wordsOf((await nudges(stage)).at(-1) ?? null)).toContain('<@UMENTOR>');
  await world.setDefault('self');
  await say(stage, 'UMENTEE', word('dm'));
  await world.checkIn({ text: word('checkin') });
  await stage.advance(FRIDAY);
  await world.look();
});

it('a goal made private later is gone from what others read of it', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  const title = word('goal', NOBODY);
  await ask(stage, 'UMENTEE', [title]);
  await say(stage, 'UMENTEE', word('said', WAITING));
  await stage.advance(FRIDAY);
  await world.editGoal(title, { audience: 'self' });
  await stage.advance(NEXT_FRIDAY);
  await world.look();
});

it('an audience made narrower while the digest is composed is obeyed by the digest', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  const wide = word('wide', NOBODY);
  const kept = word('kept', andTheChannel(WAITING));
  await world.checkIn({ text: wide, audience: 'program' });
  await world.checkIn({ text: kept, audience: 'program' });
  // The digest is planned, and its words are not yet gathered.
  stage.jump(new Date('2027-02-05T22:00:00Z'));
  await stage.bot.sweep();
  await stage.database.prisma.checkIn.updateMany({
    where: { text: wide },
    data: { audience: 'self', sharedWith: [] },
  });
  await stage.settled();
  await world.look();
});

it('readers chosen anew beside a receipt are the readers, on every digest that was already said', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  const narrowed = word('narrowed', NOBODY);
  const widened = word('widened', WAITING satisfies Found);
  await world.checkIn({ text: narrowed, audience: 'program' });
  await world.checkIn({ text: widened, audience: 'self' });
  await stage.advance(FRIDAY);
  await world.chooseReaders(narrowed, 'self');
  await world.chooseReaders(widened, 'mentor');
  await stage.advance(NEXT_FRIDAY);
  await world.look();
});
