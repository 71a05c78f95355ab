import type { Words } from '../../src/words';

/** Tame facts for the sentences about rhythms and dates. */

const cadence = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-12-07T09:00' };
const at = new Date('2026-12-07T15:00:00Z');
const LATER = new Date(at.getTime() + 3_600_000);
const zone = 'America/Chicago';

type RhythmSentence =
  | 'sayCadence'
  | 'cadenceSet'
  | 'ownDigestSet'
  | 'digestSet'
  | 'channelDigestOff'
  | 'nextNudge'
  | 'daysInWords'
  | 'fullDayInWords'
  | 'dayOfMonth'
  | 'monthName'
  | 'askedLessOften'
  | 'keepRhythm';

const RHYTHM = [
  [cadence, [at, LATER], zone],
  [cadence, [], zone],
] as const satisfies Parameters<Words['cadenceSet']>[];

export const RHYTHM_SAMPLES: { readonly [Name in RhythmSentence]: readonly Parameters<Words[Name]>[] } = {
  sayCadence: [
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
    'FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH',
    'FREQ=MONTHLY;BYMONTHDAY=22',
    'FREQ=MONTHLY;BYDAY=-1TU',
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
    'FREQ=MONTHLY;BYDAY=5MO,-1FR',
    'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=-1FR',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=6,12;BYDAY=1MO',
    'FREQ=WEEKLY;BYDAY=MO\nFREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
    'FREQ=DAILY;COUNT=3',
  ].flatMap((rule): Parameters<Words['sayCadence']>[] => [
    [{ ...cadence, rule }],
    [{ ...cadence, rule }, zone],
  ]),
  cadenceSet: RHYTHM,
  ownDigestSet: RHYTHM,
  digestSet: [
    ['CMENTORS', cadence, [at], zone],
    ['CMENTORS', cadence, [], zone],
  ],
  nextNudge: [
    [{ next: at, zone, paused: null, cadence }],
    [{ next: null, zone, paused: null, cadence: null }],
    [{ next: at, zone, paused: { until: '2027-01-04' }, cadence }],
    [{ next: null, zone, paused: null, cadence, stopped: true }],
  ],
  channelDigestOff: [['CMENTORS']],
  daysInWords: [
    [[at, LATER], zone],
    [[at, new Date(at.getTime() + 366 * 86_400_000)], zone],
  ],
  fullDayInWords: [['2027-07-01'], ['blursday']],
  dayOfMonth: [
    [29, 2],
    [1, 12],
  ],
  monthName: [[1], [12]],
  askedLessOften: [[{ ...cadence, rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' }, cadence]],
  keepRhythm: [[cadence]],
};
