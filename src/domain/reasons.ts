/**
 * Why something was not asked, was not said, or cannot be posted any more. Columns hold them as text: what another version
 * wrote there is read as unknown. The words for each are in words/.
 */

/** Why a nudge was held, let go, put off, skipped or could not be delivered. */
export const NUDGE_REASONS = [
  'paused',
  'away',
  'holiday',
  'not_a_working_day',
  'over_budget',
  'quiet_hours',
  'do_not_disturb',
  'agreed_rhythm',
  'agreed_hours',
  'agreement_over',
  'late',
  'superseded',
  // Another nudge that was due soon took it in.
  'folded',
  'stopped',
  'cadence_changed',
  'snoozed',
  'skipped',
  'user_gone',
  // Slack would not take it.
  'refused',
  // Nobody can tell whether it arrived.
  'unknown_send',
  // Slack or the network would not take it for as long as it was of use.
  'slack_away',
] as const;
export type NudgeReason = (typeof NUDGE_REASONS)[number];

/** Of a nudge that could not be delivered. */
export type Undeliverable = Extract<NudgeReason, 'user_gone' | 'refused' | 'unknown_send' | 'slack_away'>;

/** Null for none, and for one of another version. */
export function toNudgeReason(text: string | null): NudgeReason | null {
  return NUDGE_REASONS.find((reason) => reason === text) ?? null;
}

/** Why a message was let go of: read by whoever runs the bot, said to nobody. */
export type DropReason = 'no_longer_true' | 'put_off' | 'nudge_closed';

/** What Slack or the network answered, by its own name. */
export type SendError = `error:${string}`;

/** Why an invitation came to nothing, or that one of the two left. */
export type EndReason = 'declined' | 'lapsed' | 'left';

/** Why the bot cannot post in a channel. */
export const LOST_REASONS = [
  'not_in_channel',
  'is_archived',
  'channel_not_found',
  'shared_outside',
  'unreadable',
  'other',
] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/** @param error of Slack's, or ours */
export function toLostReason(error: string): LostReason {
  return LOST_REASONS.find((reason) => reason === error) ?? 'other';
}
