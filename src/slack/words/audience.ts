import type { Audience } from '../../domain/check-in';
import type { Named } from '../../domain/message';
import { people } from './phrases';

const PROGRAM = 'the program’s coordinators and mentor channel';

/** Said before the answer is given. `readers` are the mentors. */
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
        ? `The program’s coordinators and mentor channel will read your answer.`
        : `${people(readers)}, ${PROGRAM} will read your answer.`;
  }
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
        ? 'The program’s coordinators and mentor channel can read it.'
        : `${people(readers)}, ${PROGRAM} can read it.`;
  }
}
