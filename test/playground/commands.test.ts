import { startHttpBot, startSocketBot } from './bolt';
import type { Running } from './bolt';

let running: Running;
afterEach(() => running.stop());

describe.each([
  ['sockets', startSocketBot],
  ['HTTP', startHttpBot],
])('A slash command over %s', (_name, start) => {
  test('is answered at once and again through its response URL', async () => {
    running = await start((app) => {
      app.command('/goal', async ({ ack, respond }) => {
        await ack('One moment');
        await respond({ text: 'You have no goals yet' });
      });
    });
    const { slack } = running;

    const answer = await slack.command('UANA', '/goal', 'list');
    await running.settled();

    expect(answer.ack).toMatchObject({ text: 'One moment', responseType: 'ephemeral' });
    expect(slack.ephemerals('UANA').map(({ text }) => text)).toEqual(['One moment', 'You have no goals yet']);
    expect(slack.ephemerals('UBEN')).toEqual([]);
  });

  test('carries the fields Slack sends, with people and channels escaped', async () => {
    let body: Record<string, unknown> = {};
    running = await start((app) => {
      app.command('/mentor', async ({ ack, command }) => {
        body = command;
        await ack();
      });
    });

    const answer = await running.slack.command(
      'UANA',
      '/mentor',
      '  invite @ben and @UBEN to #mentors <&> <@UBEN|ben> ',
      'CMENTORS',
    );

    expect(answer.ack).toBeNull();
    expect(body).toMatchObject({
      team_id: 'TLOCAL',
      channel_id: 'CMENTORS',
      channel_name: 'mentors',
      user_id: 'UANA',
      user_name: 'ana',
      command: '/mentor',
      text: 'invite <@UBEN|ben> and <@UBEN|ben> to <#CMENTORS|mentors> &lt;&amp;&gt; <@UBEN|ben>',
      api_app_id: 'ALOCAL',
      is_enterprise_install: 'false',
    });
    expect(body['response_url']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/response\//);
    expect(body['trigger_id']).toEqual(expect.any(String));
  });
});
