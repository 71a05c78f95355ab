import type { ReactNode } from 'react';

/** The drawings of the page. */

const paths = {
  dots: 'M4 10h.01M10 10h.01M16 10h.01',
  bars: 'M3 5.5h14M3 10h14M3 14.5h14',
  cross: 'M5 5l10 10M15 5L5 15',
  sun: 'M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6L16 16M16 4l-1.4 1.4M5.4 14.6L4 16',
  moon: 'M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3',
  house: 'M3 9.5L10 3.5l7 6M5 8.5V16.5h10V8.5',
  speech: 'M3.5 4.5h13v9h-7l-3.5 3v-3h-2.5z',
  channel: 'M8 3L6.5 17M13.5 3L12 17M3.5 7.5h13.5M3 12.5h13.5',
};

export type IconName = keyof typeof paths;

/** Drawn lines: signs out of a font would look different, or be missing, on every machine. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
