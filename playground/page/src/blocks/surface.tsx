import { createContext, use, useId } from 'react';
import { text } from '../../../slack/json';
import type { Json } from '../api/model';
import type { FieldValue } from './field-values';

/** One element in one block. */
export interface Field {
  block: Json;
  element: Json;
  blockId: string;
  actionId: string;
}

/** Where blocks are shown (a message, the home, a modal) and what touching them does there. */
export interface Surface {
  read: (field: Field) => FieldValue;
  /** What the person put in, remembered by the page. */
  put: (field: Field, value: FieldValue) => void;
  /** Tells the local Slack; resolves when the bot is done, and rejects never. */
  send: (field: Field, value: string | null) => Promise<void>;
  errors: Readonly<Record<string, string>>;
}

export const SurfaceContext = createContext<Surface | null>(null);

export function useSurface(): Surface {
  const surface = use(SurfaceContext);
  if (!surface) throw new Error('Blocks are drawn outside a surface');
  return surface;
}

export function fieldOf(block: Json, element: Json): Field {
  return { block, element, blockId: text(block['block_id']), actionId: text(element['action_id']) };
}

export function keyOf({ blockId, actionId }: Field): string {
  return `${blockId}/${actionId}`;
}

/** An input keeps what is put in and says nothing to the bot until it is sent. */
export function isInput({ block }: Field): boolean {
  return block['type'] === 'input';
}

/** The attributes that tie a control to its label, its hint and its error. */
export interface Labels {
  id: string;
  name: string | null;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

export function useBareLabels(name: string): Labels {
  return { id: useId(), name, describedBy: undefined, invalid: false, required: false };
}
