import type { WrongLine } from '../wrong-line';

/** What two agree on: what it allows, who signs what, and who is told with whom. */
export const AGREEMENT_LINES: readonly WrongLine[] = [
  {
    file: 'src/domain/pair/agreement.ts',
    line: "if (from === null || date < from) return { kind: 'agreed_rhythm', from };",
    wrong: "if (from === null) return { kind: 'agreed_rhythm', from };",
    test: 'test/domain/pair/agreement.test.ts',
    title: 'never more often than any agreement',
  },
  {
    file: 'src/domain/pair/agreement.ts',
    line: "if (on !== null && date > on) return { kind: 'agreement_over', on };",
    wrong: '',
    test: 'test/domain/pair/agreement.test.ts',
    title: 'after the end nothing is asked',
  },
  {
    file: 'src/domain/preview.ts',
    line: 'if (life.agreed) life = { ...life, agreed: { ...life.agreed, lastAsked: date } };',
    wrong: '',
    test: 'test/domain/pair/agreement.test.ts',
    title: 'never more often than any agreement',
  },
  {
    file: 'src/services/pair/agree.ts',
    line: "if (newest.id !== agreementId) return { kind: 'replaced', shown: shownTo(pair, before, newest, by.id) };",
    wrong: '',
    test: 'test/app/pair/agreement.test.ts',
    title: 'an old version cannot be signed',
  },
  {
    file: 'src/slack/forms/agreement.ts',
    line: 'const isOvertaken = meta.version !== String(draft.version);',
    wrong: 'const isOvertaken = false;',
    test: 'test/app/pair/agreement.test.ts',
    title: 'of two who change it at once',
  },
  {
    file: 'src/services/pair/check-terms.ts',
    line: 'const who = byId === mentee.id ? others.map((other) => other.who) : null;',
    wrong: 'const who = others.map((other) => other.who);',
    test: 'test/app/pair/ceiling.test.ts',
    title: 'three mentors of one mentee',
  },
  {
    file: 'src/services/pair/agree.ts',
    line: "if (![pair.mentorId, pair.menteeId].includes(memberId)) throw new Refused({ code: 'not_yours' });",
    wrong: '',
    test: 'test/app/pair/agreement.test.ts',
    title: 'nobody else reads',
  },
];
