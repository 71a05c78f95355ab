import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { get, post } from '../api/control';
import { viewFrom } from '../api/model';
import type { View } from '../api/model';
import { Blocks } from '../blocks/blocks';
import { SurfaceContext } from '../blocks/surface';
import { useForm } from '../state/form';
import { useLive } from '../state/use-live';
import { Icon } from './icon';
import { Spot, Trouble, useTell } from './trouble';

/** The modal that is open for the person, if one is. */
export function ModalHost({ user }: { user: string }): ReactNode {
  const { value, refresh } = useLive<View | null>(
    `view/${user}`,
    async () => viewFrom(await get('view', { user })),
    (change) => change.kind === 'view' && change.user === user,
  );
  if (!value) return null;
  return (
    <Spot place={`view ${value.id}`}>
      <Modal key={user} view={value} user={user} refresh={refresh} />
    </Spot>
  );
}

function Modal({ view, user, refresh }: { view: View; user: string; refresh: () => void }): ReactNode {
  const { attempt } = useTell();
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useForm(view, user);
  const [busy, setBusy] = useState(false);

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    // A bot may open an empty modal at once and fill it a moment later.
    if (document.activeElement?.closest('[data-block]')) return;
    dialog.current?.querySelector<HTMLElement>('[data-block] .control, [data-block] input')?.focus();
  }, [view.blocks]);
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('.wrong .control, .wrong input')?.focus();
  }, [form.surface.errors]);

  async function submit(): Promise<void> {
    if (busy) return;
    setBusy(true);
    await attempt(form.submit);
    setBusy(false);
    refresh();
  }

  async function close(): Promise<void> {
    await attempt(() => post('close', { user }));
    refresh();
  }

  const sendable = view.submit !== null || view.blocks.some((block) => block['type'] === 'input');
  const blocks = useMemo(() => <Blocks blocks={view.blocks} />, [view.blocks]);
  return (
    <dialog
      ref={dialog}
      className="dialog modal"
      aria-labelledby="modal-title"
      onCancel={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          <h2 id="modal-title">{view.title}</h2>
          <button type="button" className="quiet" aria-label="Close" onClick={() => void close()}>
            <Icon name="cross" />
          </button>
        </header>
        <div className="dialog-body">
          <SurfaceContext value={form.surface}>{blocks}</SurfaceContext>
          {form.strayErrors.map((error) => (
            <p key={error} className="error" role="alert">
              {error}
            </p>
          ))}
        </div>
        <Trouble />
        <footer>
          <button type="button" className="button" onClick={() => void close()}>
            {view.close}
          </button>
          {sendable && (
            <button type="submit" className="button primary" aria-busy={busy}>
              {view.submit ?? 'Submit'}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
