import type { Audience } from '../../domain/check-in';
import type { Named } from '../../domain/facts';
import { people } from './phrases';

const CHANNEL = 'the program’s mentor channel';
const PROGRAM = 'The program’s coordinators and mentor channel';

/** Said before the answer is given. `readers` are the people; the mentor channel reads what is for the program. */
export function willRead(readers: readonly Named[], audience: Audience): string {
  switch (audience) {
    case 'self':
      return 'Only you will read your answer.';
    case 'mentor':
      return readers.length === 0
        ? 'Only you will read your answer: you have no mentor here yet.'
        : `${people(readers)} will read your answer.`;
    case 'program':
      return readers.length === 0
        ? `${PROGRAM} will read your answer.`
        : `${people(readers)} and ${CHANNEL} will read your answer.`;
  }
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
      return readers.length === 0 ? 'Only you can read it for now.' : `${people(readers)} can read it.`;
    case 'program':
      return readers.length === 0
        ? `${PROGRAM} can read it.`
        : `${people(readers)} and ${CHANNEL} can read it.`;
  }
}
