import { memo, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { post } from '../api/control';
import type { Json, Message as Said } from '../api/model';
import { Blocks } from '../blocks/blocks';
import { Drawn } from '../blocks/drawn';
import { shortcuts } from '../offered';
import { clockTime, day, instantOf } from '../state/time';
import { useWorkspace } from '../state/workspace';
import { Avatar, BotAvatar } from './avatar';
import { botUser } from './bot';
import { useAsk } from './confirm';
import { EditBox } from './edit-box';
import { LiveSurface } from './live-surface';
import { Menu } from './menu';
import type { MenuItem } from './menu';
import { Spot, Trouble, useTell } from './trouble';

/** One message, with what can be done to it. */

interface MessageProps {
  message: Said;
  actor: string;
  /** Absent for replies, which cannot be replied to. */
  reply: (() => void) | null;
}

const question: Json = {
  title: 'Delete this message?',
  text: 'The bot is told, as in Slack.',
  confirm: 'Delete',
  deny: 'Keep',
  style: 'danger',
};

export const Message = memo(function Message({ message, actor, reply }: MessageProps): ReactNode {
  const { personOf } = useWorkspace();
  const [editing, setEditing] = useState(false);
  const person = personOf(message.user);
  const bot = !person && message.user !== 'USLACKBOT';
  const name = person?.name ?? (bot ? botUser.name : 'Slack');
  const tz = personOf(actor)?.tz ?? 'Etc/UTC';
  const at = instantOf(message.ts);
  const place = useMemo(
    () => ({ user: actor, channel: message.channel, ts: message.ts }),
    [actor, message.channel, message.ts],
  );
  return (
    <Spot part={message.ts}>
      <article
        className={message.ephemeral ? 'message ephemeral' : 'message'}
        data-ts={message.ts}
        tabIndex={-1}
        aria-label={`${name}:`}
      >
        {bot ? <BotAvatar /> : <Avatar id={message.user} name={name} />}
        <div className="message-body">
          <header>
            <b>{name}</b>
            {bot && <span className="app">App</span>}
            <time dateTime={at.toISOString()} title={`${day(at, tz)}, ${clockTime(at, tz)}`}>
              {clockTime(at, tz)}
            </time>
            {message.ephemeral && <span className="only-you">Only visible to you</span>}
          </header>
          {editing ? (
            <EditBox message={message} place={place} close={() => setEditing(false)} />
          ) : (
            <LiveSurface place={place} view={null}>
              <Content message={message} />
            </LiveSurface>
          )}
          <Trouble />
        </div>
        {!message.ephemeral && (
          <MessageMenu
            message={message}
            place={place}
            mine={message.user === actor}
            reply={reply}
            edit={() => setEditing(true)}
          />
        )}
      </article>
    </Spot>
  );
});

function Content({ message }: { message: Said }): ReactNode {
  return (
    <>
      {message.blocks.length > 0 ? (
        <Blocks blocks={message.blocks} />
      ) : (
        <Drawn blocks={[{ type: 'section', text: { type: 'mrkdwn', text: message.text } }]} />
      )}
      {message.files.map((name) => (
        <p key={name} className="file">
          {name}
        </p>
      ))}
      {message.edited && message.blocks.length === 0 && <span className="edited">(edited)</span>}
    </>
  );
}

interface MessageMenuProps {
  message: Said;
  place: { user: string; channel: string; ts: string };
  mine: boolean;
  reply: (() => void) | null;
  edit: () => void;
}

function MessageMenu({ message, place, mine, reply, edit }: MessageMenuProps): ReactNode {
  const { attempt } = useTell();
  const ask = useAsk();
  const items: MenuItem[] = shortcuts
    .filter(({ on }) => on === 'message')
    .map(({ id, name }) => ({
      label: name,
      act: () => void attempt(() => post('shortcut', { ...place, callback_id: id })),
    }));
  if (reply) items.unshift({ label: 'Reply in thread', act: reply });
  if (mine) {
    if (message.files.length === 0) items.push({ label: 'Edit', act: edit });
    items.push({
      label: 'Delete',
      danger: true,
      act: () => void ask(question).then((yes) => (yes ? attempt(() => post('delete', place)) : false)),
    });
  }
  return <Menu label="What to do with this message" items={items} className="message-menu" />;
}
