import type { KnownBlock } from '@slack/types';
import { checkInInWords, named, NOTHING_CARRIED, type CheckInInWords, type Named } from '../domain/facts';
import { PROMISE_LIMIT } from '../domain/ledger/promise';
import { mayWriteTo } from '../services/reads/readers';
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
    };
  }),
  render(catalogue, facts) {
    if (facts === 'taken_back') return message([section(catalogue.wordsTakenBack())]);
    const { from, purpose, question, text, isEdited, mayReply, promise, responseId } = facts;
    const heading =
      question === null
        ? catalogue.writes(from, purpose, isEdited)
        : catalogue.answersYou(from, question, isEdited);
    const blocks = [section(heading), ...catalogue.wholeQuote(text).map((part) => section(part))];
    return inMessages(blocks, (part, parts) => ({
      top: [],
      bottom: mayReply && part === parts ? replyBlocks(catalogue, from, responseId, promise) : [],
    }));
  },
};

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

interface WantsAPerson {
  readonly mentee: Named;
  readonly mentorshipId: string;
}

export const wantsAPerson: Message<'wants_a_person', WantsAPerson> = {
  read: nothing,
  gather: toPerson(async (store, { subjectId, to }) => {
    const pairs = await store.mentorships.currentOfMentee(subjectId);
    const pair = pairs.find(({ mentorId }) => mentorId === to.id);
    return pair ? { mentee: named(pair.mentee), mentorshipId: pair.id } : null;
  }),
  render: (words, { mentee, mentorshipId }) =>
    message([
      section(words.wantsAPerson(words.who(mentee))),
      actions([button(words.writeTo(mentee), ACTIONS.write_to, { value: idValue(mentorshipId) })]),
    ]),
};
