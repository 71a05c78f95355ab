import type { Absence } from '../../src/domain/absence';
import type { Named } from '../../src/domain/facts';
import { WEEKDAYS } from '../../src/domain/weekday';
import type * as life from '../../src/words/en/life';

/** Tame facts for the sentences about how nudges fit a life. */

const ada: Named = { slackUserId: 'UADA', name: 'Ada' };
const away: Absence = { from: '2027-07-01', to: '2027-07-14' };
const oneDay: Absence = { from: '2027-12-01', to: '2027-12-01' };

type LifeSentence = {
  [Name in keyof typeof life]: Parameters<(typeof life)[Name]> extends [] ? never : Name;
}[keyof typeof life];

export const LIFE_SAMPLES: {
  readonly [Name in LifeSentence]: readonly Parameters<(typeof life)[Name]>[];
} = {
  absenceSet: [[[away]], [[away, oneDay]]],
  absenceSetFor: [[ada, [away]]],
  awayForYou: [[ada, [away]]],
  absencesHeading: [
    [1, 1],
    [20, 23],
  ],
  absenceLine: [[away], [oneDay]],
  absenceRemoved: [[away], [oneDay]],
  emptyDigestSet: [[true], [false]],
  questionsList: [[[]], [['What did you learn?']]],
  programQuestionsList: [[[]], [['What did you learn?']]],
  programQuestionsRemoved: [[1], [3]],
  questionAdded: [['What did you learn?']],
  programQuestionAdded: [['What did you learn?']],
  placeSet: [['Germany'], [null]],
  budgetSet: [[1], [3]],
  quietSet: [[null], [{ from: '18:00', to: '08:00' }]],
  workingDaysSet: [[['MO', 'TU']], [WEEKDAYS]],
  somethingBroke: [['a1b2c3d4']],
};
