/** What a run has shown, and which promises it broke. Times are the run's own. */

export interface Outcome {
  /** People who were to be asked. */
  readonly due: number;
  /** Of these, those who were. */
  readonly sent: number;
  /** Messages that were said more than once. */
  readonly twice: number;
  /** Nobody was asked, and no record says why. */
  readonly lost: number;
  /** Nobody knows whether they were asked, and the record says so. */
  readonly undecided: number;
  /** Nobody was asked, and the record says why. */
  readonly told: number;
  /** Things that people did and that Slack was told "ok" for. */
  readonly acked: number;
  /** Of these, those that are nowhere. */
  readonly ackedLost: number;
  /** People's words that stand in what the bot's processes have said. */
  readonly leaked: number;
  /** Lines of the log that are no record. */
  readonly unreadable: number;
  /** Those asked within five minutes of when they were due. */
  readonly onTime: number;
  /** From the end of the fault until the last message that was due was out; null where nothing was. */
  readonly recovery: number | null;
}

export interface Promised {
  /** At most so many said twice, and why a number above none is honest. */
  readonly twice?: number;
  readonly undecided?: number;
  readonly told?: number;
  /** At least so many of those sent are on time, from 0 to 1. */
  readonly onTime?: number;
  /** The last is out so soon after the fault ended, in milliseconds of the run. */
  readonly recovery?: number;
  /** What this case alone shows: each with whether it holds. */
  readonly more?: Readonly<Record<string, boolean>>;
}

/** The promises that this outcome breaks, as sentences; none where all hold. */
export function broken(outcome: Outcome, promised: Promised): string[] {
  const { due, sent, twice, lost, undecided, told, acked, ackedLost, leaked, unreadable, onTime, recovery } =
    outcome;
  const onTimeAtLeast = promised.onTime ?? 0;
  const within = promised.recovery ?? Infinity;
  return [
    lost > 0 ? `${lost} of ${due} were never asked, and no record says why` : '',
    twice > (promised.twice ?? 0) ? `${twice} messages were said twice` : '',
    undecided > (promised.undecided ?? 0) ? `of ${undecided} nobody knows whether they were asked` : '',
    told > (promised.told ?? 0) ? `${told} were not asked, for a reason that is on record` : '',
    ackedLost > 0 ? `${ackedLost} of ${acked} things that were acknowledged are gone` : '',
    leaked > 0 ? `${leaked} of people's words stand in the log` : '',
    unreadable > 0 ? `${unreadable} lines of the log are no record` : '',
    sent > 0 && onTime / sent < onTimeAtLeast ? `only ${onTime} of ${sent} were on time` : '',
    recovery !== null && recovery > within
      ? `the last was out ${seconds(recovery)} after the fault, and ${seconds(within)} were promised`
      : '',
    ...Object.entries(promised.more ?? {}).map(([sentence, holds]) => (holds ? '' : `not so: ${sentence}`)),
  ].filter((sentence) => sentence !== '');
}

export interface Row {
  readonly name: string;
  readonly outcome: Outcome;
  readonly broken: readonly string[];
  /** The machine's seconds. */
  readonly took: number;
}

const HEAD = [
  'case',
  'due',
  'sent',
  'twice',
  'lost',
  'undecided',
  'told why',
  'acked',
  'acked, lost',
  'in the log',
  'on time',
  'recovery',
  '',
];

/** Markdown, for a terminal and for a page. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ name, outcome, broken: sentences }) => [
    name,
    ...[
      outcome.due,
      outcome.sent,
      outcome.twice,
      outcome.lost,
      outcome.undecided,
      outcome.told,
      outcome.acked,
      outcome.ackedLost,
      outcome.leaked,
    ].map(String),
    outcome.sent === 0 ? '' : `${Math.round((outcome.onTime / outcome.sent) * 100)} %`,
    outcome.recovery === null ? '' : seconds(outcome.recovery),
    sentences.length === 0 ? 'kept' : 'BROKEN',
  ]);
  const lines = [HEAD, HEAD.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`);
  return lines.join('\n');
}

/** What `npm run faults` leaves behind when it has run whole. */
export function page(rows: readonly Row[], seed: number, minutes: number): string {
  return `# What came of it

\`npm run faults\`, ${rows.length} cases in ${Math.round(minutes)} minutes, seed ${seed}. Real processes of the bot, beside a local Slack, on PostgreSQL
embedded and on a server. Time went ten times as fast as the machine's, and figures are in that time. _Recovery_ is from the
end of the fault until the last nudge was out, _on time_ within five minutes of when it was due. _Undecided_: nobody knows
whether it arrived, and the record says so. _Told why_: it was not said, and the record says why.

${table(rows)}
`;
}

function seconds(milliseconds: number): string {
  return `${Math.round(milliseconds / 1000)} s`;
}
