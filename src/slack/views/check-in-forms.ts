import type { ModalView } from '@slack/types';
import type { Audience, CheckInStatus } from '../../domain/check-in';
import type { CheckInInWords, GoalInWords } from '../../domain/message';
import type { Meta } from '../ids';
import { loadingModal } from './plain-modal';

/** Callback `words_form`; blocks status, text, audience. `question` is the finished sentence, unescaped. */
export function wordsModal(_form: {
  question: string;
  status?: CheckInStatus | null;
  text?: string | null;
  audience: Audience;
  notice?: string;
  meta: Meta;
}): ModalView {
  return loadingModal('');
}

/** Callback `check_in_form`; blocks goal (value: goal id or 'none'), status, text, audience. */
export function checkInModal(_form: {
  goals: readonly GoalInWords[];
  goalId?: string | 'none' | null;
  status?: CheckInStatus | null;
  text?: string | null;
  audience: Audience;
  notice?: string;
  meta: Meta;
}): ModalView {
  return loadingModal('');
}

/** Callback `encourage_form`; blocks draft (value '0', '1' or '2': an index into `drafts`), text. */
export function encourageModal(_form: {
  checkIn: CheckInInWords;
  drafts: readonly string[];
  text?: string | null;
  notice?: string;
  meta: Meta;
}): ModalView {
  return loadingModal('');
}
