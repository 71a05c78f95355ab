import type { MenteeLine } from '../../src/domain/facts';
import { AGREEMENT_LINES } from './hostile-agreements';
import { strangerHome, type HomeFacts } from '../../src/services/reads/home';
import { pageOf, type HomeList, type HomePlace, type Page } from '../../src/services/reads/home/page';
import {
  ask,
  asked,
  cadence,
  checkIn,
  goal,
  HOSTILE,
  id,
  mentorQuestion,
  named,
  people,
  range,
  REFERENCE,
  shelfItem,
  barrierAsked,
  promiseAsked,
  promiseBetween,
  zone,
} from './hostile';
import { RECORDS } from './refused';

/** Homes of every role with the worst we can think of, each on its fullest page. */

const stranger: HomeFacts = { ...strangerHome(REFERENCE), zone, locale: 'en-US' };
const nobody: HomeFacts = { ...stranger, member: named(1) };

/** A page in the middle has both buttons. */
const middle = <Row>(list: HomeList, rows: readonly Row[], isCrowded = false): Page<Row> =>
  pageOf(list, rows, { at: at(list), isCrowded });
const at = (list: HomeList): HomePlace => ({ list, page: 1 });

const menteeHome = (isCrowded: boolean): HomeFacts => ({
  ...nobody,
  enrolled: true,
  open: {
    nudgeId: id(9),
    questions: range(12).map((count) => asked(count, count % 2 === 0)),
    ofMentor: mentorQuestion('open'),
    readers: people,
    audience: 'mentor',
  },
  cadence,
  next: REFERENCE,
  goals: middle(
    'goals',
    range(40).map((count) => goal(count)),
    isCrowded,
  ),
  barriers: range(2).map(() => barrierAsked(8)),
  steps: range(2).map(promiseAsked),
  promises: middle('promises', range(20).map(promiseBetween), isCrowded),
  recent: range(5).map((count) => checkIn(count)),
  history: RECORDS,
  mentors: middle(
    'mentors',
    range(9).map((count) => ({ mentorshipId: id(count), other: named(count) })),
    isCrowded,
  ),
});

const menteeLine = (count: number): MenteeLine => ({
  mentee: named(count),
  mentorshipId: id(count),
  goals: range(30).map((index) => goal(index)),
  reached: range(count % 3).map((index) => goal(index, { state: 'achieved' })),
  heard: count % 4 === 0 ? null : checkIn(count),
  away: [null, { until: '2027-03-14' }, { until: null }][count % 3] ?? null,
  next: count % 2 === 0 ? REFERENCE : null,
  asks: count % 3 === 0 ? HOSTILE : null,
});

const proposals = (yours: boolean) =>
  range(40).map((count) => ({
    mentorshipId: id(count),
    role: count % 2 === 0 ? ('mentor' as const) : ('mentee' as const),
    yours,
    other: named(count),
  }));

const mentorHome = (isCrowded: boolean): HomeFacts => ({
  ...nobody,
  enrolled: true,
  isMentor: true,
  mentees: middle('mentees', range(60).map(menteeLine), isCrowded),
  waiting: middle(
    'waiting',
    range(60).map((count) => checkIn(count)),
    isCrowded,
  ),
  invitations: middle('invitations', proposals(true), isCrowded),
  shelf: range(40).map(shelfItem),
  asks: middle(
    'asks',
    range(12).map((count) => ({ ask: ask(count), isForYou: count % 2 === 0 })),
    isCrowded,
  ),
  sent: middle('sent', proposals(false), isCrowded),
  agreements: { lines: AGREEMENT_LINES, more: 55 },
  digestCadence: cadence,
  digestNext: REFERENCE,
});

const coordinates = range(9).map(() => ({ program: HOSTILE, pairs: 60, checkIns: 200, quiet: 4 }));
const everything: HomeFacts = {
  ...mentorHome(true),
  ...only(menteeHome(true)),
  coordinates,
  pairs: middle(
    'pairs',
    range(300).map((count) => ({
      mentor: named(count),
      mentee: named(count + 1),
      state: (['proposed', 'active', 'paused'] as const)[count % 3] ?? 'active',
      since: REFERENCE,
    })),
    true,
  ),
};

/** What a mentor's Home has empty. */
function only({
  open,
  cadence: asking,
  next,
  goals,
  barriers,
  steps,
  promises,
  recent,
  history,
  mentors,
}: HomeFacts) {
  return { open, cadence: asking, next, goals, barriers, steps, promises, recent, history, mentors };
}

const busyMentee = menteeHome(false);
const busyMentor = mentorHome(false);

export const HOMES: readonly (readonly [string, HomeFacts])[] = [
  ['a stranger', stranger],
  ['someone who is not enrolled', nobody],
  ['a coordinator without a pair', { ...nobody, enrolled: true, coordinates: coordinates.slice(0, 1) }],
  ['someone newly enrolled', { ...nobody, enrolled: true }],
  ['a mentee with a full plate', busyMentee],
  ['a mentee who has paused', { ...busyMentee, open: null, paused: { until: '2027-04-01' } }],
  ['a mentee who has paused until they say so', { ...busyMentee, open: null, paused: { until: null } }],
  ['a mentee who has stopped', { ...busyMentee, open: null, stopped: true, next: null }],
  ['a mentor of sixty', busyMentor],
  ['a mentor who wants no digest, and has no goal', { ...busyMentor, digestNext: null }],
  ['someone who is everything at once', everything],
];
