import type { AgreementRefusal, Terms } from '../../src/domain/pair/agreement';
import type { AgreementLine, AgreementShown } from '../../src/domain/pair/shown';
import type { Words } from '../../src/words';

/** Tame facts for the sentences about what two people agree on, and one of each refusal. */

const ada = { slackUserId: 'UADA', name: 'Ada' };
const grace = { slackUserId: 'UGRACE', name: 'Grace' };
const nudges = { rule: 'FREQ=WEEKLY;BYDAY=FR', start: '2026-12-07T09:00' };
const talks = { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', start: '2026-12-10T15:00' };
const hours = { from: '08:00', to: '18:00', days: ['MO', 'FR'] as const };

const terms: Terms = {
  menteeBrings: 'two goals, and an honest word each week',
  mentorBrings: '5 talks (or more)',
  nudges,
  talks,
  hours,
  audience: 'mentor',
  between: 'why me?',
  mayHear: true,
  until: '2028-12-31',
};
const bare: Terms = {
  ...terms,
  menteeBrings: null,
  mentorBrings: null,
  talks: null,
  hours: { ...hours, days: [] },
  audience: 'program',
  between: null,
  mayHear: false,
  until: '2027-06-30',
};
const first: AgreementShown = {
  agreementId: '0198f3a2-0000-7000-8000-000000000004',
  mentorshipId: '0198f3a2-0000-7000-8000-000000000003',
  version: 1,
  terms,
  mentor: ada,
  mentee: grace,
  role: 'mentee',
  state: 'to_sign',
  otherSigned: true,
  before: null,
  inForce: null,
  completeBy: null,
};
const second: AgreementShown = {
  ...first,
  version: 2,
  role: 'mentor',
  state: 'waits',
  terms: bare,
  before: { version: 1, terms },
  inForce: 1,
};
const third: AgreementShown = {
  ...second,
  version: 3,
  terms,
  before: { version: 2, terms: bare },
  inForce: null,
};
const AGREEMENTS: readonly AgreementShown[] = [
  first,
  { ...first, otherSigned: false, terms: { ...terms, audience: 'self' } },
  second,
  third,
  { ...third, before: { version: 2, terms } },
  { ...first, state: 'in_force', inForce: 1 },
  { ...first, state: 'in_force', inForce: 1, completeBy: ada },
  { ...first, state: 'in_force', inForce: 1, completeBy: grace },
  { ...first, state: 'replaced', inForce: 2 },
  { ...first, state: 'over', inForce: 1 },
];
const inForce = { version: 1, until: '2028-12-31', isOver: false };
const line: AgreementLine = {
  mentorshipId: first.mentorshipId,
  other: ada,
  role: 'mentee',
  newest: null,
  inForce: null,
};
const LINES: readonly AgreementLine[] = [
  line,
  { ...line, newest: first },
  { ...line, newest: second, inForce },
  { ...line, newest: { ...first, state: 'in_force' }, inForce },
  { ...line, newest: { ...first, state: 'in_force' }, inForce: { ...inForce, isOver: true } },
];
const each: readonly [AgreementShown][] = AGREEMENTS.map((shown) => [shown]);

export const AGREEMENT_REFUSED: {
  readonly [Code in AgreementRefusal['code']]: Extract<AgreementRefusal, { code: Code }>;
} = {
  agreement_ends_too_early: { code: 'agreement_ends_too_early', until: '2026-12-07' },
  agreed_hours_backwards: { code: 'agreed_hours_backwards', from: '18:00', to: '08:00' },
  agreed_hours_at_night: { code: 'agreed_hours_at_night', from: '01:00', to: '05:00', who: 'UADA' },
  agreed_hours_never_asked: { code: 'agreed_hours_never_asked', nudges, hours: { ...hours, days: ['TU'] } },
  agreed_hours_apart: { code: 'agreed_hours_apart', hours, who: ['UADA', 'UGRACE'] },
  agreement_overtaken: { code: 'agreement_overtaken', who: 'UADA', version: 2 },
  more_than_agreed: { code: 'more_than_agreed', agreed: nudges },
  after_the_agreement: { code: 'after_the_agreement', until: '2028-12-31' },
  nobody_to_agree_with: { code: 'nobody_to_agree_with', who: 'UADA' },
};

type AgreementSentence =
  | 'agreementTitle'
  | 'agreementTerms'
  | 'agreementChanges'
  | 'agreementState'
  | 'agreementEnding'
  | 'agreementEndingState'
  | 'agreementLine'
  | 'agreementLines'
  | 'agreementSigned'
  | 'agreementReplaced'
  | 'wouldComplete'
  | 'agreementFormIntro'
  | 'agreementTheirs'
  | 'agreementMarkdown'
  | 'neverAsAgreed'
  | 'agreementRefusal';

export const AGREEMENT_SAMPLES: { readonly [Name in AgreementSentence]: readonly Parameters<Words[Name]>[] } =
  {
    agreementTitle: each,
    agreementTerms: each,
    agreementChanges: each,
    agreementState: each,
    agreementEnding: each,
    agreementEndingState: each,
    agreementLine: LINES.map((one) => [one]),
    agreementLines: [
      [LINES, 0],
      [LINES.slice(0, 1), 1],
    ],
    agreementSigned: [
      ['signed', first],
      ['in_force', second],
      ['already', first],
    ],
    agreementReplaced: [[second]],
    wouldComplete: [
      [ada, true],
      [ada, false],
    ],
    agreementFormIntro: [[ada]],
    agreementTheirs: [[second]],
    agreementMarkdown: each,
    neverAsAgreed: [['agreed_hours'], ['agreement_over']],
    agreementRefusal: [
      ...Object.values(AGREEMENT_REFUSED).map((refusal): [AgreementRefusal] => [refusal]),
      [{ code: 'agreed_hours_apart', hours: { ...hours, days: [] }, who: null }],
      [{ code: 'nobody_to_agree_with', who: null }],
    ],
  };
