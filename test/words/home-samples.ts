import { STATUSES } from '../../src/domain/check-in';
import type { CheckInInWords, GoalInWords, MenteeLine, Named } from '../../src/domain/facts';
import type { Words } from '../../src/words';

/** Tame facts for the sentences of App Home. */

const at = new Date('2026-12-07T15:00:00Z');
const zone = 'America/Chicago';
const ada: Named = { slackUserId: 'UADA', name: 'Ada' };
const grace: Named = { slackUserId: 'UGRACE', name: 'Grace' };
const cadence = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-12-07T09:00' };

const goals: readonly GoalInWords[] = ['Become certified', 'Stop procrastinating', 'why me?'].map(
  (title, index) => ({
    id: '0198f3a2-0000-7000-8000-000000000001',
    number: index + 1,
    title,
    state: 'active',
    targetDate: index === 0 ? '2027-06-30' : null,
    stretch: false,
    audience: 'mentor',
    createdAt: at,
  }),
);
const heard: readonly CheckInInWords[] = STATUSES.map((status) => ({
  id: '0198f3a2-0000-7000-8000-000000000002',
  member: ada,
  goal: goals[1] ?? null,
  status,
  text: status === 'on_track' ? null : 'Passed the mock exam',
  audience: 'mentor',
  saidAt: at,
  acknowledged: false,
  carried: { nextStep: null, barrier: null },
}));
const mentorshipId = '0198f3a2-0000-7000-8000-000000000003';
const line: MenteeLine = {
  mentee: ada,
  mentorshipId,
  goals,
  reached: [],
  heard: null,
  away: null,
  next: at,
  asks: null,
};
const lines: readonly MenteeLine[] = [
  line,
  { ...line, goals: Array.from({ length: 5 }, () => goals).flat(), heard: heard[0] ?? null },
  { ...line, goals: [], reached: goals, away: { until: '2027-01-04' }, next: null },
  { ...line, away: { until: null }, asks: 'Any luck?' },
];
const rhythm = { next: at, zone, paused: null, cadence, stopped: false };

type HomeSentence =
  | 'pageHeading'
  | 'digestRhythm'
  | 'noGoalYet'
  | 'askedNext'
  | 'saidLine'
  | 'menteeLine'
  | 'programLine'
  | 'pairLine';

export const HOME_SAMPLES: { readonly [Name in HomeSentence]: readonly Parameters<Words[Name]>[] } = {
  pageHeading: [
    ['Your mentees', 11, 20, 50],
    ['Your mentees', 51, 51, 51],
  ],
  digestRhythm: [['every Friday at 15:00', 'Friday 11 December at 15:00']],
  noGoalYet: [[true], [false]],
  askedNext: [
    [rhythm],
    [{ ...rhythm, next: null }],
    [{ ...rhythm, stopped: true }],
    [{ ...rhythm, paused: { until: null } }],
    [{ ...rhythm, paused: { until: '2027-01-04' } }],
    [{ ...rhythm, cadence: null }],
  ],
  saidLine: heard.map((checkIn): [CheckInInWords, string] => [checkIn, zone]),
  menteeLine: lines.map((each): [MenteeLine, string] => [each, zone]),
  programLine: [
    [{ program: 'Mentoring', pairs: 1, checkIns: 0, quiet: 0 }],
    [{ program: 'Mentoring', pairs: 4, checkIns: 7, quiet: 1 }],
  ],
  pairLine: [
    [{ mentor: ada, mentee: grace, state: 'proposed', since: at }, zone],
    [{ mentor: ada, mentee: grace, state: 'active', since: at }, zone],
    [{ mentor: ada, mentee: grace, state: 'paused', since: at }, zone],
  ],
};
