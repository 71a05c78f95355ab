import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { post } from './api/control';
import { roleOf } from './api/model';
import { shortcuts } from './offered';
import { ClockBar } from './parts/clock-bar';
import { ConfirmProvider } from './parts/confirm';
import { Conversation } from './parts/conversation';
import { Hints } from './parts/hints';
import { Home } from './parts/home';
import { Icon } from './parts/icon';
import { ModalHost } from './parts/modal';
import { Sidebar } from './parts/sidebar';
import { ThemeContext } from './parts/themed';
import { Spot, Trouble, TroubleProvider, useTell } from './parts/trouble';
import { usePlace } from './state/place';
import { useTheme } from './state/theme';
import type { Theme } from './state/theme';
import { useUnread } from './state/unread';
import { useWorkspace, WorkspaceProvider } from './state/workspace';

/** The page: a sidebar, a conversation or a Home, and the clock. */

export function App(): ReactNode {
  const { theme, toggle } = useTheme();
  return (
    <ThemeContext value={theme}>
      <TroubleProvider>
        <WorkspaceProvider>
          <ConfirmProvider>
            <Desk theme={theme} toggleTheme={toggle} />
          </ConfirmProvider>
        </WorkspaceProvider>
      </TroubleProvider>
    </ThemeContext>
  );
}

function Desk({ theme, toggleTheme }: { theme: Theme; toggleTheme: () => void }): ReactNode {
  const workspace = useWorkspace();
  const place = usePlace(workspace);
  const { user, where } = place;
  const [drawer, setDrawer] = useState(false);
  const unread = useUnread(workspace.people, where === 'dm' ? user : where);
  const channel = workspace.channels.find(({ id }) => id === where);
  const name = channel ? `#${channel.name}` : 'Gentle Nudge';
  const person = workspace.personOf(user);

  useEffect(() => {
    if (!drawer) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDrawer(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [drawer]);

  return (
    <div className={drawer ? 'desk drawer-open' : 'desk'}>
      <Sidebar place={place} unread={unread} close={() => setDrawer(false)} />
      <div className="shade" onClick={() => setDrawer(false)} />
      <main>
        <header className="top">
          <button
            type="button"
            className="quiet drawer-button"
            aria-label="People and places"
            aria-expanded={drawer}
            aria-controls="sidebar"
            onClick={() => setDrawer(!drawer)}
          >
            <Icon name="bars" />
          </button>
          <Spot place="clock">
            <ClockBar actor={user} />
          </Spot>
          <button
            type="button"
            className="quiet theme"
            aria-label={theme === 'dark' ? 'Use light colours' : 'Use dark colours'}
            onClick={toggleTheme}
          >
            <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
          </button>
        </header>
        <Spot place="clock">
          <Trouble />
        </Spot>
        <Hints place={place} />
        <Spot place={`${user}/${where}`}>
          <header className="place-head">
            <div className="titles">
              <h1>{where === 'home' ? 'App Home' : name}</h1>
              <p>
                as {person?.name}, {roleOf(person)}
              </p>
            </div>
            <GlobalShortcuts user={user} />
          </header>
          {where === 'home' ? (
            <Home user={user} />
          ) : (
            <Conversation key={`${user}/${where}`} place={place} name={name} />
          )}
        </Spot>
      </main>
      <ModalHost user={user} />
    </div>
  );
}

function GlobalShortcuts({ user }: { user: string }): ReactNode {
  const { attempt } = useTell();
  return shortcuts
    .filter(({ on }) => on === 'global')
    .map(({ id, name, does }) => (
      <button
        key={id}
        type="button"
        className="button shortcut"
        title={does}
        onClick={() => void attempt(() => post('shortcut', { user, callback_id: id }))}
      >
        {name}
      </button>
    ));
}
