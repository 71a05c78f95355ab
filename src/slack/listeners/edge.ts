import type { App, BlockAction, SlackShortcut, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { Refused, type Refusal } from '../../domain/refusal';
import { meetActor } from '../../services/meet-member';
import type { Actor, Context } from '../../services/ports';
import { parseMeta, type Meta } from '../kit/ids';
import { asTyped } from '../../words/mrkdwn';
import { typedIn, type FormState } from '../kit/form-values';
import { loadingModal, messageModal } from '../kit/plain-modal';
import { refusalWords, somethingBroke } from '../../words/en';

/**
 * The one edge between Slack and the services: acks first, opens a modal while the trigger is fresh, turns a refusal
 * into words for the person, and hands everything else to app.error after telling the person that it was not them.
 */

/** What listeners work with: a context for the workspace of the payload, and the one clock. */
export interface Desk {
  contextFor(workspaceId: string): Context;
  clock(): Date;
}

/** What a verb takes: what it works with, and who does it. */
export interface Asker {
  readonly context: Context;
  readonly actor: Actor;
}

type Answer = string | { readonly text: string; readonly blocks: NonNullable<ModalView['blocks']> };

/** One turn of a person: who they are (met when first asked for), and the ways to answer only them. */
export interface Turn {
  asker(): Promise<Asker>;
  say(answer: Answer): Promise<void>;
  /** Opens at once, and fills when the facts are there. */
  openModal(title: string, build: (asker: Asker) => ModalView | Promise<ModalView>): Promise<void>;
}

interface Source {
  readonly desk: Desk;
  readonly client: WebClient;
  readonly workspaceId: string;
  readonly slackUserId: string;
  readonly triggerId: string;
  /** Answers only the person, where Slack gave a way to. */
  readonly respond: ((answer: Answer) => Promise<unknown>) | null;
}

function turnOf({ desk, client, workspaceId, slackUserId, triggerId, respond }: Source): Turn {
  let met: Promise<Asker> | null = null;
  let opened: string | null = null;
  const asker = () => {
    met ??= (async () => {
      const context = desk.contextFor(workspaceId);
      return { context, actor: await meetActor(context, slackUserId, desk.clock()) };
    })();
    return met;
  };
  return {
    asker,
    async say(answer) {
      if (opened === null && respond) return void (await respond(answer));
      const view = messageModal('Gentle Nudge', typeof answer === 'string' ? answer : answer.text);
      if (opened !== null) await client.views.update({ view_id: opened, view });
      else await client.views.open({ trigger_id: triggerId, view });
    },
    async openModal(title, build) {
      const { view } = await client.views.open({ trigger_id: triggerId, view: loadingModal(title) });
      opened = view?.id ?? null;
      const filled = await build(await asker());
      if (opened !== null) await client.views.update({ view_id: opened, view: filled });
    },
  };
}

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

/** @param typed what the person typed, given back with a refusal of its length: Slack shows a command's text no more */
async function answering(turn: Turn, work: () => Promise<void>, typed?: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refused) {
      const isTooLong = error.refusal.code.endsWith('too_long');
      return turn.say(refusalWords(error.refusal, isTooLong ? typed : undefined));
    }
    const broke = new Broke(newReference(), error);
    // If even this cannot be said, the log still has it.
    await turn.say(somethingBroke(broke.reference)).catch(() => undefined);
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

/** What a form says after parsing alone: values to go on with, or errors beside their fields. */
export type Parsed<Values> =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly errors: Record<string, string> };

export interface Form<Values> {
  parse(state: FormState, meta: Meta): Parsed<Values>;
  run(asker: Asker, values: Values, meta: Meta): Promise<string | null>;
  /** The form again, with what the person wrote and a word about what is in the way. */
  reopen(values: Values, notice: string, meta: Meta, asker: Asker): ModalView | Promise<ModalView>;
}

/**
 * A form that was sent: errors that parsing finds stand beside their fields; a refusal found later opens the form
 * again with the text in it. What was done is said in the DM by the outbox, or shown by `run`'s words.
 */
export function onSubmit<Values>(app: App, desk: Desk, callbackId: string, form: Form<Values>): void {
  app.view<ViewSubmitAction>(callbackId, async ({ ack, body, view, client }) => {
    const meta = parseMeta(view.private_metadata) ?? {};
    const parsed = form.parse(view.state.values, meta);
    if (!parsed.ok) return ack({ response_action: 'errors', errors: parsed.errors });
    await ack();
    const triggerId = 'trigger_id' in body && typeof body.trigger_id === 'string' ? body.trigger_id : '';
    const turn = turnOf({
      desk,
      client,
      workspaceId: body.team?.id ?? '',
      slackUserId: body.user.id,
      triggerId,
      respond: null,
    });
    try {
      const asker = await turn.asker();
      // The same form sent twice counts once; one that is opened again after a refusal is another.
      if (!(await asker.context.store.events.claim(`view:${view.id}`, asker.actor.now))) return;
      const words = await form.run(asker, parsed.values, meta);
      if (words !== null) await turn.say(words);
    } catch (error) {
      const broke = error instanceof Refused ? null : new Broke(newReference(), error);
      const notice =
        error instanceof Refused ? refusalWords(error.refusal) : somethingBroke(broke?.reference ?? '');
      await turn.openModal('Gentle Nudge', async (asker) => {
        try {
          return await form.reopen(parsed.values, notice, meta, asker);
        } catch (again) {
          // What the form was about is gone: the words are given back, since there is no form to keep them in.
          if (!(again instanceof Refused)) throw again;
          return messageModal('Gentle Nudge', refusalWords(again.refusal, typedIn(view.state.values)));
        }
      });
      if (broke) throw broke;
    }
  });
}

function ephemeral(answer: Answer) {
  return typeof answer === 'string'
    ? { response_type: 'ephemeral' as const, text: answer }
    : { response_type: 'ephemeral' as const, ...answer };
}

/** The value of a button, or of the chosen option. */
function valueOf(action: unknown): string | null {
  if (typeof action !== 'object' || action === null) return null;
  if ('value' in action && typeof action.value === 'string') return action.value;
  if ('selected_option' in action) return valueOf(action.selected_option);
  return null;
}

/** A hint from outside that does not parse: the thing it names is gone, or never was. */
export function known<Value>(value: Value | null, what: Extract<Refusal, { code: 'gone' }>['what']): Value {
  if (value === null) throw new Refused({ code: 'gone', what });
  return value;
}
