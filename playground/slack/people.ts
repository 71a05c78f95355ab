import { secondsOf } from './ids';
import type { Json } from './json';
import type { Dnd, Person } from './types';

/** The people of the workspace, and those of others. */

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Seconds east of UTC at that instant. */
function offsetOf(tz: string, at: Date): number {
  let formatter = formatters.get(tz);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: 'longOffset' });
    formatters.set(tz, formatter);
  }
  const name = formatter.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name);
  if (!match) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === '-' ? -seconds : seconds;
}

export interface Updated extends Person {
  updated: number;
}

export interface People {
  add(person: Person): void;
  change(id: string, change: Partial<Omit<Person, 'id'>>): Updated;
  find(id: string): Updated | undefined;
  byName(name: string): Updated | undefined;
  all(): Updated[];
  /** The user object of the Web API and of `user_change`. */
  wire(person: Updated, withLocale: boolean): Json;
  setDnd(id: string, dnd: Dnd): void;
  dnd(id: string): Json;
}

export function createPeople(now: () => Date, teamId: string): People {
  const people = new Map<string, Updated>();
  const names = new Map<string, string>();
  const quiet = new Map<string, Dnd>();

  function put(person: Person): Updated {
    const before = people.get(person.id);
    if (before) names.delete(before.name);
    const stored = { ...person, updated: secondsOf(now()) };
    people.set(person.id, stored);
    names.set(person.name, person.id);
    return stored;
  }

  function wire(person: Updated, withLocale: boolean): Json {
    const realName = person.realName ?? person.name;
    const tz = person.tz ?? 'Etc/UTC';
    const base = {
      id: person.id,
      team_id: person.teamId ?? teamId,
      name: person.name,
      deleted: person.deleted ?? false,
      color: '9f69e7',
      real_name: realName,
      profile: {
        title: '',
        phone: '',
        skype: '',
        real_name: realName,
        real_name_normalized: realName,
        display_name: person.name,
        display_name_normalized: person.name,
        status_text: '',
        status_emoji: '',
        team: person.teamId ?? teamId,
      },
      is_bot: person.isBot ?? false,
      is_app_user: false,
      updated: person.updated,
    };
    // Slack says little about people who left: no zone, no roles.
    if (person.deleted) return base;
    return {
      ...base,
      tz,
      tz_label: tz,
      tz_offset: offsetOf(tz, now()),
      is_admin: false,
      is_owner: false,
      is_primary_owner: false,
      is_restricted: (person.isRestricted ?? false) || (person.isUltraRestricted ?? false),
      is_ultra_restricted: person.isUltraRestricted ?? false,
      ...(person.isStranger ? { is_stranger: true } : {}),
      is_email_confirmed: true,
      who_can_share_contact_card: 'EVERYONE',
      ...(withLocale ? { locale: person.locale ?? 'en-US' } : {}),
    };
  }

  return {
    add(person) {
      if (person.tz !== undefined) offsetOf(person.tz, now());
      put(person);
    },
    change(id, change) {
      const before = people.get(id);
      if (!before) throw new Error(`No user ${id}`);
      if (change.tz !== undefined) offsetOf(change.tz, now());
      return put({ ...before, ...change });
    },
    find: (id) => people.get(id),
    byName(name) {
      const id = names.get(name);
      return id === undefined ? undefined : people.get(id);
    },
    all: () => [...people.values()],
    wire,
    setDnd(id, dnd) {
      quiet.set(id, dnd);
    },
    dnd(id) {
      const dnd = quiet.get(id);
      if (!dnd) return { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };
      return {
        dnd_enabled: dnd.enabled,
        next_dnd_start_ts: secondsOf(dnd.nextStart),
        next_dnd_end_ts: secondsOf(dnd.nextEnd),
      };
    },
  };
}
