import type { ReactNode } from 'react';
import { text } from '../../../slack/json';
import { words } from '../api/model';
import { BlockButton } from './button';
import { Boxes } from './boxes';
import { Drawn } from './drawn';
import { Overflow } from './overflow';
import { Picker } from './picker';
import { Select } from './select';
import { useBareLabels } from './surface';
import type { Field, Labels } from './surface';
import { TextInput } from './text-input';

/** Any interactive element, by its type. */

export function Element({ field, labels }: { field: Field; labels: Labels }): ReactNode {
  const type = text(field.element['type']);
  switch (type) {
    case 'button':
    case 'workflow_button':
      return <BlockButton field={field} />;
    case 'overflow':
      return <Overflow field={field} />;
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <Select field={field} labels={labels} />;
    case 'datepicker':
      return <Picker field={field} labels={labels} kind="date" />;
    case 'timepicker':
      return <Picker field={field} labels={labels} kind="time" />;
    case 'checkboxes':
    case 'radio_buttons':
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <Boxes field={field} labels={labels} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
    // The app is asked for the option of that name when the form is sent.
    case 'external_select':
      return <TextInput field={field} labels={labels} />;
    case 'image':
      return <Drawn blocks={[{ type: 'context', elements: [field.element] }]} />;
    default:
      return <span className="unknown">A {type.replaceAll('_', ' ')} is not drawn in the playground</span>;
  }
}

/** An element without a label of its own, named by its placeholder for those who do not see it. */
export function BareElement({ field }: { field: Field }): ReactNode {
  const labels = useBareLabels(words(field.element['placeholder']) || 'Choice');
  return <Element field={field} labels={labels} />;
}
