import type { ReactNode } from 'react';
import { records, text } from '../../../slack/json';
import { words } from '../api/model';
import { useAsk } from '../parts/confirm';
import { Menu } from '../parts/menu';
import { useSurface } from './surface';
import type { Field } from './surface';

/** The menu behind three dots. */

export function Overflow({ field }: { field: Field }): ReactNode {
  const { element } = field;
  const { send } = useSurface();
  const ask = useAsk();

  async function choose(value: string): Promise<void> {
    if (await ask(element['confirm'])) await send(field, value);
  }

  const items = records(element['options']).map((option) => ({
    label: words(option['text']),
    act: () => void choose(text(option['value'])),
  }));
  return <Menu label="More choices" items={items} className="overflow" />;
}
