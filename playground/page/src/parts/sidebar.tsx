import type { ReactNode } from 'react';
import { roleOf } from '../api/model';
import type { Person } from '../api/model';
import { linkTo } from '../state/place';
import type { Place } from '../state/place';
import { cityOf, clockTime, shortDay } from '../state/time';
import { useWorkspace } from '../state/workspace';
import { Avatar } from './avatar';
import { Icon } from './icon';
import type { IconName } from './icon';

/** Who one is, and where one can go. */

interface SidebarProps {
  place: Place;
  unread: ReadonlySet<string>;
  close: () => void;
}

export function Sidebar({ place, unread, close }: SidebarProps): ReactNode {
  const { people, channels, now } = useWorkspace();
  const { user, where } = place;
  const places: { id: string; icon: IconName; name: string }[] = [
    { id: 'dm', icon: 'speech', name: 'Gentle Nudge' },
    { id: 'home', icon: 'house', name: 'App Home' },
    ...channels.map(({ id, name }) => ({ id, icon: 'channel' as const, name })),
  ];
  return (
    <nav className="sidebar" id="sidebar" aria-label="People and places" onClick={close}>
      <h2 id="act-as">Act as</h2>
      <ul aria-labelledby="act-as">
        {people.map((person) => (
          <li key={person.id}>
            <a
              className="person"
              href={linkTo({ user: person.id, where: where === 'home' ? 'home' : 'dm' })}
              aria-current={person.id === user}
              data-person={person.id}
            >
              <Avatar id={person.id} name={person.name} />
              <Who person={person} now={now} />
              {unread.has(person.id) && <span className="unread" role="img" aria-label="new messages" />}
            </a>
          </li>
        ))}
      </ul>
      <h2 id="places">Places</h2>
      <ul aria-labelledby="places">
        {places.map(({ id, icon, name }) => (
          <li key={id}>
            <a
              className="place"
              href={linkTo({ user, where: id })}
              aria-current={id === where ? 'page' : undefined}
              data-place={id}
            >
              <Icon name={icon} />
              {name}
              {unread.has(id === 'dm' ? user : id) && (
                <span className="unread" role="img" aria-label="new messages" />
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Who({ person, now }: { person: Person; now: Date }): ReactNode {
  return (
    <span className="who">
      <span>
        <b>{person.name}</b> <span className="role">· {roleOf(person)}</span>
      </span>
      <small>
        {cityOf(person.tz)} · {shortDay(now, person.tz)} {clockTime(now, person.tz)}
      </small>
    </span>
  );
}
