import type { Member, Person } from '../domain/member';
import type { BankQuestion } from '../domain/question';
import type { Sharing } from '../domain/visibility';
import type { WorkspaceStore } from '../store';
import type { OutgoingMessage } from '../store/messages';
import type { Program } from '../store/programs';
import type { HomeFacts } from './reads/home';

/** What a verb works with. The instances are made in app.ts. */
export interface Context {
  readonly store: WorkspaceStore;
  readonly people: People;
  readonly messenger: Messenger;
  readonly bank: readonly BankQuestion[];
}

/**
 * Who does something, and when: one value, made at the edge by `meetActor` and passed to every verb. The field calls
 * it the principal. The clock is read once, when it is made.
 */
export interface Actor {
  readonly member: Member;
  readonly workspaceId: string;
  /** The language to answer in, BCP 47; null until Slack has told it. */
  readonly locale: string | null;
  readonly now: Date;
  /** The message on which they act; null in App Home, in a form and for a command. */
  readonly place: Placed | null;
  /** Looked up when it is first needed, and once; by the store at hand, which may be within a transaction. */
  readonly roles: (store: WorkspaceStore) => Promise<Roles>;
}

/** What somebody may do for others. */
export interface Roles {
  /** Whether anybody is their mentee. */
  readonly isMentor: boolean;
  readonly coordinates: readonly Program[];
}

/** Who is who, as Slack knows it. */
export interface People {
  /** Null when Slack knows nobody by this id. */
  lookUp(slackUserId: string): Promise<Person | null>;
}

export type Where =
  | { readonly kind: 'person'; readonly slackUserId: string; readonly dmChannelId: string | null }
  | { readonly kind: 'channel'; readonly channelId: string };

export interface Placed {
  readonly channel: string;
  readonly ts: string;
}

/** Slack wants no more calls of a method for so many seconds. */
export interface Held {
  readonly method: string;
  readonly seconds: number;
}

/** What came of a send. `unknown` may or may not have arrived: look it up before anything else. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly placed: Placed }
  | {
      readonly kind: 'refused';
      readonly scope: 'person' | 'place' | 'workspace' | 'message';
      readonly error: string;
    }
  | { readonly kind: 'not_sent'; readonly error: string; readonly held?: Held }
  | { readonly kind: 'unknown'; readonly error: string };

/** A message as Slack takes it: what it looks like is messages/' business. */
export interface Rendered {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

/** What a message of the outbox says, from what is true now. */
export interface Composed {
  /** One, or several where it is too long for one message. */
  readonly parts: readonly Rendered[];
  /** Who reads the answers to the nudge that it carries, as it says; null when it carries none. */
  readonly readers: Sharing | null;
}

/** Makes what is said from the rows: the registry of messages. */
export interface Compose {
  /** 'unknown': its kind or payload is of a version that this process does not understand. */
  say(
    store: WorkspaceStore,
    row: OutgoingMessage,
    to: Member | null,
  ): Promise<Composed | 'no_longer_true' | 'unknown'>;
  /** Whether it asks the person something, so that the moment has to be a good one. */
  asks(kind: string): boolean;
  isRefreshable(kind: string): boolean;
  /** Whether a message of this kind and payload can be made at all. */
  knows(row: Pick<OutgoingMessage, 'kind' | 'payload'>): boolean;
}

/**
 * Whether the bot may speak in a channel, and why not. One shared with another company shows too much to too many; of
 * one that cannot be read nobody knows who is in it.
 */
export type ChannelSeen = 'member' | 'not_in_channel' | 'is_archived' | 'shared_outside' | 'unreadable';

/**
 * Lets many ask one by one and asks once for all of them; a question that fails for all is asked again for each.
 *
 * @param ask answers in the order of its keys
 */
export type Gathering = <Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<readonly Answer[]>,
) => (key: Key) => Promise<Answer>;

/** The bot's mouth. */
export interface Messenger {
  /**
   * Says one message; its id travels along, so that a lost answer can be looked up. A channel is looked at first: it may
   * have changed since it was chosen.
   */
  send(where: Where, said: Rendered, message: { id: string; threadTs: string | null }): Promise<SendOutcome>;
  /** Whether a message was in fact posted: where it is, that it is not there yet, that nobody can tell, or no answer now. */
  find(
    where: Where,
    messageId: string,
    threadTs: string | null,
  ): Promise<Placed | 'not_there' | 'unreadable' | 'no_answer'>;
  /** Brings a message up to date. False when it is gone. */
  update(placed: Placed, said: Rendered): Promise<boolean>;
  /** Takes a message back, where it is still there. */
  remove(placed: Placed): Promise<void>;
  seesChannel(channelId: string): Promise<ChannelSeen>;
  showHome(slackUserId: string, home: HomeFacts): Promise<void>;
  /** For how many seconds Slack wants no more such calls, if that is what this error says; else null. */
  secondsHeld(error: unknown): number | null;
  /** Slack's do-not-disturb around now; null when off or not known. */
  doNotDisturb(slackUserId: string): Promise<{ from: Date; to: Date } | null>;
}
