import type { ReactNode } from 'react';
import { words } from '../api/model';
import { useAsk } from '../parts/confirm';
import { useWorkspace } from '../state/workspace';
import { choicesOf } from './choices';
import type { ChoiceGroup } from './choices';
import { useSurface } from './surface';
import type { Field, Labels } from './surface';

/** A select, of one or several. */

function Group({ group }: { group: ChoiceGroup }): ReactNode {
  const options = group.choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
  return group.label === null ? options : <optgroup label={group.label}>{options}</optgroup>;
}

export function Select({ field, labels }: { field: Field; labels: Labels }): ReactNode {
  const { element } = field;
  const { read, put, send } = useSurface();
  const ask = useAsk();
  const value = read(field);

  async function choose(chosen: string): Promise<void> {
    if (!(await ask(element['confirm']))) return;
    put(field, chosen);
    if (chosen !== '' || field.block['type'] === 'input') await send(field, chosen);
  }

  return (
    <select
      className="control"
      id={labels.id}
      aria-label={labels.name ?? undefined}
      aria-describedby={labels.describedBy}
      aria-invalid={labels.invalid}
      aria-required={labels.required}
      data-action={field.actionId}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => void choose(event.target.value)}
    >
      <option value="">{words(element['placeholder']) || 'Choose…'}</option>
      {choicesOf(element, useWorkspace()).map((group, index) => (
        <Group key={index} group={group} />
      ))}
    </select>
  );
}
