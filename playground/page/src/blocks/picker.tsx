import type { ReactNode } from 'react';
import { useAsk } from '../parts/confirm';
import { useSurface } from './surface';
import type { Field, Labels } from './surface';

/** A list to search and choose from. */

const shapes = { date: /^\d{4}-\d\d-\d\d$/, time: /^\d\d:\d\d$/ };

/** A date or a time; what is half typed is not sent. */
export function Picker({
  field,
  labels,
  kind,
}: {
  field: Field;
  labels: Labels;
  kind: 'date' | 'time';
}): ReactNode {
  const { read, put, send } = useSurface();
  const ask = useAsk();
  const value = read(field);

  async function choose(chosen: string): Promise<void> {
    if (chosen === '' ? field.block['type'] !== 'input' : !shapes[kind].test(chosen)) return;
    if (!(await ask(field.element['confirm']))) return;
    put(field, chosen);
    await send(field, chosen);
  }

  return (
    <input
      className="control"
      type={kind}
      id={labels.id}
      aria-label={labels.name ?? undefined}
      aria-describedby={labels.describedBy}
      aria-invalid={labels.invalid}
      aria-required={labels.required}
      data-action={field.actionId}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => void choose(event.target.value)}
    />
  );
}
