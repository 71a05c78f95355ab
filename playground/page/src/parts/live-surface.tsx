import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { post } from '../api/control';
import type { Json, View } from '../api/model';
import { initialValue, stateValue } from '../blocks/field-values';
import type { FieldValue } from '../blocks/field-values';
import { keyOf, SurfaceContext } from '../blocks/surface';
import type { Field, Surface } from '../blocks/surface';
import { record } from '../../../slack/json';
import { useTell } from './trouble';

/** A message or view in which one can click. */

const none: Readonly<Record<string, string>> = {};

interface Props {
  /** Who clicks and where: user, and for a message its channel and ts. */
  place: Json;
  /** The view, when these blocks are one's: it knows what was put in before. */
  view: View | null;
  children: ReactNode;
}

/** Blocks of a message or of the home: a choice goes to the bot at once. */
export function LiveSurface({ place, view, children }: Props): ReactNode {
  const { attempt } = useTell();
  const [values, setValues] = useState<ReadonlyMap<string, FieldValue>>(new Map());
  const where = JSON.stringify(place);

  const send = useCallback(
    async ({ actionId, blockId }: Field, value: string | null) => {
      const target = { action_id: actionId, block_id: blockId, ...(value === null ? {} : { value }) };
      await attempt(() => post('click', { ...record(JSON.parse(where)), ...target }));
    },
    [attempt, where],
  );
  const surface = useMemo<Surface>(
    () => ({
      read: (field) => {
        const entry = record(record(view?.values[field.blockId])[field.actionId]);
        const start = 'type' in entry ? stateValue(field.element, entry) : initialValue(field.element);
        return values.get(keyOf(field)) ?? start;
      },
      put: (field, value) => setValues((before) => new Map(before).set(keyOf(field), value)),
      send,
      errors: none,
    }),
    [values, send, view],
  );
  return <SurfaceContext value={surface}>{children}</SurfaceContext>;
}
