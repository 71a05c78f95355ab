import type { NudgeRecord } from '../../src/domain/facts';
import { NUDGE_REASONS, type NudgeReason } from '../../src/domain/reasons';
import type { Refusal } from '../../src/domain/refusal';

const heard = '<!channel> blursday';

/** One of each: the compiler says when a code is missing. */
const ONE_OF_EACH: Readonly<Record<Refusal['code'], Refusal>> = {
  is_bot: { code: 'is_bot', who: 'UBOT' },
  is_gone: { code: 'is_gone', who: 'UGONE' },
  is_guest: { code: 'is_guest', who: 'UGUEST' },
  is_external: { code: 'is_external', who: heard },
  yourself: { code: 'yourself' },
  nobody_named: { code: 'nobody_named', hint: 'ask' },
  unknown_person: { code: 'unknown_person', who: heard },
  already_paired: { code: 'already_paired', who: 'UADA' },
  already_proposed: { code: 'already_proposed', who: 'UADA' },
  declined_lately: { code: 'declined_lately', who: 'UADA', on: '2027-03-03', from: '2027-04-02' },
  not_yours: { code: 'not_yours' },
  gone: { code: 'gone', what: 'nudge' },
  already_answered: { code: 'already_answered', state: 'active' },
  title_missing: { code: 'title_missing' },
  title_too_long: { code: 'title_too_long', limit: 150, length: 10_000 },
  text_too_long: { code: 'text_too_long', limit: 3000, length: 10_000 },
  nothing_written: { code: 'nothing_written' },
  date_in_the_past: { code: 'date_in_the_past', date: '2020-01-01' },
  date_not_understood: { code: 'date_not_understood', heard },
  no_such_goal: { code: 'no_such_goal', heard },
  which_goal: { code: 'which_goal', heard, goals: [{ number: 1, title: heard }] },
  goal_already: { code: 'goal_already', title: heard, state: 'achieved' },
  cadence_not_understood: {
    code: 'cadence_not_understood',
    heard: `every Monday ${heard}`,
    understood: 'every monday',
  },
  cadence_several_times: { code: 'cadence_several_times' },
  cadence_another_zone: { code: 'cadence_another_zone', heard: 'est', zone: 'America/Chicago' },
  cadence_always_held: {
    code: 'cadence_always_held',
    time: '23:00',
    quiet: { from: '22:00', to: '06:00' },
    workingDays: null,
  },
  cadence_no_more_often: { code: 'cadence_no_more_often' },
  cadence_never_fires: { code: 'cadence_never_fires', heard },
  cadence_too_often: { code: 'cadence_too_often', heard },
  bad_time: { code: 'bad_time', heard },
  no_cadence: { code: 'no_cadence' },
  nothing_open: { code: 'nothing_open', next: new Date('2027-07-09T13:00:00Z'), zone: 'America/Chicago' },
  already_asked_just_now: { code: 'already_asked_just_now' },
  not_paused: { code: 'not_paused' },
  mentors_only: { code: 'mentors_only' },
  no_channel_named: { code: 'no_channel_named' },
  not_in_channel: { code: 'not_in_channel', channel: 'CMENTORS' },
  channel_not_usable: { code: 'channel_not_usable', channel: 'CMENTORS' },
  absence_not_understood: { code: 'absence_not_understood', heard, understood: null },
  pause_not_understood: { code: 'pause_not_understood', heard },
  pause_is_away: { code: 'pause_is_away', heard },
  budget_too_big: { code: 'budget_too_big', most: 21 },
  absence_backwards: { code: 'absence_backwards', heard },
  absence_in_the_past: { code: 'absence_in_the_past', heard },
  moment_not_understood: { code: 'moment_not_understood', heard },
  moment_in_the_past: { code: 'moment_in_the_past', heard },
  budget_not_understood: { code: 'budget_not_understood', heard },
  hours_not_understood: { code: 'hours_not_understood', heard },
  days_not_understood: { code: 'days_not_understood', heard },
  place_not_understood: { code: 'place_not_understood', heard },
  question_too_long: { code: 'question_too_long', limit: 140, length: 10_000 },
  no_such_question: { code: 'no_such_question', heard },
  coordinators_only: { code: 'coordinators_only' },
  form_too_late: { code: 'form_too_late' },
  undo_over: { code: 'undo_over' },
  undo_overtaken: { code: 'undo_overtaken' },
};

export const REFUSALS: readonly Refusal[] = Object.values(ONE_OF_EACH);

const dueAt = new Date('2027-07-05T08:00:00Z');
const untouched: NudgeRecord = {
  nudgeId: '0198f3a2-1111-7222-8333-444455556666',
  dueAt,
  state: 'planned',
  reason: null,
  detail: null,
  sentAt: null,
  sendAt: null,
  answeredAt: null,
};
const held = (reason: NudgeReason, detail: string | null = null): NudgeRecord => ({
  ...untouched,
  state: 'held',
  reason,
  detail,
});

export const RECORDS: readonly NudgeRecord[] = [
  untouched,
  { ...untouched, sendAt: dueAt, reason: 'quiet_hours' },
  { ...untouched, state: 'sending' },
  { ...untouched, state: 'sent', sentAt: dueAt },
  { ...untouched, state: 'answered', sentAt: dueAt, answeredAt: dueAt },
  { ...untouched, state: 'skipped', reason: 'snoozed' },
  { ...untouched, state: 'skipped', reason: 'skipped' },
  { ...untouched, state: 'expired', sentAt: dueAt },
  ...NUDGE_REASONS.map((reason) => held(reason)),
  held('away', '2027-07-14'),
  held('holiday', 'Christmas Day'),
  held('holiday', '<!channel>'),
  held('over_budget', '3'),
  { ...untouched, state: 'void', reason: 'late', detail: '15' },
  { ...untouched, state: 'void', reason: 'cadence_changed' },
  { ...untouched, state: 'undeliverable', reason: 'user_gone' },
  { ...untouched, state: 'undeliverable', reason: 'refused' },
];
