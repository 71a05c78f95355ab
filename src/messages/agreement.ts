import type { AgreementShown } from '../domain/pair/shown';
import { agreementFor } from '../services/reads/agreements';
import { agreementBlocks } from '../slack/kit/agreement-blocks';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { ACTIONS, idValue } from '../slack/kit/ids';
import { field, nothing, toPerson, type Message } from './define';

/** What two people agree on: shown to both, to be signed; and, before it ends, what comes after. */

interface Agreement {
  readonly shown: AgreementShown;
  readonly again: boolean;
}

export const agreement: Message<'agreement', Agreement> = {
  refreshable: true,
  read: (payload) => ({ again: field(payload, 'again') === true }),
  gather: toPerson(async (store, { subjectId, to, payload, isSaid }) => {
    const shown = await agreementFor(store, subjectId, to.id);
    if (shown === null || (payload.again && !isSaid && shown.state !== 'to_sign')) return null;
    return { shown, again: payload.again };
  }),
  render: (words, { shown, again }) =>
    message([
      ...(again && shown.state === 'to_sign' ? [section(words.agreementAgain())] : []),
      ...agreementBlocks(words, shown),
    ]),
};

export const agreementEnding: Message<'agreement_ending', { readonly shown: AgreementShown }> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to, isSaid }) => {
    const shown = await agreementFor(store, subjectId, to.id);
    return shown === null || (!isSaid && shown.state !== 'in_force') ? null : { shown };
  }),
  render(words, { shown }) {
    const { BUTTONS } = words;
    const value = idValue(shown.mentorshipId);
    const choices = actions([
      button(BUTTONS.renew, ACTIONS.agreement_renew, { value, style: 'primary' }),
      button(BUTTONS.changeSomething, ACTIONS.agreement_change, { value }),
      button(BUTTONS.complete, ACTIONS.agreement_complete, { value }),
    ]);
    return message([
      section(words.agreementEnding(shown)),
      ...(shown.state === 'in_force' ? [choices] : []),
      context(words.agreementEndingState(shown)),
    ]);
  },
};
