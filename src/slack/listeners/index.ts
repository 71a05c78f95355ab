import type { App } from '@slack/bolt';
import { FORMS } from '../forms';
import { registerBetween } from './between';
import { registerCheckIn } from './check-in';
import { onSubmit } from './edge';
import { registerEvents } from './events';
import { registerGoal } from './goal';
import { registerHome } from './home';
import { registerLife } from './life';
import { registerMentor } from './mentor';
import { registerNudge } from './nudge';
import { registerPutOff } from './put-off';
import { registerBarrier } from './barrier';
import { registerPromise } from './promise';
import { registerSettings } from './settings';
import { registerSilence } from './silence';
import type { Desk } from './turn';
import { registerUndo } from './undo';

/** Every listener, one file a feature; and every form, which brings its own. */
export function registerListeners(
  app: App,
  desk: Desk,
  stop: (workspaceId: string, reason: string) => Promise<void>,
): void {
  registerGoal(app, desk);
  registerHome(app, desk);
  registerLife(app, desk);
  registerMentor(app, desk);
  registerNudge(app, desk);
  registerSettings(app, desk);
  registerCheckIn(app, desk);
  registerBarrier(app, desk);
  registerBetween(app, desk);
  registerPromise(app, desk);
  registerPutOff(app, desk);
  registerSilence(app, desk);
  registerUndo(app, desk);
  for (const form of FORMS) onSubmit(app, desk, form);
  registerEvents(app, desk, stop);
}
