import type { ModalView } from '@slack/types';
import { comeBackOn } from '../../services/asking/silence';
import type { Words } from '../../words';
import { section } from '../kit/block-kit';
import { dateField, readDate, type DateView } from '../kit/date-field';
import { form } from '../kit/form-parts';
import { undoably } from '../undoably';
import { defineForm } from './form';

/** When to come back to somebody who is busy. Nothing is asked before; closed without a day, until they say so. */

const CALLBACK = 'busy_form';

export function busyView(words: Words, { date, notice, meta }: DateView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.busy,
    callback: CALLBACK,
    meta,
    notice,
    blocks: [section(words.busyWords()), dateField(words.FIELDS.busyUntil, date)],
  });
}

export const busyForm = defineForm<{ readonly date: string }>({
  callback: CALLBACK,
  parse: readDate,
  run: (asker, { date }) =>
    undoably(asker, asker.actor.member, async ({ context, actor, words }) => {
      await comeBackOn(context, actor, date);
      return words.paused(date);
    }),
  reopen: ({ words }, { date }, meta, notice) => busyView(words, { date, notice, meta }),
});
