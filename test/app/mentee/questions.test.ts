/** Questions that a person or a program brings are listed, added and removed; a command is never taken for a question. */

import { closeStages, command, openTestStage, type TestStage } from '../../support/stage';

let stage: TestStage;
beforeEach(async () => {
  stage = await openTestStage();
});
afterEach(closeStages);

it.each([
  ['UCOORD', '/mentor question', '/mentor questions'],
  ['UMENTEE', '/nudge question', '/nudge questions'],
])('of %s by %s', async (user, one, all) => {
  await command(stage, user, `${one} What did you read?`);
  await command(stage, user, `${one} Who helped?`);
  for (const list of [all, one, `${one} list`]) {
    expect(await command(stage, user, list)).toMatch(/1\. What did you read\?\n2\. Who helped\?/);
  }
  for (const wrong of ['remove', 'remove 3', 'remove the first', 'delete all']) {
    expect(await command(stage, user, `${one} ${wrong}`)).toContain('You have no question');
  }
  expect(await command(stage, user, `${one} remove 1`)).toContain('will not ask that one');
  const left = await command(stage, user, all);
  expect(left).toContain('1. Who helped?');
  expect(left).not.toMatch(/What did you read|remove the first|delete all/);
});
