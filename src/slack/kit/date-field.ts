import type { InputBlock } from '@slack/types';
import type { Words } from '../../words';
import { dateInput, input } from './form-parts';
import { dateValue, type FormState } from './form-values';
import type { Meta } from './meta';

/** The one field of a form that asks for a day. */

const UNTIL = 'until';

export interface DateView {
  /** 'YYYY-MM-DD', to start with. */
  readonly date?: string | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function dateField(label: string, date: string | null | undefined): InputBlock {
  return input(UNTIL, label, dateInput(date));
}

export function readDate(state: FormState) {
  const date = dateValue(state, UNTIL);
  if (date !== null) return { ok: true as const, values: { date } };
  const missing = ({ refusalWords }: Words) => refusalWords({ code: 'date_not_understood', heard: '' });
  return { ok: false as const, errors: { [UNTIL]: missing } };
}
