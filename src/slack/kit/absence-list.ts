import type { Absence } from '../../domain/absence';
import type { Words } from '../../words';
import { button, message, section, type SlackMessage } from './block-kit';
import { absenceValue, ACTIONS } from './ids';

/** The days away that `/nudge away` shows, each with a button that removes it. */

const SHOWN = 20;

export function absenceList(words: Words, absences: readonly Absence[]): SlackMessage {
  if (absences.length === 0) return message([section(words.noAbsences())]);
  const shown = absences.slice(0, SHOWN);
  const { remove } = words.BUTTONS;
  return message([
    section(words.absencesHeading(shown.length, absences.length)),
    ...shown.map((absence) =>
      section(
        words.absenceLine(absence),
        button(remove, ACTIONS.remove_absence, {
          value: absenceValue(absence),
          label: words.labelFor(remove, words.fullDayInWords(absence.from)),
        }),
      ),
    ),
  ]);
}
