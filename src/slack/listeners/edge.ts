import type { App, BlockAction, SlackShortcut, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { Refused, type Refusal } from '../../domain/refusal';
import type { Placed } from '../../services/ports';
import type { Words } from '../../words';
import { asTyped } from '../../words/mrkdwn';
import type { Asker } from '../asker';
import type { AnyForm, FieldErrors } from '../forms/form';
import { typedIn } from '../kit/form-values';
import { parseMeta } from '../kit/meta';
import { messageModal } from '../kit/plain-modal';
import { isAlreadyDone } from '../incoming/intake';
import { isPassing } from '../passing';
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

/** Who can be answered, and what is known of the arrival that is worked on. */
type Answerable = Pick<Turn, 'say' | 'words' | 'working' | 'isAboutForm'>;

/**
 * @param typed what the person typed, given back when it is too long or lost: Slack shows a command's text no more
 * @throws whatever is no refusal; what Slack or the database will allow later is done later, from the inbox
 */
export async function answering(turn: Answerable, work: () => Promise<void>, typed = ''): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (isAlreadyDone(error)) throw error;
    if (error instanceof Refused) {
      const words = await turn.words();
      return turn.say(words.refusalWords(error.refusal, isLost(error.refusal) ? typed : ''));
    }
    const broke = new Broke(newReference(), error);
    await tell(turn, broke, (words, sentence) => turn.say(words.withYourWords(sentence, typed)));
    throw broke;
  }
}

/** Whether what was typed would be lost with the refusal: too long to type anew, or meant for a form. */
function isLost({ code }: Refusal): boolean {
  return code.endsWith('too_long') || code === 'form_too_late';
}

/** Says that something broke, or that it waits. If even this cannot be said, the log still has it, and the inbox. */
async function tell(
  { words, working, isAboutForm }: Answerable,
  { reference, cause }: Broke,
  say: (words: Words, sentence: string) => Promise<unknown>,
): Promise<void> {
  const comesLater = working !== null && !isAboutForm && isPassing(cause);
  if (comesLater && working.isAgain) return;
  try {
    const theirs = await words();
    await say(theirs, comesLater ? theirs.keptForLater() : theirs.somethingBroke(reference));
    if (working && !comesLater) working.isTold = true;
  } catch {
    return;
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
  app.command(command, async ({ ack, body, client, context, respond }) => {
    await ack();
    const turn = turnOf({
      desk,
      client,
      boltContext: context,
      workspaceId: body.team_id,
      slackUserId: body.user_id,
      triggerId: body.trigger_id,
      respond: body.response_url ? (answer) => respond(ephemeral(answer)) : null,
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
  app.action<BlockAction>(actionId, async ({ ack, action, body, client, context, respond }) => {
    await ack();
    const turn = turnOf({
      desk,
      client,
      boltContext: context,
      workspaceId: body.team?.id ?? body.user.team_id ?? '',
      slackUserId: body.user.id,
      ...placeOf(body),
      ...(body.view?.type === 'modal' ? { viewId: body.view.id } : {}),
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
  app.shortcut<Kind>(callbackId, async ({ ack, body, client, context }) => {
    await ack();
    const turn = turnOf({
      desk,
      client,
      boltContext: context,
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
 * again with the text in it, or says the words in the DM once the trigger is dead. The form closes, and what was done is
 * said in the DM.
 */
export function onSubmit(app: App, desk: Desk, form: AnyForm): void {
  app.view<ViewSubmitAction>(form.callback, async ({ ack, body, view, client, context }) => {
    const triggerId = 'trigger_id' in body && typeof body.trigger_id === 'string' ? body.trigger_id : '';
    const turn = turnOf({
      desk,
      client,
      boltContext: context,
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
    let done: Answer | null;
    try {
      done = await read.sent.run(await turn.asker());
    } catch (error) {
      if (isAlreadyDone(error)) throw error;
      const typed = typedIn(view.state.values);
      const backWith = (words: Words, notice: string) =>
        giveBack(turn, (asker) => read.sent.reopen(asker, notice), words.withYourWords(notice, typed), typed);
      if (error instanceof Refused) {
        const words = await turn.words();
        const fault = await backWith(words, words.refusalWords(error.refusal));
        if (fault) throw fault;
        return;
      }
      const broke = new Broke(newReference(), error);
      const faults: Error[] = [broke];
      await tell(turn, broke, async (words, notice) => {
        const fault = await backWith(words, notice);
        if (fault) faults.push(fault);
      });
      throw faults.length === 1 ? broke : new AggregateError(faults, broke.message);
    }
    if (done !== null) await turn.tell(done);
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
    if (!(error instanceof Refused) && errorName(error) === null)
      broken = new Error('The form could not be shown again', { cause: error });
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
