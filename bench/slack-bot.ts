import { wordsFor } from '../src/words';
import { createCompose } from '../src/messages';
import { runOutboxJob } from '../src/services/run-outbox-job';
import { sweep } from '../src/services/sweep';
import { createMessenger } from '../src/slack/messenger';
import { createWebClient } from '../src/slack/web-client';
import { BANK } from '../src/words/en';
import { createStore } from '../src/store';
import { together } from '../src/store/gather';
import type { BenchDatabase } from './grounds';
import type { SlackProcess } from './processes';
import { DUE, seedDueMembers, seedWorkspace, slackUserIds } from './seed';

/** The parts of the bot that the figures of delivery and planning share. */

const compose = createCompose(wordsFor);

/** Mentees on a local Slack in another process, and the bot's own planning and delivering without its clock. */

export interface Mentees {
  readonly ids: readonly string[];
  readonly dms: readonly string[];
}

export async function seedMentees(
  database: BenchDatabase,
  slack: SlackProcess,
  count: number,
): Promise<Mentees> {
  const ids = slackUserIds(count);
  await slack.people(ids);
  const dms = await openDms(slack, ids);
  await seedWorkspace(database.sql, slack.team);
  await seedDueMembers(database.sql, { workspaceId: slack.team, slackUserIds: ids, dmChannelIds: dms });
  return { ids, dms };
}

async function openDms({ token, apiUrl }: SlackProcess, ids: readonly string[]): Promise<string[]> {
  const client = createWebClient(token, apiUrl);
  const dms: string[] = [];
  for (const users of ids) {
    const { channel } = await client.conversations.open({ users });
    dms.push(channel?.id ?? '');
  }
  return dms;
}

export async function planDue(database: BenchDatabase): Promise<void> {
  await sweep({ sweeps: createStore(database).sweeps, bank: BANK }, DUE);
}

/** Says what is planned, without the App Homes that follow. Milliseconds until the last message was recorded as sent. */
export async function drainMessages(
  database: BenchDatabase,
  slack: SlackProcess,
  store = createStore(database),
): Promise<number> {
  const messenger = createMessenger(createWebClient(slack.token, slack.apiUrl), together.reads);
  let delivered = 0;
  const start = performance.now();
  await database.queue.drain(async (job) => {
    if (job.do !== 'deliver') return null;
    await runOutboxJob(
      { store, messengerFor: () => messenger, compose, pacer: null, onUnknown: () => undefined },
      job,
      DUE,
    );
    delivered = performance.now() - start;
    return null;
  });
  return delivered;
}
