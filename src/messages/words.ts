import type { KnownBlock } from '@slack/types';
import { named, type Named } from '../domain/facts';
import { mayWriteTo } from '../services/reads/readers';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { inMessages } from '../slack/kit/digest-blocks';
import { ACTIONS, idValue } from '../slack/kit/ids';
import type { Words } from '../words';
import { nothing, toPerson, type Message } from './define';

/** What one person says to another through the bot: as it reaches them, and the receipt of whoever wrote it. */

/** The way back to whoever wrote: a button, and the thread, whose reader is named. */
export function replyBlocks(words: Words, from: Named, responseId: string): KnownBlock[] {
  return [
    actions([button(words.replyTo(from), ACTIONS.reply_to, { value: idValue(responseId) })]),
    context(words.threadGoesTo(from)),
  ];
}

interface PassedOn {
  readonly responseId: string;
  readonly from: Named;
  /** The kind of the response. */
  readonly purpose: string;
  readonly text: string;
  readonly isEdited: boolean;
  /** Whether the two are still paired. */
  readonly mayReply: boolean;
}

export const words: Message<'words', PassedOn | 'taken_back'> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(async (store, { subjectId, to, isSaid }) => {
    const response = await store.responses.byId(subjectId);
    const from = response && (await store.members.byId(response.fromId));
    if (!response || !from) return isSaid ? 'taken_back' : null;
    return {
      responseId: response.id,
      from: named(from),
      purpose: response.kind,
      text: response.text ?? '',
      isEdited: response.editedAt !== null,
      mayReply: await mayWriteTo(store, to.id, from.id),
    };
  }),
  render(catalogue, facts) {
    if (facts === 'taken_back') return message([section(catalogue.wordsTakenBack())]);
    const { from, purpose, text, isEdited, mayReply, responseId } = facts;
    const blocks = [
      section(catalogue.writes(from, purpose, isEdited)),
      ...catalogue.wholeQuote(text).map((part) => section(part)),
    ];
    return inMessages(blocks, (part, parts) => ({
      top: [],
      bottom: mayReply && part === parts ? replyBlocks(catalogue, from, responseId) : [],
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
