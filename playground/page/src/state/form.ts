import { useCallback, useMemo, useRef, useState } from 'react';
import { record, text } from '../../../slack/json';
import { post } from '../api/control';
import type { Json, View } from '../api/model';
import { initialValue, stateValue } from '../blocks/field-values';
import type { FieldValue } from '../blocks/field-values';
import { fieldOf, isInput, keyOf } from '../blocks/surface';
import type { Field, Surface } from '../blocks/surface';
import { useTell } from '../parts/trouble';

/** What stands in an open form, and what was wrong with it. */

export interface Form {
  surface: Surface;
  /** Errors of blocks that are not in the view. */
  strayErrors: string[];
  submit: () => Promise<void>;
}

interface Refused {
  view: string;
  errors: Readonly<Record<string, string>>;
}

const none: Readonly<Record<string, string>> = {};

/** What is put into a modal: kept for each view by its own, so that a form under a pushed one loses nothing. */
export function useForm(view: View, user: string): Form {
  const { attempt } = useTell();
  const [drafts, setDrafts] = useState<ReadonlyMap<string, FieldValue>>(new Map());
  const [refused, setRefused] = useState<Refused | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const read = useCallback(
    (field: Field): FieldValue => {
      const draft = drafts.get(`${view.id}/${keyOf(field)}`);
      if (draft !== undefined) return draft;
      const entry = record(record(view.values[field.blockId])[field.actionId]);
      return 'type' in entry ? stateValue(field.element, entry) : initialValue(field.element);
    },
    [drafts, view],
  );

  /** One after another, or a button would tell the bot of a form without the last word typed into it. */
  const inTurn = useCallback((act: () => Promise<unknown>): Promise<unknown> => {
    const turn = queue.current.then(act);
    queue.current = turn.catch(() => undefined);
    return turn;
  }, []);

  const send = useCallback(
    async (field: Field, value: string | null) => {
      const { actionId, blockId } = field;
      const target = { user, action_id: actionId, block_id: blockId, ...(value === null ? {} : { value }) };
      const tell = (): Promise<unknown> => inTurn(() => post('click', target));
      // What an input will not take is said when the form is sent.
      if (isInput(field)) await tell().catch(() => undefined);
      else await attempt(tell);
    },
    [attempt, inTurn, user],
  );

  const errors = refused?.view === view.id ? refused.errors : none;
  const surface = useMemo<Surface>(
    () => ({
      read,
      put: (field, value) => setDrafts((before) => new Map(before).set(`${view.id}/${keyOf(field)}`, value)),
      send,
      errors,
    }),
    [read, send, errors, view.id],
  );

  async function submit(): Promise<void> {
    setRefused(null);
    const values = valuesOf(view, read);
    const answer = await inTurn(() => post('submit', { user, values }));
    const found = Object.entries(record(record(answer)['errors'])).map(
      ([block, why]) => [block, text(why)] as const,
    );
    if (found.length > 0) setRefused({ view: view.id, errors: Object.fromEntries(found) });
  }

  const shown = new Set(
    view.blocks.filter((block) => block['type'] === 'input').map((block) => block['block_id']),
  );
  const strayErrors = Object.entries(errors).flatMap(([block, why]) => (shown.has(block) ? [] : [why]));
  return { surface, strayErrors, submit };
}

function valuesOf(view: View, read: (field: Field) => FieldValue): Json {
  const inputs = view.blocks.filter((block) => block['type'] === 'input');
  return Object.fromEntries(
    inputs.map((block) => {
      const field = fieldOf(block, record(block['element']));
      const value = read(field);
      return [field.blockId, { [field.actionId]: value === '' ? null : value }];
    }),
  );
}
