import { records, text } from '../../../slack/json';
import type { Json, Workspace } from '../api/model';
import { words } from '../api/model';

/** The options of any select, of people and channels too. */

export interface Choice {
  value: string;
  label: string;
  /** A text object, drawn as it is. */
  text: unknown;
  description: string;
}

export interface ChoiceGroup {
  label: string | null;
  choices: Choice[];
}

function choiceOf(option: Json): Choice {
  return {
    value: text(option['value']),
    label: words(option['text']),
    text: option['text'],
    description: words(option['description']),
  };
}

function named(entries: readonly { id: string; name: string }[], sign: string): Choice[] {
  return entries.map(({ id, name }) => ({
    value: id,
    label: `${sign}${name}`,
    text: `${sign}${name}`,
    description: '',
  }));
}

/** What can be chosen in an element: its own options, or the people and channels of the workspace. */
export function choicesOf(element: Json, { people, channels }: Workspace): ChoiceGroup[] {
  const type = text(element['type']);
  if (type.includes('users_select')) return [{ label: null, choices: named(people, '') }];
  if (type.includes('channels_select')) return [{ label: null, choices: named(channels, '#') }];
  if (type.includes('conversations_select'))
    return [
      { label: 'Channels', choices: named(channels, '#') },
      { label: 'People', choices: named(people, '') },
    ];
  const groups = records(element['option_groups']).map((group) => ({
    label: words(group['label']),
    choices: records(group['options']).map(choiceOf),
  }));
  return groups.length > 0 ? groups : [{ label: null, choices: records(element['options']).map(choiceOf) }];
}
