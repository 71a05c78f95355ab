import type { Fault } from '../slack';

/** What happens when, in the two years; Mondays are local dates of the mentee. Everything not named here is a usual Monday. */

/** How the mentee answers. Usual Mondays take these in turn. */
export const WAYS = [
  'button_on_track',
  'direct_message',
  'words_form',
  'thread_reply',
  'button_stuck',
  'checkin_command',
  'edited_message',
  'global_shortcut',
  'message_shortcut',
  'deleted_message',
  'late',
] as const;
export type Way = (typeof WAYS)[number];

export type Doing =
  | { readonly kind: 'answer'; readonly way: Way }
  | { readonly kind: 'snooze' }
  | { readonly kind: 'skip'; readonly reason: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'busy'; readonly until: string }
  | { readonly kind: 'certified' }
  | { readonly kind: 'presented' };

/** What the promises say must become of a nudge, in the words of its record. */
export type Fate =
  | { readonly state: 'sent' }
  /** Do-not-disturb puts it off to a local time of the same day. */
  | { readonly state: 'postponed'; readonly until: string }
  | { readonly state: 'held'; readonly reason: string }
  | { readonly state: 'void'; readonly reason: string };

export interface Monday {
  readonly fate: Fate;
  readonly doing: Doing;
  /** Slack answers the next chat.postMessage so. */
  readonly fault?: Fault;
  /** What the mentee says or does the evening before. */
  readonly eve?: Eve;
  /** How many hours after the due time the bot is back. */
  readonly outageHours?: number;
}

export type Eve =
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'do_not_disturb'; readonly from: string; readonly to: string }
  | { readonly kind: 'moves'; readonly zone: string };

export const RHYTHM = {
  words: 'every other Monday at 9:00',
  cadence: { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', start: '2027-01-11T09:00' },
};
export const WALL_TIME = '09:00';
/** Friday in Chicago, and two years later. */
export const BEGINS = new Date('2027-01-08T15:00:00Z');
export const ENDS = new Date('2029-01-08T14:00:00Z');
/** Where the short story ends that every run of the tests tells: a quarter of a year, a clock change in it. */
export const QUARTER_ENDS = new Date('2027-04-08T14:00:00Z');
/** When the mentor's digest is due, in her own time. */
export const DIGESTS = {
  zone: 'Europe/London',
  cadence: { rule: 'FREQ=WEEKLY;BYDAY=FR', start: '2027-01-15T15:00' },
};

/** Where the mentee lives, from which local midnight. */
export const HOMES = [
  { zone: 'America/Chicago', from: BEGINS },
  { zone: 'America/Denver', from: new Date('2027-09-20T00:00:00Z') },
  { zone: 'America/Chicago', from: new Date('2028-01-10T00:00:00Z') },
] as const;

const SENT: Fate = { state: 'sent' };
const silent: Doing = { kind: 'silent' };
const held = (reason: string, eve?: Eve): Monday => ({
  fate: { state: 'held', reason },
  doing: silent,
  ...(eve === undefined ? {} : { eve }),
});

const SPECIAL: ReadonlyMap<string, Partial<Monday>> = new Map<string, Partial<Monday>>([
  ['2027-02-08', { fault: { kind: 'rate_limited', method: 'chat.postMessage', retryAfter: 1 } }],
  ['2027-02-22', { fault: { kind: 'timeout_after_accept', method: 'chat.postMessage' } }],
  [
    '2027-03-08',
    {
      fate: { state: 'postponed', until: '10:30' },
      eve: { kind: 'do_not_disturb', from: '2027-03-08T08:00', to: '2027-03-08T10:30' },
    },
  ],
  ['2027-03-22', { doing: { kind: 'answer', way: 'button_stuck' } }],
  [
    '2027-04-19',
    held('do_not_disturb', { kind: 'do_not_disturb', from: '2027-04-19T06:00', to: '2027-04-20T06:00' }),
  ],
  ['2027-05-31', held('holiday')],
  ['2027-06-14', { doing: { kind: 'snooze' } }],
  ['2027-06-28', { doing: { kind: 'skip', reason: 'travelling to the regional office' } }],
  ['2027-08-09', held('away', { kind: 'command', text: 'away 9 August to 27 August' })],
  ['2027-08-23', held('away')],
  ['2027-09-06', held('holiday')],
  ['2027-09-20', { eve: { kind: 'moves', zone: 'America/Denver' } }],
  ['2027-11-01', { doing: silent }],
  ['2027-11-15', { doing: silent }],
  ['2027-11-29', { doing: { kind: 'busy', until: '2027-12-20' } }],
  ['2027-12-13', held('paused')],
  ['2028-01-10', { eve: { kind: 'moves', zone: 'America/Chicago' } }],
  ['2028-02-21', held('holiday')],
  ['2028-03-06', { fate: { state: 'void', reason: 'late' }, doing: silent, outageHours: 15 }],
  ['2028-04-03', { outageHours: 3 }],
  ['2028-05-01', { fault: { kind: 'http_500', method: 'chat.postMessage' } }],
  ['2028-05-29', held('holiday')],
  ['2028-06-12', { doing: { kind: 'certified' } }],
  ['2028-07-24', { fault: { kind: 'timeout_after_accept', method: 'chat.postMessage' } }],
  ['2028-09-04', held('holiday')],
  ['2028-11-13', { doing: { kind: 'presented' } }],
  ['2028-12-25', held('holiday')],
]);

const LAST_MONDAY_WITH_A_GOAL = '2028-11-13';

/** The plan of one Monday; `turn` counts the usual ones before it. */
export function mondayOf(date: string, turn: number): Monday {
  const special = SPECIAL.get(date) ?? {};
  const isOver = date > LAST_MONDAY_WITH_A_GOAL;
  const way: Way = isOver ? 'words_form' : (WAYS[turn % WAYS.length] ?? 'button_on_track');
  return { fate: SENT, doing: { kind: 'answer', way }, ...special };
}

export function isUsual(date: string): boolean {
  return SPECIAL.get(date)?.doing === undefined;
}
