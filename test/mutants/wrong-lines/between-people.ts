import type { WrongLine } from '../wrong-line';

/** Words from one person to another: to whom, and to nobody else. */
export const BETWEEN_PEOPLE_LINES: readonly WrongLine[] = [
  {
    file: 'src/services/answering/pass-on.ts',
    line: "if (words.toId !== actor.member.id) throw new Refused({ code: 'not_yours' });",
    wrong: '',
    test: 'test/app/forged-clicks.test.ts',
  },
  {
    file: 'src/services/answering/pass-on.ts',
    line: 'const isPaired = await mayWriteTo(store, member.id, otherId);',
    wrong: 'const isPaired = true;',
    test: 'test/app/mentee/between-people.test.ts',
  },
  {
    file: 'src/services/answering/drafts.ts',
    line: 'await within.checkIns.remove(id);',
    wrong: '',
    test: 'test/app/mentee/between-people.test.ts',
  },
  {
    file: 'src/services/pair/leave-pair.ts',
    line: 'const pairs = await runningPairs(context, actor, ({ id }) => id === mentorshipId);',
    wrong: 'const pairs = await runningPairs(context, actor, () => true);',
    test: 'test/app/home/roles.test.ts',
    title: 'either of two may leave the pair, is asked once more, and may take it back',
  },
  {
    file: 'src/services/pair/leave-pair.ts',
    line: 'notBefore: new Date(now.getTime() + UNDO_FOR),',
    wrong: 'notBefore: now,',
    test: 'test/app/mentee/acted-for.test.ts',
  },
  {
    file: 'src/domain/mentorship.ts',
    line: "return waiting.length === 1 ? { kind: 'answer', state: 'active' } : { kind: 'waits' };",
    wrong: "return { kind: 'answer', state: 'active' };",
    test: 'test/domain/pairing.test.ts',
  },
  {
    file: 'src/services/answering/record-message.ts',
    line: 'if (isRead) await within.responses.changeText(words.id, text, now);',
    wrong: 'await within.responses.changeText(words.id, text, now);',
    test: 'test/app/mentee/between-people.test.ts',
  },
  {
    file: 'src/services/answering/mentor-question.ts',
    line: 'for (const { id } of waiting) await within.responses.remove(id);',
    wrong: '',
    test: 'test/app/mentor/own-question.test.ts',
  },
  {
    file: 'src/services/reads/mentor-question.ts',
    line: 'if (!asked || !from || !(await mayWriteTo(store, memberId, from.id))) return null;',
    wrong: 'if (!asked || !from) return null;',
    test: 'test/app/mentor/own-question.test.ts',
  },
  {
    file: 'src/services/answering/record-message.ts',
    line: 'const isClear = only !== undefined && others.length === 0 && !ofMentor;',
    wrong: 'const isClear = only !== undefined && others.length === 0;',
    test: 'test/app/mentor/own-question.test.ts',
  },
  {
    file: 'src/services/asking/put-off-nudge.ts',
    line: 'await within.responses.askLater(nudgeId, id);',
    wrong: '',
    test: 'test/app/mentor/own-question.test.ts',
  },
  {
    file: 'src/services/pair/answer-proposal.ts',
    line: 'await refuseIfFull(within, pair.mentor, by);',
    wrong: '',
    test: 'test/app/mentor/capacity.test.ts',
  },
  {
    file: 'src/domain/mentorship.ts',
    line: 'return capacity === null || mentees < capacity;',
    wrong: 'return capacity === null || mentees <= capacity;',
    test: 'test/app/mentor/capacity.test.ts',
  },
  {
    file: 'src/services/answering/record-message.ts',
    line: "state: nudge && !ofMentor ? 'recorded' : 'draft',",
    wrong: "state: nudge ? 'recorded' : 'draft',",
    test: 'test/app/mentor/own-question.test.ts',
  },
  {
    file: 'src/services/answering/drafts.ts',
    line: "if (checkIn.state === 'draft' && nudge !== null) {",
    wrong: "if (checkIn.state === 'draft' && nudge === null) {",
    test: 'test/app/mentor/own-question.test.ts',
  },
  {
    file: 'src/services/asking/send-postponed.ts',
    line: 'await store.responses.askIn(questions.map(({ nudgeId }) => nudgeId));',
    wrong: '',
    test: 'test/app/mentor/own-question.test.ts',
  },
  {
    file: 'src/domain/ledger/ask.ts',
    line: "if (step === 'rides' && !ridden && to !== null) {",
    wrong: "if (step === 'rides' && to !== null) {",
    test: 'test/app/ledger/asks.test.ts',
    title: 'rides on the digest of a mentor',
  },
  {
    file: 'src/words/mrkdwn.ts',
    line: 'return /^https?:\\/\\/\\S+$/i.test(typed) && URL.canParse(typed) ? new URL(typed) : null;',
    wrong: 'return URL.canParse(typed) ? new URL(typed) : null;',
    test: 'test/app/ledger/shelf.test.ts',
  },
  {
    file: 'src/messages/digest.ts',
    line: 'return !acknowledged && lateAt > from && lateAt <= to;',
    wrong: 'return !acknowledged && lateAt <= to;',
    test: 'test/app/mentor/answering.test.ts',
    title: 'what waits for a week is spoken of once',
  },
  {
    file: 'src/services/answering/ask.ts',
    line: "if (asked.fromId !== member.id) throw new Refused({ code: 'not_yours' });",
    wrong: '',
    test: 'test/app/forged-clicks.test.ts',
  },
];
