import type { Audience } from '../../domain/check-in';
import type { Named, Seen } from '../../domain/facts';
import { localMoment } from './moments';
import { listed, people, who } from './phrases';

/** Who will read, and who can. */

const CHANNEL = 'the program’s mentor channel';

/** Said before the answer is given. `readers` are the people; the mentor channel reads what is for the program. */
export function willRead(readers: readonly Named[], audience: Audience): string {
  switch (audience) {
    case 'self':
      return 'Only you will read your answer.';
    case 'mentor':
    case 'program':
      return readers.length === 0
        ? 'Only you will read your answer: you have no mentor here yet.'
        : `${everybody(readers, audience)} will read your answer.`;
  }
}

/** Said of words that nobody asked for, before they are kept. */
export function willReadIfKept(readers: readonly Named[], audience: Audience): string {
  return audience === 'self' || readers.length === 0
    ? 'If you keep it, only you will read it.'
    : `If you keep it, ${everybody(readers, audience)} will read it.`;
}

/** Said beside a question about a goal that its owner keeps private. */
export function onlyYouReadThis(): string {
  return '_This goal is yours alone, so only you will read this one._';
}

/** Said once it is given. */
export function canRead(readers: readonly Named[], audience: Audience): string {
  switch (audience) {
    case 'self':
      return 'Only you can read it.';
    case 'mentor':
    case 'program':
      return readers.length === 0
        ? 'Only you can read it for now.'
        : `${everybody(readers, audience)} can read it.`;
  }
}

/** Beside the menu that changes it. */
export function visibleTo(readers: readonly Named[], audience: Audience): string {
  if (audience === 'self') return 'Visible to you alone';
  return readers.length === 0 ? 'Visible to you alone for now' : `Visible to ${everybody(readers, audience)}`;
}

/** The same, with when the mentors see it where that is few words. */
export function visibleWhen(readers: readonly Named[], audience: Audience, seen: readonly Seen[]): string {
  const visible = visibleTo(readers, audience);
  const [first] = seen;
  if (first === undefined || seen.length > TIMES_NAMED) return visible;
  if (audience === 'mentor' && readers.length === 1) return `${visible}, who sees this ${seenAt(first)}`;
  return `${visible}. ${listed(seen.map((each) => `${who(each.mentor)} sees this ${seenAt(each)}`))}`;
}

const TIMES_NAMED = 3;

function seenAt({ at, zone }: Seen): string {
  return at === null ? 'in App Home' : `on ${localMoment(at, zone)}`;
}

/** Everybody reads through a mentorship: where there is none, nobody does. */
function everybody(readers: readonly Named[], audience: Exclude<Audience, 'self'>): string {
  return audience === 'program' ? `${people(readers)} and ${CHANNEL}` : people(readers);
}
