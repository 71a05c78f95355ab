/** What promises and barriers have in common: each is open until it is closed, and each list has an end. */

export interface OpenThing {
  readonly saidAt: Date;
  /** When its person last said that it stays. */
  readonly movedAt: Date | null;
  /** When it was done or let go; null while it is open. */
  readonly closedAt: Date | null;
  /** From when on nobody is asked about it: it had been open for long. */
  readonly restsAt: Date | null;
}

const DAY = 24 * 60 * 60 * 1000;

/** Whatever is open for so long is asked about once more, and then rests: it stays in the list, and nobody is asked. */
export const RESTS_AFTER = 28 * DAY;

/** Whether a nudge that falls due then may ask about it. What was closed since shows there how it ended. */
export function isAskedAt({ saidAt, closedAt, restsAt }: OpenThing, dueAt: Date): boolean {
  const stands = closedAt === null || closedAt >= dueAt;
  return saidAt < dueAt && stands && (restsAt === null || restsAt >= dueAt);
}

/** Those that have been open for long: asked about this once more, they rest. */
export function toRest<Thing extends OpenThing>(asked: readonly Thing[], now: Date): Thing[] {
  return asked.filter(
    ({ saidAt, movedAt, closedAt, restsAt }) =>
      closedAt === null && restsAt === null && now.getTime() - (movedAt ?? saidAt).getTime() >= RESTS_AFTER,
  );
}
