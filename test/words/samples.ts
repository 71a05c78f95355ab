import { AUDIENCES, STATUSES, type CheckInStatus } from '../../src/domain/check-in';
import { DUE, type LaidAside } from '../../src/domain/due';
import type { CheckInInWords, GoalInWords, Named } from '../../src/domain/facts';
import { GOAL_MOVES } from '../../src/domain/goal';
import type { HoldReason } from '../../src/domain/life';
import { MORE_CHOICES, SILENCE_ANSWERS } from '../../src/domain/nudge';
import { previewNudges } from '../../src/domain/preview';
import { SITUATIONS } from '../../src/domain/question';
import { LOST_REASONS, NUDGE_REASONS } from '../../src/domain/reasons';
import { WEEKDAYS } from '../../src/domain/weekday';
import * as words from '../../src/words/en';
import type { Words } from '../../src/words';
import { RECORDS, REFUSALS } from '../slack/refused';
import { ASK_SAMPLES } from './ask-samples';
import { AGREEMENT_SAMPLES } from './agreement-samples';
import { BETWEEN_SAMPLES } from './between-samples';
import { HOME_SAMPLES } from './home-samples';
import { LIFE_SAMPLES } from './life-samples';
import { SHELF_SAMPLES } from './shelf-samples';
import { BARRIERS, BARRIER_SAMPLES } from './barrier-samples';
import { PROMISES, PROMISE_SAMPLES } from './promise-samples';
import { RHYTHM_SAMPLES } from './rhythm-samples';

/** Tame facts for the gaps of every sentence of the catalogue: a sentence without a sample does not compile. */

/** The sentences with gaps; those without are sampled by being called. */
type WithGaps = {
  [
    Name in keyof Words as Words[Name] extends (...facts: infer Facts) => unknown
      ? Facts extends []
        ? never
        : Name
      : never
  ]: Words[Name] extends (...facts: infer Facts) => unknown ? readonly Facts[] : never;
};

const cadence = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-12-07T09:00' };
const at = new Date('2026-12-07T15:00:00Z');
const zone = 'America/Chicago';
const LATER = new Date(at.getTime() + 3_600_000);
const ada: Named = { slackUserId: 'UADA', name: 'Ada' };
const grace: Named = { slackUserId: 'UGRACE', name: 'Grace' };
const crowd = Array.from({ length: 7 }, () => ada);
const goal: GoalInWords = {
  id: '0198f3a2-0000-7000-8000-000000000001',
  number: 1,
  title: 'Become certified',
  state: 'active',
  targetDate: '2027-06-30',
  stretch: true,
  audience: 'mentor',
  createdAt: at,
};
const undated = { ...goal, targetDate: null, audience: 'self' as const };

const checkIn = (status: CheckInStatus, parts: Partial<CheckInInWords> = {}): CheckInInWords => ({
  id: '0198f3a2-0000-7000-8000-000000000002',
  member: ada,
  goal,
  status,
  text: 'Passed the mock exam',
  audience: 'mentor',
  saidAt: at,
  acknowledged: false,
  carried: { nextStep: null, barrier: null },
  ...parts,
});
const CHECK_INS = STATUSES.flatMap((status) => [
  checkIn(status),
  checkIn(status, { goal: null }),
  checkIn(status, { text: null }),
  checkIn(status, {
    goal: null,
    text: null,
    carried: { nextStep: PROMISES[0] ?? null, barrier: BARRIERS[0] ?? null },
  }),
]);

const HOLDS: readonly HoldReason[] = [
  { kind: 'paused' },
  { kind: 'away', until: '2027-07-14' },
  { kind: 'holiday', name: 'Christmas Day' },
  { kind: 'not_a_working_day' },
  { kind: 'over_budget', limit: 3 },
  { kind: 'quiet_hours' },
  { kind: 'do_not_disturb' },
  { kind: 'agreed_rhythm', from: '2027-07-16' },
  { kind: 'agreed_hours' },
  { kind: 'agreement_over', on: '2028-12-31' },
];
const PREVIEW = [
  ...previewNudges({
    cadence: { rule: 'FREQ=DAILY', start: '2027-03-01T02:30' },
    life: {
      zone: 'America/New_York',
      workingDays: WEEKDAYS.slice(0, 5),
      quietHours: { from: '20:00', to: '03:00' },
      holidays: { country: 'US' },
      absences: [{ from: '2027-03-21', to: '2027-03-22' }],
      dnd: null,
    },
    from: new Date('2027-03-01T00:00:00Z'),
    to: new Date('2027-05-01T00:00:00Z'),
  }),
];
const TYPES = ['status', 'open', 'next_step', 'barrier'] as const;
const ROLES = ['mentor', 'mentee'] as const;
const TOPICS = ['goal', 'mentor', 'nudge', 'checkin', 'general'] as const;
const proposals = ROLES.flatMap((role) => [
  { other: ada, role, yours: true },
  { other: ada, role, yours: false },
]);

/** Each of these by itself. */
const each = <Fact>(facts: readonly Fact[]): [Fact][] => facts.map((fact) => [fact]);
/** Each of these with each of those. */
const both = <One, Other>(ones: readonly One[], others: readonly Other[]): [One, Other][] =>
  ones.flatMap((one) => others.map((other): [One, Other] => [one, other]));
const READERS = both([[], [ada], [ada, grace], crowd], AUDIENCES);
const LAID_ASIDE: readonly LaidAside[] = DUE.map((what) => ({ what, since: at, until: LATER }));

export const SAMPLES: WithGaps = {
  ...AGREEMENT_SAMPLES,
  willRead: READERS,
  willReadIfKept: READERS,
  canRead: READERS,
  visibleTo: READERS,
  visibleWhen: READERS.map(([readers, audience]) => [
    readers,
    audience,
    readers.map((mentor, turn) => ({ mentor, at: turn === 0 ? at : null, zone })),
  ]),
  goalSeenBy: READERS,
  checkInSaved: READERS,
  audienceChanged: READERS,
  ...RHYTHM_SAMPLES,
  ...BARRIER_SAMPLES,
  ...PROMISE_SAMPLES,
  paused: each([null, '2027-01-04']),
  resumed: both([at, null], [zone]),
  snoozed: [[at, zone]],
  youSaid: both(TYPES, STATUSES).map(([type, status]) => [type, status, type === 'open' ? 'Passed' : null]),
  checkInLine: each(CHECK_INS),
  stuckNow: each(CHECK_INS),
  stuckTold: each([[ada], [ada, grace]]),
  recordedWords: [
    [checkIn('note'), [ada], 'new'],
    [checkIn('note', { goal: null }), [], 'edited'],
  ],
  whichGoal: [['Passed the mock exam']],
  filedUnder: both([goal, 'none'], ['Passed the mock exam']),
  nothingOpen: each([null, 'Passed the mock exam']),
  nothingOpenSaved: each([null, 'Passed the mock exam']),
  nextQuestionOn: [[at, zone]],
  checkInAnswered: CHECK_INS.flatMap((said) => [
    [said, ada, null],
    [said, ada, 'Well done.'],
  ]),
  answering: each(CHECK_INS),
  encouragementDrafts: each(CHECK_INS),
  answerSent: [[ada]],
  ...ASK_SAMPLES,
  ...SHELF_SAMPLES,
  ...BETWEEN_SAMPLES,
  capacityWords: each([null, 0, 1, 3]),
  capacitySet: each([null, 3]),
  dated: [['Monday 7 December', 'On track.']],
  digestPeriod: [[at, at, zone]],
  channelDigestTitle: [['Mentoring']],
  presenceWords: each(['steady', 'quiet', 'not_asked', 'away']),
  digestEmpty: each([0, 1, 2, 3, 4]),
  trendWords: each([0, 3, 4].map((onTrack) => ({ onTrack, of: 4 }))),
  quietLine: both([ada], [1, 2, 5]),
  reachedLine: each([goal, undated]),
  waitedLong: each([1, 2]),
  moreLines: [[3]],
  menteeHeading: [[[ada, grace], ada]],
  channelSummary: each([
    { pairs: 1, checkIns: 1, quiet: 1, away: 1 },
    { pairs: 2, checkIns: 3, quiet: 0, away: 2 },
  ]),
  channelFooter: each([ada, null]),
  continued: [[1, 2]],
  dropQuestion: [['Become certified']],
  suggestedPlace: [['Germany']],
  keptRhythm: [['every Monday at 9:00']],
  goalWithDate: each([goal, undated]),
  goalAdded: [[goal], [undated, { dateNotUnderstood: 'blursday' }], [undated, { dateInPast: '2020' }]],
  goalEdited: [[goal]],
  goalDropped: [[goal]],
  goalReopened: [[goal]],
  goalReached: [[goal]],
  tellNow: each([[ada], [ada, grace]]),
  clockAt: [[at, zone]],
  goalReachedWords: [
    [goal, 'America/Chicago', [], null],
    [goal, 'America/Chicago', [ada], null],
    [goal, 'America/Chicago', [ada, grace], LATER],
  ],
  goalNews: [[goal, 'America/Chicago', ada]],
  goalNewsTakenBack: [[ada]],
  newGoalLine: each([goal, undated]),
  newGoalNews: [[goal, ada]],
  newGoalTold: both([[], [ada], [ada, grace]], [[], [ada], [ada, grace]]),
  congratulated: [[ada]],
  congratulationWords: [[goal, ada]],
  goalsHeading: each([0, 1, 2]),
  goalLine: each([goal, undated, { ...goal, state: 'achieved' }, { ...goal, state: 'dropped' }]),
  moreGoals: [[3]],
  helpWords: each(TOPICS),
  notUnderstood: both(['fandango'], TOPICS),
  ...HOME_SAMPLES,
  statusLabel: each(STATUSES),
  answerLabel: both(TYPES, STATUSES),
  audienceLabel: each(AUDIENCES),
  audienceHint: each(AUDIENCES),
  moreLabel: each(MORE_CHOICES),
  goalMoveLabel: each(GOAL_MOVES),
  labelFor: both(['On track'], [null, 'Become certified']),
  ...LIFE_SAMPLES,
  programQuestionsWords: each([0, 2]),
  welcome: each([true, false]),
  proposal: both([null, grace], ROLES).map(([by, role]) => [ada, role, by, by === null ? null : ada]),
  proposalFirst: ROLES.map((role) => [ada, role]),
  mentorSees: ROLES.map((role) => [ada, role]),
  proposalTerms: each(ROLES),
  proposalState: both(['waits', 'active', 'ended', 'other'], ROLES),
  paired: ROLES.flatMap((role) => [
    [{ other: ada, role, cadence, next: at, zone }],
    [{ other: ada, role, cadence: null, next: null, zone }],
  ]),
  pairedNext: each(ROLES),
  proposalDeclined: [[ada]],
  proposalLapsed: [[ada]],
  proposalSent: [[ada]],
  proposalAccepted: [[ada]],
  proposalWaits: [[ada]],
  twoPaired: [[ada, grace]],
  twoAsked: [[ada, grace]],
  pairingLapsed: [[ada, grace]],
  leavePerson: [[ada]],
  leaveSure: [[ada]],
  pairLeft: each([[ada], [ada, grace]]),
  pairEnded: [[ada]],
  proposalRefused: [[ada]],
  mentorStatus: each([
    { mentors: [ada], mentees: [ada, grace], proposals },
    { mentors: [], mentees: [], proposals: [] },
  ]),
  proposalLine: each(proposals),
  channelHello: both([ada], [at, null]).map(([setBy, next]) => [setBy, cadence, next, zone]),
  channelLost: both(['CMENTORS'], LOST_REASONS),
  localDate: [[at, zone]],
  localMoment: [[at, zone]],
  dateInWords: [['2027-06-30']],
  dayInWords: [['2027-06-30']],
  monthInWords: [[at, zone]],
  clockTime: [['09:00']],
  nudgeStateWords: each([...new Set(RECORDS.map(({ state }) => state))]),
  notAllAsked: each([1, 3]),
  outage: each([1, 5]),
  listed: [[['Ada', 'Grace']]],
  counted: [
    [1, 'goal'],
    [2, 'person is', 'people are'],
  ],
  capital: [['one goal']],
  titled: [['Become certified']],
  who: [[ada]],
  nameOf: [[ada]],
  people: each([[ada], crowd]),
  heard: [['fandango']],
  previewDays: both([[], PREVIEW], ['America/New_York']),
  questionText: SITUATIONS.flatMap((situation) =>
    words.QUESTIONS.filter((question) => question.situation === situation).map(
      ({ id }): Parameters<Words['questionText']> => [
        id,
        null,
        situation === 'no_goal' ? null : 'Become certified',
      ],
    ),
  ),
  questionPlain: [
    ['usual_going', null, 'Become certified'],
    ['own:1', 'Any luck?', 'Become certified'],
    ['own:1', 'Any luck?', null],
  ],
  questionType: [['usual_going', null]],
  becauseOf: both([...NUDGE_REASONS, null], [null]),
  reasonWords: both(RECORDS, [zone]),
  whyLine: both(RECORDS, [zone]),
  why: both([[], RECORDS], [[], LAID_ASIDE]).map(([records, aside]) => [records, aside, zone]),
  holdInWords: each(HOLDS),
  refusalWords: both(REFUSALS, ['Passed the mock exam']),
  alwaysHeld: [[{ time: '21:30', quiet: null, workingDays: null, agreed: null }]],
  withYourWords: [['I could not read that.', 'Passed the mock exam']],
  silenceLabel: each(SILENCE_ANSWERS),
  silenceReaders: each([[], [ada]]),
  silenceThanks: both(SILENCE_ANSWERS, [[], [ada]]),
};
