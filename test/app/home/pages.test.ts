/** Whatever somebody is, their Home fits into a view, and every row of its lists is reached by turning pages. */

import { ACTIONS } from '../../../src/slack/kit/ids';
import { writePairs } from '../../support/crowd';
import {
  closeStages,
  elementsOf,
  logGoals,
  memberOf,
  openHome,
  openTestStage,
  pair,
  toNextNudge,
  wordsOf,
  type TestStage,
} from '../../support/stage';

let stage: TestStage;
const numbered = (called: string, count: number) =>
  Array.from({ length: count }, (_, number) => `${called}${number}`);

beforeAll(async () => {
  stage = await openTestStage({ coordinators: ['UCOORD', 'UOTHER'] });
  await pair(stage, 'UMENTOR', 'UOTHER');
  await logGoals(stage, 'UOTHER', numbered('Step ', 25));
  await openHome(stage, 'UCOORD');
  const { id: ofMentor } = await memberOf(stage, 'UMENTOR');
  const { id: ofOther } = await memberOf(stage, 'UOTHER');
  await toNextNudge(stage, 'UOTHER');
  await writePairs(stage, { called: 'UA', count: 49, mentorId: ofMentor });
  await writePairs(stage, { called: 'UB', count: 50, mentorId: ofOther });
  await writePairs(stage, { called: 'UC', count: 150 });
  await writePairs(stage, { called: 'UD', count: 20, state: 'paused' });
  await writePairs(stage, { called: 'UE', count: 30, state: 'proposed' });
});
afterAll(closeStages);

const home = (user: string) => {
  const view = stage.slack.home(user);
  if (view === null) throw new Error(`${user} has no Home`);
  return view;
};
const headings = (user: string): string[] =>
  home(user).blocks.flatMap(({ type, text }) =>
    type === 'header' && typeof text === 'object' && text !== null && 'text' in text
      ? [String(text.text)]
      : [],
  );
const turns = (user: string, action: 'home_more' | 'home_back', list: string) =>
  elementsOf(home(user).blocks).filter(
    ({ action_id: id, value }) => id === ACTIONS[action] && String(value).startsWith(`${list}:`),
  );

async function turn(user: string, action: 'home_more' | 'home_back', list: string): Promise<boolean> {
  const [button] = turns(user, action, list);
  if (button === undefined) return false;
  await stage.slack.click(user, { actionId: ACTIONS[action], value: String(button['value']) });
  await stage.settled();
  return true;
}

/** What stands in the texts of each page of a list, as often as it stands there. */
async function walk(user: string, list: string, row: RegExp): Promise<string[][]> {
  await openHome(stage, user);
  const pages: string[][] = [];
  do {
    expect(home(user).blocks.length).toBeLessThanOrEqual(100);
    pages.push([...wordsOf(home(user)).matchAll(row)].map(([, found = '']) => found));
  } while (await turn(user, 'home_more', list));
  return pages;
}
const onceEach = (pages: readonly string[][]) => pages.flat().sort();

it('a mentor of fifty sees each of them once, and each word that waits', async () => {
  const mentees = [...numbered('UA', 49), 'UOTHER'].sort();
  const pages = await walk('UMENTOR', 'mentees', /^\*<@(\w+)>\*/gm);
  expect(onceEach(pages)).toEqual(mentees);
  expect(pages.map(({ length }) => length)).toEqual([10, 10, 10, 10, 10]);
  expect(headings('UMENTOR')).toContain('Your mentees (41 to 50 of 50)');
  const waiting = await walk('UMENTOR', 'waiting', /^<@UA\d+>, [^:]*: A bit stuck\. “Word of (\w+)\.”/gm);
  expect(onceEach(waiting)).toEqual(numbered('UA', 49).sort());
  expect(headings('UMENTOR')[0]).toBe('Waiting for your reply (46 to 49 of 49)');
});

it('a line a mentee says what was last heard, when they are asked next, and whether they are away', async () => {
  const { id } = await memberOf(stage, 'UA1');
  await stage.store.life.addAbsence(id, id, '2027-02-08', '2027-02-14');
  const words = await openHome(stage, 'UMENTOR');
  expect(words).toContain('*<@UA0>*\nGoals: *Goal of UA0*\nLast heard on Monday 8 February: A bit stuck.');
  expect(words).toMatch(/\*<@UA0>\*(?:\n.+){2}\nAsked next on Friday 12 February at 8:00, your time\./);
  expect(words).toMatch(
    /\*<@UA1>\* · away until Sunday 14 February(?:\n.+){2}\nAsked next on Friday 19 February/,
  );
});

it('a coordinator of three hundred pairs sees the program first, and each pair once, by state', async () => {
  const pages = await walk('UCOORD', 'pairs', /^<@(\w+)> with <@\w+> · (?:asked|paired|resting)/gm);
  expect(headings('UCOORD').slice(0, 1)).toEqual(['Your program']);
  expect(onceEach(pages)).toEqual(
    [
      ...numbered('UA', 49),
      ...numbered('UB', 50),
      ...numbered('UC', 150),
      ...numbered('UD', 20),
      ...numbered('UE', 30),
      'UOTHER',
    ].sort(),
  );
  expect(
    pages
      .flat()
      .slice(0, 30)
      .every((mentee) => mentee.startsWith('UE')),
  ).toBe(true);
  expect(
    pages
      .flat()
      .slice(-20)
      .every((mentee) => mentee.startsWith('UD')),
  ).toBe(true);
  expect(wordsOf(home('UCOORD'))).toContain('270 pairs, 249 check-ins in the last week.');
});

it('one who is all of these has all of it, within a view, in the order of the roles', async () => {
  for (const list of ['pairs', 'waiting', 'mentees', 'goals']) {
    const row = list === 'goals' ? /^\d+\. \*(Step \d+)\*/gm : /(?:^\*|^)<@(U[A-E]\w+)>(?=\*|,| with)/gm;
    const seen = onceEach(await walk('UOTHER', list, row));
    expect(seen.length).toBeGreaterThan(20);
  }
  expect(onceEach(await walk('UOTHER', 'goals', /^\d+\. \*(Step \d+)\*/gm))).toEqual(
    numbered('Step ', 25).sort(),
  );
  await openHome(stage, 'UOTHER');
  expect(headings('UOTHER').map((heading) => heading.replace(/ \(.*/, ''))).toEqual([
    'Your program',
    'The pairs',
    'Waiting for your reply',
    'Your mentees',
    'Open question',
    'Your goals',
    'When I ask',
    'Your digest',
    'Your mentors',
    'What you agreed on',
    'Why was I',
  ]);
});

it('turning back leads back, a page beyond the end is the last, and what changes shows the first again', async () => {
  await openHome(stage, 'UOTHER');
  await walk('UMENTOR', 'mentees', /./g);
  expect(turns('UMENTOR', 'home_more', 'mentees')).toEqual([]);
  await turn('UMENTOR', 'home_back', 'mentees');
  expect(headings('UMENTOR')).toContain('Your mentees (31 to 40 of 50)');
  expect(headings('UMENTOR')).toContain('Waiting for your reply (1 to 5 of 49)');
  await stage.slack.clickForged('UMENTOR', {
    action: { action_id: 'home_more', type: 'button', value: 'mentees:99999' },
  });
  await stage.settled();
  expect(headings('UMENTOR')).toContain('Your mentees (41 to 50 of 50)');
  const [tap] = elementsOf(home('UOTHER').blocks).filter(({ action_id: id }) => id === 'answer_stuck');
  await stage.slack.click('UOTHER', { actionId: 'answer_stuck', value: String(tap?.['value']) });
  await stage.settled();
  expect(headings('UMENTOR')).toContain('Your mentees (1 to 10 of 50)');
});
