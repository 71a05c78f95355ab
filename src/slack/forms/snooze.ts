import type { ModalView } from '@slack/types';
import { snoozeToDay } from '../../services/asking/put-off-nudge';
import type { Words } from '../../words';
import { dateField, readDate, type DateView } from '../kit/date-field';
import { form } from '../kit/form-parts';
import { known } from '../known';
import { defineForm } from './form';

/** Puts the nudge in `meta.nudgeId` off to a day. */

const CALLBACK = 'snooze_form';

export function snoozeView(words: Words, { date, notice, meta }: DateView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.snooze,
    callback: CALLBACK,
    meta,
    notice,
    blocks: [dateField(words.FIELDS.until, date)],
  });
}

export const snoozeForm = defineForm<{ readonly date: string }>({
  callback: CALLBACK,
  parse: readDate,
  async run({ context, actor, words }, { date }, { nudgeId }) {
    const at = await snoozeToDay(context, actor, known(nudgeId, 'nudge'), date);
    return words.snoozed(at, actor.member.zone);
  },
  reopen: ({ words }, { date }, meta, notice) => snoozeView(words, { date, notice, meta }),
});
