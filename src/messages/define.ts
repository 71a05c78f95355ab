import type { Member } from '../domain/member';
import type { MessageKind, Nothing, Payloads } from '../domain/message';
import type { Sharing } from '../domain/visibility';
import type { WorkspaceStore } from '../store';
import type { SlackMessage } from '../slack/kit/block-kit';
import type { Words } from '../words';

/** What the definition of a message is made of. The store stays with `gather`; `render` gets facts and words alone. */

/** The row that a message is gathered for. */
export interface About<Kind extends MessageKind> {
  /** What it is about: a nudge, a mentorship, a goal, a response, a digest, a check-in. */
  readonly subjectId: string;
  /** Whom it is said to; null in a channel. */
  readonly to: Member | null;
  readonly payload: Payloads[Kind];
  /** Whether it was said already, and is now brought up to date. */
  readonly isSaid: boolean;
}

export interface Message<Kind extends MessageKind, Facts> {
  /** A question to the person: asked again before it is said whether this is a good moment. */
  readonly asks?: true;
  /** Brought up to date when something changes about its subject. */
  readonly refreshable?: true;
  /** The payload as this version writes it, from any version's JSON; null when it cannot be understood. */
  read(payload: unknown): Payloads[Kind] | null;
  /** What it says, from what is true now; null when it is no longer true or wanted. */
  gather(store: WorkspaceStore, about: About<Kind>): Promise<Facts | null>;
  /** The message, or its parts when it is too long for one. */
  render(words: Words, facts: Facts): SlackMessage | SlackMessage[];
  /** Who reads the answers to the nudge that it carries, as it says. */
  namesReaders?(facts: Facts): Sharing;
}

/** Facts of something said to a person. */
export function toPerson<Kind extends MessageKind, Facts>(
  gather: (store: WorkspaceStore, about: About<Kind> & { readonly to: Member }) => Promise<Facts | null>,
): (store: WorkspaceStore, about: About<Kind>) => Promise<Facts | null> {
  return async (store, about) => (about.to === null ? null : gather(store, { ...about, to: about.to }));
}

/** The payload of a kind that needs none. */
export function nothing(): Nothing {
  return {};
}

/** A field of a payload in JSON; undefined when it is not there. */
export function field(payload: unknown, name: string): unknown {
  if (typeof payload !== 'object' || payload === null) return undefined;
  return Object.entries(payload).find(([key]) => key === name)?.[1];
}
