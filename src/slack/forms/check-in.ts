import type { ModalView } from '@slack/types';
import type { GoalInWords } from '../../domain/facts';
import type { BarrierDraft } from '../../domain/ledger/barrier';
import { listGoals } from '../../services/goals/goals';
import { checkInFreely } from '../../services/answering/record-check-in';
import { usualAudience } from '../../services/people/usual-audience';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option } from '../kit/block-kit';
import {
  answerInputs,
  barrierInputs,
  isEmpty,
  readAnswer,
  readBarrierDraft,
  TEXT_BLOCK,
  type Answer,
  type AudienceView,
} from '../kit/fields';
import { form, input, selectInput } from '../kit/form-parts';
import { selectValue } from '../kit/form-values';
import { parseIdValue, type Meta } from '../kit/ids';
import { defineForm } from './form';

/** A check-in at any time. `meta.channel` and `ts` name the message that is saved as one, `onceKey` the form itself. */

const CALLBACK = 'check_in_form';
const GOAL = 'goal';
/** The value of "no goal in particular". */
const NONE = 'none';
const GOALS_OFFERED = 99;

type CheckIn = Answer & { readonly goalId: string | null; readonly barrier: BarrierDraft };

export interface CheckInView extends Partial<Omit<CheckIn, 'audience'>>, AudienceView {
  readonly goals: readonly GoalInWords[];
  readonly notice?: string;
  readonly meta: Meta;
}

export function checkInView(
  words: Words,
  { goals, goalId, barrier, notice, meta, ...answer }: CheckInView,
): ModalView {
  const options = [
    ...goals.slice(0, GOALS_OFFERED).map(({ id, title }) => option(title, id)),
    option(words.noGoalInParticular(), NONE),
  ];
  const only = goals.length === 1 ? goals[0]?.id : undefined;
  const initial = goalId ?? only ?? (goals.length === 0 ? NONE : null);
  return form(words, {
    title: words.FORM_TITLES.checkIn,
    callback: CALLBACK,
    meta,
    notice,
    blocks: [
      input(GOAL, words.FIELDS.goal, selectInput(options, initial)),
      ...answerInputs(words, answer, barrierInputs(words, barrier)),
    ],
  });
}

/** The form with the person's open goals, and what is known of the check-in already. */
export async function openCheckInView(
  { context, actor, words }: Asker,
  start: Partial<CheckIn>,
  meta: Meta,
  notice?: string,
): Promise<ModalView> {
  const usual = await usualAudience(context, actor);
  return checkInView(words, {
    ...start,
    ...usual,
    goals: await listGoals(context, actor, 'active'),
    audience: start.audience ?? usual.audience,
    meta: { ...meta, onceKey: meta.onceKey ?? crypto.randomUUID() },
    ...(notice === undefined ? {} : { notice }),
  });
}

export const checkInForm = defineForm<CheckIn>({
  callback: CALLBACK,

  parse(state) {
    const answer = readAnswer(state);
    const barrier = readBarrierDraft(state);
    if (isEmpty(answer) && barrier.words === null) {
      const nothing = ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' });
      return { ok: false, errors: { [TEXT_BLOCK]: nothing } };
    }
    return { ok: true, values: { ...answer, barrier, goalId: parseIdValue(selectValue(state, GOAL)) } };
  },

  async run({ context, actor, words }, sent, { onceKey, channel, ts }) {
    const { readers, checkIn } = await checkInFreely(context, actor, {
      ...sent,
      onceKey: onceKey ?? crypto.randomUUID(),
      ...(channel !== undefined && ts !== undefined ? { origin: { channel, ts } } : {}),
    });
    return words.checkInSaved(readers, checkIn.audience);
  },

  reopen: (asker, sent, meta, notice) => openCheckInView(asker, sent, meta, notice),
});
