import type { Carrier } from './carrier';
import { DeliveryError } from '../errors';
import type { Faults } from '../faults';
import { randomHex, randomId, secondsOf } from '../ids';
import { text } from '../json';
import type { Json } from '../json';
import type { Timers } from '../timers';
import { appId, verificationToken } from '../world';
import type { World } from '../world';

/** Events on their way: sent again until acknowledged, doubled and reordered when a fault says so. */

export interface Events {
  /** Delivers an event, if the manifest subscribes to it; resolves when the bot has acknowledged it. */
  emit(subscription: string, event: Json): Promise<void>;
}

export interface EventsOptions {
  world: World;
  carrier: Carrier;
  faults: Faults;
  timers: Timers;
  retryDelaysMs: readonly number[];
}

const corrections = new Set(['message_changed', 'message_deleted']);

export function createEvents({ world, carrier, faults, timers, retryDelaysMs }: EventsOptions): Events {
  let held: Json[] = [];

  function envelope(event: Json): Json {
    return {
      token: verificationToken,
      team_id: world.team.id,
      context_team_id: world.team.id,
      context_enterprise_id: null,
      api_app_id: appId,
      event,
      type: 'event_callback',
      event_id: randomId('Ev'),
      event_time: secondsOf(world.now()),
      authorizations: [
        {
          enterprise_id: null,
          team_id: world.team.id,
          user_id: world.bot.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${randomHex(8)}`,
    };
  }

  async function deliver(payload: Json): Promise<void> {
    let reason: string | null = null;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const retry = reason === null ? undefined : { attempt, reason };
        await carrier.send({ type: 'events_api', payload, acceptsAnswer: false }, retry);
        return;
      } catch (error) {
        const delay = retryDelaysMs[attempt];
        if (!(error instanceof DeliveryError) || !error.retry || delay === undefined) throw error;
        reason = error.reason;
        await timers.wait(delay);
      }
    }
  }

  async function deliverAll(payload: Json): Promise<void> {
    const extra = faults.takeDuplicates();
    for (let time = 0; time <= extra; time += 1) await deliver(payload);
  }

  return {
    async emit(subscription, event) {
      if (!world.manifest.events.has(subscription)) return;
      const payload = envelope(event);
      const correction = corrections.has(text(event['subtype']));
      if (event['type'] === 'message' && !correction && faults.takeOutOfOrder()) {
        held.push(payload);
        return;
      }
      await deliverAll(payload);
      if (!correction) return;
      const late = held;
      held = [];
      for (const waiting of late) await deliverAll(waiting);
    },
  };
}
