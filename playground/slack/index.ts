import { join } from 'node:path';
import { createActing } from './acts/acting';
import { createCallLog } from './call-log';
import type { Carrier } from './carriers/carrier';
import type { Channel } from './channels';
import { createClicking } from './acts/clicking';
import { DriverError } from './errors';
import { createEvents } from './carriers/events';
import { createFaults } from './faults';
import { createHttpCarrier } from './carriers/http-carrier';
import type { HttpCarrier } from './carriers/http-carrier';
import { randomHex } from './ids';
import { copy, parseJson, record } from './json';
import { readManifest } from './manifest';
import { createResponseRoute } from './routes/response-route';
import { createRouter, listen, shut } from './routes/server';
import { createSocketHub } from './carriers/socket-hub';
import { createSpeaking } from './acts/speaking';
import { createSubmitting } from './acts/submitting';
import { createTimers } from './timers';
import type { Change, ChannelInfo, LocalSlack, LocalSlackOptions } from './types';
import { createUploadRoute } from './routes/upload-route';
import { createWebApi } from './routes/web-api';
import { createWorkspaceEvents } from './acts/workspace-events';
import { createWorld, verificationToken } from './world';

/** The local Slack as others see it: made, spoken to, and looked at. */

export { validateMessage, validateView } from './blocks/block-kit';
export { DeliveryError, DriverError } from './errors';
export { sign } from './carriers/http-carrier';
export type {
  Block,
  ClickTarget,
  Fault,
  FormValues,
  LocalSlack,
  LocalSlackOptions,
  Person,
  SlackMessage,
} from './types';

const repositoryManifest = join(__dirname, '..', '..', 'manifest.yml');

function infoOf(channel: Channel): ChannelInfo {
  return {
    id: channel.id,
    name: channel.name,
    isPrivate: channel.kind === 'private',
    isArchived: channel.archived,
    isShared: channel.shared,
    members: [...channel.members],
  };
}

export async function createLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const ackTimeoutMs = options.ackTimeoutMs ?? 3000;
  const wallClock = options.wallClock ?? (() => new Date());
  const timers = createTimers();
  const listeners = new Set<(change: Change) => void>();
  let port = options.port ?? 0;
  let http: HttpCarrier | null = null;

  const world = createWorld({
    now: options.now,
    manifest: readManifest(options.manifest ?? repositoryManifest),
    base: () => `http://127.0.0.1:${port}`,
    changed: (change) => {
      for (const listener of listeners) listener(change);
    },
  });
  const hub = createSocketHub({
    timers,
    host: () => `127.0.0.1:${port}`,
    failsToOpen: () => faults.takeConnectionFailure(),
    ackTimeoutMs,
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
    pingIntervalMs: options.pingIntervalMs ?? 10_000,
  });
  const faults = createFaults({
    dropSockets: (reason) => hub.drop(reason),
    random: options.random ?? Math.random,
    now: options.now,
  });
  const calls = createCallLog();
  const carrier: Carrier = { send: (outgoing, retry) => (http ?? hub).send(outgoing, retry) };
  const events = createEvents({
    world,
    carrier,
    faults,
    timers,
    retryDelaysMs: options.retryDelaysMs ?? [0],
  });

  const server = createRouter({
    '/api/': createWebApi({ world, faults, calls, timers, more: { 'apps.connections.open': hub.open } }),
    '/response/': createResponseRoute(world),
    '/upload/': createUploadRoute(world),
  });
  server.on('upgrade', (req, socket, head) => hub.upgrade(req, socket, head));
  port = await listen(server, port);

  function deliverOverHttp(url: string, signingSecret: string): void {
    http = createHttpCarrier({ url, signingSecret, ackTimeoutMs, wallClock, timers });
  }

  if (options.delivery?.mode === 'http')
    deliverOverHttp(options.delivery.url, options.delivery.signingSecret);

  async function urlVerification(): Promise<void> {
    if (!http) throw new DriverError('Payloads go over sockets; there is no URL to verify');
    const challenge = randomHex();
    const body = JSON.stringify({ token: verificationToken, challenge, type: 'url_verification' });
    const answer = await http.post('application/json', body);
    const parsed = parseJson(answer);
    const echoed = parsed.ok ? record(parsed.value)['challenge'] : answer;
    if (echoed !== challenge) throw new DriverError('The app did not echo the challenge');
  }

  function known(user: string): string {
    if (!world.people.find(user)) throw new DriverError(`There is no user ${user}`);
    return user;
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    team: { id: world.team.id, name: world.team.name },
    bot: { userId: world.bot.userId, token: world.bot.token, appToken: world.bot.appToken },
    deliverOverHttp,
    urlVerification,
    ...createSpeaking(world, events),
    ...createActing(world, carrier),
    ...createClicking(world, carrier),
    ...createSubmitting(world, carrier),
    ...createWorkspaceEvents(world, events),
    addUser(user) {
      world.people.add(user);
      world.changed({ kind: 'user', user: user.id });
    },
    addChannel(channel) {
      world.channels.add(channel);
      world.changed({ kind: 'channel', channel: channel.id });
    },
    setDnd: (userId, dnd) => world.people.setDnd(known(userId), dnd),
    messages: (place) =>
      copy(world.messages.all('channel' in place ? place.channel : world.channels.dm(known(place.dm)).id)),
    ephemerals: (user) => copy(world.ephemerals.get(user) ?? []),
    view: (user) => copy(world.views.top(user)),
    home: (user) => copy(world.views.home(user)),
    users: () => world.people.all().map(({ updated: _updated, ...person }) => person),
    channels: () => world.channels.all().map(infoOf),
    dmOf: (user) => world.channels.dm(known(user)).id,
    files: () => [...world.shared],
    calls: (method) => calls.all(method),
    clearCalls: () => calls.clear(),
    broadcasts: () => [...world.broadcasts],
    arm: (fault) => faults.arm(fault),
    disarm: () => faults.disarm(),
    sendFrame: (frame) => hub.sendFrame(frame),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
      hub.close();
      timers.close();
      await shut(server);
    },
  };
}
