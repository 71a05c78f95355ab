import type { SlackMessage } from '../slack';
import { hasAction, newestWith, optionOf, valuesOf, type Scene } from './scene';
import type { Way } from './calendar';

/** Mina, and every way there is to answer. */
export const MENTEE = 'UMENTEE';
export const STUDY_GROUP = 'CSTUDY';

const NEWS = [
  'I finished two more chapters of the study guide, and the practice test went better than last time.',
  'I asked three colleagues how they prepared, and wrote down what they would do differently.',
  'I drafted an outline for the talk. The story of the first project carries it, I think.',
  'A quiet fortnight: one evening with the flash cards, and a good talk with my manager.',
  'I found the dates of next year’s regional meetings and marked the deadline for proposals.',
  'I did the chapter I had been putting off. It was shorter than I feared.',
  'I tried my talk on two friends. They asked good questions, so there is more to do.',
];

const STUCK = [
  'I cannot find a quiet hour to study. Evenings are full at the moment.',
  'The reading list is longer than I thought, and I do not know where to begin.',
];

/** The newest nudge that Mina can still answer by button. */
export function openNudge({ slack }: Scene): SlackMessage {
  return newestWith(slack, MENTEE, 'answer_words');
}

export async function answer(scene: Scene, way: Exclude<Way, 'late'>, turn: number): Promise<void> {
  const { slack } = scene;
  const nudge = openNudge(scene);
  const news = NEWS[turn % NEWS.length] ?? '';
  switch (way) {
    case 'button_on_track':
      return answerEach(scene, nudge, news);
    case 'button_stuck':
      if (hasAction(nudge, 'answer_stuck')) await tapFirst(scene, nudge, 'answer_stuck', 'A bit stuck');
      return answerEach(scene, openNudge(scene), STUCK[turn % STUCK.length] ?? '');
    case 'words_form':
      await tapFirst(scene, nudge, 'answer_words', 'Write a few words');
      return scene.submit(MENTEE, { text: news }, `writes in the form: “${news}”`);
    case 'direct_message':
      slack.arm({ kind: 'duplicate_event', times: 3 });
      await scene.say(MENTEE, news);
      return chooseGoal(scene, /certified|present/i);
    case 'thread_reply':
      await scene.say(MENTEE, news, nudge.ts);
      return chooseGoal(scene, /present|certified/i);
    case 'checkin_command':
      await scene.command(MENTEE, '/checkin', STUCK[turn % STUCK.length] ?? '');
      return submitFree(scene, { status: 'stuck' });
    case 'global_shortcut':
      await scene.act(MENTEE, 'opens the shortcut “Share progress”', () =>
        slack.shortcut(MENTEE, 'share_progress'),
      );
      return submitFree(scene, { status: 'on_track', text: news, audience: 'program' });
    case 'message_shortcut': {
      const { ts } = await slack.say(MENTEE, news, { channel: STUDY_GROUP });
      await scene.act(MENTEE, `saves her words in #study-group as a check-in: “${news}”`, () =>
        slack.messageShortcut(MENTEE, 'save_as_check_in', STUDY_GROUP, ts),
      );
      return submitFree(scene, { status: 'on_track' });
    }
    case 'edited_message': {
      const ts = await scene.say(MENTEE, `${news} Exam on the 3rd.`);
      await chooseGoal(scene, /certified|present/i);
      return scene.act(MENTEE, `edits it: “${news}”`, () => slack.edit(MENTEE, slack.dmOf(MENTEE), ts, news));
    }
    case 'deleted_message': {
      const ts = await scene.say(MENTEE, 'That was for somebody else, sorry.');
      await scene.act(MENTEE, 'deletes it', () => slack.delete(MENTEE, slack.dmOf(MENTEE), ts));
      return answerEach(scene, openNudge(scene), news);
    }
  }
}

/** On track where a tap answers a question, and words where it asks for them. */
export async function answerEach(scene: Scene, nudge: SlackMessage, words: string): Promise<void> {
  for (const value of valuesOf(nudge, 'answer_on_track'))
    await scene.tap(MENTEE, nudge, 'answer_on_track', 'On track', value);
  for (const value of valuesOf(nudge, 'pass_question')) {
    await scene.tap(MENTEE, nudge, 'answer_words', 'Write a few words', value);
    await scene.submit(MENTEE, { text: words }, `writes in the form: “${words}”`);
  }
}

/** The goal that is asked about first is reached: by a tap, or in the form of a question that asks for words. */
export async function reachFirst(scene: Scene): Promise<void> {
  const nudge = openNudge(scene);
  const first = (action: string) => valuesOf(nudge, action).find((value) => value.endsWith(':0'));
  const tapped = first('answer_done');
  if (tapped !== undefined) return scene.tap(MENTEE, nudge, 'answer_done', 'Goal reached', tapped);
  await scene.tap(MENTEE, nudge, 'answer_words', 'Write a few words', first('answer_words'));
  await scene.submit(
    MENTEE,
    { status: 'done', text: 'I passed.' },
    'sends the form: goal reached, “I passed.”',
  );
}

async function tapFirst(scene: Scene, nudge: SlackMessage, actionId: string, label: string): Promise<void> {
  await scene.tap(MENTEE, nudge, actionId, label, valuesOf(nudge, actionId)[0]);
}

/** When two goals were asked about, the bot keeps the words and asks which one they are about. */
async function chooseGoal(scene: Scene, goal: RegExp): Promise<void> {
  const newest = scene.slack.messages({ dm: MENTEE }).at(-1);
  if (!newest || !hasAction(newest, 'choose_goal')) return;
  await scene.tap(MENTEE, newest, 'choose_goal', 'the goal', optionOf(newest.blocks, 'choose_goal', goal));
}

/** Sends the open check-in form, about the first goal in it. */
export async function submitFree(
  scene: Scene,
  values: { status: string; text?: string; audience?: string },
): Promise<void> {
  const goal = optionOf(scene.slack.view(MENTEE)?.blocks ?? [], 'value', /certified|present/i);
  const readers = values.audience === 'program' ? ', for the whole program' : '';
  const words = values.text === undefined ? '' : `: “${values.text}”`;
  await scene.submit(MENTEE, { goal, ...values }, `sends the form${readers}${words}`);
}
