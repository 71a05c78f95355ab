import type { ModalView } from '@slack/types';
import { openNudge, skipNudge } from '../../services/asking/put-off-nudge';
import type { Words } from '../../words';
import { section } from '../kit/block-kit';
import { reasonInput, readReason } from '../kit/fields';
import { form } from '../kit/form-parts';
import type { Meta } from '../kit/meta';
import { defineForm } from './form';

/** Why the nudge in `meta.nudgeId` is skipped, for those who would like to say. */

const CALLBACK = 'skip_form';

export interface SkipView {
  readonly reason?: string | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function skipView(words: Words, { reason, notice, meta }: SkipView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.skip,
    callback: CALLBACK,
    submit: words.BUTTONS.skip,
    meta,
    notice,
    blocks: [section(words.skipWords()), reasonInput(words, reason)],
  });
}

export const skipForm = defineForm<{ readonly reason: string | null }>({
  callback: CALLBACK,
  parse: (state) => ({ ok: true, values: { reason: readReason(state) } }),
  async run({ context, actor, words }, { reason }, { nudgeId }) {
    await skipNudge(context, actor, nudgeId ?? (await openNudge(context, actor)).id, reason);
    return words.skipped();
  },
  reopen: ({ words }, { reason }, meta, notice) => skipView(words, { reason, notice, meta }),
});
