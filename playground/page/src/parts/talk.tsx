import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { post } from '../api/control';
import type { Talk as Thread } from '../state/conversation';
import { Composer } from './composer';
import { Message } from './message';
import { useTell } from './toasts';

/** A message with its thread: replies can be folded away, and the box opens when it is asked for. */
export function Talk({ talk, actor }: { talk: Thread; actor: string }): ReactNode {
  const { root, replies } = talk;
  const { attempt } = useTell();
  const [folded, setFolded] = useState(false);
  const [replying, setReplying] = useState(false);
  const reply = useCallback(() => {
    setFolded(false);
    setReplying(true);
  }, []);
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  return (
    <li>
      <Message message={root} actor={actor} reply={root.ephemeral || root.threadTs !== null ? null : reply} />
      {(replies.length > 0 || replying) && (
        <section className="thread" aria-label="Thread">
          {replies.length > 0 && (
            <button type="button" className="fold" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
              {folded ? `Show ${count}` : count}
            </button>
          )}
          {!folded &&
            replies.map((message) => (
              <Message key={message.ts} message={message} actor={actor} reply={null} />
            ))}
          {!folded && !replying && (
            <button type="button" className="quiet" onClick={reply}>
              Reply…
            </button>
          )}
          {!folded && replying && (
            <Composer
              label="Reply in the thread"
              placeholder="Reply…"
              takesCommands={false}
              autoFocus
              send={(text) =>
                attempt(() => post('say', { user: actor, channel: root.channel, thread_ts: root.ts, text }))
              }
            />
          )}
        </section>
      )}
    </li>
  );
}
