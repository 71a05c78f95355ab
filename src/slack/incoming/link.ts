import type { CustomRoute, Receiver } from '@slack/bolt';

/** How Slack reaches us: over HTTP, or through a socket that we open. */
export interface Link {
  readonly receiver: Receiver;
  /** Whether Slack can reach us now. */
  isUp(): boolean;
  /** Resolves when nothing comes through any more, once Bolt was told to stop. */
  gone(): Promise<void>;
}

export interface LinkTools {
  readonly routes: CustomRoute[];
  readonly onWarning: (warning: string) => void;
  readonly onError: (error: unknown) => void;
}
