import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { Refused } from '../../domain/refusal';
import { localeOf, meetActor } from '../../services/people/meet-member';
import type { Context, Placed } from '../../services/ports';
import { wordsFor, type Words } from '../../words';
import type { Asker } from '../asker';
import { blocksModal, loadingModal, messageModal } from '../kit/plain-modal';
import { workingIn, type Working } from '../incoming/intake';
import { errorName } from '../slack-errors';

/** One turn of a person (the field: an interaction): who they are, and the ways to answer only them. */

/** What listeners work with: a context for the workspace of the payload, and the one clock. */
export interface Desk {
  /** @param boltContext Bolt's, which knows the arrival that is being worked on */
  contextFor(workspaceId: string, boltContext: object): Context;
  clock(): Date;
}

export type Answer = string | { readonly text: string; readonly blocks: NonNullable<ModalView['blocks']> };

export interface Turn {
  readonly working: Working | null;
  /** Whether a form was asked for: only the person can do that again, for its trigger lives for three seconds. */
  readonly isAboutForm: boolean;
  /** Who they are, met when first asked for. */
  asker(): Promise<Asker>;
  /** The words of their language, without meeting them: for help, and for those who may not take part. */
  words(): Promise<Words>;
  /** Answers only them: where they acted, while Slack lets us, and in the DM after. */
  say(answer: Answer): Promise<void>;
  /** Says it in the DM, where it stays: what a form did, once it is closed. */
  tell(answer: Answer): Promise<void>;
  /** Opens at once, and fills when the facts are there. False when the person has closed it meanwhile. */
  openModal(build: (asker: Asker) => ModalView | Promise<ModalView>): Promise<boolean>;
  /** Shows an open form anew, as another choice asks for. */
  updateModal(viewId: string, build: (asker: Asker) => ModalView | Promise<ModalView>): Promise<void>;
}

export interface Source {
  readonly desk: Desk;
  readonly client: WebClient;
  readonly boltContext: object;
  readonly workspaceId: string;
  readonly slackUserId: string;
  /** The message on which they act, where it is one. */
  readonly place?: Placed;
  /** The form on which they act, where it is one: what is shown next stands in its place. */
  readonly viewId?: string;
  /** Lives for three seconds, and opens one view. */
  readonly triggerId: string;
  /** Answers only the person, where Slack gave a way to. */
  readonly respond: ((answer: Answer) => Promise<unknown>) | null;
}

const TITLE = 'Gentle Nudge';
/** Spoken before anybody is looked up, and when nobody can be. */
const HOUSE_WORDS = wordsFor(null);

export function turnOf(source: Source): Turn {
  const {
    desk,
    client,
    boltContext,
    workspaceId,
    slackUserId,
    triggerId,
    respond,
    place = null,
    viewId = null,
  } = source;
  const context = desk.contextFor(workspaceId, boltContext);
  const working = workingIn(boltContext);
  let met: Promise<Asker> | null = null;
  let opened: string | null = viewId;
  let isTriggerSpent = false;
  let isAboutForm = false;

  function asker(): Promise<Asker> {
    met ??= meetActor(context, slackUserId, desk.clock(), place).then((actor) => ({
      context,
      actor,
      words: wordsFor(actor.locale),
    }));
    return met;
  }

  /** Whatever happens, somebody can be answered in some language. */
  async function wordsOfTheirs(): Promise<Words> {
    return wordsFor(await localeOf(context, slackUserId).catch(() => null));
  }

  async function open(view: ModalView): Promise<string | null> {
    isTriggerSpent = true;
    if (viewId !== null) {
      await client.views.update({ view_id: viewId, view });
      return viewId;
    }
    const answer = await client.views.open({ trigger_id: triggerId, view });
    return answer.view?.id ?? null;
  }

  /** Whether the answer could be shown where the person acted. */
  async function show(answer: Answer): Promise<boolean> {
    // Long after, the ways that Slack gave are gone.
    if (opened === null && respond && working?.isAgain !== true) {
      try {
        await respond(answer);
        return true;
      } catch {
        // The way that Slack gave is used up or does not answer: a DM is another.
        return false;
      }
    }
    if (opened === null && isTriggerSpent) return false;
    const theirs = await wordsOfTheirs();
    const view =
      typeof answer === 'string'
        ? messageModal(theirs, TITLE, answer)
        : blocksModal(theirs, TITLE, answer.blocks);
    try {
      if (opened === null) await open(view);
      else await client.views.update({ view_id: opened, view });
      return true;
    } catch (error) {
      // The trigger has expired, or the person has closed the form.
      if (errorName(error) === null) throw error;
      return false;
    }
  }

  async function tell(answer: Answer): Promise<void> {
    const { text, ...blocks } = typeof answer === 'string' ? { text: answer } : answer;
    await client.chat.postMessage({ channel: await dmWith(client, slackUserId), text, ...blocks });
  }

  return {
    working,
    get isAboutForm() {
      return isAboutForm;
    },
    asker,
    words: wordsOfTheirs,
    async say(answer) {
      if (!(await show(answer))) await tell(answer);
    },
    tell,
    async updateModal(viewId, build) {
      await client.views.update({ view_id: viewId, view: await build(await asker()) });
    },
    async openModal(build) {
      isAboutForm = true;
      const opening = open(loadingModal(HOUSE_WORDS, TITLE));
      // What the tap itself records is recorded, also where Slack shows no form.
      const [shown, built] = await Promise.allSettled([opening, asker().then(build)]);
      if (shown.status === 'fulfilled') opened = shown.value;
      if (built.status === 'rejected') throw asError(built.reason);
      if (shown.status === 'rejected') {
        throw isTooLate(shown.reason) ? new Refused({ code: 'form_too_late' }) : asError(shown.reason);
      }
      if (opened === null) return true;
      try {
        await client.views.update({ view_id: opened, view: built.value });
        return true;
      } catch (error) {
        if (errorName(error) !== 'not_found') throw error;
        return false;
      }
    },
  };
}

function isTooLate(error: unknown): boolean {
  return /_trigger_id$|^not_found$/.test(errorName(error) ?? '');
}

function asError(reason: unknown): Error {
  return reason instanceof Error
    ? reason
    : new Error('Something that is no error was thrown', { cause: reason });
}

async function dmWith(client: WebClient, slackUserId: string): Promise<string> {
  const { channel } = await client.conversations.open({ users: slackUserId });
  if (channel?.id === undefined) throw new Error('conversations.open gave no channel');
  return channel.id;
}
