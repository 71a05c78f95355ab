import type { Context } from '../ports';

/** The mentor channel cannot be posted in any more: it is let go of, and whoever chose it hears why. */
export async function loseChannel(
  { store }: Context,
  lost: { channelId: string; error: string; eventId: string },
  now: Date,
): Promise<void> {
  const program = await store.programs.current();
  if (program.digestChannelId !== lost.channelId || program.digestSetById === null) return;
  const setById = program.digestSetById;
  await store.transaction(async (within) => {
    await within.programs.setDigestChannel(program.id, null, setById);
    await within.messages.say(
      [
        {
          kind: 'channel_lost',
          memberId: setById,
          payload: { channelId: lost.channelId, reason: lost.error },
          onceKey: `channel-lost:${lost.eventId}`,
        },
      ],
      now,
    );
  });
}
