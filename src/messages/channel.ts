import type { Cadence } from '../domain/cadence';
import { named, type Named } from '../domain/facts';
import type { Payloads } from '../domain/message';
import { toLostReason } from '../domain/reasons';
import { message, section } from '../slack/kit/block-kit';
import { field, type Message } from './define';

/** What concerns the mentor channel itself: that it was chosen, and that Slack refuses it. */

interface Hello {
  readonly setBy: Named;
  readonly cadence: Cadence;
  readonly next: Date | null;
  readonly zone: string;
}

/** The digest moved to another channel, or ended. */
interface Over {
  readonly isOver: true;
}

export const channelHello: Message<'channel_hello', Hello | Over> = {
  refreshable: true,
  read(payload) {
    const channelId = field(payload, 'channelId');
    return { channelId: typeof channelId === 'string' ? channelId : null };
  },
  async gather(store, { subjectId, payload, isSaid }) {
    const program = await store.programs.byId(subjectId);
    const cadence = program && (await store.cadences.ofProgram(program.id));
    const setBy = program?.digestSetById ? await store.members.byId(program.digestSetById) : null;
    if (!cadence || !setBy) return null;
    const isHere =
      program.digestChannelId !== null &&
      (payload.channelId === null || payload.channelId === program.digestChannelId);
    if (!isHere) return isSaid ? { isOver: true } : null;
    return { setBy: named(setBy), cadence, next: cadence.nextDueAt, zone: cadence.zone ?? setBy.zone };
  },
  render: (words, facts) =>
    message([
      section(
        'isOver' in facts
          ? words.channelHelloOver()
          : words.channelHello(facts.setBy, facts.cadence, facts.next, facts.zone),
      ),
    ]),
};

export const channelLost: Message<'channel_lost', Payloads['channel_lost']> = {
  read(payload) {
    const channelId = field(payload, 'channelId');
    const reason = field(payload, 'reason');
    return typeof channelId === 'string' && typeof reason === 'string'
      ? { channelId, reason: toLostReason(reason) }
      : null;
  },
  gather: (_store, { payload }) => Promise.resolve(payload),
  render: (words, { channelId, reason }) => message([section(words.channelLost(channelId, reason))]),
};
