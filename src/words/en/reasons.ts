import type { DueWhat, LaidAside } from '../../domain/due';
import type { NudgeRecord } from '../../domain/facts';
import type { HoldReason } from '../../domain/life';
import type { NudgeReason } from '../../domain/reasons';
import { oneLine, safe, zoneInWords } from '../mrkdwn';
import { dateInWords, dayInWords, localMoment } from './moments';

/** Why a nudge was held, let go or put off, as the end of a sentence: "as you are away until …". */
export function becauseOf(reason: NudgeReason | null, detail: string | null): string {
  switch (reason) {
    case 'paused':
      return 'as you had paused me';
    case 'away':
      return detail === null ? 'as you were away' : `as you were away until ${dayInWords(detail)}`;
    case 'holiday':
      return detail === null ? 'as it was a holiday' : `as it was a holiday (${safe(oneLine(detail), 80)})`;
    case 'not_a_working_day':
      return 'as it was not one of your working days';
    case 'quiet_hours':
      return 'as it fell into your quiet hours';
    case 'do_not_disturb':
      return 'as Slack was set to do not disturb';
    case 'over_budget':
      return detail === null
        ? 'as your messages for that week were used up'
        : detail === '1'
          ? 'as your one message for that week was used up'
          : `as your ${safe(detail, 10)} messages for that week were used up`;
    case 'agreed_rhythm':
      return detail === null
        ? 'as you two agreed on fewer questions'
        : `as the next question you two agreed on is that of ${dayInWords(detail)}`;
    case 'agreed_hours':
      return 'as it fell outside the hours you two agreed on';
    case 'agreement_over':
      return detail === null
        ? 'as your agreement was over'
        : `as your agreement ended on ${dateInWords(detail)}; \`/mentor agreement\` renews it`;
    case 'late':
      return detail === null
        ? 'as I was down and it came too late'
        : `as I was down and it was ${safe(detail, 10)} hours late`;
    case 'superseded':
    case 'folded':
      return 'as a newer one took its place';
    case 'snoozed':
      return 'as you asked for later';
    case 'skipped':
      return 'as you skipped it';
    case 'user_gone':
      return 'as your account was closed';
    case 'refused':
      return 'as Slack did not take it';
    case 'cadence_changed':
      return 'as you had chosen other times';
    case 'stopped':
      return 'as you had asked me to stop';
    case 'unknown_send':
      return 'as Slack did not say whether it arrived, and I did not want to ask twice';
    case 'slack_away':
      return 'as Slack would not take it for twelve hours';
    case null:
      return '';
  }
}

/** What became of one nudge and why, in the person’s own time. */
export function reasonWords(record: NudgeRecord, zone: string): string {
  const because = becauseOf(record.reason, record.detail);
  const why = because === '' ? '' : `, ${because}`;
  const at = (moment: Date | null): string => (moment === null ? '' : ` on ${localMoment(moment, zone)}`);
  switch (record.state) {
    case 'planned':
      return record.sendAt === null ? 'Planned' : `Planned for ${localMoment(record.sendAt, zone)}${why}`;
    case 'sending':
      return 'On its way';
    case 'sent':
      return `Asked${at(record.sentAt)}`;
    case 'answered':
      return `Answered${at(record.answeredAt)}`;
    case 'skipped':
      return `Skipped${because === '' || record.reason === 'skipped' ? '' : why}`;
    case 'expired':
      return `Asked${at(record.sentAt)}; a newer question has come since`;
    case 'held':
      return `Not asked${why}`;
    case 'void':
      return `Let go${why}`;
    case 'undeliverable':
      return `Could not be delivered${why}`;
  }
}

export function whyLine(record: NudgeRecord, zone: string): string {
  return `• ${localMoment(record.dueAt, zone)}: ${reasonWords(record, zone)}.`;
}

/** What could not be put together, and then the last nudges, newest first, as they are given. */
export function why(records: readonly NudgeRecord[], aside: readonly LaidAside[], zone: string): string {
  const sorry = aside.map((each) => laidAsideWords(each, zone));
  const lines = records.slice(0, 20).map((record) => whyLine(record, zone));
  if (lines.length > 0) return [...sorry, whyHeading(zone), ...lines].join('\n');
  return sorry.length > 0
    ? sorry.join('\n')
    : 'I have not asked you anything yet, so there is nothing to explain.';
}

/** What happened, what is safe, and what comes next. */
function laidAsideWords({ what, since, until }: LaidAside, zone: string): string {
  const [day, again] = [localMoment(since, zone), localMoment(until, zone)];
  return `${COULD_NOT[what]} (${day}). The fault is mine, and nothing of yours is lost. I try again on ${again}; if it goes on, please tell your coordinator.\n`;
}

const COULD_NOT: Record<DueWhat, string> = {
  nudge: 'I could not put your next question together',
  postponed: 'I could not put your next question together',
  follow_up: 'I could not bring your last question up to date',
  digest: 'I could not put your digest together',
  channel_digest: 'I could not put the digest of the mentor channel together',
  proposal: 'I could not go on with a pair of yours',
  ask: 'I could not look after what you asked of somebody',
};

function whyHeading(zone: string): string {
  return `What became of each question, in ${zoneInWords(zone)} time:`;
}

/** The reason of a preview, which looks ahead: "holiday: Christmas Day". */
export function holdInWords(reason: HoldReason): string {
  switch (reason.kind) {
    case 'paused':
      return 'paused';
    case 'away':
      return `away until ${dayInWords(reason.until)}`;
    case 'holiday':
      return `holiday: ${safe(oneLine(reason.name), 60)}`;
    case 'not_a_working_day':
      return 'not a working day';
    case 'over_budget':
      return `more than ${reason.limit} a week`;
    case 'quiet_hours':
      return 'quiet hours';
    case 'do_not_disturb':
      return 'do not disturb';
    case 'agreed_rhythm':
      return 'more often than agreed';
    case 'agreed_hours':
      return 'outside the agreed hours';
    case 'agreement_over':
      return `the agreement ends on ${dateInWords(reason.on)}`;
  }
}
