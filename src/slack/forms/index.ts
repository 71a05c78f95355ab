import { answerForm } from './answer';
import { busyForm } from './busy';
import { cadenceForm } from './cadence';
import { checkInForm } from './check-in';
import { dropGoalForm } from './drop-goal';
import { encourageForm } from './encourage';
import type { AnyForm } from './form';
import { goalForm } from './goal';
import { settingsForm } from './settings';
import { skipForm } from './skip';
import { snoozeForm } from './snooze';
import { writeToForm } from './write-to';

/** Every form that can be sent to us. */
export const FORMS: readonly AnyForm[] = [
  answerForm,
  busyForm,
  cadenceForm,
  checkInForm,
  dropGoalForm,
  encourageForm,
  goalForm,
  settingsForm,
  skipForm,
  snoozeForm,
  writeToForm,
];
