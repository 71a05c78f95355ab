import type { Person } from '../../playground/slack';

/** Who is in the workspace of the tests: people of several zones, and those who are none to pair. */
export const PEOPLE: readonly Person[] = [
  { id: 'UMENTOR', name: 'grace', realName: 'Grace Okafor', tz: 'Europe/London' },
  { id: 'UMENTEE', name: 'mina', realName: 'Mina Alvarez', tz: 'America/Chicago' },
  { id: 'UMENTOR2', name: 'priya', realName: 'Priya Nair', tz: 'America/New_York' },
  { id: 'UMENTEE2', name: 'tomas', realName: 'Tomas Lind', tz: 'Europe/Stockholm' },
  { id: 'UMENTEE3', name: 'yuki', realName: 'Yuki Mori', tz: 'Asia/Tokyo' },
  { id: 'UCOORD', name: 'ruth', realName: 'Ruth Delgado', tz: 'America/Chicago' },
  { id: 'UOTHER', name: 'omar', realName: 'Omar Haddad', tz: 'Africa/Cairo' },
  { id: 'UROBOT', name: 'robot', realName: 'A Robot', tz: 'Etc/UTC', isBot: true },
  { id: 'UGONE', name: 'gone', realName: 'Gone Person', tz: 'Etc/UTC', deleted: true },
  { id: 'UGUEST', name: 'guest', realName: 'Guest Person', tz: 'Etc/UTC', isRestricted: true },
  {
    id: 'UOUTSIDE',
    name: 'outsider',
    realName: 'Outside Person',
    tz: 'Etc/UTC',
    isStranger: true,
    teamId: 'TELSEWHERE',
  },
].map((person) => ({ locale: 'en-GB', ...person }));
