import type { ModalView } from '@slack/types';
import type { Meta } from '../ids';
import { loadingModal } from './plain-modal';

/** What a goal form starts with; also what a person typed before a refusal, whatever its length. */
export interface GoalFields {
  readonly title?: string | null;
  readonly why?: string | null;
  readonly measure?: string | null;
  /** 'YYYY-MM-DD' */
  readonly targetDate?: string | null;
  readonly stretch?: boolean;
}

/** A new goal, or with `meta.goalId` a change to one. Callback `goal_form`; blocks title, why, measure, target_date, stretch. */
export function goalModal(_form: { goal?: GoalFields; notice?: string; meta: Meta }): ModalView {
  return loadingModal('');
}

/** Callback `drop_form`; block reason (optional). */
export function dropModal(_form: {
  goal: { title: string };
  reason?: string | null;
  notice?: string;
  meta: Meta;
}): ModalView {
  return loadingModal('');
}
