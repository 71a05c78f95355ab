import type { ModalView } from '@slack/types';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import type { FormState } from '../kit/form-values';
import type { Meta } from '../kit/meta';
import type { Answer } from '../listeners/turn';

/** What one form is: how it is read, what it does, and how it is given back when that is refused. */
export interface Form<Values> {
  readonly callback: string;
  /** Reads what was sent, without the database: Slack waits for this. */
  parse(state: FormState, meta: Meta): Parsed<Values>;
  /** Does it, and returns words for whoever sent it; null where the outbox says what was done. */
  run(asker: Asker, values: Values, meta: Meta): Promise<Answer | null>;
  /** The form again, with every field as it was sent, and on top a word about what is in the way. */
  reopen(asker: Asker, values: Values, meta: Meta, notice: string): ModalView | Promise<ModalView>;
}

/** Values to go on with, or what to say beside which field. */
export type Parsed<Values> =
  { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly errors: FieldErrors };

/** By block id. */
export type FieldErrors = Readonly<Record<string, (words: Words) => string>>;

/** A form that was sent and could be read. */
export interface SentForm {
  run(asker: Asker): Promise<Answer | null>;
  reopen(asker: Asker, notice: string): ModalView | Promise<ModalView>;
}

/** A form of whatever values, as the list in index.ts holds it. */
export interface AnyForm {
  readonly callback: string;
  read(
    state: FormState,
    meta: Meta,
  ): { readonly ok: true; readonly sent: SentForm } | { readonly ok: false; readonly errors: FieldErrors };
}

export function defineForm<Values>(form: Form<Values>): AnyForm {
  return {
    callback: form.callback,
    read(state, meta) {
      const parsed = form.parse(state, meta);
      if (!parsed.ok) return parsed;
      const { values } = parsed;
      return {
        ok: true,
        sent: {
          run: (asker) => form.run(asker, values, meta),
          reopen: (asker, notice) => form.reopen(asker, values, meta, notice),
        },
      };
    },
  };
}
