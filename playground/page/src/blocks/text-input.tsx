import type { ReactNode } from 'react';
import { text } from '../../../slack/json';
import { words } from '../api/model';
import { isInput, useSurface } from './surface';
import type { Field, Labels } from './surface';

/** Slack's own limit where the app gives none. */
const longest = 3000;

const types: Record<string, string> = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'number',
};

function limit(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

export function TextInput({ field, labels }: { field: Field; labels: Labels }): ReactNode {
  const { element } = field;
  const { read, put, send } = useSurface();
  const value = read(field);
  const typed = typeof value === 'string' ? value : '';
  const most = limit(element['max_length']);
  const shared = {
    className: 'control',
    id: labels.id,
    'aria-label': labels.name ?? undefined,
    'aria-describedby': labels.describedBy,
    'aria-invalid': labels.invalid,
    'aria-required': labels.required,
    'data-action': field.actionId,
    placeholder: words(element['placeholder']) || undefined,
    value: typed,
    minLength: limit(element['min_length']),
    maxLength: most ?? longest,
    onChange: (event: { target: { value: string } }) => put(field, event.target.value),
    onBlur: () => {
      if (isInput(field)) void send(field, typed);
    },
  };
  if (element['multiline'] === true)
    return (
      <>
        <textarea {...shared} rows={4} />
        {most !== undefined && typed.length > most * 0.8 && (
          <small className="left">{most - typed.length} left</small>
        )}
      </>
    );
  return <input {...shared} type={types[text(element['type'])] ?? 'text'} autoComplete="off" />;
}
