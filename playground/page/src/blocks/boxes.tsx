import type { ReactNode } from 'react';
import { useAsk } from '../parts/confirm';
import { useWorkspace } from '../state/workspace';
import { choicesOf } from './choices';
import type { Choice } from './choices';
import { Words } from './drawn';
import { holdsMany, isOn, toggled } from './field-values';
import { useSurface } from './surface';
import type { Field, Labels } from './surface';

/** Checkboxes, radio buttons, and every select that takes several. */
export function Boxes({ field, labels }: { field: Field; labels: Labels }): ReactNode {
  const { read, put, send } = useSurface();
  const ask = useAsk();
  const value = read(field);
  const several = holdsMany(field.element);
  const choices = choicesOf(field.element, useWorkspace()).flatMap((group) => group.choices);

  async function choose(chosen: string): Promise<void> {
    if (!(await ask(field.element['confirm']))) return;
    put(field, several ? toggled(value, chosen) : chosen);
    await send(field, chosen);
  }

  return (
    <div
      className="boxes"
      role={several ? 'group' : 'radiogroup'}
      id={labels.id}
      aria-label={labels.name ?? undefined}
      aria-labelledby={labels.name === null ? `${labels.id}-label` : undefined}
      aria-describedby={labels.describedBy}
      data-action={field.actionId}
    >
      {choices.map((choice) => (
        <Box
          key={choice.value}
          choice={choice}
          type={several ? 'checkbox' : 'radio'}
          name={labels.id}
          on={several ? isOn(value, choice.value) : value === choice.value}
          choose={() => void choose(choice.value)}
        />
      ))}
    </div>
  );
}

interface BoxProps {
  choice: Choice;
  type: 'checkbox' | 'radio';
  name: string;
  on: boolean;
  choose: () => void;
}

function Box({ choice, type, name, on, choose }: BoxProps): ReactNode {
  return (
    <label className="box">
      <input type={type} name={name} value={choice.value} checked={on} onChange={choose} />
      <span>
        <Words of={choice.text} />
        {choice.description !== '' && <small>{choice.description}</small>}
      </span>
    </label>
  );
}
