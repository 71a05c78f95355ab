import type { App, BlockAction, SlackShortcut, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { Refused } from '../../domain/refusal';
import type { Placed } from '../../services/ports';
import { takeOnce } from '../../services/take-once';
import type { Words } from '../../words';
import { asTyped } from '../../words/mrkdwn';
import type { Asker } from '../asker';
import type { AnyForm, FieldErrors } from '../forms/form';
import { typedIn } from '../kit/form-values';
import { parseMeta } from '../kit/ids';
import { messageModal } from '../kit/plain-modal';
import { errorName } from '../slack-errors';
import { turnOf, type Answer, type Desk, type Turn } from './turn';

/**
 * The one edge between Slack and the services: acks first, turns a refusal into words for the person, gives back what
 * they typed, and hands everything else to app.error after telling the person that it was not them.
 */

/** A bug of ours, under the reference that the person was given. */
class Broke extends Error {
  override name = 'Broke';
  constructor(
    readonly reference: string,
    cause: unknown,
  ) {
    super(`Something broke (${reference})`, { cause });
  }
}

/** @param typed what the person typed, given back when it is too long or lost: Slack shows a command's text no more */
async function answering(turn: Turn, work: () => Promise<void>, typed = ''): Promise<void> {
  try {
    await work();
  } catch (error) {
    const words = await turn.words();
    if (error instanceof Refused) {
      const isTooLong = error.refusal.code.endsWith('too_long');
      return turn.say(words.refusalWords(error.refusal, isTooLong ? typed : ''));
    }
    const broke = new Broke(newReference(), error);
    // If even this cannot be said, the log still has it.
    await turn.say(words.withYourWords(words.somethingBroke(broke.reference), typed)).catch(() => undefined);
    throw broke;
  }
}

function newReference(): string {
  return crypto.randomUUID().slice(0, 8);
}

export function onCommand(
  app: App,
  desk: Desk,
  command: string,
  handle: (turn: Turn, text: string) => Promise<void>,
): void {
  app.command(command, async ({ ack, body, client, respond }) => {
    await ack();
    const turn = turnOf({
      desk,
      client,
      workspaceId: body.team_id,
      slackUserId: body.user_id,
      triggerId: body.trigger_id,
      respond: (answer) => respond(ephemeral(answer)),
    });
    await answering(turn, () => handle(turn, body.text.trim()), asTyped(body.text));
  });
}

export function onAction(
  app: App,
  desk: Desk,
  actionId: string,
  handle: (turn: Turn, value: string | null, body: BlockAction) => Promise<void>,
): void {
  app.action<BlockAction>(actionId, async ({ ack, action, body, client, respond }) => {
    await ack();
    const turn = turnOf({
      desk,
      client,
      workspaceId: body.team?.id ?? body.user.team_id ?? '',
      slackUserId: body.user.id,
      ...placeOf(body),
      triggerId: body.trigger_id,
      respond: body.response_url
        ? (answer) => respond({ ...ephemeral(answer), replace_original: false })
        : null,
    });
    await answering(turn, () => handle(turn, valueOf(action), body));
  });
}

export function onShortcut<Kind extends SlackShortcut>(
  app: App,
  desk: Desk,
  callbackId: string,
  handle: (turn: Turn, body: Kind) => Promise<void>,
): void {
  app.shortcut<Kind>(callbackId, async ({ ack, body, client }) => {
    await ack();
    const turn = turnOf({
      desk,
      client,
      workspaceId: body.team?.id ?? '',
      slackUserId: body.user.id,
      triggerId: body.trigger_id,
      respond: null,
    });
    await answering(turn, () => handle(turn, body));
  });
}

/**
 * A form that was sent: errors that parsing finds stand beside their fields; a refusal found later opens the form
 * again with the text in it, or says the words in the DM once the trigger is dead. What was done is said in the DM by
 * the outbox, or shown by `run`'s words.
 */
export function onSubmit(app: App, desk: Desk, form: AnyForm): void {
  app.view<ViewSubmitAction>(form.callback, async ({ ack, body, view, client }) => {
    const triggerId = 'trigger_id' in body && typeof body.trigger_id === 'string' ? body.trigger_id : '';
    const turn = turnOf({
      desk,
      client,
      workspaceId: body.team?.id ?? '',
      slackUserId: body.user.id,
      triggerId,
      respond: null,
    });
    const read = form.read(view.state.values, parseMeta(view.private_metadata) ?? {});
    if (!read.ok) {
      return ack({ response_action: 'errors', errors: besideFields(await turn.words(), read.errors) });
    }
    await ack();
    let done: string | null;
    try {
      const asker = await turn.asker();
      // The same form sent twice counts once; one that is opened again after a refusal is another.
      if (!(await takeOnce(asker.context, `view:${view.id}`, asker.actor.now))) return;
      done = await read.sent.run(asker);
    } catch (error) {
      const broke = error instanceof Refused ? null : new Broke(newReference(), error);
      const words = await turn.words();
      const notice =
        error instanceof Refused
          ? words.refusalWords(error.refusal)
          : words.somethingBroke(broke?.reference ?? '');
      const typed = typedIn(view.state.values);
      const again = (asker: Asker) => read.sent.reopen(asker, notice);
      const also = await giveBack(turn, again, words.withYourWords(notice, typed), typed);
      const fault = broke ?? also;
      if (fault) throw fault;
      return;
    }
    if (done !== null) await turn.say(done);
  });
}

/** Opens the form again with the words in it; where that cannot be, says them. What broke in doing so is returned. */
async function giveBack(
  turn: Turn,
  reopen: (asker: Asker) => ModalView | Promise<ModalView>,
  inWords: string,
  typed: string,
): Promise<Error | null> {
  let broken: Error | null = null;
  let isShown = false;
  try {
    isShown = await turn.openModal(async (asker) => {
      try {
        return await reopen(asker);
      } catch (error) {
        // What the form was about is gone: there is no form to keep the words in.
        if (!(error instanceof Refused)) throw error;
        return messageModal(asker.words, 'Gentle Nudge', asker.words.refusalWords(error.refusal, typed));
      }
    });
  } catch (error) {
    // A trigger that has expired is no fault.
    if (errorName(error) === null) broken = new Error('The form could not be shown again', { cause: error });
  }
  if (!isShown) await turn.say(inWords);
  return broken;
}

function besideFields(words: Words, errors: FieldErrors): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([block, say]) => [block, say(words)]));
}

function ephemeral(answer: Answer) {
  return typeof answer === 'string'
    ? { response_type: 'ephemeral' as const, text: answer }
    : { response_type: 'ephemeral' as const, ...answer };
}

/** An ephemeral answer is no message of ours that could be found again. */
function placeOf({ container }: BlockAction): { place?: Placed } {
  const {
    channel_id: channel,
    message_ts: ts,
    is_ephemeral: isEphemeral,
  }: Record<string, unknown> = container;
  if (typeof channel !== 'string' || typeof ts !== 'string' || isEphemeral === true) return {};
  return { place: { channel, ts } };
}

/** The value of a button, or of the chosen option. */
function valueOf(action: unknown): string | null {
  if (typeof action !== 'object' || action === null) return null;
  if ('value' in action && typeof action.value === 'string') return action.value;
  if ('selected_option' in action) return valueOf(action.selected_option);
  return null;
}
