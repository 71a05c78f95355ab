import { parseJson } from '../../../slack/json';
import { changeFrom } from './model';
import type { Change } from './model';

/** What the local Slack says has changed. */

type Listener = (change: Change | 'anything') => void;

const listeners = new Set<Listener>();
let source: EventSource | null = null;

function tell(change: Change | 'anything'): void {
  for (const listener of listeners) listener(change);
}

function open(): EventSource {
  const stream = new EventSource('/control/events');
  stream.onmessage = (event: MessageEvent<unknown>) => {
    const parsed = parseJson(String(event.data));
    if (parsed.ok) tell(changeFrom(parsed.value));
  };
  // Whatever changed while the connection was down was not told.
  stream.onopen = () => tell('anything');
  return stream;
}

/** Every change of the local Slack, over one connection that the browser mends by itself. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  source ??= open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    source?.close();
    source = null;
  };
}
