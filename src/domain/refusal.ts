import type { EnrolmentRefusal } from './member';

/** Everything the bot may refuse, as codes. The words for each are in words/en/refusals.ts. */
export type Refusal =
  | { code: EnrolmentRefusal; who: string }
  | { code: 'yourself' }
  | { code: 'nobody_named'; hint: 'invite' | 'ask' | 'leave' }
  | { code: 'unknown_person'; who: string }
  | { code: 'already_paired'; who: string }
  | { code: 'already_proposed'; who: string }
  | { code: 'pair_names_two' }
  | { code: 'pairing_by_coordinators' }
  | { code: 'pair_is_open'; state: 'proposed' | 'paired' }
  | { code: 'not_paired_to_leave'; who: string }
  | {
      code: 'declined_lately';
      who: string;
      /** Local dates of whoever asks: when it was declined, and from when it may be asked again. */
      on: string;
      from: string;
    }
  | { code: 'not_yours' }
  | { code: 'not_paired_with' }
  | { code: 'not_your_mentee' }
  | { code: 'nobody_to_ask' }
  | { code: 'ask_over' }
  | { code: 'mentor_full'; who: string; capacity: number; mentees: number; isOwn: boolean }
  | { code: 'capacity_not_understood'; heard: string; most: number }
  | { code: 'no_question_waits'; who: string }
  | { code: 'gone'; what: 'mentorship' | 'goal' | 'nudge' | 'check_in' | 'words' | 'promise' | 'absence' }
  | { code: 'already_answered'; state: 'active' | 'ended' | 'other' }
  | { code: 'title_missing' }
  | { code: 'title_too_long'; limit: number; length: number }
  | { code: 'text_too_long'; limit: number; length: number }
  | { code: 'nothing_written' }
  | { code: 'step_missing' }
  | { code: 'promise_missing' }
  | { code: 'barrier_missing' }
  | { code: 'date_in_the_past'; date: string }
  | { code: 'date_not_understood'; heard: string }
  | { code: 'no_such_goal'; heard: string }
  | { code: 'which_goal'; heard: string; goals: readonly { number: number; title: string }[] }
  | { code: 'goal_already'; title: string; state: 'active' | 'achieved' | 'dropped' }
  | { code: 'cadence_not_understood'; heard: string; understood: string | null }
  | { code: 'digest_not_understood'; heard: string; understood: string | null }
  | { code: 'cadence_never_fires'; heard: string }
  | { code: 'cadence_too_often'; heard: string }
  | { code: 'cadence_several_times' }
  | ({ code: 'cadence_always_held' } & HeldForEver)
  | { code: 'cadence_another_zone'; heard: string; zone: string }
  | { code: 'cadence_no_more_often' }
  | { code: 'bad_time'; heard: string }
  | { code: 'no_cadence' }
  | { code: 'nothing_open'; next: Date | null; zone: string }
  | { code: 'already_asked_just_now' }
  | { code: 'not_paused' }
  | { code: 'mentors_only' }
  | { code: 'coordinators_only' }
  | { code: 'digest_of_others'; who: readonly string[] }
  | { code: 'no_digest_there'; channel: string }
  /** @param since when the last digest ended; null before there was one */
  | { code: 'nothing_new'; since: Date | null; zone: string }
  | { code: 'no_channel_named' }
  | { code: 'not_in_channel'; channel: string }
  | { code: 'channel_not_usable'; channel: string }
  | { code: 'absence_not_understood'; heard: string; understood: string | null }
  | { code: 'absence_backwards'; heard: string }
  | { code: 'absence_in_the_past'; heard: string }
  | { code: 'moment_not_understood'; heard: string }
  | { code: 'moment_in_the_past'; heard: string }
  | { code: 'pause_is_away'; heard: string }
  | { code: 'pause_not_understood'; heard: string }
  | { code: 'budget_not_understood'; heard: string }
  | { code: 'budget_too_big'; most: number }
  | { code: 'hours_not_understood'; heard: string }
  | { code: 'days_not_understood'; heard: string }
  | { code: 'place_not_understood'; heard: string }
  | { code: 'question_too_long'; limit: number; length: number }
  | { code: 'no_such_question'; heard: string }
  | { code: 'form_too_late' }
  | { code: 'undo_over' }
  | { code: 'undo_overtaken' };

/** Why a rhythm would never ask. */
export interface HeldForEver {
  /** 'HH:mm' */
  readonly time: string;
  /** The quiet hours that hold it, where they do. */
  readonly quiet: { readonly from: string; readonly to: string } | null;
  /** The working days of the person, where the rhythm falls on none of them. */
  readonly workingDays: readonly string[] | null;
}

/** Carries a refusal from a service to the one place that turns it into words. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
