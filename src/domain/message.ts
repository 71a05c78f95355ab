import type { AskNotice } from './ledger/ask';
import type { LostReason } from './reasons';

/**
 * What the bot says of its own accord, by kind. Each holds the ids and flags that no row holds and that a variant of its
 * words needs; never words. The column is JSON: an older version's payload may lack a field, and its definition in
 * messages/ says what is meant then.
 */
export interface Payloads {
  welcome: Nothing;
  /** @param hello whether they meet the bot by it */
  proposal: { readonly again: boolean; readonly hello: boolean };
  paired: Nothing;
  /** Whose answer it was; null in messages of an older version, which were said to the other of the two. */
  proposal_declined: { readonly byId: string | null };
  proposal_lapsed: Nothing;
  pair_ended: Nothing;
  nudge: Nothing;
  silence: Nothing;
  outage: { readonly count: number };
  which_goal: Nothing;
  nothing_open: Nothing;
  recorded: Nothing;
  file_only: Nothing;
  help: Nothing;
  goal_reached: Occasion;
  goal_news: Occasion;
  new_goal: Nothing;
  congratulation: Nothing;
  check_in_answered: Nothing;
  away_for_you: Nothing;
  words: Nothing;
  promise: Nothing;
  words_sent: Nothing;
  stuck_now: Nothing;
  ask_sent: Nothing;
  ask_notice: { readonly notice: AskNotice };
  digest: Nothing;
  channel_digest: Nothing;
  /** Null: it was said before a digest could move. */
  channel_hello: { readonly channelId: string | null };
  channel_lost: { readonly channelId: string; readonly reason: LostReason };
}

export type MessageKind = keyof Payloads;

/** What two say to each other through the bot, and the receipt of an ask: who writes in its thread writes to the other. */
export const WORDS_BETWEEN_TWO = [
  'ask_sent',
  'check_in_answered',
  'congratulation',
  'words',
] as const satisfies readonly MessageKind[];

/** Which reaching of a goal is meant, as an ISO instant; null: the last. */
export interface Occasion {
  readonly reachedAt: string | null;
}

export type Nothing = Readonly<Record<never, never>>;

/** 'sending' until Slack has answered: whoever finds it so looks before speaking. */
export const MESSAGE_STATES = ['planned', 'sending', 'sent', 'failed', 'dropped'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** What a JSON column may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
