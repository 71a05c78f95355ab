import { DriverError } from '../errors';
import type { Events } from '../carriers/events';
import { secondsOf } from '../ids';
import { actor } from './payloads';
import type { LocalSlack } from '../types';
import type { World } from '../world';

/** What happens in a workspace without anybody speaking to the bot. */

type WorkspaceEvents = Pick<
  LocalSlack,
  'changeUser' | 'joinChannel' | 'archiveChannel' | 'openHome' | 'uninstall' | 'revokeToken' | 'reinstall'
>;

export function createWorkspaceEvents(world: World, events: Events): WorkspaceEvents {
  function channelOf(id: string): NonNullable<ReturnType<World['channels']['find']>> {
    const channel = world.channels.find(id);
    if (!channel || channel.kind === 'im') throw new DriverError(`There is no channel ${id}`);
    return channel;
  }

  async function tokensRevoked(): Promise<void> {
    await events.emit('tokens_revoked', {
      type: 'tokens_revoked',
      tokens: { oauth: [], bot: [world.bot.userId] },
      event_ts: world.nextTs(),
    });
  }

  return {
    async changeUser(id, change) {
      if (!world.people.find(id)) throw new DriverError(`There is no user ${id}`);
      const person = world.people.change(id, change);
      world.changed({ kind: 'user', user: id });
      await events.emit('user_change', {
        type: 'user_change',
        user: world.people.wire(person, true),
        cache_ts: secondsOf(world.now()),
        event_ts: world.nextTs(),
      });
    },
    async joinChannel(id, userId) {
      const channel = channelOf(id);
      actor(world, userId);
      if (channel.archived) throw new DriverError(`${id} is archived`);
      channel.members.add(userId);
      world.changed({ kind: 'channel', channel: id });
      if (!channel.members.has(world.bot.userId)) return;
      await events.emit('member_joined_channel', {
        type: 'member_joined_channel',
        user: userId,
        channel: id,
        channel_type: channel.kind === 'public' ? 'C' : 'G',
        team: world.team.id,
        event_ts: world.nextTs(),
      });
    },
    async archiveChannel(id, userId) {
      const channel = channelOf(id);
      actor(world, userId);
      channel.archived = true;
      world.changed({ kind: 'channel', channel: id });
      const subscription = channel.kind === 'public' ? 'channel_archive' : 'group_archive';
      await events.emit(subscription, {
        type: subscription,
        channel: id,
        user: userId,
        event_ts: world.nextTs(),
      });
    },
    async openHome(user) {
      actor(world, user);
      if (!world.manifest.homeTab) throw new DriverError('The manifest has no Home tab');
      const view = world.views.home(user);
      await events.emit('app_home_opened', {
        type: 'app_home_opened',
        user,
        channel: world.channels.dm(user).id,
        tab: 'home',
        ...(view ? { view } : {}),
        event_ts: world.nextTs(),
      });
    },
    async uninstall() {
      world.tokenState = 'account_inactive';
      // Slack sends both, and promises no order: one that fails does not keep back the other.
      const uninstalled = { type: 'app_uninstalled', event_ts: world.nextTs() };
      await Promise.all([tokensRevoked(), events.emit('app_uninstalled', uninstalled)]);
    },
    async revokeToken() {
      world.tokenState = 'token_revoked';
      await tokensRevoked();
    },
    reinstall() {
      world.tokenState = 'valid';
    },
  };
}
