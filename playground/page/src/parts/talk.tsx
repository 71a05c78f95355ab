import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { post } from '../api/control';
import type { Message as Said } from '../api/model';
import type { Talk as Thread } from '../state/conversation';
import { clockTime, instantOf } from '../state/time';
import { useWorkspace } from '../state/workspace';
import { Composer } from './composer';
import { Message } from './message';
import { Spot, Trouble, useTell } from './trouble';

/** A message with its thread: replies can be folded away, and the box opens when it is asked for. */
export function Talk({ talk, actor }: { talk: Thread; actor: string }): ReactNode {
  const { root, replies } = talk;
  const { personOf } = useWorkspace();
  const [folded, setFolded] = useState(false);
  const [replying, setReplying] = useState(false);
  const reply = useCallback(() => {
    setFolded(false);
    setReplying(true);
  }, []);
  const latest = replies.at(-1);
  const count = replies.length === 1 ? '1 reply' : `${replies.length} replies`;
  return (
    <>
      <Message message={root} actor={actor} reply={root.ephemeral || root.threadTs !== null ? null : reply} />
      {(latest || replying) && (
        <section className="thread" aria-label="Thread">
          {latest && (
            <button type="button" className="fold" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
              {folded ? `Show ${count}` : count}{' '}
              <small>
                {replies.length > 1 && 'last at '}
                {clockTime(instantOf(latest.ts), personOf(actor)?.tz ?? 'Etc/UTC')}
              </small>
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
            <Spot part={`thread ${root.ts}`}>
              <ReplyBox root={root} actor={actor} close={() => setReplying(false)} />
            </Spot>
          )}
        </section>
      )}
    </>
  );
}

function ReplyBox({ root, actor, close }: { root: Said; actor: string; close: () => void }): ReactNode {
  const { attempt } = useTell();
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <Composer
        label="Reply in the thread"
        placeholder="Reply…"
        takesCommands={false}
        autoFocus
        send={(text) =>
          attempt(() => post('say', { user: actor, channel: root.channel, thread_ts: root.ts, text }))
        }
      />
      <Trouble />
    </div>
  );
}
