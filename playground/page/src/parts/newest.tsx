import { useEffect, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import type { Message } from '../api/model';

/** The way to the newest message, where that is a reply in a thread further up and out of sight. */
export function NewestReply({
  messages,
  actor,
  box,
}: {
  messages: readonly Message[];
  actor: string;
  box: RefObject<HTMLElement | null>;
}): ReactNode {
  const newest = messages.at(-1);
  const ts = newest && newest.threadTs !== null && newest.user !== actor ? newest.ts : null;
  const [hidden, setHidden] = useState<Element | null>(null);

  useEffect(() => {
    setHidden(null);
    const element = ts === null ? null : box.current?.querySelector(`[data-ts="${ts}"]`);
    if (!element) return;
    const watch = new IntersectionObserver(([entry]) => {
      setHidden(entry?.isIntersecting ? null : element);
      // Seen once is seen.
      if (entry?.isIntersecting) watch.disconnect();
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [ts, box]);

  if (!hidden) return null;
  return (
    <button
      type="button"
      className="button newest"
      onClick={() => {
        hidden.scrollIntoView({ block: 'center' });
        if (hidden instanceof HTMLElement) hidden.focus({ preventScroll: true });
      }}
    >
      New reply in a thread
    </button>
  );
}
