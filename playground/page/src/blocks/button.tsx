import { useState } from 'react';
import type { ReactNode } from 'react';
import { text } from '../../../slack/json';
import { words } from '../api/model';
import { useAsk } from '../parts/confirm';
import { useSurface } from './surface';
import type { Field } from './surface';

/** A button, and its confirmation. */

export function BlockButton({ field }: { field: Field }): ReactNode {
  const { element } = field;
  const { send } = useSurface();
  const ask = useAsk();
  const [busy, setBusy] = useState(false);
  const url = text(element['url']);
  const label = text(element['accessibility_label']);

  async function click(): Promise<void> {
    if (busy || !(await ask(element['confirm']))) return;
    setBusy(true);
    await send(field, text(element['value']) || null);
    setBusy(false);
  }

  const shared = {
    className: `button ${text(element['style'])}`,
    'aria-busy': busy,
    'data-action': field.actionId,
    onClick: () => void click(),
    ...(label === '' ? {} : { 'aria-label': label }),
  };
  if (url !== '')
    return (
      <a {...shared} href={url} target="_blank" rel="noreferrer">
        {words(element['text'])}
      </a>
    );
  return (
    <button type="button" {...shared}>
      {words(element['text'])}
    </button>
  );
}
