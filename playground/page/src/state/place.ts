import { useSyncExternalStore } from 'react';
import type { Workspace } from '../api/model';

/** `dm` and `home` are the acting person's with the bot; anything else is a channel. */
export interface Place {
  user: string;
  where: string;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The place in the address, such as #UMENTEE/dm; the first person's DM when it names none that exists. */
export function usePlace({ people, channels }: Workspace): Place {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const [user = '', where = 'dm'] = hash.slice(1).split('/');
  const known = where === 'dm' || where === 'home' || channels.some(({ id }) => id === where);
  return {
    user: people.some(({ id }) => id === user) ? user : (people[0]?.id ?? ''),
    where: known ? where : 'dm',
  };
}

export function linkTo({ user, where }: Place): string {
  return `#${user}/${where}`;
}
