import { toLostReason } from '../../domain/reasons';
import type { WorkspaceStore } from '../../store';
import type { Context } from '../ports';

/** The mentor channel cannot be posted in any more: it is let go of, and whoever chose it hears why. */
export async function loseChannel(
  { store }: Context,
  lost: { channelId: string; error: string; eventId: string },
  now: Date,
): Promise<void> {
  await store.transaction(async (within) => {
    await tellOfChannel(within, lost.channelId, lost.error, lost.eventId, now);
    for (const { id, digestSetById } of await within.programs.byDigestChannel(lost.channelId)) {
      await within.programs.setDigestChannel(id, null, digestSetById);
    }
  });
}

/** Tells whoever chose this channel what is wrong with it, once an occasion. */
export async function tellOfChannel(
  store: WorkspaceStore,
  channelId: string,
  error: string,
  occasion: string,
  now: Date,
): Promise<void> {
  const programs = await store.programs.byDigestChannel(channelId);
  await store.messages.say(
    programs.flatMap(({ id, digestSetById }) =>
      digestSetById === null
        ? []
        : [
            {
              kind: 'channel_lost' as const,
              memberId: digestSetById,
              payload: { channelId, reason: toLostReason(error) },
              onceKey: `channel-lost:${id}:${occasion}`,
            },
          ],
    ),
    now,
  );
}
