/** The questions of the bank: enough of them, each fit for its buttons, and each read aloud with titles that are none. */
import { NO_REPEAT_WITHIN, SITUATIONS, type Situation } from '../../src/domain/question';
import * as words from '../../src/words/en';

const { QUESTIONS, questionPlain, questionText, questionType } = words;

/** What people call their goals. */
const TITLES = [
  'Become certified',
  'Stop procrastinating!',
  'why me?',
  '5 talks (or more)',
  'Read “Thinking, fast and slow”',
  'Say "no" more often',
  'Next year:',
  'Finish. Then rest…',
  'ללמוד לנגן בפסנתר',
  'x'.repeat(150),
  'Present what I learned in these two years of work '.repeat(3).slice(0, 150),
];
const SHOWN_IN_SLACK = 3000;
const LEAST: Readonly<Record<Situation, number>> = {
  usual: 25,
  after_stuck: 10,
  near_target: 10,
  long_quiet: 10,
  just_achieved: 10,
  no_goal: 6,
};

const ofSituation = (situation: Situation) =>
  QUESTIONS.filter((question) => question.situation === situation);
const isAboutGoal = (situation: Situation) => situation !== 'no_goal';

test('there are ninety and more, and enough for every situation', () => {
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(90);
  for (const situation of SITUATIONS)
    expect(ofSituation(situation).length).toBeGreaterThanOrEqual(LEAST[situation]);
});

test.each(SITUATIONS.filter(isAboutGoal))(
  '%s has questions of every type, and more than may not repeat',
  (situation) => {
    const here = ofSituation(situation);
    expect(new Set(here.map(({ type }) => type))).toEqual(
      new Set(['status', 'open', 'next_step', 'barrier']),
    );
    const statuses = here.filter(({ type }) => type === 'status').length;
    for (const count of [statuses, here.length - statuses])
      expect(count).toBeGreaterThanOrEqual(NO_REPEAT_WITHIN);
  },
);

test('nothing is said by two names', () => {
  const texts = QUESTIONS.map(({ text }) => text.toLowerCase().replace(/[^a-z{} ]/g, ''));
  expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
  expect(new Set(texts).size).toBe(QUESTIONS.length);
  expect(words.BANK).toEqual(QUESTIONS.map(({ id, situation, type }) => ({ id, situation, type })));
});

test.each(QUESTIONS.map((question) => [question.id, question] as const))(
  '%s is one short question, which its buttons answer',
  (_id, { text, type, situation }) => {
    expect(text.length).toBeLessThanOrEqual(110);
    expect(text).toMatch(/^[A-Z][^?!:;]*\?$/);
    // "Nothing is", "Something is": nothing else reads well above these buttons.
    expect(/^Is (?:any|some)thing /.test(text)).toBe(type === 'barrier');
    if (type === 'status') expect(text).toMatch(/\b(?:how|is|has|how ready)\b/i);
    if (type === 'next_step') expect(text).toMatch(/^(?:W|.*, w)h(?:at|ich|ere)\b|\. What\b/);
    // The title is announced, and no sign of ours touches it: it may end in any sign of its own.
    expect(text.match(/\b[Yy]our goal \{goal\} [a-z]+/g) ?? []).toHaveLength(isAboutGoal(situation) ? 1 : 0);
    expect(text.split('{goal}')).toHaveLength(isAboutGoal(situation) ? 2 : 1);
  },
);

test.each(TITLES)('every question reads well about “%s”', (title) => {
  for (const { id, situation } of QUESTIONS) {
    const said = questionText(id, null, isAboutGoal(situation) ? title : null);
    const [before = '', shown, after, ...rest] = said.split('*');
    expect(rest).toEqual([]);
    if (isAboutGoal(situation)) {
      expect(shown).toBe(words.titled(title, 100).slice(1, -1));
      expect(before).toMatch(/our goal $/);
      expect(after).toMatch(/^ [a-z]/);
    }
    const around = after === undefined ? before : `${before}it${after}`;
    expect(around.match(/\?/g)).toHaveLength(1);
    expect(around).not.toMatch(/[.,:;!?…][.,:;!?…]| {2}|^[a-z]/);
    expect(said.length).toBeLessThanOrEqual(210);
    expect(questionPlain(id, null, title).length).toBeLessThan(SHOWN_IN_SLACK);
  }
});

test('names the goal safely', () => {
  const text = questionText('usual_going', null, '<!channel> & co $& {goal}');
  expect(text).toBe('How is your goal *&lt;!channel&gt; &amp; co $&amp; {goal}* going?');
  expect(questionPlain('usual_going', null, 'Become certified')).toBe(
    'How is your goal “Become certified” going?',
  );
});

test('gives way to a person’s own words, below the title where they do not name it', () => {
  const own = (text: string, title: string | null) => questionText('own:1', text, title);
  expect(own('Any luck with {goal}?', 'Become certified')).toBe('Any luck with *Become certified*?');
  expect(own('Any luck?', 'why me?')).toBe('About your goal *why me?*\nAny luck?');
  expect(own('Any luck with {goal}?', null)).toBe('Any luck with this?');
  expect(questionPlain('own:1', 'Any luck?', 'why me?')).toBe('About your goal “why me?”\nAny luck?');
  expect(questionType('own:1', 'Any luck?')).toBe('open');
});

test('still asks when a question has left the bank, or its goal is gone', () => {
  expect(questionText('gone', null, 'Become certified')).toBe('How is your goal *Become certified* going?');
  expect(questionType('gone', null)).toBe('status');
  expect(questionText('gone', null, null)).toBe('What is on your mind?');
  expect(questionText('usual_going', null, null)).toBe('What is on your mind?');
});

/** Rows of the database hold them since the first version. */
const FIRST_IDS = [
  'usual_going usual_since usual_small_step usual_next_step usual_learned usual_surprise usual_easier usual_feel',
  'usual_room usual_proud usual_in_the_way usual_one_word usual_try usual_coming_days usual_who_helped',
  'usual_worth_telling usual_picture usual_ten_minutes usual_changed usual_enjoy usual_question usual_closer',
  'stuck_still stuck_moved stuck_what_helps stuck_smaller stuck_who stuck_name stuck_lighter stuck_tried stuck_talk',
  'stuck_other_way stuck_enough near_date near_left near_first near_still_fits near_help near_good_enough',
  'near_last_step near_feel near_know near_move quiet_place quiet_still quiet_rest quiet_different quiet_life',
  'quiet_begin quiet_smaller quiet_let_go quiet_unseen quiet_why achieved_carry achieved_next achieved_room',
  'achieved_learned achieved_energy achieved_same_way achieved_size achieved_first achieved_who achieved_changed',
  'no_goal_want no_goal_now_what no_goal_curious no_goal_small no_goal_others no_goal_mind no_goal_help no_goal_try',
].flatMap((line) => line.split(' '));

test('every question that was ever asked is still known', () => {
  expect(FIRST_IDS).toHaveLength(71);
  expect(QUESTIONS.map(({ id }) => id)).toEqual(expect.arrayContaining(FIRST_IDS));
});
