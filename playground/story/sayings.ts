import { MENTEE } from './mentee';
import { MENTOR } from './mentor';
import { newestWith, valuesOf, type Scene } from './scene';

/** What the people of the story say to the bot in plain words, in the days before a Monday, and what it has to answer. */

interface Saying {
  readonly words: string;
  readonly answered: RegExp;
  /** The button that is tapped in the answer: what was said changes nothing of the weeks that follow. */
  readonly then?: 'undo' | 'let_go_draft';
}

const SAYINGS: ReadonlyMap<string, readonly Saying[]> = new Map([
  [
    '2027-01-25',
    [
      { words: 'hi!', answered: /Good to hear from you/ },
      { words: 'what are my goals?', answered: /Become certified/ },
      { words: 'when do you ask me next?', answered: /January/ },
    ],
  ],
  [
    '2027-02-08',
    [
      { words: 'pause until Thursday', answered: /ask again from Thursday/, then: 'undo' },
      { words: 'thanks 🙏', answered: /Gladly/ },
    ],
  ],
  ['2027-02-22', [{ words: 'I’m on vacation next week', answered: /you are away from/i, then: 'undo' }]],
  ['2027-04-05', [{ words: 'The canteen has new chairs', answered: /keep this/, then: 'let_go_draft' }]],
  [
    '2027-05-17',
    [{ words: 'I need help from <@UMENTOR>', answered: /<@UMENTOR> knows that you would like a word/ }],
  ],
  ['2027-07-12', [{ words: 'stop', answered: /have stopped asking/, then: 'undo' }]],
  ['2027-10-18', [{ words: 'settings', answered: /quiet hours/i }]],
]);

/** What the mentor wants to know, with the question of this Monday. */
const QUESTIONS: ReadonlyMap<string, { readonly question: string; readonly answer: string }> = new Map([
  [
    '2027-03-22',
    {
      question: 'Which part of the talk do you like most?',
      answer: 'The first project: it went wrong so well.',
    },
  ],
  [
    '2028-08-21',
    { question: 'Who could listen to a rehearsal?', answer: 'Two of the study group. I have asked them.' },
  ],
]);

/** Whether what somebody said was taken for what it was. */
export interface Heard {
  readonly words: string;
  readonly isUnderstood: boolean;
}

export async function playSayings(scene: Scene, date: string): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const { words, answered, then } of SAYINGS.get(date) ?? []) {
    const before = seenBy(scene, MENTEE).length;
    await scene.say(MENTEE, words);
    heard.push({
      words,
      isUnderstood: seenBy(scene, MENTEE)
        .slice(before)
        .some((text) => answered.test(text)),
    });
    if (then !== undefined) {
      await scene.tap(
        MENTEE,
        newestWith(scene.slack, MENTEE, then),
        then,
        then === 'undo' ? 'Undo' : 'Do not keep it',
      );
    }
  }
  const asked = QUESTIONS.get(date);
  if (asked) await scene.command(MENTOR, '/mentor', `question <@${MENTEE}> ${asked.question}`);
  return heard;
}

/** The mentor's own question stands in the nudge of this Monday, and is answered to them alone. */
export async function answerMentor(scene: Scene, date: string): Promise<Heard[]> {
  const asked = QUESTIONS.get(date);
  if (!asked) return [];
  const nudge = newestWith(scene.slack, MENTEE, 'pass_mentor_question');
  await scene.tap(MENTEE, nudge, 'reply_to', 'Answer Grace', valuesOf(nudge, 'reply_to')[0]);
  await scene.submit(MENTEE, { text: asked.answer }, `answers: “${asked.answer}”`);
  const [last = ''] = seenBy(scene, MENTOR).slice(-1);
  return [
    { words: asked.question, isUnderstood: last.includes(asked.question) && last.includes(asked.answer) },
  ];
}

/** All that stands in a person's DM, oldest first. */
function seenBy({ slack }: Scene, who: string): string[] {
  return slack.messages({ dm: who }).map(({ text }) => text);
}
