import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { commands } from '../offered';

/** Where a message or a command is typed. */

interface ComposerProps {
  label: string;
  placeholder: string;
  /** Resolves to false when it was not taken; then the words come back. */
  send: (text: string) => Promise<boolean>;
  /** Offers slash commands while one is typed. */
  takesCommands: boolean;
  autoFocus?: boolean;
}

export function Composer({
  label,
  placeholder,
  send,
  takesCommands,
  autoFocus = false,
}: ComposerProps): ReactNode {
  const [text, setText] = useState('');
  const [sending, setSending] = useState(0);
  const box = useRef<HTMLTextAreaElement>(null);
  const hints = useId();
  const offered =
    takesCommands && /^\/\S*$/.test(text) ? commands.filter(({ name }) => name.startsWith(text)) : [];

  async function submit(): Promise<void> {
    const sent = text;
    if (sent.trim() === '') return;
    setText('');
    setSending((count) => count + 1);
    if (!(await send(sent))) setText((now) => (now === '' ? sent : `${sent}\n${now}`));
    setSending((count) => count - 1);
  }

  function onKey(event: KeyboardEvent): void {
    const [first] = offered;
    if (event.key === 'Tab' && !event.shiftKey && first && text !== first.name) {
      event.preventDefault();
      setText(`${first.name} `);
      return;
    }
    // A word being composed (Japanese, Chinese, Korean) is confirmed by Enter too.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void submit();
  }

  return (
    <form
      className="composer"
      aria-busy={sending > 0}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {offered.length > 0 && (
        <ul className="hints" id={hints} aria-label="Commands">
          {offered.map(({ name, does, hint }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  setText(`${name} `);
                  box.current?.focus();
                }}
              >
                <b>{name}</b> <code>{hint}</code> <span>{does}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        aria-describedby={offered.length > 0 ? hints : undefined}
        placeholder={placeholder}
        value={text}
        autoFocus={autoFocus}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <button type="submit" className="button primary send" disabled={text.trim() === ''}>
        Send
      </button>
    </form>
  );
}
