import type { KnownBlock } from '@slack/types';
import type { Cadence } from '../domain/cadence';
import { named, type AskedQuestion, type MentorQuestion, type Named, type RiderAsked } from '../domain/facts';
import type { AskInWords } from '../domain/ledger/ask';
import type { ShelfItem } from '../domain/ledger/shelf';
import type { Member } from '../domain/member';
import {
  isSilenceAnswer,
  SILENCE_ANSWERS,
  type Nudge,
  type NudgeState,
  type SilenceAnswer,
} from '../domain/nudge';
import type { Sharing } from '../domain/visibility';
import { asksInWords } from '../services/reads/asks';
import { mentorQuestionOf } from '../services/reads/mentor-question';
import { askedQuestions, goalsLeftOut } from '../services/reads/questions';
import { readersOf, sharingNow } from '../services/reads/readers';
import { riderOfNudge } from '../services/reads/rider';
import { shelfInWords } from '../services/reads/shelf';
import { askButton, askedOfYou } from '../slack/kit/ask-blocks';
import { carriedBarrier } from '../slack/kit/barrier-blocks';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { ACTIONS, idValue } from '../slack/kit/ids';
import { mentorQuestionBlocks } from '../slack/kit/mentor-question-blocks';
import { isOpenQuestion, putOffMenu, questionBlocks, QUESTIONS_ASKED } from '../slack/kit/question-blocks';
import { carriedPromise } from '../slack/kit/promise-blocks';
import { shelfNews } from '../slack/kit/shelf-blocks';
import type { WorkspaceStore } from '../store';
import type { StoredCadence } from '../store/cadences';
import type { Words } from '../words';
import { field, nothing, toPerson, type Message } from './define';

/** The question itself, the five taps that sort a silence, and the word after an outage. */

interface NudgeFacts {
  readonly nudgeId: string;
  readonly state: NudgeState;
  /** The one thing that it opens with. */
  readonly rider: RiderAsked | null;
  /** What a mentor wants to know. */
  readonly ofMentor: MentorQuestion | null;
  /** What somebody asked them a while ago. */
  readonly asks: readonly AskInWords[];
  /** Whom they may ask. */
  readonly mentors: readonly Named[];
  readonly zone: string;
  /** What others have put on their shelf since. */
  readonly shelf: readonly ShelfItem[];
  readonly questions: readonly AskedQuestion[];
  /** How many goals have their turn another time. */
  readonly others: number;
  readonly readers: readonly Named[];
  /** What the message says of who reads the answers: a fact of the nudge once Slack has accepted it. */
  readonly sharing: Sharing;
  readonly followedUp: boolean;
  /** The rhythm before and since, where silence has halved it with this nudge. */
  readonly halved: { readonly before: Cadence; readonly now: Cadence } | null;
}

export const nudge: Message<'nudge', NudgeFacts> = {
  asks: true,
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const asked = await store.nudges.byId(subjectId);
    if (!asked) return null;
    const sharing = await sharingOfNudge(store, asked, to);
    return {
      nudgeId: asked.id,
      state: asked.state,
      rider: await riderOfNudge(store, asked),
      ofMentor: await mentorQuestionOf(store, asked),
      asks: await asksInWords(store, to.id, await store.asks.ridingWith(asked.id)),
      mentors: (await store.mentorships.currentOfMentee(to.id)).map(({ mentor }) => named(mentor)),
      zone: to.zone,
      shelf: await shelfInWords(store, await store.shelf.newWithNudge(asked.id)),
      questions: await askedQuestions(store, asked),
      others: await goalsLeftOut(store, asked),
      readers: await readersOf(store, to.id, sharing),
      sharing,
      followedUp: asked.followedUpAt !== null,
      halved: halvedWith(asked, await store.cadences.ofMember(to.id, 'nudge')),
    };
  }),
  namesReaders: ({ sharing }) => sharing,
  render(words, facts) {
    const { nudgeId, state, rider, ofMentor, asks, mentors, zone, questions, others, readers, sharing } =
      facts;
    const { followedUp, halved } = facts;
    const asked = questions.slice(0, QUESTIONS_ASKED);
    const takesAnswers = takesAnswersIn(state);
    const isWaiting = takesAnswers && asked.some(isOpenQuestion);
    // Where each question says so of itself, the nudge need not.
    const hasEnded = !takesAnswers && !asked.every(({ passed }) => passed);
    const stateWords = words.nudgeStateWords(state);
    return message([
      ...(rider === null ? [] : riderBlocks(words, rider, canWait(state))),
      ...(ofMentor === null ? [] : mentorQuestionBlocks(words, ofMentor, takesAnswers)),
      ...asked.flatMap((question) => questionBlocks(words, nudgeId, question, takesAnswers)),
      ...asks.slice(0, ASKS_CARRIED).flatMap((ask) => askedOfYou(words, ask, zone)),
      ...(asks.length === 0 ? [] : [context(words.askReminder())]),
      ...(asks.length > ASKS_CARRIED ? [context(words.moreLines(asks.length - ASKS_CARRIED))] : []),
      ...shelfNews(words, facts.shelf),
      ...(takesAnswers ? askButton(words, mentors) : []),
      ...(isWaiting && canWait(state) ? [putOffMenu(words, nudgeId)] : []),
      ...(halved === null ? [] : [keepBlock(words, nudgeId, halved)]),
      ...contexts([
        isWaiting && followedUp ? words.followUp() : null,
        isWaiting ? words.willRead(readers, sharing.audience) : null,
        stateWords !== null && (isWaiting || hasEnded) ? stateWords : null,
        others > 0 ? words.notAllAsked(others) : null,
      ]),
    ]);
  },
};

/** Of others’ words so many fit beside the questions; the rest stands in App Home. */
const ASKS_CARRIED = 1;

function riderBlocks(words: Words, rider: RiderAsked, takesAnswers: boolean): KnownBlock[] {
  return rider.kind === 'barrier'
    ? carriedBarrier(words, rider, takesAnswers)
    : carriedPromise(words, rider, takesAnswers);
}

/** A nudge is planned within twelve hours of its due time, and its rhythm halved with it. */
const PLANNED_WITHIN = 12 * 60 * 60 * 1000;

function halvedWith(asked: Nudge, cadence: StoredCadence | null): NudgeFacts['halved'] {
  if (!cadence?.ruleBefore || cadence.halvedAt === null) return null;
  const after = cadence.halvedAt.getTime() - asked.dueAt.getTime();
  if (after < 0 || after > PLANNED_WITHIN) return null;
  const { rule, start, ruleBefore } = cadence;
  return { before: { rule: ruleBefore, start }, now: { rule, start } };
}

function keepBlock(
  words: Words,
  nudgeId: string,
  { before, now }: NonNullable<NudgeFacts['halved']>,
): KnownBlock {
  const keep = button(words.keepRhythm(before), ACTIONS.keep_rhythm, { value: idValue(nudgeId) });
  return section(words.askedLessOften(now, before), keep);
}

/** Who reads the answers: what would be said now while none is given, and what was said from then on. */
async function sharingOfNudge(store: WorkspaceStore, asked: Nudge, to: Member): Promise<Sharing> {
  const { state, audience, sharedWith } = asked;
  const isUnanswered = state === 'planned' || state === 'sending' || state === 'sent';
  if (isUnanswered || audience === null) return sharingNow(store, to.id, to.defaultAudience);
  return { audience, sharedWith };
}

function contexts(lines: readonly (string | null)[]): KnownBlock[] {
  return lines.flatMap((line) => (line === null ? [] : [context(line)]));
}

/** Late answers count, so a nudge that has expired still takes one. */
function takesAnswersIn(state: NudgeState): boolean {
  switch (state) {
    case 'planned':
    case 'sending':
    case 'sent':
    case 'answered':
    case 'expired':
      return true;
    case 'skipped':
    case 'held':
    case 'void':
    case 'undeliverable':
      return false;
  }
}

/** What has expired has given way to another already. */
function canWait(state: NudgeState): boolean {
  return takesAnswersIn(state) && state !== 'expired';
}

interface Silence {
  readonly nudgeId: string;
  readonly mentors: readonly Named[];
  readonly answer: SilenceAnswer | null;
  readonly sharing: Sharing;
}

const SILENCE_ACTIONS = {
  busy: ACTIONS.silence_busy,
  stuck: ACTIONS.silence_stuck,
  wrong_goal: ACTIONS.silence_wrong_goal,
  need_a_person: ACTIONS.silence_need_a_person,
  stop: ACTIONS.silence_stop,
} as const;

export const silence: Message<'silence', Silence> = {
  asks: true,
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const asked = await store.nudges.byId(subjectId);
    if (!asked) return null;
    const { silenceAnswer: answer, sharedWith } = asked;
    // Once it is tapped, those stay named whom it named.
    const sharing: Sharing =
      answer === null ? await sharingNow(store, to.id, 'mentor') : { audience: 'mentor', sharedWith };
    return {
      nudgeId: asked.id,
      mentors: await readersOf(store, to.id, sharing),
      answer: isSilenceAnswer(answer) ? answer : null,
      sharing,
    };
  }),
  namesReaders: ({ sharing }) => sharing,
  render(words, { nudgeId, mentors, answer }) {
    if (answer !== null) return message([section(words.silenceThanks(answer, mentors))]);
    const value = idValue(nudgeId);
    const tap = (choice: SilenceAnswer) =>
      button(words.silenceLabel(choice), SILENCE_ACTIONS[choice], { value });
    return message([
      section(words.silenceAsk()),
      actions(SILENCE_ANSWERS.map(tap)),
      context(words.silenceReaders(mentors)),
    ]);
  },
};

export const outage: Message<'outage', { readonly count: number }> = {
  read(payload) {
    const count = field(payload, 'count');
    return { count: typeof count === 'number' ? count : 1 };
  },
  gather: (_store, { payload }) => Promise.resolve(payload),
  render: (words, { count }) => message([section(words.outage(count))]),
};
