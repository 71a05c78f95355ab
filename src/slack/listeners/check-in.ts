import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { STATUSES, type Audience, type CheckInStatus } from '../../domain/check-in';
import type { SilenceAnswer } from '../../domain/nudge';
import { parseMoment } from '../../domain/reading/moment';
import { instantAt, localDate } from '../../domain/local-time';
import { Refused } from '../../domain/refusal';
import { askedQuestions } from '../../services/reads/questions';
import { readersOf, sharingNow } from '../../services/reads/readers';
import { comeBackOn, sortSilence } from '../../services/follow-up';
import { openNudge, ownNudge, skipNudge, snoozeNudge } from '../../services/put-off-nudge';
import { answerNudge, changeAudience, checkInFreely, sharingOfAnswer } from '../../services/record-check-in';
import { fileCheckIn, letGoOfDraft } from '../../services/record-message';
import * as ids from '../kit/ids';
import { ACTIONS, BLOCKS, CALLBACKS } from '../kit/ids';
import { asTyped } from '../../words/mrkdwn';
import { checkInModal, wordsModal } from '../views/check-in-forms';
import { dateValue, selectValue, textValue, type FormState } from '../kit/form-values';
import { goalList } from '../kit/goal-list';
import { busyModal, skipModal, snoozeModal } from '../views/nudge-forms';
import * as words from '../../words/en';
import { known, onAction, onCommand, onShortcut, onSubmit, type Asker, type Desk, type Turn } from './edge';
import { readAudience } from './life';

interface Written {
  readonly goalId: string | null;
  readonly status: CheckInStatus;
  readonly text: string | null;
  readonly audience: Audience | null;
}

/** Answers: by button, by form, with `/checkin`, from a shortcut; and snooze, skip and the five taps of a silence. */
export function registerCheckIn(app: App, desk: Desk): void {
  onCommand(app, desk, '/checkin', (turn, text) =>
    text.toLowerCase() === 'help'
      ? turn.say(words.helpWords('checkin'))
      : openForm(turn, { text: text === '' ? null : asTyped(text) }),
  );
  onAction(app, desk, ACTIONS.home_check_in, (turn) => openForm(turn, {}));
  onShortcut<GlobalShortcut>(app, desk, CALLBACKS.share_progress, (turn) => openForm(turn, {}));
  onShortcut<MessageShortcut>(app, desk, CALLBACKS.save_as_check_in, (turn, { message, channel }) =>
    openForm(turn, {
      text: asTyped(message.text ?? ''),
      origin: { channel: channel.id, ts: message.ts },
    }),
  );

  for (const status of ['on_track', 'stuck', 'done'] as const) {
    onAction(app, desk, ACTIONS[`answer_${status}`], async (turn, value) => {
      const { context, actor } = await turn.asker();
      const { nudgeId, position } = known(ids.parseQuestionValue(value), 'nudge');
      await answerNudge(context, actor, { nudgeId, position, status, text: null, audience: null });
    });
  }
  onAction(app, desk, ACTIONS.answer_words, (turn, value) =>
    turn.openModal(words.FORM_TITLES.words, (asker) =>
      answerForm(asker, known(ids.parseQuestionValue(value), 'nudge'), {}),
    ),
  );

  onSubmit<Written>(app, desk, CALLBACKS.words_form, {
    parse: readWritten,
    async run({ context, actor }, { status, text, audience }, { nudgeId, position }) {
      await answerNudge(context, actor, {
        nudgeId: known(nudgeId ?? null, 'nudge'),
        position: position ?? 0,
        status,
        text,
        audience,
      });
      return null;
    },
    reopen: (written, notice, { nudgeId, position = 0 }, asker) =>
      answerForm(asker, { nudgeId: known(nudgeId ?? null, 'nudge'), position }, { ...written, notice }),
  });

  onSubmit<Written>(app, desk, CALLBACKS.check_in_form, {
    parse: readWritten,
    async run({ context, actor }, written, { onceKey, channel, ts }) {
      const { readers, checkIn } = await checkInFreely(context, actor, {
        ...written,
        onceKey: onceKey ?? context.store.newId(),
        ...(channel !== undefined && ts !== undefined ? { origin: { channel, ts } } : {}),
      });
      return words.checkInSaved(readers, checkIn.audience);
    },
    reopen: (written, notice, meta, asker) => freeForm(asker, { ...written, notice }, meta),
  });

  onAction(app, desk, ACTIONS.change_audience, async (turn, value) => {
    const { context, actor } = await turn.asker();
    const { checkInId, audience } = known(ids.parseAudienceValue(value), 'check_in');
    const changed = await changeAudience(context, actor, checkInId, audience);
    await turn.say(words.audienceChanged(await readersOf(context.store, actor.member.id, changed), audience));
  });
  onAction(app, desk, ACTIONS.choose_goal, async (turn, value) => {
    const { context, actor } = await turn.asker();
    const { checkInId, goalId } = known(ids.parseGoalChoiceValue(value), 'check_in');
    await fileCheckIn(context, actor, checkInId, goalId === 'none' ? null : goalId);
  });
  onAction(app, desk, ACTIONS.let_go_draft, async (turn, value) => {
    const { context, actor } = await turn.asker();
    await letGoOfDraft(context, actor, known(ids.parseIdValue(value), 'check_in'));
  });

  registerPuttingOff(app, desk);
}

function registerPuttingOff(app: App, desk: Desk): void {
  onAction(app, desk, ACTIONS.nudge_more, async (turn, value) => {
    const { choice, nudgeId } = known(ids.parseMoreValue(value), 'nudge');
    if (choice === 'snooze_date') {
      return turn.openModal(words.FORM_TITLES.snooze, () => snoozeModal({ meta: { nudgeId } }));
    }
    if (choice === 'skip') {
      // Skipped by this one tap; the form only offers to say why.
      return turn.openModal(words.FORM_TITLES.skip, async ({ context, actor }) => {
        await skipNudge(context, actor, nudgeId, null);
        return skipModal({ meta: { nudgeId } });
      });
    }
    const { context, actor } = await turn.asker();
    const parsed = parseMoment(MOMENTS[choice], actor.now, actor.member.zone);
    if (!parsed.ok) throw new Refused({ code: 'moment_not_understood', heard: MOMENTS[choice] });
    await snoozeNudge(context, actor, nudgeId, parsed.at);
  });

  onSubmit<{ date: string }>(app, desk, CALLBACKS.snooze_form, {
    parse: readDate,
    async run({ context, actor }, { date }, { nudgeId }) {
      const { cadence } = await rhythmOf({ context, actor });
      const at = instantAt(date, cadence?.start.slice(11) ?? '09:00', actor.member.zone);
      if (at === null || date < localDate(actor.now, actor.member.zone))
        throw new Refused({ code: 'date_in_the_past', date });
      await snoozeNudge(context, actor, known(nudgeId ?? null, 'nudge'), at);
      return words.snoozed(at, actor.member.zone);
    },
    reopen: ({ date }, notice, meta) => snoozeModal({ date, notice, meta }),
  });

  onSubmit<{ reason: string | null }>(app, desk, CALLBACKS.skip_form, {
    parse: (state) => ({ ok: true, values: { reason: textValue(state, BLOCKS.reason) } }),
    async run({ context, actor }, { reason }, { nudgeId }) {
      await skipNudge(context, actor, nudgeId ?? (await openNudge(context, actor)).id, reason);
      return words.skipped();
    },
    reopen: ({ reason }, notice, meta) => skipModal({ reason, notice, meta }),
  });

  for (const answer of ['stuck', 'wrong_goal', 'need_a_person', 'stop'] as const) {
    onAction(app, desk, ACTIONS[`silence_${answer}`], async (turn, value) => {
      const nudgeId = known(ids.parseIdValue(value), 'nudge');
      if (answer === 'stuck') {
        return turn.openModal(words.FORM_TITLES.checkIn, async (asker) => {
          await sort(asker, nudgeId, answer);
          return freeForm(asker, { status: 'stuck' }, { onceKey: `silence-${nudgeId}` });
        });
      }
      const asker = await turn.asker();
      await sort(asker, nudgeId, answer);
      const sharing = await sharingNow(asker.context.store, asker.actor.member.id, 'mentor');
      // Each goal with its buttons: change it, let it go, or keep it.
      if (answer === 'wrong_goal') {
        return turn.say(goalList(await asker.context.store.goals.ofMembers([asker.actor.member.id]), words));
      }
      await turn.say(
        words.silenceThanks(answer, await readersOf(asker.context.store, asker.actor.member.id, sharing)),
      );
    });
  }
  onAction(app, desk, ACTIONS.silence_busy, (turn, value) =>
    turn.openModal(words.FORM_TITLES.busy, async (asker) => {
      const nudgeId = known(ids.parseIdValue(value), 'nudge');
      await sort(asker, nudgeId, 'busy');
      return busyModal({ meta: { nudgeId } });
    }),
  );
  onSubmit<{ date: string }>(app, desk, CALLBACKS.busy_form, {
    parse: readDate,
    async run({ context, actor }, { date }) {
      await comeBackOn(context, actor, date);
      return words.paused(date);
    },
    reopen: ({ date }, notice, meta) => busyModal({ date, notice, meta }),
  });
}

const MOMENTS = {
  snooze_later: 'later today',
  snooze_tomorrow: 'tomorrow',
  snooze_next_week: 'next week',
} as const;

async function sort({ context, actor }: Asker, nudgeId: string, answer: SilenceAnswer): Promise<void> {
  await sortSilence(context, actor, nudgeId, answer);
}

async function rhythmOf({ context, actor }: Asker) {
  return { cadence: await context.store.cadences.ofMember(actor.member.id, 'nudge') };
}

type Kept = Partial<Written> & { readonly notice?: string };

async function answerForm(
  { context, actor }: Asker,
  { nudgeId, position }: { nudgeId: string; position: number },
  kept: Kept,
) {
  const nudge = await ownNudge(context.store, actor.member, nudgeId);
  const asked = (await askedQuestions(context.store, nudge)).find(
    (question) => question.position === position,
  );
  if (!asked) throw new Refused({ code: 'gone', what: 'nudge' });
  const { notice, status, text, audience } = kept;
  return wordsModal({
    question: words.questionPlain(asked.question, asked.ownText, asked.goal?.title ?? null),
    status: status ?? asked.answer?.status ?? null,
    text: text ?? asked.answer?.text ?? null,
    audience:
      audience ??
      asked.answer?.audience ??
      (await sharingOfAnswer(context.store, actor.member, nudge, asked.goal)).audience,
    meta: { nudgeId, position },
    ...(notice === undefined ? {} : { notice }),
  });
}

function openForm(
  turn: Turn,
  { text = null, origin }: { text?: string | null; origin?: { channel: string; ts: string } },
): Promise<void> {
  return turn.openModal(words.FORM_TITLES.checkIn, (asker) =>
    freeForm(asker, { text }, { onceKey: asker.context.store.newId(), ...(origin ?? {}) }),
  );
}

async function freeForm({ context, actor }: Asker, kept: Kept, meta: ids.Meta) {
  const goals = await context.store.goals.ofMembers([actor.member.id], 'active');
  const { audience, notice, ...rest } = kept;
  return checkInModal({
    goals,
    ...rest,
    audience: audience ?? actor.member.defaultAudience,
    meta,
    ...(notice === undefined ? {} : { notice }),
  });
}

function readWritten(state: FormState) {
  const goal = selectValue(state, BLOCKS.goal);
  const status = STATUSES.find((known) => known === selectValue(state, BLOCKS.status)) ?? 'note';
  const text = textValue(state, BLOCKS.text);
  if (text === null && status === 'note') {
    return {
      ok: false as const,
      errors: { [BLOCKS.text]: words.refusalWords({ code: 'nothing_written' }) },
    };
  }
  return {
    ok: true as const,
    values: {
      goalId: goal === 'none' ? null : ids.parseIdValue(goal),
      status,
      text,
      audience: readAudience(selectValue(state, BLOCKS.audience)),
    },
  };
}

function readDate(state: FormState) {
  const date = dateValue(state, BLOCKS.until);
  return date === null
    ? {
        ok: false as const,
        errors: { [BLOCKS.until]: words.refusalWords({ code: 'date_not_understood', heard: '' }) },
      }
    : { ok: true as const, values: { date } };
}
