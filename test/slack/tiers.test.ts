import { createTiers } from '../../src/slack/tiers';
import { createLocalSlack } from '../../playground/slack';
import { createWebClient } from '../../src/slack/web-client';

/** Calls for many people at once keep to Slack's limits before Slack has to say so. */

const NOW = new Date('2027-02-01T15:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

it('so many a minute go at once, and then one after the other', () => {
  let now = NOW;
  const tiers = createTiers(() => now);
  const called = Array.from({ length: 60 }, () => tiers('chat.update'));
  expect(called.filter((wait) => wait === 0)).toHaveLength(50);
  expect(called.slice(50)).toEqual(Array.from({ length: 10 }, () => 2));
  now = after(2);
  expect([tiers('chat.update'), tiers('chat.update')]).toEqual([0, 1]);
  now = after(600);
  expect(Array.from({ length: 50 }, () => tiers('chat.update')).every((wait) => wait === 0)).toBe(true);
});

it('each method has a limit of its own, and what one person asks for has none here', () => {
  const tiers = createTiers(() => NOW);
  for (let call = 0; call < 50; call += 1) tiers('chat.update');
  expect(tiers('chat.update')).toBeGreaterThan(0);
  expect(tiers('views.publish')).toBe(0);
  expect(Array.from({ length: 500 }, () => tiers('views.open')).every((wait) => wait === 0)).toBe(true);
});

it('a call too many is not made, and is refused as Slack would refuse it', async () => {
  const slack = await createLocalSlack({ now: () => NOW });
  slack.addUser({ id: 'UANA', name: 'ana' });
  const client = createWebClient(
    slack.bot.token,
    slack.apiUrl,
    undefined,
    createTiers(() => NOW),
  );
  const open = () => client.conversations.open({ users: 'UANA' });
  for (let call = 0; call < 50; call += 1) await open();
  await expect(open()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 2 });
  expect(slack.calls('conversations.open')).toHaveLength(50);
  await slack.close();
});
