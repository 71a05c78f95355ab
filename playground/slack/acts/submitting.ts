import type { Carrier } from '../carriers/carrier';
import { ApiError, DriverError } from '../errors';
import { enter, isEmpty, Refusal } from './form-values';
import { isRecord, record, text } from '../json';
import type { Json } from '../json';
import { actor, interaction, member } from './payloads';
import { suggestedOption } from './suggestions';
import type { FormValues, StateValues, Submitted, View } from '../types';
import { elementsOf, flatBlocks } from '../blocks/view-state';
import type { World } from '../world';

/** A person sends a form, or closes it. */

export interface Submitting {
  submit(user: string, values: FormValues): Promise<Submitted>;
  closeView(user: string): Promise<void>;
}

export function createSubmitting(world: World, carrier: Carrier): Submitting {
  function openView(user: string): View {
    const view = world.views.top(user);
    if (!view) throw new DriverError(`${user} has no open modal`);
    return view;
  }

  function placeIn(view: View, blockId: string, actionId: string): { block: Json; element: Json } {
    const block = flatBlocks(view.blocks).find((candidate) => candidate['block_id'] === blockId);
    if (!block) {
      const there = view.blocks
        .filter((candidate) => candidate.type === 'input')
        .map(({ block_id: id }) => id);
      throw new DriverError(`The open modal has no block ${blockId}; its inputs are: ${there.join(', ')}`);
    }
    const element = elementsOf(block).find((candidate) => candidate['action_id'] === actionId);
    if (!element) {
      const there = elementsOf(block).map((candidate) => text(candidate['action_id']));
      throw new DriverError(`Block ${blockId} has no ${actionId}; it has: ${there.join(', ')}`);
    }
    return { block, element };
  }

  /** What is in the form once these values were put in, and what the client itself would refuse. */
  async function fill(user: string, view: View, values: FormValues): Promise<StateValues> {
    const state: StateValues = structuredClone(view.state.values);
    const errors: Record<string, string> = {};
    for (const [blockId, actions] of Object.entries(values)) {
      for (const [actionId, value] of Object.entries(record(actions))) {
        const place = placeIn(view, blockId, actionId);
        try {
          const surface = { container: { type: 'view', view_id: view.id }, view, ...place };
          const option = await suggestedOption(world, carrier, user, surface, value);
          state[blockId] = { ...state[blockId], [actionId]: enter(place.element, option ?? value, world) };
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          errors[blockId] = error.message;
        }
      }
    }
    for (const block of view.blocks) {
      if (block.type !== 'input' || block['optional'] === true || errors[block.block_id]) continue;
      const entries = Object.values(state[block.block_id] ?? {});
      if (entries.some(isEmpty)) errors[block.block_id] = 'Please complete this required field';
    }
    if (Object.keys(errors).length > 0) {
      const told = Object.entries(errors).map(([block, message]) => `${block}: ${message}`);
      throw new DriverError(`Slack does not let this form be sent. ${told.join('; ')}`, errors);
    }
    return state;
  }

  /** A response URL for each conversation chosen in a select that asks for one. */
  function responseUrls(user: string, view: View): Json[] {
    return view.blocks.flatMap((block) =>
      elementsOf(block).flatMap((element) => {
        const actionId = text(element['action_id']);
        const entry = record(view.state.values[block.block_id]?.[actionId]);
        const channel = text(entry['selected_conversation']) || text(entry['selected_channel']);
        if (element['response_url_enabled'] !== true || channel === '') return [];
        const url = world.responseUrls.issue({ user, channel, ts: null, ephemeral: true });
        return [{ block_id: block.block_id, action_id: actionId, channel_id: channel, response_url: url }];
      }),
    );
  }

  function shownErrors(view: View, answer: Json): Record<string, string> {
    const errors: Record<string, string> = {};
    for (const [blockId, message] of Object.entries(record(answer['errors']))) {
      const block = view.blocks.find((candidate) => candidate.block_id === blockId);
      if (block?.type !== 'input')
        throw new DriverError(`The app reports an error for ${blockId}, which is no input of the modal`);
      errors[blockId] = text(message);
    }
    if (Object.keys(errors).length === 0)
      throw new DriverError('The app answered with errors but named none');
    return errors;
  }

  function follow(user: string, view: View, answer: Json): Submitted {
    switch (answer['response_action']) {
      case undefined:
        world.views.close(user, view.id, false);
        break;
      case 'clear':
        world.views.close(user, view.id, true);
        break;
      case 'update':
        world.views.update({ viewId: view.id }, answer['view']);
        break;
      case 'push':
        world.views.push(user, answer['view']);
        break;
      case 'errors':
        return { errors: shownErrors(view, answer) };
      default:
        throw new DriverError(`Slack knows no response_action ${JSON.stringify(answer['response_action'])}`);
    }
    return { ok: true, view: world.views.top(user) };
  }

  async function submit(user: string, values: FormValues): Promise<Submitted> {
    const person = member(world, actor(world, user).id);
    const view = openView(user);
    if (view.submit === null && !view.blocks.some((block) => block.type === 'input'))
      throw new DriverError('The open modal has no submit button');
    world.views.setState(view.id, await fill(user, view, values));
    const payload = {
      type: 'view_submission',
      ...interaction(world, person),
      trigger_id: world.triggers.issue(user, view.id),
      view,
      response_urls: responseUrls(user, view),
    };
    const answer = await carrier.send({ type: 'interactive', payload, acceptsAnswer: true });
    try {
      return follow(user, view, answer);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const why = isRecord(error.extra['response_metadata'])
        ? JSON.stringify(error.extra['response_metadata'])
        : '';
      throw new DriverError(`Slack refuses the app's answer to the form: ${error.code} ${why}`.trim());
    }
  }

  async function closeView(user: string): Promise<void> {
    const person = actor(world, user);
    const view = openView(user);
    const closed = world.views.close(
      user,
      view.clear_on_close ? view.root_view_id : view.id,
      view.clear_on_close,
    );
    for (const each of closed) {
      if (!each.notify_on_close) continue;
      const payload = {
        type: 'view_closed',
        ...interaction(world, person),
        view: each,
        is_cleared: view.clear_on_close,
      };
      await carrier.send({ type: 'interactive', payload, acceptsAnswer: false });
    }
  }

  return { submit, closeView };
}
