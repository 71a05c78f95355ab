import type { LocalSlack } from './slack';
import type { Stage } from './stage';

/** Everyone in the playground's workspace; the page opens as the first of them. */
export function populate(slack: LocalSlack): void {
  slack.addUser({ id: 'UMENTEE', name: 'mina', realName: 'Mina Alvarez', tz: 'America/Chicago' });
  slack.addUser({
    id: 'UMENTOR',
    name: 'grace',
    realName: 'Grace Okafor',
    tz: 'Europe/London',
    locale: 'en-GB',
  });
  slack.addUser({ id: 'UCOORD', name: 'ruth', realName: 'Ruth Delgado', tz: 'America/Chicago' });
  slack.addUser({ id: 'UNEWMENTOR', name: 'priya', realName: 'Priya Nair', tz: 'America/New_York' });
  slack.addUser({
    id: 'UNEWMENTEE',
    name: 'tomas',
    realName: 'Tomas Lind',
    tz: 'Europe/Stockholm',
    locale: 'en-GB',
  });
  slack.addChannel({
    id: 'CMENTORS',
    name: 'mentors',
    members: [slack.bot.userId, 'UMENTOR', 'UNEWMENTOR', 'UCOORD'],
  });
}

/**
 * Grace and Mina in their first week: paired on Monday, two goals, asked for the first time on Friday morning; Mina has
 * answered about one of them. It is Friday, 11:00 in Chicago, so that whatever rhythm you choose next comes first.
 */
export async function playFirstWeek(stage: Stage): Promise<void> {
  const { slack } = stage;
  await slack.command('UMENTOR', '/mentor', 'invite @UMENTEE');
  await stage.settled();
  await press(slack, 'proposal_accept');
  await stage.settled();
  await slack.command('UMENTEE', '/goal', 'add Become certified by next June');
  await stage.settled();
  await slack.command('UMENTEE', '/goal', 'add Present at a regional meeting by end of next year');
  await stage.settled();
  await slack.command('UMENTEE', '/nudge', 'weekly on Friday at 8:00');
  await stage.settled();
  const first = await stage.nextDue();
  if (first === null) throw new Error('Mina has no rhythm');
  await stage.advance(first);
  await press(slack, 'answer_on_track');
  await stage.settled();
  await stage.advance(new Date(first.getTime() + 3 * HOUR));
}

const HOUR = 3_600_000;

async function press(slack: LocalSlack, actionId: string): Promise<void> {
  const message = slack.messages({ dm: 'UMENTEE' }).at(-1);
  if (!message) throw new Error('Mina has no message');
  const [value] = JSON.stringify(message.blocks).match(/[0-9a-f-]{36}:0/) ?? [];
  await slack.click('UMENTEE', {
    channel: slack.dmOf('UMENTEE'),
    ts: message.ts,
    actionId,
    ...(actionId === 'answer_on_track' && value !== undefined ? { value } : {}),
  });
}
