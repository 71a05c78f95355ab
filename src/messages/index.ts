import type { MessageKind } from '../domain/message';
import type { Compose } from '../services/ports';
import type { Words } from '../words';
import { askNotice, askSent } from './ask';
import { channelHello, channelLost } from './channel';
import { fileOnly, help, nothingOpen, recorded, whichGoal } from './check-in';
import type { Message } from './define';
import { channelDigest, digest } from './digest';
import { congratulation, goalNews, goalReached } from './goal';
import { awayForYou } from './life';
import { newGoal } from './new-goal';
import { nudge, outage, silence } from './nudge';
import { checkInAnswered, words, wordsSent } from './words';
import { promise } from './promise';
import { paired, pairEnded, proposal, proposalDeclined, proposalLapsed, welcome } from './pairing';
import { stuckNow } from './stuck';

/** The registry of what the bot says of its own accord: a definition for each kind, or this does not compile. */
export const MESSAGES = {
  welcome,
  proposal,
  paired,
  proposal_declined: proposalDeclined,
  proposal_lapsed: proposalLapsed,
  pair_ended: pairEnded,
  nudge,
  silence,
  outage,
  which_goal: whichGoal,
  nothing_open: nothingOpen,
  recorded,
  file_only: fileOnly,
  help,
  goal_reached: goalReached,
  goal_news: goalNews,
  new_goal: newGoal,
  congratulation,
  check_in_answered: checkInAnswered,
  away_for_you: awayForYou,
  words,
  words_sent: wordsSent,
  promise,
  stuck_now: stuckNow,
  ask_sent: askSent,
  ask_notice: askNotice,
  digest,
  channel_digest: channelDigest,
  channel_hello: channelHello,
  channel_lost: channelLost,
} satisfies { [Kind in MessageKind]: Message<Kind, unknown> };

const DEFINITIONS: ReadonlyMap<string, Message<MessageKind, unknown>> = new Map(Object.entries(MESSAGES));

/** The facts and the words of a message at the time of saying it, in the language of whom it is said to. */
export function createCompose(wordsFor: (locale: string | null) => Words): Compose {
  return {
    async say(store, row, to) {
      const definition = DEFINITIONS.get(row.kind);
      const payload = definition?.read(row.payload) ?? null;
      if (!definition || payload === null) return 'unknown';
      const facts = await definition.gather(store, {
        subjectId: row.subjectId ?? '',
        to,
        payload,
        isSaid: row.state === 'sent',
      });
      if (facts === null) return 'no_longer_true';
      return {
        parts: [definition.render(wordsFor(to?.locale ?? null), facts)].flat(),
        readers: definition.namesReaders?.(facts) ?? null,
      };
    },
    knows: ({ kind, payload }) => (DEFINITIONS.get(kind)?.read(payload) ?? null) !== null,
    asks: (kind) => DEFINITIONS.get(kind)?.asks === true,
    isRefreshable: (kind) => DEFINITIONS.get(kind)?.refreshable === true,
  };
}
