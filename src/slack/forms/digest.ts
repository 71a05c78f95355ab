import type { ModalView } from '@slack/types';
import { nextDues, type Cadence } from '../../domain/cadence';
import { DATES_SAID } from '../../services/asking/set-cadence';
import { ownDigestOf, setOwnDigest } from '../../services/asking/set-digest';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { form } from '../kit/form-parts';
import type { Meta } from '../kit/meta';
import { cadenceInputs, readWanted, shownAgain, type Wanted } from './cadence';
import { defineForm } from './form';

/** When a mentor's own digest comes. `meta.today` as for the rhythm of questions. */

const CALLBACK = 'digest_form';

export interface DigestView {
  readonly cadence: Cadence | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function digestView(words: Words, { cadence, notice, meta }: DigestView): ModalView {
  return form(words, {
    title: words.FORM_TITLES.digest,
    callback: CALLBACK,
    meta,
    notice,
    blocks: cadenceInputs(words, cadence),
  });
}

export const digestForm = defineForm<Wanted>({
  callback: CALLBACK,
  parse: readWanted,

  async run({ context, actor, words }, wanted) {
    const cadence = wanted === 'keep' ? await ownDigestOf(context, actor) : wanted;
    if (cadence === null) return null;
    const { zone } = actor.member;
    const set = await setOwnDigest(context, actor, cadence);
    return words.ownDigestSet(set, nextDues(set, zone, actor.now, DATES_SAID), zone);
  },

  reopen: ({ words }: Asker, wanted, meta, notice) =>
    digestView(words, { cadence: shownAgain(wanted), notice, meta }),
});
