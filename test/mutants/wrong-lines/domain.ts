import type { WrongLine } from '../wrong-line';

/** In `src/domain`: what was once made wrong and not noticed. Stryker watches the rest. */
export const DOMAIN: readonly WrongLine[] = [
  {
    file: 'src/domain/question.ts',
    line: 'const need = ({ situation, lastAt }: Goal) => (now.getTime() - lastAt.getTime()) * (SOONER[situation] ?? 1);',
    wrong: 'const need = ({ situation, lastAt }: Goal) => (SOONER[situation] ?? 1) * lastAt.getTime();',
    test: 'test/domain/asking.test.ts',
    title: 'of more goals than one message holds',
  },
  {
    file: 'src/domain/member-life.ts',
    line: 'return member.pausedUntil === null || localDate(now, member.zone) < member.pausedUntil;',
    wrong: 'return member.pausedUntil === null || localDate(now, member.zone) <= member.pausedUntil;',
    test: 'test/domain/member-life.test.ts',
  },
  {
    file: 'src/domain/member-life.ts',
    line: 'if (worksOn.includes(weekdayOf(date))) left -= 1;',
    wrong: 'left -= 1;',
    test: 'test/domain/member-life.test.ts',
  },
  {
    file: 'src/domain/member-life.ts',
    line: 'const monday = addDays(today, -WEEKDAYS.indexOf(weekdayOf(today)));',
    wrong: 'const monday = addDays(today, -6);',
    test: 'test/domain/member-life.test.ts',
  },
  {
    file: 'src/domain/visibility.ts',
    line: "if (!isCurrent(reader.through) || !isToldTo(reader.through, thing)) return 'nothing';",
    wrong: "if (!isCurrent(reader.through)) return 'nothing';",
    test: 'test/app/kept-private.test.ts',
    title: 'before the pairing',
  },
  {
    file: 'src/domain/visibility.ts',
    line: "return thing.kind === 'goal_change' ? narrower(thing.audience, thing.goalAudience) : thing.audience;",
    wrong: "return thing.kind === 'goal_change' ? thing.goalAudience : thing.audience;",
    test: 'test/app/kept-private.test.ts',
    title: 'for oneself alone',
  },
  {
    file: 'src/domain/visibility.ts',
    line: "return reader.kind === 'mentor' ? 'content' : 'count';",
    wrong: "return 'content';",
    test: 'test/app/audience.test.ts',
  },
  {
    file: 'src/domain/visibility.ts',
    line: 'return through.activeAt !== null && thing.at >= through.activeAt;',
    wrong: 'return true;',
    test: 'test/app/kept-private.test.ts',
    title: 'before the pairing',
  },
  {
    file: 'src/domain/visibility.ts',
    line: "return thing.state === 'recorded' && thing.sharedWith.includes(through.id);",
    wrong: "return thing.state === 'recorded';",
    test: 'test/app/review.test.ts',
    title: 'what was said before the pairing',
  },
];
