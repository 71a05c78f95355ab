import type { ModalView } from '@slack/types';
import { BLOCKS, CALLBACKS, type Meta } from '../kit/ids';
import { busyWords, FIELDS, FORM_TITLES, skipWords } from '../../words/en/forms';
import { BUTTONS } from '../../words/en/labels';
import { section } from '../kit/block-kit';
import { dateInput, form, input, textInput } from '../kit/form-parts';

export interface DateForm {
  /** 'YYYY-MM-DD', to start with. */
  readonly date?: string | null;
  readonly notice?: string;
  readonly meta: Meta;
}

/** Callback `snooze_form`; block until. */
export function snoozeModal({ date, notice, meta }: DateForm): ModalView {
  return form({
    title: FORM_TITLES.snooze,
    callback: CALLBACKS.snooze_form,
    meta,
    notice,
    blocks: [input(BLOCKS.until, FIELDS.until, dateInput(date))],
  });
}

export interface SkipForm {
  readonly reason?: string | null;
  readonly notice?: string;
  readonly meta: Meta;
}

/** Callback `skip_form`; block reason (optional). */
export function skipModal({ reason, notice, meta }: SkipForm): ModalView {
  return form({
    title: FORM_TITLES.skip,
    callback: CALLBACKS.skip_form,
    submit: BUTTONS.skip,
    meta,
    notice,
    blocks: [
      section(skipWords()),
      input(BLOCKS.reason, FIELDS.reason, textInput({ initial: reason, multiline: true }), {
        optional: true,
      }),
    ],
  });
}

/** Callback `busy_form`; block until. */
export function busyModal({ date, notice, meta }: DateForm): ModalView {
  return form({
    title: FORM_TITLES.busy,
    callback: CALLBACKS.busy_form,
    meta,
    notice,
    blocks: [section(busyWords()), input(BLOCKS.until, FIELDS.busyUntil, dateInput(date))],
  });
}
