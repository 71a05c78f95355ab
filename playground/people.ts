import type { LocalSlack } from './slack';
import type { Stage } from './stage';

/** Everyone in the playground's workspace. */
export function populate(slack: LocalSlack): void {
  slack.addUser({ id: 'UMENTOR', name: 'grace', realName: 'Grace Okafor', tz: 'Europe/London' });
  slack.addUser({ id: 'UMENTEE', name: 'mina', realName: 'Mina Alvarez', tz: 'America/Chicago' });
  slack.addUser({ id: 'UNEWMENTOR', name: 'priya', realName: 'Priya Nair', tz: 'America/New_York' });
  slack.addUser({ id: 'UNEWMENTEE', name: 'tomas', realName: 'Tomas Lind', tz: 'Europe/Stockholm' });
  slack.addUser({ id: 'UCOORD', name: 'ruth', realName: 'Ruth Delgado', tz: 'America/Chicago' });
  slack.addChannel({
    id: 'CMENTORS',
    name: 'mentors',
    members: [slack.bot.userId, 'UMENTOR', 'UNEWMENTOR', 'UCOORD'],
  });
}

/** Grace and Mina in their first week: paired on Monday, two goals, the first question ahead. */
export async function playFirstWeek({ slack, settled }: Stage): Promise<void> {
  await slack.command('UMENTOR', '/mentor', 'invite @UMENTEE');
  await settled();
  const invitation = slack.messages({ dm: 'UMENTEE' }).at(-1);
  if (!invitation) throw new Error('Mina got no invitation');
  await slack.click('UMENTEE', {
    channel: slack.dmOf('UMENTEE'),
    ts: invitation.ts,
    actionId: 'proposal_accept',
  });
  await settled();
  await slack.command('UMENTEE', '/goal', 'add Become certified by next June');
  await slack.command('UMENTEE', '/goal', 'add Present at a regional meeting by end of next year');
  await slack.command('UMENTEE', '/nudge', 'weekly on Thursday at 9:00');
  await settled();
}
