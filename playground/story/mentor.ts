import { hasAction, newestWith, valuesOf, type Scene } from './scene';

/** Grace: reads her digest, and answers what waits. */
export const MENTOR = 'UMENTOR';

const WORDS = [
  'Thank you for telling me. Shall we look at it together on Thursday?',
  'That is a real step. What made it work this time?',
  'Half an hour before breakfast worked for me. Take it or leave it.',
];

export async function readDigest(scene: Scene, turn: number): Promise<void> {
  const { slack } = scene;
  const digest = slack.messages({ dm: MENTOR }).findLast((message) => hasAction(message, 'encourage'));
  if (!digest || Number(digest.ts) * 1000 < scene.stage.clock.now().getTime() - 24 * 3_600_000) return;
  const [checkInId] = valuesOf(digest, 'encourage');
  if (checkInId === undefined) return;
  await scene.tap(MENTOR, digest, 'encourage', 'Reply', checkInId);
  if (turn % 2 === 0) {
    const words = WORDS[(turn / 2) % WORDS.length] ?? '';
    await scene.submit(MENTOR, { text: words }, `answers: “${words}”`);
  } else {
    await scene.act(MENTOR, 'takes the first suggestion', async () => {
      await slack.click(MENTOR, { actionId: 'choose_draft', value: '0' });
    });
    await scene.submit(MENTOR, {}, 'sends it as it is');
  }
}

/** A goal reached is its owner's for ten minutes; she hears of it after. */
export async function congratulate(scene: Scene): Promise<void> {
  await scene.advance(new Date(scene.stage.clock.now().getTime() + 15 * 60_000));
  await scene.tap(MENTOR, newestWith(scene.slack, MENTOR, 'congratulate'), 'congratulate', 'Congratulate');
}
