/** Who sets the digest of the program's channel, and what the channel reads of it. */

import { closeStages, command, openTestStage, pair, type TestStage } from '../../support/stage';

afterEach(closeStages);

const inChannel = (stage: TestStage, channel = 'CMENTORS') =>
  stage.slack.messages({ channel }).map(({ text }) => text);

it('coordinators set, move and end it; a mentor is told whom to ask; what the channel reads stays true', async () => {
  const stage = await openTestStage({
    populate: (slack) =>
      slack.addChannel({ id: 'CSECOND', name: 'second', members: [slack.bot.userId, 'UCOORD'] }),
  });
  await pair(stage);
  const program = () => stage.store.programs.first();

  expect(await command(stage, 'UMENTOR', '/mentor digest #mentors')).toMatch(
    /<@UCOORD> can set the digest of the channel: ask there.*`\/mentor digest weekly on Monday at 8:00`/,
  );
  expect(await program()).toMatchObject({ digestChannelId: null });
  expect(inChannel(stage)).toEqual([]);

  await command(stage, 'UCOORD', '/mentor digest #mentors');
  expect(inChannel(stage)).toEqual([
    expect.stringMatching(/every Friday at 15:00 .*The next comes on Friday 5 February/),
  ]);
  expect(await command(stage, 'UCOORD', '/mentor digest #mentors every fishday')).toMatch(
    /could not read “every fishday”.*stays as it was.*`\/mentor digest off`/,
  );
  await command(stage, 'UCOORD', '/mentor digest #mentors weekly on Tuesday at 10:00');
  expect(inChannel(stage)).toEqual([
    expect.stringMatching(/every Tuesday at 10:00 .*The next comes on Tuesday 2 February/),
  ]);

  await command(stage, 'UCOORD', '/mentor digest #second');
  expect(inChannel(stage)).toEqual(['Hello. I bring no digest here any more.']);
  expect(inChannel(stage, 'CSECOND')).toEqual([expect.stringContaining('every Tuesday at 10:00')]);

  expect(await command(stage, 'UMENTOR', '/mentor digest #second off')).toContain('<@UCOORD> can set');
  expect(await command(stage, 'UCOORD', '/mentor digest #mentors off')).toContain('No digest comes to');
  expect(await program()).toMatchObject({ digestChannelId: 'CSECOND' });
  expect(await command(stage, 'UCOORD', '/mentor digest #second off')).toContain('no digest to <#CSECOND>');
  expect(await program()).toMatchObject({ digestChannelId: null });
  expect(inChannel(stage, 'CSECOND')).toEqual(['Hello. I bring no digest here any more.']);
});

it('where nobody coordinates, the mentor who sets it up first looks after it', async () => {
  const stage = await openTestStage({ coordinators: [] });
  await pair(stage);
  await pair(stage, 'UMENTOR2', 'UMENTEE2');
  expect(await command(stage, 'UMENTOR', '/mentor digest #mentors')).toContain('<#CMENTORS>');
  expect(await command(stage, 'UMENTOR2', '/mentor digest #mentors every Monday')).toContain(
    '<@UMENTOR> can set the digest of the channel',
  );
  expect(await command(stage, 'UMENTEE', '/mentor digest #mentors off')).toContain('Only mentors');
  await command(stage, 'UMENTOR', '/mentor digest #mentors off');
  expect(await command(stage, 'UMENTOR2', '/mentor digest #mentors')).toContain('<#CMENTORS>');
  expect(inChannel(stage).map((text) => /<@(\w+)> asked me/.exec(text)?.[1])).toContain('UMENTOR2');
});
