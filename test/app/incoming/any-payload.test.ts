import fc from 'fast-check';
import { describeError } from '../../../src/describe-error';
import { closeStages, openTestStage, pair, say, type TestStage } from '../../support/stage';
import { post } from './post';

/** Whatever Slack, or somebody who knows the signing secret, sends: it is answered at once, and the bot goes on. */

const RUNS = 1500;

let stage: TestStage;
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);

beforeAll(() => {
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
});
afterAll(() => {
  process.off('unhandledRejection', note);
  process.off('uncaughtException', note);
});
afterEach(closeStages);

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The local Slack's own. */
const TEAM = 'TLOCAL';
const someone = { id: 'UMENTEE', team_id: TEAM, username: 'mina' };
const view = { id: 'V1', callback_id: 'goal_form', private_metadata: '{}', state: { values: {} } };
const interaction = { user: someone, team: { id: TEAM }, trigger_id: '1.2.3', api_app_id: 'A1', token: 't' };
const ofEvent = (event: Json): Json => ({
  type: 'event_callback',
  team_id: TEAM,
  api_app_id: 'A1',
  event_id: 'Ev1',
  event_time: 1,
  authorizations: [{ team_id: TEAM, user_id: 'UBOT', is_bot: true }],
  event,
});
const message = {
  type: 'message',
  channel: 'D1',
  channel_type: 'im',
  ts: '1.1',
  user: 'UMENTEE',
  text: 'Hello',
};

/** One of everything that our listeners hear, as Slack sends it. */
const GENUINE: readonly Json[] = [
  ofEvent(message),
  ofEvent({ ...message, subtype: 'file_share', files: [{ id: 'F1' }] }),
  ofEvent({ type: 'message', subtype: 'message_changed', channel: 'D1', channel_type: 'im', message }),
  ofEvent({
    type: 'message',
    subtype: 'message_deleted',
    channel: 'D1',
    channel_type: 'im',
    deleted_ts: '1.1',
  }),
  ofEvent({ type: 'app_mention', channel: 'CMENTORS', ts: '1.1', user: 'UMENTEE', text: 'hi' }),
  ofEvent({ type: 'app_home_opened', user: 'UMENTEE', tab: 'home', channel: 'D1' }),
  ofEvent({ type: 'user_change', user: { ...someone, tz: 'Europe/Oslo', profile: {} } }),
  ofEvent({ type: 'member_joined_channel', user: 'UMENTEE', channel: 'CMENTORS' }),
  ofEvent({ type: 'channel_archive', channel: 'CMENTORS', user: 'UMENTOR' }),
  { type: 'app_rate_limited', team_id: TEAM, minute_rate_limited: 1518467820, api_app_id: 'A1', token: 't' },
  {
    ...interaction,
    type: 'block_actions',
    container: { type: 'message', channel_id: 'D1', message_ts: '1.1' },
    actions: [{ action_id: 'answer_on_track', block_id: 'b', value: 'x:0', type: 'button' }],
  },
  { ...interaction, type: 'view_submission', view },
  { ...interaction, type: 'view_closed', view },
  { ...interaction, type: 'shortcut', callback_id: 'share_progress' },
  { ...interaction, type: 'message_action', callback_id: 'save_as_check_in', message, channel: { id: 'C1' } },
  {
    command: '/goal',
    team_id: TEAM,
    user_id: 'UMENTEE',
    text: 'list',
    trigger_id: '1.2.3',
    response_url: '',
  },
];

const anything: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);

/** The ways from a value down into it. */
function waysInto(value: Json): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    [name],
    ...waysInto(part).map((way) => [name, ...way]),
  ]);
}

/** The value with something else, or nothing, where the way ends. */
function changedAt(value: Json, [name, ...rest]: readonly string[], put: Json | undefined): Json {
  if (name === undefined || typeof value !== 'object' || value === null) return put ?? null;
  const entries = Object.entries(value).flatMap(([key, part]): [string, Json][] => {
    if (key !== name) return [[key, part]];
    if (rest.length > 0) return [[key, changedAt(part, rest, put)]];
    return put === undefined ? [] : [[key, put]];
  });
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

const bent: fc.Arbitrary<Json> = fc
  .constantFrom(...GENUINE)
  .chain((genuine) =>
    fc
      .tuple(fc.constantFrom(...waysInto(genuine)), fc.option(anything, { nil: undefined }))
      .map(([way, put]) => changedAt(genuine, way, put)),
  );
const payload = fc.oneof(
  { weight: 4, arbitrary: bent },
  { weight: 1, arbitrary: anything },
  { weight: 1, arbitrary: fc.constantFrom<Json>(...GENUINE) },
);

/** Errors in our own code; what Slack or the database refuse is told as such. */
function bugs(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const inside = [
    ...(error instanceof AggregateError ? error.errors.flatMap(bugs) : []),
    ...(error.cause === undefined ? [] : bugs(error.cause)),
    ...('original' in error ? bugs(error.original) : []),
  ];
  return error instanceof TypeError || error instanceof RangeError || /Validation/.test(error.name)
    ? [error]
    : inside;
}

async function goesOn(): Promise<void> {
  await say(stage, 'UMENTEE', 'I passed the mock exam');
  expect(await stage.database.prisma.checkIn.count({ where: { text: 'I passed the mock exam' } })).toBe(1);
  expect(unhandled).toEqual([]);
  expect(stage.errors.flatMap(bugs)).toEqual([]);
}

it('over HTTP', async () => {
  stage = await openTestStage({ mode: 'http', mayFail: true });
  await pair(stage);
  const { http } = stage;

  await fc.assert(
    fc.asyncProperty(payload, fc.boolean(), async (sent, isForm) => {
      const json = JSON.stringify(sent);
      const status = isForm
        ? await post(
            http,
            'application/x-www-form-urlencoded',
            new URLSearchParams({ payload: json }).toString(),
          )
        : await post(http, 'application/json', json);
      expect([200, 400]).toContain(status);
    }),
    { numRuns: RUNS },
  );
  expect(
    await post({ ...http, url: http.url.replace('/slack/events', '/elsewhere') }, 'text/plain', 'x'),
  ).toBe(404);
  expect(JSON.stringify(stage.errors.map(describeError))).toMatch(
    /"error":"Malformed".*?"reference":"\w{8}"/,
  );
  const elsewhere = JSON.stringify(GENUINE[0]).replaceAll(TEAM, 'TOTHER');
  expect(await post(http, 'application/json', elsewhere)).toBe(200);
  for (const body of ['', '{', 'null', '5', '"x"', '[]', 'payload=', 'payload=null', '\0']) {
    expect([400, 401]).toContain(await post(http, 'application/json', body));
  }
  await goesOn();
});

it('over the socket', async () => {
  stage = await openTestStage({ mayFail: true });
  await pair(stage);
  const envelope = fc.record(
    {
      envelope_id: fc.oneof(fc.uuid(), anything),
      type: fc.oneof(fc.constantFrom<Json>('events_api', 'interactive', 'slash_commands'), anything),
      payload,
    },
    { requiredKeys: [] },
  );
  const frame = fc
    .oneof(envelope, anything)
    // Slack's own word that it goes away is obeyed, and is another matter.
    .filter(
      (sent) => typeof sent !== 'object' || sent === null || !('type' in sent) || sent.type !== 'disconnect',
    );
  await fc.assert(
    fc.asyncProperty(frame, async (sent) => {
      stage.slack.sendFrame(JSON.stringify(sent));
      await stage.bot.idle();
    }),
    { numRuns: RUNS },
  );
  for (const raw of ['', '{', 'null', '5', '[]', '\0']) stage.slack.sendFrame(raw);
  await goesOn();
});
