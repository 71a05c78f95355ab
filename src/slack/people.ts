import type { WebClient } from '@slack/web-api';
import type { Person } from '../domain/member';
import type { People } from '../services/ports';
import { errorName } from './slack-errors';

/** People, as Slack describes them. */

interface SlackUser {
  id?: string | undefined;
  team_id?: string | undefined;
  name?: string | undefined;
  real_name?: string | undefined;
  tz?: string | undefined;
  locale?: string | undefined;
  deleted?: boolean | undefined;
  is_bot?: boolean | undefined;
  is_app_user?: boolean | undefined;
  is_workflow_bot?: boolean | undefined;
  is_restricted?: boolean | undefined;
  is_ultra_restricted?: boolean | undefined;
  is_stranger?: boolean | undefined;
  profile?: { display_name?: string | undefined; real_name?: string | undefined } | undefined;
}

/** Who is who, from users.info. `workspaceId` tells members from people of other workspaces. */
export function createPeople(client: WebClient, workspaceId: string): People {
  return {
    async lookUp(slackUserId) {
      try {
        const { user } = await client.users.info({ user: slackUserId, include_locale: true });
        return user ? toPerson(user, workspaceId) : null;
      } catch (error) {
        const name = errorName(error);
        if (name === 'user_not_found' || name === 'user_not_visible') return null;
        throw error;
      }
    },
  };
}

export function toPerson(user: SlackUser, workspaceId: string): Person {
  const id = user.id ?? '';
  const teamId = user.team_id ?? workspaceId;
  return {
    slackUserId: id,
    teamId,
    name: firstOf(user.profile?.display_name, user.profile?.real_name, user.real_name, user.name, id),
    zone: firstOf(user.tz, 'UTC'),
    locale: user.locale ?? null,
    isBot: Boolean(user.is_bot || user.is_app_user || user.is_workflow_bot) || id === 'USLACKBOT',
    isGone: user.deleted === true,
    isGuest: Boolean(user.is_restricted || user.is_ultra_restricted),
    isExternal: user.is_stranger === true || teamId !== workspaceId,
  };
}

function firstOf(...names: readonly (string | undefined)[]): string {
  return names.find((name) => name !== undefined && name !== '') ?? '';
}
