import type { ModalView } from '@slack/types';
import { nextDues, type Cadence } from '../../domain/cadence';
import { DATES_SAID } from '../../services/asking/set-cadence';
import { channelDigestOf, setDigestChannel, stopChannelDigest } from '../../services/asking/set-digest';
import type { Words } from '../../words';
import { channelInput, form, input } from '../kit/form-parts';
import { channelValue } from '../kit/form-values';
import type { Meta } from '../kit/meta';
import { cadenceInputs, readWanted, shownAgain, type Wanted } from './cadence';
import { defineForm } from './form';

/** Which channel gets the program's digest, and when; without a channel, none does. `meta.today` as for any rhythm. */

const CALLBACK = 'channel_digest_form';
const CHANNEL = 'channel';

export interface ChannelDigestView {
  readonly channelId: string | null;
  readonly cadence: Cadence | null;
  readonly notice?: string;
  readonly meta: Meta;
}

export function channelDigestView(
  words: Words,
  { channelId, cadence, notice, meta }: ChannelDigestView,
): ModalView {
  const { FORM_TITLES, FIELDS } = words;
  return form(words, {
    title: FORM_TITLES.channelDigest,
    callback: CALLBACK,
    meta,
    notice,
    blocks: [
      input(CHANNEL, FIELDS.channel, channelInput(channelId), {
        optional: true,
        hint: FIELDS.channelHint,
      }),
      ...cadenceInputs(words, cadence),
    ],
  });
}

interface Chosen {
  readonly channelId: string | null;
  readonly wanted: Wanted;
}

export const channelDigestForm = defineForm<Chosen>({
  callback: CALLBACK,

  parse(state, meta) {
    const channelId = channelValue(state, CHANNEL);
    const wanted = readWanted(state, meta);
    return wanted.ok ? { ok: true, values: { channelId, wanted: wanted.values } } : wanted;
  },

  async run({ context, actor, words }, { channelId, wanted }) {
    const now = await channelDigestOf(context, actor);
    if (channelId === null) {
      if (now === null) return null;
      await stopChannelDigest(context, actor, now.channelId);
      return words.channelDigestOff(now.channelId);
    }
    const cadence = wanted === 'keep' ? (now?.cadence ?? '') : wanted;
    const set = await setDigestChannel(context, actor, channelId, cadence);
    const zone = set.zone ?? actor.member.zone;
    return words.digestSet(channelId, set, nextDues(set, zone, actor.now, DATES_SAID), zone);
  },

  reopen: ({ words }, { channelId, wanted }, meta, notice) =>
    channelDigestView(words, { channelId, cadence: shownAgain(wanted), notice, meta }),
});
