import type { Logger } from '@slack/web-api';
import type { Gathering, Messenger, People } from '../services/ports';
import { createMessenger } from './messenger';
import { createPeople } from './people';
import type { Tiers } from './tiers';
import { createWebClient } from './web-client';

/** Slack as one workspace sees it. */
export interface SlackFor {
  readonly messenger: Messenger;
  readonly people: People;
}

/**
 * A client for each workspace, made when it is first needed: its own token, its own connections, its own limits, so that
 * none waits for another.
 */
export function slackByWorkspace(
  tokenOf: (workspaceId: string) => string,
  apiUrl: string,
  logger: Logger,
  gather: Gathering,
  newTiers: () => Tiers | null,
): (workspaceId: string) => SlackFor {
  const known = new Map<string, SlackFor>();
  return (workspaceId) => {
    const found = known.get(workspaceId);
    if (found) return found;
    const client = createWebClient(tokenOf(workspaceId), apiUrl, logger, newTiers());
    const made = { messenger: createMessenger(client, gather), people: createPeople(client, workspaceId) };
    known.set(workspaceId, made);
    return made;
  };
}
