import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { get, post } from '../api/control';
import { viewFrom } from '../api/model';
import type { View } from '../api/model';
import { Blocks } from '../blocks/blocks';
import { useLive } from '../state/use-live';
import { LiveSurface } from './live-surface';
import { useTell } from './toasts';

/** App Home: opening it tells the bot, as in Slack. */
export function Home({ user }: { user: string }): ReactNode {
  const { problem: tell } = useTell();
  const { value, problem } = useLive<View | null>(
    `home/${user}`,
    async () => viewFrom(await get('home', { user })),
    (change) => change.kind === 'home' && change.user === user,
  );
  useEffect(() => {
    post('open-home', { user }).catch(tell);
  }, [user, tell]);
  return (
    <div className="scroll home" tabIndex={0} role="region" aria-label="App Home">
      {value && value.blocks.length > 0 ? (
        <LiveSurface key={user} place={{ user }} view={value}>
          <Blocks blocks={value.blocks} />
        </LiveSurface>
      ) : (
        <p className="empty">{problem ?? 'The bot has not drawn this home yet.'}</p>
      )}
    </div>
  );
}
