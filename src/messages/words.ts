import type { KnownBlock } from '@slack/types';
import { checkInInWords, named, NOTHING_CARRIED, type CheckInInWords, type Named } from '../domain/facts';
import type { AskInWords } from '../domain/ledger/ask';
import { PROMISE_LIMIT } from '../domain/ledger/promise';
import { askFor } from '../services/reads/asks';
import { mayWriteTo } from '../services/reads/readers';
import { answerButtons, settleButtons } from '../slack/kit/ask-blocks';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { inMessages } from '../slack/kit/digest-blocks';
import { ACTIONS, idValue } from '../slack/kit/ids';
import type { WorkspaceStore } from '../store';
import type { Words } from '../words';
import { nothing, toPerson, type Message } from './define';

/** What one person says to another through the bot: as it reaches them, and the receipt of whoever wrote it. */

/** The way back to whoever wrote: a button, and the thread, whose reader is named. */
export function replyBlocks(
  words: Words,
  from: Named,
  responseId: string,
  promise: AsPromise = 'too_long',
): KnownBlock[] {
  const value = idValue(responseId);
  return [
    actions([
      button(words.replyTo(from), ACTIONS.reply_to, { value }),
      ...(promise === 'may_be'
        ? [button(words.BUTTONS.keepAsPromise, ACTIONS.keep_as_promise, { value })]
        : []),
    ]),
    ...(promise === 'is' ? [context(words.keptAsPromise(from))] : []),
    context(words.threadGoesTo(from)),
  ];
}

/** Whether words are kept as a promise of whoever wrote them, or may be. */
type AsPromise = 'is' | 'may_be' | 'too_long';

async function asPromise(store: WorkspaceStore, responseId: string, text: string | null): Promise<AsPromise> {
  if (text === null || [...text].length > PROMISE_LIMIT) return 'too_long';
  return (await store.promises.isFromWords(responseId)) ? 'is' : 'may_be';
}

interface PassedOn {
  readonly responseId: string;
  readonly from: Named;
  /** The kind of the response. */
  readonly purpose: string;
  /** The reader's own question that it answers. */
  readonly question: string | null;
  readonly text: string;
  readonly isEdited: boolean;
  /** Whether the two are still paired. */
  readonly mayReply: boolean;
  readonly promise: AsPromise;
  /** What it asks, or, where the reader asked, what it answers. */
  readonly ask: AskInWords | null;
}

export const words: Message<'words', PassedOn | 'taken_back'> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to, isSaid }) => {
    const response = await store.responses.byId(subjectId);
    const from = response && (await store.members.byId(response.fromId));
    if (!response || !from) return isSaid ? 'taken_back' : null;
    const { kind, threadId } = response;
    const question = kind === 'answer' && threadId !== null ? await store.responses.byId(threadId) : null;
    return {
      responseId: response.id,
      from: named(from),
      purpose: kind,
      question: question?.text ?? null,
      text: response.text ?? '',
      isEdited: response.editedAt !== null,
      mayReply: await mayWriteTo(store, to.id, from.id),
      promise: await asPromise(store, response.id, response.text),
      ask: await askFor(store, to.id, threadId ?? response.id),
    };
  }),
  render(catalogue, facts) {
    if (facts === 'taken_back') return message([section(catalogue.wordsTakenBack())]);
    const { text, mayReply, ask, responseId } = facts;
    const quotes = text === '' ? [] : catalogue.wholeQuote(text).map((part) => section(part));
    const state = ask?.id === responseId ? catalogue.askStateWords(ask, ask.state) : null;
    const blocks = [
      section(headingOf(catalogue, facts)),
      ...quotes,
      ...(state === null ? [] : [section(state)]),
    ];
    return inMessages(blocks, (part, parts) => ({
      top: [],
      bottom: mayReply && part === parts ? waysOn(catalogue, facts) : [],
    }));
  },
};

function headingOf(words: Words, { responseId, from, purpose, question, isEdited, ask }: PassedOn): string {
  if (ask?.id === responseId) return words.asksYou(ask, isEdited);
  return question === null
    ? words.writes(from, purpose, isEdited)
    : words.answersYou(from, question, isEdited);
}

/** An ask is answered, and an answer to one may have helped; to anything there is a reply. */
function waysOn(words: Words, { responseId, from, ask, promise }: PassedOn): KnownBlock[] {
  const reply = replyBlocks(words, from, responseId, promise);
  if (ask === null) return reply;
  if (ask.id !== responseId)
    return ask.state === 'answered' && ask.from.slackUserId !== from.slackUserId
      ? [...settleButtons(words, ask), ...reply]
      : reply;
  return ask.state === 'open' ? [...answerButtons(words, ask), context(words.threadGoesTo(from))] : reply;
}

interface Sent {
  readonly to: Named;
  /** 'over': the two are not paired any more. */
  readonly state: 'new' | 'edited' | 'over';
}

export const wordsSent: Message<'words_sent', Sent | 'taken_back'> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to: from, isSaid }) => {
    const response = await store.responses.byId(subjectId);
    const to = response?.toId ? await store.members.byId(response.toId) : null;
    if (!response || !to) return isSaid ? 'taken_back' : null;
    const isOver = !(await mayWriteTo(store, from.id, to.id));
    return { to: named(to), state: isOver ? 'over' : response.editedAt === null ? 'new' : 'edited' };
  }),
  render: (catalogue, facts) =>
    message([
      section(facts === 'taken_back' ? catalogue.youTookBack() : catalogue.wordsSent(facts.to, facts.state)),
    ]),
};

interface Answered {
  readonly responseId: string;
  readonly checkIn: CheckInInWords;
  readonly from: Named;
  readonly text: string | null;
  readonly mayReply: boolean;
  readonly promise: AsPromise;
}

export const checkInAnswered: Message<'check_in_answered', Answered> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const response = await store.responses.byId(subjectId);
    const from = response && (await store.members.byId(response.fromId));
    const checkIn = response?.checkInId ? await store.checkIns.byId(response.checkInId) : null;
    if (!response || !from || !checkIn) return null;
    const goal = checkIn.goalId === null ? null : await store.goals.byId(checkIn.goalId);
    return {
      responseId: response.id,
      checkIn: checkInInWords(checkIn, to, goal, NOTHING_CARRIED),
      from: named(from),
      text: response.text,
      mayReply: await mayWriteTo(store, to.id, from.id),
      promise: await asPromise(store, response.id, response.text),
    };
  }),
  render: (words, { responseId, checkIn, from, text, mayReply, promise }) =>
    message([
      section(words.checkInAnswered(checkIn, from, text)),
      ...(mayReply ? replyBlocks(words, from, responseId, promise) : []),
    ]),
};
