import type { Carrier } from '../carriers/carrier';
import { DriverError } from '../errors';
import { findElement, hasAction } from './find-element';
import type { Found } from './find-element';
import { enter, Refusal } from './form-values';
import { list, record, text } from '../json';
import type { Json } from '../json';
import { actor, channelName, interaction, placeOf } from './payloads';
import { suggestedOption } from './suggestions';
import type { Block, ClickTarget, SlackMessage, StateValues, View } from '../types';
import { keepsState, stateOf } from '../blocks/view-state';
import type { World } from '../world';

/** A person clicks: on what is there, or on what is forged. */

export interface Clicking {
  click(user: string, target: ClickTarget): Promise<void>;
  clickForged(user: string, payload: { channel?: string; ts?: string; action: Json }): Promise<void>;
}

/** Where a person clicks: a message they see, their open modal or their home tab. */
interface Surface {
  name: string;
  blocks: Block[];
  state: StateValues;
  keep(state: StateValues): void;
  payload(state: StateValues): Json;
  viewId: string | null;
}

const toggles = new Set([
  'checkboxes',
  'multi_static_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
]);

export function createClicking(world: World, carrier: Carrier): Clicking {
  /** What each person put into the inputs of each message. */
  const messageStates = new Map<string, StateValues>();

  function onMessage(user: string, channelId: string | undefined, ts: string): Surface {
    const channel = channelId === undefined ? world.channels.dm(user) : placeOf(world, user, channelId);
    const stored = world.messages.find(channel.id, ts);
    const shown = world.ephemerals
      .get(user)
      ?.find((message) => message.ts === ts && message.channel === channel.id);
    const message: SlackMessage | undefined = stored ?? shown;
    if (!message) throw new DriverError(`${user} sees no message ${ts} in ${channel.id}`);
    const key = `${user} ${channel.id} ${ts}`;
    const ephemeral = stored === undefined;
    return {
      name: `message ${ts}`,
      blocks: message.blocks,
      state: stateOf(message.blocks, messageStates.get(key)),
      keep: (state) => messageStates.set(key, state),
      viewId: null,
      payload: (values) => ({
        container: {
          type: 'message',
          message_ts: ts,
          channel_id: channel.id,
          is_ephemeral: ephemeral,
          ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
        },
        channel: { id: channel.id, name: channelName(channel) },
        // Slack keeps no copy of ephemeral messages, so it cannot send one along.
        ...(ephemeral ? {} : { message: world.messages.wire(message, true) }),
        state: { values },
        response_url: world.responseUrls.issue({ user, channel: channel.id, ts, ephemeral }),
      }),
    };
  }

  function onView(view: View): Surface {
    return {
      name: view.type === 'home' ? 'the home tab' : 'the open modal',
      blocks: view.blocks,
      state: view.state.values,
      keep: (state) => world.views.setState(view.id, state),
      viewId: view.type === 'home' ? null : view.id,
      payload: () => ({ container: { type: 'view', view_id: view.id }, view }),
    };
  }

  function surfaceOf(user: string, target: { channel?: string; ts?: string; actionId?: string }): Surface {
    if (target.ts !== undefined) return onMessage(user, target.channel, target.ts);
    const modal = world.views.top(user);
    const home = world.views.home(user);
    const inModal =
      modal !== null && (!home || target.actionId === undefined || hasAction(modal.blocks, target.actionId));
    const view = inModal ? modal : home;
    if (!view) throw new DriverError(`${user} has neither an open modal nor a home tab to click in`);
    return onView(view);
  }

  async function send(user: string, surface: Surface, action: Json): Promise<void> {
    const payload = {
      type: 'block_actions',
      ...interaction(world, actor(world, user)),
      ...surface.payload(surface.state),
      trigger_id: world.triggers.issue(user, surface.viewId),
      actions: [{ ...action, action_ts: world.nextTs() }],
    };
    await carrier.send({ type: 'interactive', payload, acceptsAnswer: false });
  }

  /** One click on a many-valued element adds the choice, or takes it away if it was there. */
  function toggled(entry: Json | undefined, value: string): unknown[] {
    const [field] = Object.keys(entry ?? {}).filter((name) => name !== 'type');
    const before = list(entry?.[field ?? '']).map((chosen) => text(record(chosen)['value']) || chosen);
    return before.includes(value) ? before.filter((chosen) => chosen !== value) : [...before, value];
  }

  async function valueFor(user: string, surface: Surface, found: Found, target: ClickTarget): Promise<Json> {
    const { block, element } = found;
    const type = text(element['type']);
    if (type === 'button' || type === 'icon_button' || type === 'workflow_button') {
      const { text: label, value, style } = element;
      return { ...(label ? { text: label } : {}), ...(value ? { value } : {}), ...(style ? { style } : {}) };
    }
    if (type === 'feedback_buttons') return { value: target.value ?? '' };
    const before = surface.state[text(block['block_id'])]?.[text(element['action_id'])];
    try {
      const chosen =
        toggles.has(type) && target.value !== undefined ? toggled(before, target.value) : target.value;
      const option = await suggestedOption(
        world,
        carrier,
        user,
        { ...surface.payload({}), block, element },
        chosen,
      );
      return enter(element, option ?? chosen, world);
    } catch (error) {
      if (error instanceof Refusal) throw new DriverError(`${target.actionId}: ${error.message}`);
      throw error;
    }
  }

  async function click(user: string, target: ClickTarget): Promise<void> {
    actor(world, user);
    const surface = surfaceOf(user, target);
    const found = findElement(surface.blocks, target, surface.name);
    const { block, element } = found;
    const value = await valueFor(user, surface, found, target);
    const blockId = text(block['block_id']);
    const actionId = text(element['action_id']);
    if (keepsState(element)) {
      surface.state = { ...surface.state, [blockId]: { ...surface.state[blockId], [actionId]: value } };
      surface.keep(surface.state);
    }
    // An input says nothing to the app until it is submitted, unless it asks to dispatch.
    if (block['type'] === 'input' && block['dispatch_action'] !== true) return;
    const type = text(element['type']);
    await send(user, surface, { ...value, type, action_id: actionId, block_id: blockId });
  }

  return {
    click,
    async clickForged(user, { action, ...place }) {
      actor(world, user);
      await send(user, surfaceOf(user, place), { block_id: 'forged', type: 'button', ...action });
    },
  };
}
