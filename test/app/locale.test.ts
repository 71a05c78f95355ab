import { closeStages, command, memberOf, openTestStage, pair, type TestStage } from '../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage({
    populate: (slack) => slack.addUser({ id: 'ULENA', name: 'lena', tz: 'Europe/Berlin', locale: 'de-DE' }),
  });
});
afterEach(closeStages);

it("a person's language is asked for when they are met, and kept", async () => {
  await pair(stage);
  await command(stage, 'ULENA', '/goal');
  expect(await memberOf(stage, 'ULENA')).toMatchObject({ locale: 'de-DE' });
  expect(await memberOf(stage, 'UMENTEE')).toMatchObject({ locale: 'en-US' });
});

it('whoever changes their language in Slack has it changed here', async () => {
  await command(stage, 'ULENA', '/goal');
  await stage.slack.changeUser('ULENA', { locale: 'es-ES' });
  await stage.settled();
  expect(await memberOf(stage, 'ULENA')).toMatchObject({ locale: 'es-ES' });
});
