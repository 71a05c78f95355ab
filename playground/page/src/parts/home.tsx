import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { get, post } from '../api/control';
import { viewFrom } from '../api/model';
import type { View } from '../api/model';
import { Blocks } from '../blocks/blocks';
import { useLive } from '../state/use-live';
import { LiveSurface } from './live-surface';
import { Trouble, useTell } from './trouble';

/** App Home: opening it tells the bot, as in Slack. */
export function Home({ user }: { user: string }): ReactNode {
  const { attempt } = useTell();
  const { value, problem } = useLive<View | null>(
    `home/${user}`,
    async () => viewFrom(await get('home', { user })),
    (change) => change.kind === 'home' && change.user === user,
  );
  useEffect(() => {
    void attempt(() => post('open-home', { user }));
  }, [user, attempt]);
  return (
    <>
      <div className="scroll home" tabIndex={0} role="region" aria-labelledby="home">
        <h2 className="unseen" id="home">
          App Home
        </h2>
        {value && value.blocks.length > 0 ? (
          <LiveSurface key={user} place={{ user }} view={value}>
            <Blocks blocks={value.blocks} />
          </LiveSurface>
        ) : (
          <p className="empty">{problem ?? 'The bot has not drawn this home yet.'}</p>
        )}
      </div>
      <Trouble />
    </>
  );
}
