import type { Due } from '../../src/domain/cadence';
import { localClock } from '../../src/domain/local-time';
import type { Database } from '../../src/store/database';
import type { LocalSlack } from '../slack';
import { text } from '../slack/json';
import { DIGESTS, WALL_TIME, type Fate } from './calendar';
import type { Heard } from './sayings';
import type { Scene } from './scene';

/** One due time of the story, and what the promises say must become of it. */
export interface Expected extends Due {
  readonly zone: string;
  readonly fate: Fate;
  /** How a question that was sent ends, by what the mentee does about it. */
  readonly ends: 'answered' | 'skipped' | 'expired';
  readonly outage: boolean;
  /** Whether the mentee reaches a goal on this day. */
  readonly reaches: boolean;
}

export interface Figures {
  readonly due: number;
  readonly sent: number;
  /** Of those sent outside an outage. */
  readonly punctual: number;
  readonly onTime: number;
  readonly postponed: number;
  readonly held: Readonly<Record<string, number>>;
  readonly voided: number;
  readonly skipped: number;
  readonly answered: number;
  readonly followedUp: number;
  readonly duplicates: number;
  /** Due times without a record, and records that never came to an end. */
  readonly lost: readonly string[];
  /** Records of the rhythm at times at which nothing was due. */
  readonly unasked: readonly string[];
  readonly lateSent: readonly string[];
  /** Questions that came at another wall time than the one agreed on. */
  readonly otherWallTime: readonly string[];
  /** Due times that ended otherwise than the mentee's life asked for. */
  readonly surprises: readonly string[];
  /** Plain words that were taken for what they were, and those that were not. */
  readonly understood: number;
  readonly misread: readonly string[];
  readonly digestsDue: number;
  readonly digests: number;
  readonly digestsAtOtherTime: readonly string[];
  readonly channelDigests: number;
  readonly goalsToReach: number;
  readonly goalsReached: number;
  readonly encouragements: number;
  /** Outages long enough to leave a question unasked. */
  readonly longOutages: number;
  readonly outageNotes: number;
  readonly checkIns: number;
  readonly acts: number;
  readonly slowestAcknowledgement: number;
  readonly broadcasts: number;
  readonly errors: readonly string[];
}

interface Facts {
  readonly database: Database;
  readonly slack: LocalSlack;
  readonly expected: readonly Expected[];
  readonly heard: readonly Heard[];
  readonly digestsDue: number;
  readonly scene: Scene;
  readonly errors: readonly unknown[];
}

const FIVE_MINUTES = 5 * 60_000;
const TWELVE_HOURS = 12 * 3_600_000;
const DM_AND_CHANNEL = [{ dm: 'UMENTEE' }, { dm: 'UMENTOR' }, { channel: 'CMENTORS' }] as const;

/** Counts from two sides: the records of the bot, and what stands in Slack. */
export async function countFigures(facts: Facts): Promise<Figures> {
  const { database, slack, expected, heard, digestsDue, scene, errors } = facts;
  const nudges = await database.prisma.nudge.findMany({ orderBy: { dueAt: 'asc' } });
  const messages = await database.prisma.message.findMany({ where: { state: 'sent' } });
  const goals = await database.prisma.goal.findMany();
  const checkIns = await database.prisma.checkIn.count({ where: { state: 'recorded' } });
  const posted = postedIn(slack);
  const rhythm = nudges.filter(({ origin }) => origin === 'rhythm');
  const dueTimes = new Set(expected.map(({ due }) => due.getTime()));
  const kinds = (...wanted: string[]) => messages.filter(({ kind }) => wanted.includes(kind));

  const looked = expected.map((due) => {
    const records = rhythm.filter(({ dueAt }) => dueAt.getTime() === due.due.getTime());
    const [record] = records;
    const at = (record?.messageId ? posted.get(record.messageId)?.[0] : undefined) ?? null;
    return { ...due, records, record, at, late: at === null ? 0 : at.getTime() - due.due.getTime() };
  });
  const sent = looked.filter(({ at }) => at !== null);
  const punctual = sent.filter(({ outage }) => !outage);
  const digestTimes = kinds('digest').flatMap(({ id }) => posted.get(id)?.[0] ?? []);

  return {
    understood: heard.filter(({ isUnderstood }) => isUnderstood).length,
    misread: heard.flatMap(({ words, isUnderstood }) => (isUnderstood ? [] : [words])),
    due: expected.length,
    sent: sent.length,
    punctual: punctual.length,
    onTime: punctual.filter(isOnTime).length,
    postponed: sent.filter(({ fate }) => fate.state === 'postponed').length,
    held: tally(rhythm.filter(({ state }) => state === 'held').map(({ reason }) => reason ?? 'unsaid')),
    voided: rhythm.filter(({ state }) => state === 'void').length,
    skipped: nudges.filter(({ state, reason }) => state === 'skipped' && reason === 'skipped').length,
    answered: nudges.filter(({ state }) => state === 'answered').length,
    followedUp: nudges.filter(({ followedUpAt }) => followedUpAt !== null).length,
    duplicates:
      repeated([...posted.values()]) + repeated(looked.map(({ records }) => records)) + askedTwice(messages),
    lost: looked
      .filter(({ record }) => record === undefined || isUnfinished(record.state))
      .map(({ local }) => local),
    unasked: rhythm
      .filter(({ dueAt }) => !dueTimes.has(dueAt.getTime()))
      .map(({ dueAt }) => dueAt.toISOString()),
    lateSent: sent.filter(({ late }) => late > TWELVE_HOURS).map(({ local }) => local),
    otherWallTime: punctual
      // What comes within five minutes, because Slack had a bad moment, is on time.
      .filter(
        ({ at, late, due, zone, fate }) =>
          at !== null && localClock(late <= FIVE_MINUTES ? due : at, zone) !== wallTimeOf(fate),
      )
      .map(({ at, local }) => `${local} at ${at?.toISOString() ?? ''}`),
    surprises: looked.filter(isSurprise).map(({ local, record }) => `${local}: ${record?.state ?? 'none'}`),
    digestsDue,
    digests: digestTimes.length,
    digestsAtOtherTime: digestTimes
      .filter((at) => localClock(at, DIGESTS.zone) !== '15:00')
      .map((at) => at.toISOString()),
    channelDigests: kinds('channel_digest').length,
    goalsToReach: expected.filter(({ reaches }) => reaches).length,
    goalsReached: goals.filter(({ state }) => state === 'achieved').length,
    encouragements: kinds('goal_reached', 'congratulation', 'check_in_answered').length,
    longOutages: expected.filter(({ fate }) => fate.state === 'void').length,
    outageNotes: kinds('outage').length,
    checkIns,
    acts: scene.acknowledged.length,
    slowestAcknowledgement: Math.round(Math.max(...scene.acknowledged)),
    broadcasts: slack.broadcasts().length,
    errors: errors.map(String),
  };
}

/** When each message of the bot stands in Slack, by the id it carries. */
function postedIn(slack: LocalSlack): Map<string, Date[]> {
  const posted = new Map<string, Date[]>();
  for (const message of DM_AND_CHANNEL.flatMap((place) => slack.messages(place))) {
    const id = text(message.metadata?.event_payload['id']);
    if (id === '') continue;
    posted.set(id, [...(posted.get(id) ?? []), new Date(Number(message.ts) * 1000)]);
  }
  return posted;
}

function isOnTime({
  late,
  at,
  zone,
  fate,
}: {
  late: number;
  at: Date | null;
  zone: string;
  fate: Fate;
}): boolean {
  if (fate.state !== 'postponed') return late >= 0 && late <= FIVE_MINUTES;
  return at !== null && localClock(at, zone) === fate.until;
}

function wallTimeOf(fate: Fate): string {
  return fate.state === 'postponed' ? fate.until : WALL_TIME;
}

function isSurprise({
  fate,
  ends,
  record,
  at,
}: Pick<Expected, 'fate' | 'ends'> & {
  record: { state: string; reason: string | null } | undefined;
  at: Date | null;
}): boolean {
  switch (fate.state) {
    case 'sent':
    case 'postponed':
      return at === null || record?.state !== ends;
    case 'held':
    case 'void':
      return at !== null || record?.state !== fate.state || record.reason !== fate.reason;
  }
}

function isUnfinished(state: string): boolean {
  return state === 'planned' || state === 'sending';
}

/** More than one message about one nudge, whatever ids they carry. */
function askedTwice(messages: readonly { kind: string; subjectId: string | null }[]): number {
  const questions = messages.filter(({ kind }) => kind === 'nudge' || kind === 'silence');
  return questions.length - new Set(questions.map(({ subjectId }) => subjectId)).size;
}

function repeated(groups: readonly (readonly unknown[])[]): number {
  return groups.reduce((sum, group) => sum + Math.max(0, group.length - 1), 0);
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
