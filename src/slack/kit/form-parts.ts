/** What every form is made of: the modal around it, and one builder a kind of input. */

import type {
  Checkboxes,
  ConversationsSelect,
  Datepicker,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
  Timepicker,
  UsersSelect,
} from '@slack/types';
import type { Words } from '../../words';
import { plain, section } from './block-kit';
import { INPUT } from './ids';
import { packMeta, type Meta } from './meta';

const TITLE_LIMIT = 24;
/** Slack’s ceiling for a text input. */
const INPUT_LIMIT = 3000;

export interface FormParts {
  readonly title: string;
  readonly callback: string;
  readonly submit?: string;
  readonly meta?: Meta | undefined;
  /** Shown on top, when a form comes back with what the person wrote. */
  readonly notice?: string | undefined;
  readonly blocks: readonly KnownBlock[];
}

export function form(
  { BUTTONS }: Words,
  { title, callback, submit, meta, notice, blocks }: FormParts,
): ModalView {
  return {
    type: 'modal',
    callback_id: callback,
    title: plain(title, TITLE_LIMIT),
    submit: plain(submit ?? BUTTONS.save, TITLE_LIMIT),
    close: plain(BUTTONS.cancel, TITLE_LIMIT),
    private_metadata: packMeta(meta ?? {}),
    blocks: [...(notice === undefined ? [] : [section(notice)]), ...blocks],
  };
}

type FormElement =
  | PlainTextInput
  | StaticSelect
  | RadioButtons
  | Checkboxes
  | Datepicker
  | Timepicker
  | UsersSelect
  | ConversationsSelect;

interface InputParts {
  readonly optional?: boolean;
  readonly hint?: string;
  /** Reports a change at once, under the element's own action id. */
  readonly dispatches?: boolean;
}

export function input(
  block: string,
  label: string,
  element: FormElement,
  { optional = false, hint, dispatches = false }: InputParts = {},
): InputBlock {
  return {
    type: 'input',
    block_id: block,
    label: plain(label),
    element,
    optional,
    ...(hint === undefined ? {} : { hint: plain(hint, 150) }),
    ...(dispatches ? { dispatch_action: true } : {}),
  };
}

interface TextParts {
  readonly initial?: string | null | undefined;
  readonly limit?: number;
  readonly multiline?: boolean;
  readonly placeholder?: string;
}

/** A text that is longer than the limit, as a refused one may be, still stands in the field to be shortened. */
export function textInput({
  initial,
  limit = INPUT_LIMIT,
  multiline = false,
  placeholder,
}: TextParts): PlainTextInput {
  const value = (initial ?? '').slice(0, INPUT_LIMIT).replace(/[\uD800-\uDBFF]$/, '');
  return {
    type: 'plain_text_input',
    action_id: INPUT,
    multiline,
    max_length: Math.max(limit, value.length),
    ...(value === '' ? {} : { initial_value: value }),
    ...(placeholder === undefined ? {} : { placeholder: plain(placeholder) }),
  };
}

const OPTIONS_IN_GROUP = 100;

/** Longer lists than Slack takes at once are given in groups named by their first and last letters. */
export function selectInput(
  options: readonly PlainTextOption[],
  initial?: string | null,
  action: string = INPUT,
): StaticSelect {
  const chosen = options.find(({ value }) => value === initial);
  const select = {
    type: 'static_select' as const,
    action_id: action,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
  if (options.length <= OPTIONS_IN_GROUP) return { ...select, options: [...options] };
  const groups = [];
  for (let start = 0; start < options.length; start += OPTIONS_IN_GROUP) {
    const group = options.slice(start, start + OPTIONS_IN_GROUP);
    groups.push({ label: plain(span(group)), options: group });
  }
  return { ...select, option_groups: groups };
}

function span(group: readonly PlainTextOption[]): string {
  const letter = (at: number) => group.at(at)?.text.text.charAt(0) ?? '';
  return `${letter(0)} – ${letter(-1)}`;
}

export function radioInput(
  options: readonly PlainTextOption[],
  initial?: string | null,
  action: string = INPUT,
): RadioButtons {
  const chosen = options.find(({ value }) => value === initial);
  return {
    type: 'radio_buttons',
    action_id: action,
    options: [...options],
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}

export function checkboxInput(options: readonly PlainTextOption[], initial: readonly string[]): Checkboxes {
  const chosen = options.filter(({ value }) => value !== undefined && initial.includes(value));
  return {
    type: 'checkboxes',
    action_id: INPUT,
    options: [...options],
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  };
}

export function dateInput(initial?: string | null): Datepicker {
  const isDate = initial !== undefined && initial !== null && /^\d{4}-\d{2}-\d{2}$/.test(initial);
  return { type: 'datepicker', action_id: INPUT, ...(isDate ? { initial_date: initial } : {}) };
}

export function timeInput(initial?: string | null): Timepicker {
  const isTime = initial !== undefined && initial !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(initial);
  return { type: 'timepicker', action_id: INPUT, ...(isTime ? { initial_time: initial } : {}) };
}

export function personInput(initial?: string | null): UsersSelect {
  return {
    type: 'users_select',
    action_id: INPUT,
    ...(initial === undefined || initial === null ? {} : { initial_user: initial }),
  };
}

/** A channel of this workspace alone. */
export function channelInput(initial?: string | null): ConversationsSelect {
  return {
    type: 'conversations_select',
    action_id: INPUT,
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
    ...(initial === undefined || initial === null ? {} : { initial_conversation: initial }),
  };
}
