import { checkTitle, decideGoalMove, findGoal, TITLE_LIMIT, type Goal } from '../../src/domain/goal';

const goal = (number: number, title: string): Goal => ({
  id: `goal-${number}`,
  workspaceId: 'T1',
  memberId: 'm1',
  number,
  title,
  why: null,
  measure: null,
  targetDate: null,
  stretch: false,
  state: 'active',
  audience: 'mentor',
  createdAt: new Date(0),
  closedAt: null,
});

describe('a title', () => {
  test.each([
    ['', 'title_missing'],
    [' \n ', 'title_missing'],
    ['A', null],
    ['a'.repeat(TITLE_LIMIT), null],
    [` ${'a'.repeat(TITLE_LIMIT)} `, null],
    ['a'.repeat(TITLE_LIMIT + 1), 'title_too_long'],
    // A family is one sign to whoever typed it.
    ['👩‍👩‍👧‍👦'.repeat(TITLE_LIMIT), null],
    ['👩‍👩‍👧‍👦'.repeat(TITLE_LIMIT + 1), 'title_too_long'],
  ])('%j: %s', (title, problem) => {
    expect(checkTitle(title)).toBe(problem);
  });
});

describe('a goal moves', () => {
  test.each([
    ['active', 'achieve', 'achieved'],
    ['active', 'drop', 'dropped'],
    ['active', 'reopen', null],
    ['achieved', 'achieve', null],
    ['achieved', 'drop', null],
    ['achieved', 'reopen', 'active'],
    ['dropped', 'achieve', null],
    ['dropped', 'drop', null],
    ['dropped', 'reopen', 'active'],
  ] as const)('from %s by %s to %s', (from, move, to) => {
    expect(decideGoalMove(from, move)).toBe(to);
  });
});

describe('a goal is named', () => {
  const [spanish, paper, second] = [
    goal(1, 'Learn Spanish'),
    goal(2, 'Write a paper'),
    goal(3, 'Write 2 talks'),
  ];
  const all = [spanish, paper, second];

  test.each([
    ['1', spanish],
    ['#2', paper],
    [' 3 ', second],
    // A number is a number before it is a word of a title.
    ['2', paper],
    ['spanish', spanish],
    ['LEARN', spanish],
    ['write', 'many'],
    ['write a', paper],
    ['', 'many'],
    ['4', 'none'],
    ['French', 'none'],
    ['a#1', 'none'],
  ] as const)('%j', (words, found) => {
    expect(findGoal(all, words)).toBe(found);
  });

  test('by nothing at all when there is but one, and not when there is none', () => {
    expect(findGoal([paper], ' ')).toBe(paper);
    expect(findGoal([], '')).toBe('none');
  });
});
