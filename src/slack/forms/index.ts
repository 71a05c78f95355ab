import { agreementForm } from './agreement';
import { answerForm } from './answer';
import { askForm } from './ask';
import { busyForm } from './busy';
import { cadenceForm } from './cadence';
import { capacityForm } from './capacity';
import { channelDigestForm } from './channel-digest';
import { checkInForm } from './check-in';
import { digestForm } from './digest';
import { dropGoalForm } from './drop-goal';
import { encourageForm } from './encourage';
import type { AnyForm } from './form';
import { goalForm } from './goal';
import { pairTwoForm } from './pair-two';
import { barrierForm } from './barrier';
import { promiseForm } from './promise';
import { programQuestionsForm } from './program-questions';
import { proposeForm } from './propose';
import { settingsForm } from './settings';
import { shelfForm } from './shelf';
import { skipForm } from './skip';
import { snoozeForm } from './snooze';
import { writeToForm } from './write-to';

/** Every form that can be sent to us. */
export const FORMS: readonly AnyForm[] = [
  agreementForm,
  answerForm,
  askForm,
  busyForm,
  cadenceForm,
  capacityForm,
  channelDigestForm,
  checkInForm,
  digestForm,
  dropGoalForm,
  encourageForm,
  goalForm,
  pairTwoForm,
  barrierForm,
  promiseForm,
  programQuestionsForm,
  proposeForm,
  settingsForm,
  shelfForm,
  skipForm,
  snoozeForm,
  writeToForm,
];
