import { useEffect, useRef, useState } from 'react';
import { onChange } from '../api/changes';
import { get } from '../api/control';
import { conversationFrom } from '../api/model';
import type { Person } from '../api/model';

/** The channel id of each person's DM with the bot. */
async function dmsOf(people: readonly Person[]): Promise<Map<string, string>> {
  const pairs = await Promise.all(
    people.map(async ({ id }) => [conversationFrom(await get('messages', { dm: id })).channel, id] as const),
  );
  return new Map(pairs);
}

/** Where something happened while nobody looked: channel ids, and ids of people for their DMs. */
export function useUnread(people: readonly Person[], current: string): ReadonlySet<string> {
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const dms = useRef(new Map<string, string>());
  const looking = useRef(current);
  looking.current = current;
  const ids = people.map(({ id }) => id).join(' ');

  useEffect(() => {
    dmsOf(people)
      .then((found) => {
        dms.current = found;
      })
      .catch(() => undefined);
    // The people change only when their ids do; `people` itself is new at every reading.
  }, [ids]);

  useEffect(
    () =>
      onChange((change) => {
        if (change === 'anything' || change.kind !== 'message' || change.channel === null) return;
        const place = dms.current.get(change.channel) ?? change.channel;
        if (place !== looking.current) setUnread((before) => new Set([...before, place]));
      }),
    [],
  );

  useEffect(() => {
    setUnread((before) => new Set([...before].filter((place) => place !== current)));
  }, [current]);

  return unread;
}
