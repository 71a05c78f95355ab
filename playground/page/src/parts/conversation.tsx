import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { post } from '../api/control';
import type { Conversation as Said, Message } from '../api/model';
import { talksOf, useConversation } from '../state/conversation';
import type { Place } from '../state/place';
import { day, instantOf } from '../state/time';
import { useWorkspace } from '../state/workspace';
import { botUser } from './bot';
import { Composer } from './composer';
import { NewestReply } from './newest';
import { Talk } from './talk';
import { Trouble, useTell } from './trouble';

/** Stays at the newest message, unless the person has scrolled up to read. */
function useStayDown(messages: readonly Message[] | null): React.RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const down = useRef(true);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const onScroll = (): void => {
      down.current = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, []);
  useLayoutEffect(() => {
    if (down.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [messages]);
  return box;
}

export function Conversation({ place, name }: { place: Place; name: string }): ReactNode {
  const { value, problem } = useConversation(place);
  const { attempt } = useTell();
  const box = useStayDown(value?.messages ?? null);
  const { user, where } = place;

  function send(text: string): Promise<boolean> {
    const there = where === 'dm' ? { user } : { user, channel: where };
    const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
    if (command === undefined) return attempt(() => post('say', { ...there, text }));
    return attempt(() => post('command', { ...there, command, text: rest }));
  }

  return (
    <>
      <div className="scroll" ref={box} tabIndex={0} role="region" aria-labelledby="messages">
        <h2 className="unseen" id="messages">
          {where === 'dm' ? `Messages with ${name}` : `Messages in ${name}`}
        </h2>
        {value ? <Talks conversation={value} actor={user} /> : <p className="empty">{problem ?? ''}</p>}
      </div>
      {value && <NewestReply messages={value.messages} actor={user} box={box} />}
      <Trouble />
      <Composer
        label={`Message ${name}`}
        placeholder={`Message ${name}, or / for a command`}
        takesCommands
        send={send}
      />
      {value && <Announcer key={`${user} ${where}`} messages={value.messages} actor={user} />}
    </>
  );
}

function Talks({ conversation, actor }: { conversation: Said; actor: string }): ReactNode {
  const tz = useWorkspace().personOf(actor)?.tz ?? 'Etc/UTC';
  const talks = talksOf(conversation.messages);
  if (talks.length === 0)
    return <p className="empty">Nothing here yet. Say hello, or type / to see the commands.</p>;
  let before = '';
  return (
    <ol className="talks">
      {talks.map((talk) => {
        const today = day(instantOf(talk.root.ts), tz);
        const isNew = today !== before;
        before = today;
        return (
          <li key={talk.root.ts}>
            {isNew && (
              <div className="day" role="separator" aria-label={today}>
                <span>{today}</span>
              </div>
            )}
            <Talk talk={talk} actor={actor} />
          </li>
        );
      })}
    </ol>
  );
}

/** Says what arrived to those who do not see it arrive. */
function Announcer({ messages, actor }: { messages: readonly Message[]; actor: string }): ReactNode {
  const { personOf } = useWorkspace();
  const known = useRef(new Set(messages.map(({ ts }) => ts)));
  const fresh = messages.filter(({ ts, user }) => !known.current.has(ts) && user !== actor);
  const latest = fresh.at(-1);
  return (
    <p className="unseen" aria-live="polite">
      {latest && `${personOf(latest.user)?.name ?? botUser.name}: ${latest.text}`}
    </p>
  );
}
