import type { ModalView } from '@slack/types';
import type { BarrierDraft } from '../../domain/ledger/barrier';
import { barrierOf, nameBarrier, type BarrierFacts } from '../../services/ledger/barriers';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { section } from '../kit/block-kit';
import { barrierInputs, readBarrierDraft } from '../kit/fields';
import { form } from '../kit/form-parts';
import type { Meta } from '../kit/ids';
import { known } from '../known';
import { defineForm } from './form';

/** What is in the way of what was said in `meta.checkInId`, and what might help. Emptied, it is let go. */

const CALLBACK = 'barrier_form';

export interface BarrierView extends Omit<BarrierFacts, 'barrier'> {
  readonly barrier: BarrierDraft | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function barrierView(
  words: Words,
  { barrier, readers, audience, notice, meta }: BarrierView,
): ModalView {
  return form(words, {
    title: words.FORM_TITLES.barrier,
    callback: CALLBACK,
    meta,
    notice,
    blocks: [...barrierInputs(words, barrier), section(words.visibleTo(readers, audience))],
  });
}

export async function openBarrierView(
  { context, actor, words }: Asker,
  checkInId: string,
): Promise<ModalView> {
  return barrierView(words, { ...(await barrierOf(context, actor, checkInId)), meta: { checkInId } });
}

export const barrierForm = defineForm<BarrierDraft>({
  callback: CALLBACK,
  parse: (state) => ({ ok: true, values: readBarrierDraft(state) }),

  async run({ context, actor, words }, draft, { checkInId }) {
    const { barrier } = await nameBarrier(context, actor, known(checkInId, 'check_in'), draft);
    return barrier === null ? words.barrierLetGo() : words.barrierSaved(barrier);
  },

  async reopen({ context, actor, words }, barrier, { checkInId }, notice) {
    const id = known(checkInId, 'check_in');
    return barrierView(words, {
      ...(await barrierOf(context, actor, id)),
      barrier,
      notice,
      meta: { checkInId: id },
    });
  },
});
