import { memo, useId } from 'react';
import type { ReactNode } from 'react';
import { isRecord, record, records, text } from '../../../slack/json';
import type { Json } from '../api/model';
import { words } from '../api/model';
import { Drawn } from './drawn';
import { BareElement, Element } from './element';
import { fieldOf, useSurface } from './surface';

/** Blocks, one under the other, as Slack draws them. */

function hasControl(block: Json): boolean {
  if (block['type'] === 'actions' || block['type'] === 'input') return true;
  return (
    block['type'] === 'section' && isRecord(block['accessory']) && block['accessory']['type'] !== 'image'
  );
}

/** Blocks in order; those without controls stay together, as the library draws them in one go. */
function runsOf(blocks: readonly Json[]): Json[][] {
  const runs: Json[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && !hasControl(before) && !hasControl(block)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

export const Blocks = memo(function Blocks({ blocks }: { blocks: readonly Json[] }): ReactNode {
  return (
    <div className="blocks">
      {runsOf(blocks).map((run, index) => {
        const [first] = run;
        const key = `${index} ${text(first?.['block_id'])}`;
        return first && hasControl(first) ? (
          <ControlBlock key={key} block={first} />
        ) : (
          <Drawn key={key} blocks={run} />
        );
      })}
    </div>
  );
});

function ControlBlock({ block }: { block: Json }): ReactNode {
  if (block['type'] === 'input') return <InputBlock block={block} />;
  if (block['type'] === 'section') return <SectionBlock block={block} />;
  return (
    <div className="actions">
      {records(block['elements']).map((element) => (
        <BareElement key={text(element['action_id'])} field={fieldOf(block, element)} />
      ))}
    </div>
  );
}

function SectionBlock({ block }: { block: Json }): ReactNode {
  const { accessory, ...rest } = block;
  const element = record(accessory);
  const wide = ['checkboxes', 'radio_buttons'].includes(text(element['type']));
  return (
    <div className={wide ? 'section wide' : 'section'}>
      <Drawn blocks={[rest]} />
      <div className="accessory">
        <BareElement field={fieldOf(block, element)} />
      </div>
    </div>
  );
}

function InputBlock({ block }: { block: Json }): ReactNode {
  const id = useId();
  const field = fieldOf(block, record(block['element']));
  const error = useSurface().errors[field.blockId];
  const hint = words(block['hint']);
  const optional = block['optional'] === true;
  const describedBy = [error === undefined ? '' : `${id}-error`, hint === '' ? '' : `${id}-hint`]
    .filter(Boolean)
    .join(' ');
  const labels = {
    id,
    name: null,
    describedBy: describedBy || undefined,
    invalid: error !== undefined,
    required: !optional,
  };
  return (
    <div className={error === undefined ? 'field' : 'field wrong'} data-block={field.blockId}>
      <label htmlFor={id} id={`${id}-label`}>
        {words(block['label'])}
        {optional && <span className="optional"> (optional)</span>}
      </label>
      <Element field={field} labels={labels} />
      {hint !== '' && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
