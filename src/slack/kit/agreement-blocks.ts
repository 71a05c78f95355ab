import type { Button, KnownBlock } from '@slack/types';
import type { AgreementLine, AgreementShown } from '../../domain/pair/shown';
import type { Words } from '../../words';
import { actions, button, context, section } from './block-kit';
import { ACTIONS, idValue } from './ids';

/** An agreement as a message, an answer or a form shows it: what it says, what may be done with it, how it stands. */

export function agreementBlocks(words: Words, shown: AgreementShown): KnownBlock[] {
  const isOpen = shown.state === 'to_sign' || shown.state === 'waits';
  const changes = isOpen ? words.agreementChanges(shown) : '';
  const buttons = agreementButtons(words, shown);
  return [
    section(`${words.agreementTitle(shown)}\n${words.agreementTerms(shown)}`),
    ...(changes === '' ? [] : [section(changes)]),
    ...(buttons.length === 0 ? [] : [actions(buttons)]),
    context(words.agreementState(shown)),
  ];
}

function agreementButtons(
  { BUTTONS }: Words,
  { state, agreementId, mentorshipId }: AgreementShown,
): Button[] {
  const value = idValue(mentorshipId);
  const change = button(BUTTONS.changeSomething, ACTIONS.agreement_change, { value });
  const take = button(BUTTONS.takeHome, ACTIONS.agreement_take, { value });
  switch (state) {
    case 'to_sign': {
      const sign = { value: idValue(agreementId), style: 'primary' } as const;
      return [button(BUTTONS.sign, ACTIONS.agreement_sign, sign), change];
    }
    case 'waits':
      return [change];
    case 'in_force':
      return [change, take];
    case 'over':
      return [take];
    case 'replaced':
      return [];
  }
}

/** How one pair stands, with the way to it. */
export function agreementLineBlock(words: Words, line: AgreementLine): KnownBlock {
  const isNone = line.newest === null;
  const text = isNone ? words.BUTTONS.agreeOnPlan : words.BUTTONS.seeAgreement;
  return section(
    words.agreementLine(line),
    button(text, isNone ? ACTIONS.agreement_change : ACTIONS.agreement_show, {
      value: idValue(line.mentorshipId),
      label: words.labelFor(text, line.other.name),
    }),
  );
}
