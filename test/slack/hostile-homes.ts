import type { HomeFacts } from '../../src/services/reads/home';
import {
  asked,
  cadence,
  checkIn,
  goal,
  HOSTILE,
  id,
  mentee,
  named,
  people,
  range,
  REFERENCE,
  zone,
} from './hostile';
import { RECORDS } from './refused';

const nobody: HomeFacts = {
  member: null,
  enrolled: false,
  zone,
  locale: 'en-US',
  now: REFERENCE,
  open: null,
  cadence: null,
  next: null,
  paused: null,
  stopped: false,
  goals: [],
  recent: [],
  history: [],
  mentors: [],
  mentees: [],
  proposals: [],
  digestCadence: null,
  digestNext: null,
  coordinates: [],
};

const busyMentee: HomeFacts = {
  ...nobody,
  member: named(1),
  enrolled: true,
  open: {
    nudgeId: id(9),
    questions: range(12).map((count) => asked(count, count % 2 === 0)),
    readers: people,
    audience: 'mentor',
  },
  cadence,
  next: REFERENCE,
  goals: range(30).map((count) => goal(count, { state: count % 5 === 0 ? 'achieved' : 'active' })),
  recent: range(20).map((count) => checkIn(count)),
  history: RECORDS,
  mentors: people,
};

const busyMentor: HomeFacts = {
  ...nobody,
  member: named(1),
  enrolled: true,
  mentees: range(60).map((count) => ({ ...mentee(count), goals: range(30).map((index) => goal(index)) })),
  proposals: range(20).map((count) => ({
    mentorshipId: id(count),
    from: named(count),
    role: count % 2 === 0 ? 'mentor' : 'mentee',
    yours: count % 3 === 0,
    other: named(count),
  })),
  digestCadence: cadence,
  digestNext: REFERENCE,
};

const coordinates = range(9).map(() => ({ program: HOSTILE, pairs: 60, checkIns: 200, quiet: 4 }));

export const HOMES: readonly (readonly [string, HomeFacts])[] = [
  ['someone who is not enrolled', nobody],
  ['a coordinator who is not enrolled', { ...nobody, coordinates }],
  ['someone newly enrolled', { ...nobody, member: named(1), enrolled: true }],
  ['a mentee with a full plate', busyMentee],
  ['a mentee who has paused', { ...busyMentee, open: null, paused: { until: '2027-04-01' } }],
  ['a mentee who has stopped', { ...busyMentee, open: null, stopped: true, next: null }],
  ['a mentor of sixty', busyMentor],
  [
    'someone who is everything at once',
    { ...busyMentor, ...busyMentee, mentees: busyMentor.mentees, coordinates },
  ],
];
