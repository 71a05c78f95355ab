import type { WrongLine } from '../wrong-line';

/** What may be taken back, by whom, and until when. */
export const UNDO_LINES: readonly WrongLine[] = [
  {
    file: 'src/services/people/change-life.ts',
    line: 'const absence = upcoming.find((known) => known.from === from && known.to === to);',
    wrong: 'const absence = upcoming[0];',
    test: 'test/app/mentee/undo.test.ts',
    title: 'each absence of the list can be removed, and the removing taken back',
  },
  {
    file: 'src/services/people/undo.ts',
    line: 'if (change !== null && ![change.memberId, change.subjectId].includes(member.id)) {',
    wrong: 'if (false) {',
    test: 'test/app/forged-clicks.test.ts',
  },
  {
    file: 'src/services/people/undo.ts',
    line: 'if (change === null || change.until < now || !(await within.undos.take(id))) {',
    wrong: 'if (change === null || !(await within.undos.take(id))) {',
    test: 'test/app/mentee/undo.test.ts',
    title: 'ten minutes later is too late',
  },
  {
    file: 'src/services/people/undo.ts',
    line: 'if (!stillStands({ before, after: readSettings(change.after) }, current)) {',
    wrong: 'if (false) {',
    test: 'test/app/mentee/undo.test.ts',
    title: 'what something else has changed since stays as it is now',
  },
  {
    file: 'src/services/people/undo.ts',
    line: 'const next = stoppedAt === null ? nextDue({ rule, start }, zone, now) : null;',
    wrong: 'const next = nextDue({ rule, start }, zone, now);',
    test: 'test/app/mentee/undo.test.ts',
    title: 'a pause that was taken back goes on, and a stop that was begun again can be taken back as well',
  },
  {
    file: 'src/services/goals/reached-news.ts',
    line: "const isOver = goal.state !== 'achieved' || reached === null || toldAt(reached.at) < now;",
    wrong: "const isOver = goal.state !== 'achieved' || reached === null;",
    test: 'test/app/mentee/reached.test.ts',
    title: 'ten minutes hold for a goal that nobody else hears of as well',
  },
  {
    file: 'src/services/goals/goals.ts',
    line: 'notBefore: toldAt(now),',
    wrong: '',
    test: 'test/app/mentee/reached.test.ts',
    title: 'the mentor hears after ten minutes, at the time that the receipt names',
  },
  {
    file: 'src/services/asking/rhythm.ts',
    line: 'await store.cadences.makeWhole(cadence.id, rule, next, forGood ? halvedAt : null);',
    wrong: 'await store.cadences.makeWhole(cadence.id, rule, next, null);',
    test: 'test/app/silence.test.ts',
    title: 'says that it asks less often, once, and can be told to keep the rhythm, now and later',
  },
  {
    file: 'src/services/reads/next-asked.ts',
    line: 'if (sendAt === null || isPaused(member, due)) continue;',
    wrong: 'if (sendAt === null) continue;',
    test: 'test/app/mentee/next-is-next.test.ts',
  },
  {
    file: 'src/services/answering/record-message.ts',
    line: '? await unansweredNudge(store, member)',
    wrong: '? await store.nudges.openOf(member.id)',
    test: 'test/app/mentee/said-to-the-bot.test.ts',
    title: 'other words answer the open question, and once it is answered they are a draft of their author',
  },
  {
    file: 'src/slack/listeners/events.ts',
    line: 'if (event.subtype !== undefined || event.thread_ts !== undefined) return null;',
    wrong: 'if (event.subtype !== undefined) return null;',
    test: 'test/app/mentee/said-to-the-bot.test.ts',
    title: 'in the thread of a question, even a word that is a command is an answer',
  },
];
