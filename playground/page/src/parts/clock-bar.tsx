import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { post } from '../api/control';
import type { Json } from '../api/model';
import { cityOf, clockTime, day } from '../state/time';
import { useWorkspace } from '../state/workspace';
import { useTell } from './trouble';

/** The clock, and the buttons that move it. */

const steps: readonly { label: string; short: string; by: Json }[] = [
  { label: 'To the next nudge', short: 'Next nudge', by: { to: 'next' } },
  { label: 'A day', short: 'A day', by: { by: 'P1D' } },
  { label: 'A week', short: 'A week', by: { by: 'P7D' } },
];

/** The moved clock, in the acting person's zone, and how to move it. */
export function ClockBar({ actor }: { actor: string }): ReactNode {
  const { now, personOf, refresh } = useWorkspace();
  const { attempt, clear } = useTell();
  const [moving, setMoving] = useState<string | null>(null);
  const tz = personOf(actor)?.tz ?? 'Etc/UTC';

  // The clock is everybody's, and what was said about it was said to one.
  useEffect(() => clear, [actor, clear]);

  async function move(label: string, by: Json): Promise<void> {
    if (moving !== null) return;
    setMoving(label);
    await attempt(() => post('advance', by));
    setMoving(null);
    refresh();
  }

  return (
    <section className="clock" aria-label="Clock" aria-busy={moving !== null}>
      <p aria-live="polite">
        <b>{clockTime(now, tz)}</b> <span>{day(now, tz)}</span> <small>{cityOf(tz)} time</small>
      </p>
      <div className="steps">
        {steps.map(({ label, short, by }) => (
          <button
            key={label}
            type="button"
            className="button"
            aria-label={label}
            aria-busy={moving === label}
            aria-disabled={moving !== null}
            onClick={() => void move(label, by)}
          >
            <span className="long">{label}</span>
            <span className="short">{short}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
