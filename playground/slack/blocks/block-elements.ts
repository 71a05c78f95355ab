import {
  actionId,
  anyText,
  choiceOption,
  confirm,
  conversationFilter,
  date,
  dispatchConfig,
  initialAmongOptions,
  optionGroup,
  overflowOption,
  plainText,
  selectOption,
  slackFile,
  style,
  time,
  url,
} from './composition';
import { isRecord } from '../json';
import { all, anything, array, boolean, exactlyOne, integer, oneOf, shape, string } from './rules';
import type { Check, Fields } from './rules';

/** The limits of each interactive element. */

const type = anything;
const id = string(1, 255);
const ids = array(0, 100, id);
const placeholder = plainText(150);

const actionable: Fields = { action_id: actionId };
const chosen: Fields = { ...actionable, confirm, focus_on_load: boolean };
const select: Fields = { ...chosen, placeholder };
const multi: Fields = { ...select, max_selected_items: integer(1, 1000) };
const typed: Fields = {
  ...actionable,
  placeholder,
  focus_on_load: boolean,
  dispatch_action_config: dispatchConfig,
};

const options = array(1, 100, selectOption);
const groups = array(1, 100, optionGroup);
const choices = array(1, 10, choiceOption);
const staticRules = all(exactlyOne('options', 'option_groups'), initialAmongOptions);

const lengthsAgree: Check = (value, at, out) => {
  if (!isRecord(value)) return;
  const min = value['min_length'];
  const max = value['max_length'];
  const initial = value['initial_value'];
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    out.push({ pointer: `${at}/min_length`, message: 'must not be greater than max_length' });
  if (typeof initial === 'string' && typeof max === 'number' && initial.length > max)
    out.push({ pointer: `${at}/initial_value`, message: `must be less than ${max + 1} characters` });
};

const numberText: Check = (value, at, out) => {
  if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value))
    out.push({ pointer: at, message: 'must be a number written as a string' });
};

const feedback = shape(
  { text: plainText(75), value: string(1, 2000) },
  { accessibility_label: string(1, 75) },
);

export const elements: Record<string, Check> = {
  button: shape(
    { type, text: plainText(75) },
    { ...actionable, url, value: string(1, 2000), style, confirm, accessibility_label: string(1, 75) },
  ),
  workflow_button: shape(
    { type, text: plainText(75), workflow: anything },
    { ...actionable, style, accessibility_label: string(1, 75) },
  ),
  image: shape(
    { type, alt_text: string(1, 2000) },
    { image_url: url, slack_file: slackFile },
    exactlyOne('image_url', 'slack_file'),
  ),
  checkboxes: shape({ type, options: choices }, { ...chosen, initial_options: choices }, initialAmongOptions),
  radio_buttons: shape(
    { type, options: choices },
    { ...chosen, initial_option: choiceOption },
    initialAmongOptions,
  ),
  overflow: shape({ type, options: array(1, 5, overflowOption) }, { ...actionable, confirm }),
  datepicker: shape({ type }, { ...select, initial_date: date }),
  timepicker: shape({ type }, { ...select, initial_time: time, timezone: string(1, 100) }),
  datetimepicker: shape({ type }, { ...chosen, initial_date_time: integer(1_000_000_000, 9_999_999_999) }),
  static_select: shape(
    { type },
    { ...select, options, option_groups: groups, initial_option: selectOption },
    staticRules,
  ),
  external_select: shape(
    { type },
    { ...select, initial_option: selectOption, min_query_length: integer(0, 100) },
  ),
  users_select: shape({ type }, { ...select, initial_user: id }),
  conversations_select: shape(
    { type },
    {
      ...select,
      initial_conversation: id,
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter: conversationFilter,
    },
  ),
  channels_select: shape({ type }, { ...select, initial_channel: id, response_url_enabled: boolean }),
  multi_static_select: shape(
    { type },
    { ...multi, options, option_groups: groups, initial_options: options },
    staticRules,
  ),
  multi_external_select: shape(
    { type },
    { ...multi, initial_options: options, min_query_length: integer(0, 100) },
  ),
  multi_users_select: shape({ type }, { ...multi, initial_users: ids }),
  multi_conversations_select: shape(
    { type },
    {
      ...multi,
      initial_conversations: ids,
      default_to_current_conversation: boolean,
      filter: conversationFilter,
    },
  ),
  multi_channels_select: shape({ type }, { ...multi, initial_channels: ids }),
  plain_text_input: shape(
    { type },
    {
      ...typed,
      initial_value: string(0, 3000),
      multiline: boolean,
      min_length: integer(0, 3000),
      max_length: integer(1, 3000),
    },
    lengthsAgree,
  ),
  email_text_input: shape({ type }, { ...typed, initial_value: string(0, 3000) }),
  url_text_input: shape({ type }, { ...typed, initial_value: string(0, 3000) }),
  number_input: shape(
    { type, is_decimal_allowed: boolean },
    { ...typed, initial_value: numberText, min_value: numberText, max_value: numberText },
  ),
  rich_text_input: shape(
    { type },
    { ...typed, initial_value: anything, min_lines: integer(1, 100), max_lines: integer(1, 100) },
  ),
  file_input: shape({ type }, { ...actionable, filetypes: array(0, 100, id), max_files: integer(1, 10) }),
  feedback_buttons: shape({ type, positive_button: feedback, negative_button: feedback }, actionable),
  icon_button: shape(
    { type, icon: oneOf('trash'), text: plainText(75) },
    {
      ...actionable,
      value: string(1, 2000),
      confirm,
      accessibility_label: string(1, 75),
      visible_to_user_ids: ids,
    },
  ),
  plain_text: anyText(2000),
  mrkdwn: anyText(2000),
};

const selects = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
];
const choosers = [...selects, ...selects.map((name) => `multi_${name}`), 'checkboxes', 'radio_buttons'];

export const inActions = [
  ...choosers,
  'button',
  'workflow_button',
  'overflow',
  'datepicker',
  'timepicker',
  'datetimepicker',
  'rich_text_input',
];
export const inSection = [
  ...choosers,
  'button',
  'workflow_button',
  'overflow',
  'datepicker',
  'timepicker',
  'image',
];
export const inInput = [
  ...choosers,
  'datepicker',
  'timepicker',
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
];
export const inContext = ['image', 'plain_text', 'mrkdwn'];
export const inContextActions = ['feedback_buttons', 'icon_button'];
