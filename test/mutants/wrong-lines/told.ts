import type { WrongLine } from '../wrong-line';

/** What a mentor is told and asked, when, and what becomes of the answer. */
export const TOLD: readonly WrongLine[] = [
  {
    file: 'src/services/reads/seen.ts',
    line: 'return { mentor: named(mentor), at: isOn ? nextDue(digest, mentor.zone, saidAt) : null, zone };',
    wrong: 'return { mentor: named(mentor), at: isOn ? digest.nextDueAt : null, zone };',
    test: 'test/app/mentee/seen.test.ts',
  },
  {
    file: 'src/services/asking/plan-digests.ts',
    line: "if (!hasNews(rows, planned, 'mentor', now, false)) {",
    wrong: 'if (false) {',
    test: 'test/app/mentor/digest-now.test.ts',
  },
  {
    file: 'src/services/answering/respond.ts',
    line: 'if (await within.checkIns.acknowledge(checkInId, now)) await refreshAbout(within, checkIn);',
    wrong: 'await within.checkIns.acknowledge(checkInId, now);',
    test: 'test/app/mentor/answering.test.ts',
  },
  {
    file: 'src/services/goals/goals.ts',
    line: 'payload: { reachedAt },',
    nth: 2,
    wrong: 'payload: { reachedAt: null },',
    test: 'test/app/mentor/reached-again.test.ts',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: "const isTold = ({ status, goalId }: CheckIn) => status !== 'done' || !notYetTold.has(goalId ?? '');",
    wrong: 'const isTold = (_checkIn: CheckIn) => true;',
    test: 'test/app/mentor/not-yet-told.test.ts',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: 'const achieved = await store.goals.achievedBetween(ids, new Date(from.getTime() - UNDO_FOR), to);',
    wrong: 'const achieved = await store.goals.achievedBetween(ids, from, to);',
    test: 'test/app/mentor/not-yet-told.test.ts',
  },
  {
    file: 'src/services/pair/propose-mentorship.ts',
    line: 'await refuseIfDeclined(store, by, other, now);',
    wrong: '',
    test: 'test/app/pairing.test.ts',
    title: 'after a month',
  },
  {
    file: 'src/store/mentorships.ts',
    line: 'OR: [{ mentorId: otherId }, { menteeId: otherId }],',
    wrong: '',
    test: 'test/app/pairing.test.ts',
    title: 'others may be asked',
  },
  {
    file: 'src/services/asking/set-digest.ts',
    line: 'if (coordinators.length === 0 && isFree) return program;',
    wrong: 'if (coordinators.length === 0) return program;',
    test: 'test/app/mentor/channel-digest.test.ts',
  },
  {
    file: 'src/services/asking/set-digest.ts',
    line: 'if (coordinators.length === 0 && isFree) return program;',
    wrong: 'if (isFree) return program;',
    test: 'test/app/mentor/channel-digest.test.ts',
  },
  {
    file: 'src/services/answering/respond.ts',
    line: 'if (text === null && checkIn.acknowledgedAt !== null) return named(mentee);',
    wrong: '',
    test: 'test/app/mentor/answering.test.ts',
    title: 'in one tap',
  },
  {
    file: 'src/slack/kit/digest-blocks.ts',
    line: "if (part.length > 0 && isFull && block.type !== 'actions') {",
    wrong: 'if (part.length > 0 && isFull) {',
    test: 'test/slack/views.test.ts',
    title: 'sixty mentees',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: "const heard = own.filter((checkIn) => isTold(checkIn) && formOfCheckIn(checkIn) !== 'nothing');",
    wrong: 'const heard = own;',
    test: 'test/app/mentor/silent.test.ts',
  },
  {
    file: 'src/services/reads/mentees.ts',
    line: 'if (last.length < TREND_FROM) return null;',
    wrong: 'if (last.length === 0) return null;',
    test: 'test/app/mentor/trend.test.ts',
    title: 'three answers',
  },
  {
    file: 'src/store/check-ins.ts',
    line: 'ORDER BY c."saidAt" DESC`;',
    wrong: 'ORDER BY c."saidAt"`;',
    test: 'test/app/mentor/trend.test.ts',
    title: 'three answers',
  },
];
