import type { App } from '@slack/bolt';
import type { Messenger } from '../../services/ports';
import { registerCheckIn } from './check-in';
import type { Desk } from './edge';
import { registerEvents } from './events';
import { registerGoal } from './goal';
import { registerLife } from './life';
import { registerMentor, type SeesChannel } from './mentor';
import { registerNudge } from './nudge';

/** Every listener, one file a feature. */
export function registerListeners(
  app: App,
  desk: Desk,
  slack: {
    readonly messenger: Messenger;
    readonly seesChannel: SeesChannel;
    readonly stop: (workspaceId: string, reason: string) => Promise<void>;
  },
): void {
  registerGoal(app, desk);
  registerMentor(app, desk, slack.seesChannel);
  registerNudge(app, desk);
  registerLife(app, desk);
  registerCheckIn(app, desk);
  registerEvents(app, desk, slack.messenger, slack.stop);
}
