import type { ModalView } from '@slack/types';
import type { Meta } from '../ids';
import { loadingModal } from './plain-modal';

/** Callback `snooze_form`; block until. @param date 'YYYY-MM-DD' to start with */
export function snoozeModal(_form: { date?: string; notice?: string; meta: Meta }): ModalView {
  return loadingModal('');
}

/** Callback `skip_form`; block reason (optional). */
export function skipModal(_form: { reason?: string | null; notice?: string; meta: Meta }): ModalView {
  return loadingModal('');
}

/** Callback `busy_form`; block until. */
export function busyModal(_form: { date?: string; notice?: string; meta: Meta }): ModalView {
  return loadingModal('');
}
