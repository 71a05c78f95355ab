import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { isRecord, text } from '../../../slack/json';
import type { Json } from '../api/model';
import { words } from '../api/model';
import { Words } from '../blocks/drawn';

/** Asks what a `confirm` object says; true at once when there is none. */
type Ask = (confirm: unknown) => Promise<boolean>;

interface Question {
  confirm: Json;
  answer: (yes: boolean) => void;
}

const AskContext = createContext<Ask>(() => Promise.resolve(true));

export function useAsk(): Ask {
  return use(AskContext);
}

export function ConfirmProvider({ children }: { children: ReactNode }): ReactNode {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback<Ask>((confirm) => {
    if (!isRecord(confirm)) return Promise.resolve(true);
    return new Promise((answer) => setQuestion({ confirm, answer }));
  }, []);

  function answer(yes: boolean): void {
    question?.answer(yes);
    setQuestion(null);
  }

  return (
    <AskContext value={ask}>
      {children}
      {question && <ConfirmDialog confirm={question.confirm} answer={answer} />}
    </AskContext>
  );
}

function ConfirmDialog({ confirm, answer }: { confirm: Json; answer: (yes: boolean) => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const style = text(confirm['style']) === 'danger' ? 'danger' : 'primary';
  return (
    <dialog
      ref={dialog}
      className="dialog confirm"
      aria-labelledby="confirm-title"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 id="confirm-title">{words(confirm['title'])}</h2>
      <div className="dialog-body">
        <Words of={confirm['text']} />
      </div>
      <footer>
        <button type="button" className="button" onClick={() => answer(false)}>
          {words(confirm['deny']) || 'Cancel'}
        </button>
        <button type="button" className={`button ${style}`} onClick={() => answer(true)} autoFocus>
          {words(confirm['confirm']) || 'Yes'}
        </button>
      </footer>
    </dialog>
  );
}
