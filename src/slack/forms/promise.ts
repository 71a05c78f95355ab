import type { InputBlock, ModalView } from '@slack/types';
import type { PairedWith } from '../../domain/facts';
import { isOpen, type PromiseDraft } from '../../domain/ledger/promise';
import {
  changePromise,
  makePromise,
  nameStep,
  promisable,
  promiseOf,
  stepOf,
  type PromiseFacts,
} from '../../services/ledger/promises';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option, section } from '../kit/block-kit';
import { readReason, readStepDraft, reasonInput, stepInputs } from '../kit/fields';
import { form, input, selectInput } from '../kit/form-parts';
import { selectValue, type FormState } from '../kit/form-values';
import type { Meta } from '../kit/ids';
import { known } from '../known';
import { defineForm } from './form';

/**
 * A promise: what comes next after the answer in `meta.checkInId`; the one in `meta.promiseId`, changed; or a new one to
 * somebody the person is paired with. Emptied, it is let go.
 */

const CALLBACK = 'promise_form';
const WHOM = 'whom';
const MOST_CHOICES = 100;

interface Values extends PromiseDraft {
  /** The pair in which it is promised. */
  readonly whom: string | null;
  readonly why: string | null;
}

export interface PromiseView extends Partial<Values> {
  readonly facts: (Omit<PromiseFacts, 'promise'> & { readonly promise: PromiseDraft | null }) | null;
  /** To whom a new one may be made. */
  readonly pairs: readonly PairedWith[];
  readonly notice?: string;
  readonly meta: Meta;
}

export function promiseView(words: Words, view: PromiseView): ModalView {
  const { facts, pairs, notice, meta, whom, why } = view;
  const draft = view.words === undefined ? facts?.promise : { words: view.words, by: view.by ?? null };
  return form(words, {
    title: facts?.to === null ? words.FORM_TITLES.nextStep : words.FORM_TITLES.promise,
    callback: CALLBACK,
    meta,
    notice,
    blocks: [
      ...(facts === null ? [whomInput(words, pairs, whom)] : []),
      ...stepInputs(words, draft, facts?.to === null ? 'nextStep' : 'promise'),
      ...(facts !== null && facts.to !== null ? [reasonInput(words, why, words.FIELDS.letGoWhy)] : []),
      section(
        facts?.to === null
          ? words.visibleTo(facts.readers, facts.audience)
          : words.promiseTerms(facts?.to ?? null),
      ),
    ],
  });
}

function whomInput(words: Words, pairs: readonly PairedWith[], whom: string | null = null): InputBlock {
  const choices = pairs
    .slice(0, MOST_CHOICES)
    .map(({ mentorshipId, other }) => option(other.name, mentorshipId));
  const only = pairs.length === 1 ? pairs[0]?.mentorshipId : undefined;
  return input(WHOM, words.FIELDS.whomToPromise, selectInput(choices, whom ?? only ?? null));
}

/** @throws {Refused} when it is not theirs, or there is nobody to promise anything to */
export async function openPromiseView(
  { context, actor, words }: Asker,
  meta: Meta,
  back?: Values & { readonly notice: string },
): Promise<ModalView> {
  if (meta.promiseId !== undefined) {
    const facts = await promiseOf(context, actor, meta.promiseId);
    return promiseView(words, { ...back, facts, pairs: [], meta });
  }
  if (meta.checkInId !== undefined) {
    const facts = await stepOf(context, actor, meta.checkInId);
    return promiseView(words, { ...back, facts, pairs: [], meta });
  }
  const pairs = await promisable(context, actor);
  const once = { ...meta, onceKey: meta.onceKey ?? crypto.randomUUID() };
  return promiseView(words, { ...back, facts: null, pairs, meta: once });
}

export const promiseForm = defineForm<Values>({
  callback: CALLBACK,

  parse: (state: FormState) => ({
    ok: true,
    values: { ...readStepDraft(state), whom: selectValue(state, WHOM), why: readReason(state) },
  }),

  async run({ context, actor, words }, { whom, why, ...draft }, meta) {
    const { promiseId, checkInId, onceKey } = meta;
    if (checkInId !== undefined) {
      const { promise } = await nameStep(context, actor, checkInId, draft);
      return promise === null ? words.stepLetGo() : words.promiseSaved(promise, null);
    }
    if (promiseId !== undefined) {
      const promise = await changePromise(context, actor, promiseId, draft, why);
      const { to } = await promiseOf(context, actor, promiseId);
      return isOpen(promise) ? words.promiseSaved(promise, to) : words.promiseDropped(promise);
    }
    const to = await makePromise(
      context,
      actor,
      known(whom, 'mentorship'),
      draft,
      onceKey ?? crypto.randomUUID(),
    );
    return words.promiseSaved({ ...NEW, words: draft.words ?? '', by: draft.by }, to);
  },

  reopen: (asker, values, meta, notice) => openPromiseView(asker, meta, { ...values, notice }),
});

const NEW = { keptAt: null, movedAt: null, letGoAt: null, letGoWhy: null };
