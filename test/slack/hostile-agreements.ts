import type { AgreementLine, AgreementShown } from '../../src/domain/pair/shown';
import { agreementView } from '../../src/slack/forms/agreement';
import type { Meta } from '../../src/slack/kit/meta';
import { wordsFor } from '../../src/words';
import { cadence, HOSTILE, id, named, range } from './hostile-facts';

/** Agreements with the worst in them that we can think of, as long as anybody may write. */

const text = HOSTILE.slice(0, 600);
const terms = {
  menteeBrings: text,
  mentorBrings: text,
  nudges: cadence,
  talks: cadence,
  hours: { from: '08:00', to: '18:00', days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const },
  audience: 'program' as const,
  between: text,
  mayHear: true,
  until: '2028-12-31',
};

const STATES = ['to_sign', 'waits', 'in_force', 'replaced', 'over'] as const;

export const AGREEMENTS: readonly AgreementShown[] = STATES.map((state) => ({
  agreementId: id(5),
  mentorshipId: id(1),
  version: 12,
  terms,
  mentor: named(1),
  mentee: named(3),
  role: 'mentor',
  state,
  otherSigned: true,
  before: {
    version: 11,
    terms: { ...terms, menteeBrings: text.slice(1), mentorBrings: text.slice(1), between: text.slice(1) },
  },
  inForce: 11,
  completeBy: named(3),
}));

export const AGREEMENT_LINES: readonly AgreementLine[] = range(5).map((count) => ({
  mentorshipId: id(count),
  other: named(count),
  role: 'mentor',
  newest: count % 2 === 0 ? null : { version: 12, state: 'to_sign' },
  inForce: { version: 11, until: '2028-12-31', isOver: count % 3 === 0 },
}));

export function agreementFormView(isFirst: boolean, notice: string, meta: Meta) {
  const { nudges, hours, audience, until } = terms;
  return agreementView(wordsFor('en'), {
    draft: {
      mentor: named(1),
      mentee: named(3),
      other: named(3),
      version: isFirst ? 0 : 12,
      terms: isFirst ? null : terms,
      begins: { nudges, hours, audience, until },
      today: '2027-03-05',
    },
    ...(isFirst ? {} : { theirs: AGREEMENTS[1] ?? null, notice }),
    meta,
  });
}
