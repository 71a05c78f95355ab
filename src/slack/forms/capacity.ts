import type { ModalView } from '@slack/types';
import { setCapacity } from '../../services/pair/capacity';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option } from '../kit/block-kit';
import { form, input, selectInput } from '../kit/form-parts';
import { selectValue } from '../kit/form-values';
import type { Answer } from '../listeners/turn';
import { undoably } from '../undoably';
import { defineForm } from './form';

/** How many mentees a mentor takes. */

const CALLBACK = 'capacity_form';
const CAPACITY = 'capacity';
const ANY = 'any';
/** More is typed. */
const OFFERED = 12;

export interface CapacityView {
  /** Null: as many as come. */
  readonly capacity: number | null;
  readonly notice?: string;
}

export function capacityView(words: Words, { capacity, notice }: CapacityView): ModalView {
  const { FIELDS, FORM_TITLES } = words;
  const numbers = Array.from({ length: Math.max(OFFERED, capacity ?? 0) }, (_, index) => String(index + 1));
  const options = [
    option(FIELDS.anyCapacity, ANY),
    option(FIELDS.noCapacity, '0'),
    ...numbers.map((number) => option(number, number)),
  ];
  return form(words, {
    title: FORM_TITLES.capacity,
    callback: CALLBACK,
    meta: {},
    notice,
    blocks: [input(CAPACITY, FIELDS.capacity, selectInput(options, String(capacity ?? ANY)))],
  });
}

export const capacityForm = defineForm<number | null>({
  callback: CALLBACK,
  parse(state) {
    const chosen = selectValue(state, CAPACITY);
    return { ok: true, values: chosen === null || chosen === ANY ? null : Number(chosen) };
  },
  run: (asker, capacity) => capacityAnswer(asker, capacity),
  reopen: ({ words }, capacity, _meta, notice) => capacityView(words, { capacity, notice }),
});

/** Sets it, and says so with a way to undo it. */
export function capacityAnswer(asker: Asker, capacity: number | null): Promise<Answer> {
  return undoably(asker, asker.actor.member, async ({ context, actor, words }) => {
    await setCapacity(context, actor, capacity);
    return words.capacitySet(capacity);
  });
}
