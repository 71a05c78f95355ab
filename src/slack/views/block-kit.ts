import type { KnownBlock } from '@slack/types';

/** `text` holds the whole message: screen readers and notifications read it, not the blocks. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}
