import type { ReactNode } from 'react';

/** The same person has the same colour on every page. */
function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return (sum * 137) % 360;
}

function initials(name: string): string {
  const parts = name.split(/[\s._-]+/).filter(Boolean);
  const letters = parts.length > 1 ? [parts[0]?.[0], parts.at(-1)?.[0]] : [name.slice(0, 2)];
  return letters.join('').toUpperCase();
}

export function Avatar({ id, name }: { id: string; name: string }): ReactNode {
  return (
    <span className="avatar" aria-hidden="true" style={{ '--hue': hueOf(id) }}>
      {initials(name)}
    </span>
  );
}

export function BotAvatar(): ReactNode {
  return (
    <span className="avatar bot" aria-hidden="true">
      <svg viewBox="0 0 32 32" width="24" height="24">
        <path
          d="M9 18c3.5 5 10.5 5 14 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
        <circle cx="11.5" cy="12" r="2" fill="currentColor" />
        <circle cx="20.5" cy="12" r="2" fill="currentColor" />
      </svg>
    </span>
  );
}
