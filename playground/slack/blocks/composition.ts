import { isRecord, records, text } from '../json';
import { anything, array, atLeastOne, boolean, byType, oneOf, pattern, shape, string } from './rules';
import type { Check } from './rules';

/** The limits of texts, options and confirmations. */

const type = anything;

function plain(max: number): Check {
  return shape({ type, text: string(1, max) }, { emoji: boolean });
}

function mrkdwn(max: number): Check {
  return shape({ type, text: string(1, max) }, { verbatim: boolean });
}

export function plainText(max: number): Check {
  return byType({ plain_text: plain(max) });
}

export function mrkdwnText(max: number): Check {
  return byType({ mrkdwn: mrkdwn(max) });
}

export function anyText(max: number): Check {
  return byType({ plain_text: plain(max), mrkdwn: mrkdwn(max) });
}

export const url = string(1, 3000);
export const actionId = string(1, 255);
export const blockId = string(1, 255);
export const style = oneOf('primary', 'danger');
export const date = pattern(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date (YYYY-MM-DD)');
export const time = pattern(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time (HH:mm)');

export const confirm = shape(
  { text: anyText(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style },
);

// Slack's documents say 150 for a value and its own types say 75; the smaller figure is safe on both.
const optionValue = string(1, 75);

export const selectOption = shape(
  { text: plainText(75), value: optionValue },
  { description: plainText(75) },
);
export const choiceOption = shape({ text: anyText(75), value: optionValue }, { description: anyText(75) });
export const overflowOption = shape(
  { text: plainText(75), value: optionValue },
  { description: plainText(75), url },
);
export const optionGroup = shape({ label: plainText(75), options: array(1, 100, selectOption) });

export const dispatchConfig = shape({
  trigger_actions_on: array(1, 2, oneOf('on_enter_pressed', 'on_character_entered')),
});

export const conversationFilter = shape(
  {},
  {
    include: array(1, 4, oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
  atLeastOne('include', 'exclude_external_shared_channels', 'exclude_bot_users'),
);

export const slackFile = shape({}, { id: string(1, 255), url }, atLeastOne('id', 'url'));

function identity(option: unknown): string {
  if (!isRecord(option)) return '';
  const label = isRecord(option['text']) ? text(option['text']['text']) : '';
  return JSON.stringify([text(option['value']), label]);
}

/** What is chosen from the start must be one of the options, by value and by text. */
export const initialAmongOptions: Check = (value, at, out) => {
  if (!isRecord(value)) return;
  const groups = records(value['option_groups']).flatMap((group) => records(group['options']));
  const known = new Set([...records(value['options']), ...groups].map(identity));
  const initial = value['initial_option'];
  if (isRecord(initial) && !known.has(identity(initial)))
    out.push({ pointer: `${at}/initial_option`, message: 'must be one of the options' });
  records(value['initial_options']).forEach((option, index) => {
    if (!known.has(identity(option)))
      out.push({ pointer: `${at}/initial_options/${index}`, message: 'must be one of the options' });
  });
};
