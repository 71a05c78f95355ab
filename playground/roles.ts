import { createStore } from '../src/store';
import type { Database } from '../src/store/database';

/** What each person is to the bot at the moment, for whoever looks at the playground for the first time. */

export type Roles = ReadonlyMap<string, string>;

/** By Slack's user id; who is not in it is nobody yet. */
export async function rolesIn(database: Database, workspaceId: string): Promise<Roles> {
  const store = createStore(database).workspace(workspaceId);
  const program = await store.programs.first();
  const pairs = await store.mentorships.currentOfPrograms([program.id]);
  const held: readonly (readonly [string, string])[] = [
    ...pairs.map(({ mentee }) => [mentee.slackUserId, 'mentee'] as const),
    ...pairs.map(({ mentor }) => [mentor.slackUserId, 'mentor'] as const),
    ...(await store.programs.coordinatorsOf(program.id)).map(
      ({ slackUserId }) => [slackUserId, 'coordinator'] as const,
    ),
  ];
  const roles = new Map<string, Set<string>>();
  for (const [user, role] of held) roles.set(user, (roles.get(user) ?? new Set()).add(role));
  return new Map([...roles].map(([user, names]) => [user, [...names].join(' and ')]));
}
