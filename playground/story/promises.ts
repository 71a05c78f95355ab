import type { Figures } from './figures';

/** Which promises a story has broken, and its figures as a table. */

const ACKNOWLEDGED_WITHIN = 3_000;

/** Every promise that the story broke, in a sentence each; none when it kept them all. */
export function brokenPromises(figures: Figures): string[] {
  const { punctual, onTime, duplicates, lost, unasked, lateSent, otherWallTime, surprises } = figures;
  const { digests, digestsDue, goalsReached, goalsToReach, outageNotes, longOutages } = figures;
  const named = (promise: string, which: readonly string[]) =>
    which.length === 0 ? [] : [`${promise}: ${which.join('; ')}`];
  return [
    ...(punctual > 0 && onTime / punctual >= 0.99 ? [] : [`on time: ${onTime} of ${punctual}, and not 99 %`]),
    ...(duplicates === 0 ? [] : [`never twice: ${duplicates} duplicates`]),
    ...named('never lost: due and without an end', lost),
    ...named('never twice: asked when nothing was due', unasked),
    ...named('late is void: sent more than 12 hours late', lateSent),
    ...named('on time: not at the agreed wall time', otherWallTime),
    ...named('read whole: plain words taken for something else', figures.misread),
    ...named('fits a life: not what the day asked for', surprises),
    ...named('on time: a digest at another time than Friday 15:00', figures.digestsAtOtherTime),
    ...(figures.slowestAcknowledgement < ACKNOWLEDGED_WITHIN
      ? []
      : [`acknowledged: ${figures.slowestAcknowledgement} ms`]),
    ...(digests === digestsDue ? [] : [`a digest every Friday: ${digests} of ${digestsDue}`]),
    ...(figures.channelDigests > 0
      ? []
      : ['a digest to the channel when somebody has something to say: none']),
    ...(goalsReached === goalsToReach ? [] : [`goals reached: ${goalsReached} of ${goalsToReach}`]),
    ...(outageNotes === longOutages ? [] : [`a long outage is said once: ${outageNotes} of ${longOutages}`]),
    ...(figures.broadcasts === 0 ? [] : [`nobody is pinged as a crowd: ${figures.broadcasts}`]),
    ...named('no errors', figures.errors),
  ];
}

/** The figures as lines of a table. */
export function figureTable(figures: Figures): string[] {
  const { due, sent, punctual, onTime, postponed, held, voided } = figures;
  const share = punctual === 0 ? '–' : `${((100 * onTime) / punctual).toFixed(1)} %`;
  const rows: readonly (readonly [string, string | number])[] = [
    ['nudges due', due],
    ['sent', sent],
    ['  on time, within 5 minutes, outside outages', `${onTime} of ${punctual} (${share})`],
    ['  of them after do-not-disturb', postponed],
    ...Object.entries(held).map(([reason, count]): [string, number] => [
      `held: ${reason.replaceAll('_', ' ')}`,
      count,
    ]),
    ['void: more than 12 hours late', voided],
    ['skipped', figures.skipped],
    ['answered', figures.answered],
    ['followed up once', figures.followedUp],
    ['plain words understood', figures.understood],
    ['duplicates', figures.duplicates],
    ['due without a record', figures.lost.length],
    ['digests to the mentor', figures.digests],
    ['digests to the channel', figures.channelDigests],
    ['check-ins kept', figures.checkIns],
    ['goals reached', figures.goalsReached],
    ['encouragements', figures.encouragements],
    ['clicks, commands, forms and messages', figures.acts],
    ['  slowest acknowledgement, in ms', figures.slowestAcknowledgement],
  ];
  return rows.map(([name, value]) => `  ${name.padEnd(46)} ${value}`);
}
