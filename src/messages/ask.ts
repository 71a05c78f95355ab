import type { KnownBlock } from '@slack/types';
import { named, type Named } from '../domain/facts';
import { ASK_NOTICES, type AskInWords, type AskNotice } from '../domain/ledger/ask';
import { askFor } from '../services/reads/asks';
import { askedOfYou, settleButtons } from '../slack/kit/ask-blocks';
import { actions, button, context, message, section } from '../slack/kit/block-kit';
import { ACTIONS, twoIdsValue } from '../slack/kit/ids';
import type { WorkspaceStore } from '../store';
import type { Words } from '../words';
import { field, nothing, toPerson, type Message } from './define';

/** What the bot says of an ask: the receipt of whoever asked, and, while nobody answers, what comes next. */

export const askSent: Message<'ask_sent', AskInWords | 'taken_back'> = {
  refreshable: true,
  read: nothing,
  gather: toPerson(
    async (store, { subjectId, to, isSaid }) =>
      (await askFor(store, to.id, subjectId)) ?? (isSaid ? 'taken_back' : null),
  ),
  render: (words, ask) =>
    ask === 'taken_back'
      ? message([section(words.youTookBack())])
      : message([
          section(words.askSent(ask, ask.state)),
          ...settleButtons(words, ask),
          ...(ask.state === 'open' ? [context(words.threadGoesTo(ask.to))] : []),
        ]),
};

interface Notice {
  readonly notice: AskNotice;
  readonly ask: AskInWords;
  /** Whether the reader is whoever asked. */
  readonly isOwn: boolean;
  readonly zone: string;
  /** Who else could be asked, by mentorship; for whoever asked. */
  readonly others: readonly (Named & { readonly mentorshipId: string })[];
  /** The mentorship of these two. */
  readonly mentorshipId: string | null;
  readonly coordinators: readonly Named[];
}

export const askNotice: Message<'ask_notice', Notice> = {
  refreshable: true,
  read(payload) {
    const notice = ASK_NOTICES.find((each) => each === field(payload, 'notice'));
    return notice === undefined ? null : { notice };
  },
  gather: toPerson(async (store, { subjectId, to, payload: { notice }, isSaid }) => {
    const ask = await askFor(store, to.id, subjectId);
    if (ask === null || (ask.state !== 'open' && !isSaid)) return null;
    const isOwn = ask.from.slackUserId === to.slackUserId;
    const ways = isOwn
      ? await otherWays(store, to.id, ask.to)
      : { others: [], mentorshipId: null, coordinators: [] };
    return { notice, ask, isOwn, zone: to.zone, ...ways };
  }),
  render(words, facts) {
    const { notice, ask, isOwn, zone, coordinators } = facts;
    const isOpen = ask.state === 'open';
    if (!isOwn) {
      const more = notice === 'other_ways' ? words.askWaits(ask) : words.askReminder();
      const said = isOpen ? more : (words.askStateWords(ask, ask.state) ?? '');
      const [line, ...buttons] = askedOfYou(words, ask, zone);
      return message([...(line === undefined ? [] : [line]), section(said), ...buttons]);
    }
    const said = notice === 'still_open' ? words.stillOpen() : words.otherWays(ask, coordinators);
    const lines = [words.ownAskLine(ask, zone), isOpen ? said : words.ownStateWords(ask.to, ask.state)];
    return message([section(lines.join('\n')), ...(isOpen ? ways(words, facts) : settleButtons(words, ask))]);
  },
};

/** More buttons than this are a crowd. */
const OTHERS_OFFERED = 3;

/** A block for each: Slack tells two buttons of one action in one block not apart. */
function ways(words: Words, { notice, ask, others, mentorshipId }: Notice): KnownBlock[] {
  const again = mentorshipId === null ? [] : [{ text: words.BUTTONS.askAgain, mentorshipId }];
  const offered =
    notice === 'still_open'
      ? again
      : others.slice(0, OTHERS_OFFERED).map((other) => ({ ...other, text: words.askPerson(other) }));
  return [
    ...offered.map((each) => {
      const value = twoIdsValue(each.mentorshipId, ask.id);
      return actions([button(each.text, ACTIONS.ask_again, { value })]);
    }),
    ...settleButtons(words, ask),
  ];
}

/** The other mentors of whoever asked, and the coordinators of what they share with the one who was asked. */
async function otherWays(store: WorkspaceStore, memberId: string, asked: Named) {
  const pairs = (await store.mentorships.openOf(memberId)).filter(({ state }) => state !== 'proposed');
  const isWith = ({ mentor, mentee }: (typeof pairs)[number]) =>
    [mentor, mentee].some(({ slackUserId }) => slackUserId === asked.slackUserId);
  const shared = pairs.find(isWith);
  const coordinators = shared === undefined ? [] : await store.programs.coordinatorsOf(shared.programId);
  return {
    others: pairs
      .filter((pair) => pair.menteeId === memberId && !isWith(pair))
      .map(({ id, mentor }) => ({ ...named(mentor), mentorshipId: id })),
    mentorshipId: shared?.id ?? null,
    coordinators: coordinators
      .filter(({ id, slackUserId }) => id !== memberId && slackUserId !== asked.slackUserId)
      .map(named),
  };
}
