import { createApp } from '../../src/app';
import { createBoltLogger } from '../../src/slack/bolt-logger';
import { closeStages, openHome, openTestStage, type TestStage } from '../support/stage';

/** Who looks after the program is what the settings say at each start. */

afterEach(closeStages);

/** Another start of the bot, with other settings; answers what it logged. */
async function startAgain(stage: TestStage, coordinators: readonly string[]): Promise<string[]> {
  const logged: string[] = [];
  const log = (line: string) => void logged.push(line);
  const bot = createApp({
    config: {
      slack: {
        botToken: stage.slack.bot.token,
        apiUrl: stage.slack.apiUrl,
        mode: { kind: 'http', signingSecret: 'a-secret', port: 0 },
      },
      coordinators: [...coordinators],
    },
    database: stage.database,
    clock: () => stage.clock.now(),
    logger: createBoltLogger({ debug: log, info: log, warn: log, error: log }),
    onError: (error) => stage.errors.push(error),
  });
  await bot.open();
  return logged;
}

const COORDINATES = 'You see counts, never answers';

it('whoever is named no more has the role no more', async () => {
  const stage = await openTestStage({ coordinators: ['UCOORD'] });
  expect(await openHome(stage, 'UCOORD')).toContain(COORDINATES);
  await startAgain(stage, ['UMENTOR']);
  expect(await openHome(stage, 'UCOORD')).not.toContain(COORDINATES);
  expect(await openHome(stage, 'UMENTOR')).toContain(COORDINATES);
  await startAgain(stage, []);
  expect(await openHome(stage, 'UMENTOR')).not.toContain(COORDINATES);
});

it('one who left, a guest and one who is mistyped are logged, and the bot runs with the others', async () => {
  const stage = await openTestStage({ coordinators: ['UCOORD'] });
  const logged = await startAgain(stage, ['UGONE', 'UGUEST', 'UMISTYPED', 'UCOORD']);
  for (const id of ['UGONE', 'UGUEST', 'UMISTYPED']) {
    expect(logged.filter((line) => line.includes(id))).toHaveLength(1);
  }
  expect(await openHome(stage, 'UCOORD')).toContain(COORDINATES);
});
