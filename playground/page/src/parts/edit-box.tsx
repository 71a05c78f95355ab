import { useState } from 'react';
import type { ReactNode } from 'react';
import { post } from '../api/control';
import type { Json, Message } from '../api/model';
import { useTell } from './trouble';

/** As the person typed it: Slack keeps & < > escaped and links in angle brackets. */
function typed(text: string): string {
  return text
    .replaceAll(/<mailto:[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<(https?:[^|>]*)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

export function EditBox({
  message,
  place,
  close,
}: {
  message: Message;
  place: Json;
  close: () => void;
}): ReactNode {
  const { attempt } = useTell();
  const [text, setText] = useState(() => typed(message.text));
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy || text.trim() === '') return;
    setBusy(true);
    const saved = await attempt(() => post('edit', { ...place, text }));
    setBusy(false);
    if (saved) close();
  }

  return (
    <form
      className="edit-box"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        className="control"
        aria-label="Edit your message"
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void save();
        }}
      />
      <div className="actions">
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
        <button type="submit" className="button primary" aria-busy={busy}>
          Save
        </button>
      </div>
    </form>
  );
}
