/** What falls due, each by an instant of its own. */
export const DUE = [
  'nudge',
  'digest',
  'channel_digest',
  'postponed',
  'follow_up',
  'proposal',
  'ask',
] as const;
export type DueWhat = (typeof DUE)[number];

/** Something due that could not be put together, and that is tried again. */
export interface LaidAside {
  readonly what: DueWhat;
  readonly since: Date;
  readonly until: Date;
}
