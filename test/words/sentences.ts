import type { KnownBlock } from '@slack/types';
import { SITUATIONS } from '../../src/domain/question';
import { home } from '../../src/slack/home/index';
import { textOf } from '../../src/slack/kit/block-kit';
import * as words from '../../src/words/en';
import { wordsFor } from '../../src/words';
import { EVERYTHING_SAID, goal, said, type Said } from '../slack/hostile';
import { HOMES } from '../slack/hostile-homes';
import { RECORDS, REFUSALS } from '../slack/refused';

const cadence = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-12-07T09:00' };
const at = new Date('2026-12-07T15:00:00Z');
const zone = 'America/Chicago';
const ada = { slackUserId: 'UADA', name: 'Ada' };

/** Tame facts: what people write is not ours, and not for a lint of our words. */
function tamed(fact: unknown): unknown {
  if (fact instanceof Date) return fact;
  if (Array.isArray(fact)) return fact.map(tamed);
  if (typeof fact === 'object' && fact !== null) {
    return Object.fromEntries(Object.entries(fact).map(([name, value]) => [name, tamed(value)]));
  }
  return typeof fact === 'string' && fact.length > 500 ? 'Become certified' : fact;
}

const tame = <Fact>(fact: Fact): Fact => tamed(fact) as Fact;

function labelsOf(blocks: readonly unknown[]): string[] {
  return [...JSON.stringify(blocks).matchAll(/"type":"plain_text","text":"((?:[^"\\]|\\.)*)"/g)].map(
    ([, text = '']) => text,
  );
}

function spokenBy(blocks: readonly KnownBlock[]): string[] {
  return [...textOf(blocks).split('\n'), ...labelsOf(blocks)].filter((line) => line !== '');
}

/** What the bot can say: each line, label and receipt, with tame facts in the gaps. */
export function everySentence(): readonly string[] {
  const messages = EVERYTHING_SAID.flatMap((facts: Said) => said(tame(facts)));
  const homes = HOMES.flatMap(([, facts]) => labelsOf(home(tame(facts), wordsFor('en-US')).blocks));
  return [
    ...messages.flatMap(({ blocks }) => spokenBy(blocks)),
    ...homes,
    ...REFUSALS.map((refusal) => words.refusalWords(refusal)),
    ...RECORDS.map((record) => words.reasonWords(record, zone)),
    ...SITUATIONS.flatMap((situation) =>
      words.QUESTIONS.filter((question) => question.situation === situation).map(({ id }) =>
        words.questionText(id, null, situation === 'no_goal' ? null : 'Become certified'),
      ),
    ),
    ...receipts(),
    ...Object.values({ ...words.FIELDS, ...words.FORM_TITLES, ...words.BUTTONS }),
    ...(['goal', 'mentor', 'nudge', 'checkin', 'general'] as const).flatMap((topic) =>
      words.helpWords(topic).split('\n'),
    ),
  ];
}

function receipts(): string[] {
  const set = goal(2);
  return [
    words.goalAdded(set, { dateNotUnderstood: 'blursday' }),
    words.goalAdded(set, { dateInPast: '2020' }),
    words.goalEdited(set),
    words.goalDropped(set),
    words.goalReopened(set),
    words.goalReached(set),
    words.proposalSent(ada),
    words.proposalAccepted(ada),
    words.proposalRefused(ada),
    words.cadenceSet(cadence, at, zone),
    words.paused(null),
    words.paused('2027-01-04'),
    words.resumed(at, zone),
    words.resumed(null, zone),
    words.nextNudge({ next: at, zone, paused: null, cadence }),
    words.nextNudge({ next: null, zone, paused: null, cadence: null }),
    words.nudgeSentNow(),
    words.digestSet('CMENTORS', cadence, at, zone),
    words.mentorStatus({
      mentors: [ada],
      mentees: [ada],
      proposals: [{ other: ada, role: 'mentor', yours: false }],
    }),
    words.mentorStatus({ mentors: [], mentees: [], proposals: [] }),
    ...(['self', 'mentor', 'program'] as const).flatMap((audience) => [
      words.checkInSaved([ada], audience),
      words.checkInSaved([], audience),
      words.willRead([ada], audience),
      words.willRead([], audience),
    ]),
    words.snoozed(at, zone),
    words.skipped(),
    words.stopped(),
    words.absenceSet('2027-07-01', '2027-07-14'),
    words.absencesList([{ from: '2027-07-01', to: '2027-07-01' }]),
    words.absencesList([]),
    words.absencesCleared(),
    words.absenceSetFor(ada, '2027-07-01', '2027-07-14'),
    words.emptyDigestSet(true),
    words.emptyDigestSet(false),
    words.questionsList(['What did you learn?']),
    words.questionsList([]),
    words.questionAdded('What did you learn?'),
    words.questionRemoved(),
    words.channelJoined(),
    words.ownDigestSet(cadence, at, zone),
    words.audienceChanged([ada], 'mentor'),
    words.answerSent(ada),
    words.chooseDayAndTime(),
    words.settingsSaved(),
    words.why(RECORDS, zone),
    words.placeSet('Germany'),
    words.placeSet(null),
    words.budgetSet(1),
    words.budgetSet(3),
    words.quietSet({ from: '18:00', to: '08:00' }),
    words.quietSet(null),
    words.workingDaysSet(['MO', 'TU']),
    words.somethingBroke('a1b2c3d4'),
    words.notEnrolledYet(),
    words.notUnderstood('fandango', 'goal'),
  ].flatMap((text) => text.split('\n'));
}
