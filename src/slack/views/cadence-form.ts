import type { ModalView } from '@slack/types';
import type { Cadence } from '../../domain/cadence';
import type { CadenceDescription } from '../../domain/cadence-describe';
import type { Meta } from '../ids';
import type { FormState } from './form-values';
import { loadingModal } from './plain-modal';

/** Callback `cadence_form`; blocks rhythm, weekday, time. Read it with `chosenCadence`. */
export function cadenceModal(_form: { cadence?: Cadence | null; notice?: string; meta?: Meta }): ModalView {
  return loadingModal('');
}

/** What was chosen, for `buildCadence`; null when the form was not filled as we made it. 'keep' leaves a rule that the form cannot show. */
export function chosenCadence(_state: FormState): CadenceDescription | 'keep' | null {
  return null;
}
