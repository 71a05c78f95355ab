import type { NudgeState } from '../../domain/nudge';
import { english } from './english';

/** What a nudge says of itself when it is no longer simply open; null while it is. */
export function nudgeStateWords(state: NudgeState): string | null {
  switch (state) {
    case 'planned':
    case 'sending':
    case 'sent':
    case 'answered':
      return null;
    case 'skipped':
      return 'Set aside, as you asked. `/checkin` is there whenever you like.';
    case 'expired':
      return 'A newer question has come since. An answer here still counts.';
    case 'held':
    case 'void':
    case 'undeliverable':
      return 'This one came at the wrong time. Nothing is needed from you.';
  }
}

/** Below a question that was let go by. */
export function passedOver(): string {
  return 'Not this time, and that is fine.';
}

/** Added once to a nudge without an answer, in place of a second message. */
export function followUp(): string {
  return 'Still here whenever it suits you. A tap is enough, and so is skipping.';
}

/** Said of the goals whose turn it is not. */
export function notAllAsked(count: number): string {
  return `And ${english().plural(count, { one: 'one other', other: `${count} others` })}, not this time.`;
}

export function moreHint(): string {
  return 'Later, or not this time';
}

/** Said once after the bot was down. */
export function outage(count: number): string {
  const what = english().plural(count, {
    one: 'One question came too late to be of use, so I let it rest.',
    other: `${count} questions came too late to be of use, so I let them rest.`,
  });
  return `I was away for a while. ${what} Nothing is needed from you.`;
}
