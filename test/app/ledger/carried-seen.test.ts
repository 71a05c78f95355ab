import {
  andPriya,
  andTheChannel,
  FRIDAY,
  NOBODY,
  openCanaryWorld,
  WAITING,
  type CanaryWorld,
} from '../../support/canary-world';
import type { Found } from '../../support/canaries';
import { ask, click, closeStages, fillIn, nudges, openHome, pair, toNextNudge } from '../../support/stage';

/** Who meets what is carried with an answer, and what two have promised each other: by the matrix of canaries.test.ts. */

let world: CanaryWorld;
afterEach(closeStages);

async function carry(barrier: string, idea: string, step: string): Promise<void> {
  const { stage } = world;
  const ts = (await nudges(stage)).at(-1)?.ts ?? '';
  await click(stage, 'UMENTEE', 'answer_stuck', { ts });
  await click(stage, 'UMENTEE', 'barrier_name', { ts });
  await fillIn(stage, 'UMENTEE', { barrier, idea });
  await click(stage, 'UMENTEE', 'next_step_edit', { ts });
  await fillIn(stage, 'UMENTEE', { next_step: step });
}

it.each([
  ['self', NOBODY],
  ['mentor', andPriya(WAITING)],
  ['program', andTheChannel(andPriya(WAITING))],
] as const)(
  'what is carried with an answer for "%s" is met with it, and when it is asked about',
  async (audience, found) => {
    world = await openCanaryWorld();
    const { stage, word } = world;
    await world.setDefault(audience);
    await pair(stage, 'UMENTOR2', 'UMENTEE');
    await ask(stage, 'UMENTEE');
    await carry(word('barrier', found), word('idea', found), word('step', found));
    await stage.advance(FRIDAY);
    await world.look();
  },
);

it('what one of a pair has promised the other is met by these two alone, kept or let go', async () => {
  world = await openCanaryWorld();
  const { stage, word } = world;
  await world.setDefault('program');
  await pair(stage, 'UMENTOR2', 'UMENTEE');
  // Let go of at the end, it stands in no list any more.
  const both: Found = { UMENTOR: ['dm', 'digest'] };
  const promise = async (user: string, words: string) => {
    await openHome(stage, user);
    await stage.slack.click(user, { actionId: 'promise_add' });
    await stage.settled();
    const { id } = await stage.database.prisma.mentorship.findFirstOrThrow({
      orderBy: { proposedAt: 'asc' },
    });
    await fillIn(stage, user, { next_step: words, ...(user === 'UMENTEE' ? { whom: id } : {}) });
  };
  await promise('UMENTEE', word('theirs', both));
  await promise('UMENTOR', word('hers', { UMENTEE: ['dm', 'home'] }, { owner: 'UMENTOR' }));
  await ask(stage, 'UMENTEE');
  await stage.advance(FRIDAY);
  await toNextNudge(stage);
  await click(stage, 'UMENTEE', 'promise_change', { ts: (await nudges(stage)).at(-1)?.ts ?? '' });
  await fillIn(stage, 'UMENTEE', {
    next_step: null,
    reason: word('why', { UMENTOR: ['dm', 'digest'] }, { isKept: false }),
  });
  await world.look();
});
