import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Person } from '../api/model';
import { linkTo } from '../state/place';
import type { Place } from '../state/place';
import { useWorkspace } from '../state/workspace';
import { Icon } from './icon';
import { useDone } from './trouble';

/** First steps for whoever opens the page for the first time: one at a time, and each only once. */

interface Hint {
  id: string;
  words: string;
  /** Where it can be done, when one is elsewhere. */
  way: { to: Place; label: string } | null;
  isDone: boolean;
}

const stored = 'gentle-nudge-hints';

function remembered(): readonly string[] {
  return (window.localStorage.getItem(stored) ?? '').split(' ').filter(Boolean);
}

function stepsOf(mentee: Person, mentor: Person, here: Place, done: string | null): Hint[] {
  const question = { user: mentee.id, where: 'dm' };
  const digest = { user: mentor.id, where: 'dm' };
  const isAt = (place: Place): boolean => linkTo(place) === linkTo(here);
  return [
    {
      id: 'answer',
      words: `As ${mentee.name}, a mentee, answer the open question: press a button, or write a few words.`,
      way: isAt(question) ? null : { to: question, label: `To ${mentee.name}’s question` },
      isDone: done === `${mentee.id}/dm`,
    },
    {
      id: 'digest',
      words: `As ${mentor.name}, the mentor, look at the digest: it has what ${mentee.name} chose to share.`,
      way: { to: digest, label: `To ${mentor.name}’s digest` },
      isDone: isAt(digest),
    },
    {
      id: 'clock',
      words:
        'The clock at the top stands still until you move it. In a week come the next question and the next digest.',
      way: null,
      isDone: done === 'clock',
    },
  ];
}

export function Hints({ place }: { place: Place }): ReactNode {
  const { people } = useWorkspace();
  const done = useDone();
  const [dismissed, setDismissed] = useState(remembered);
  const mentee = people.find(({ role }) => role === 'mentee');
  const mentor = people.find(({ role }) => role === 'mentor');
  const steps = mentee && mentor ? stepsOf(mentee, mentor, place, done) : [];
  const hint = steps.find(({ id }) => !dismissed.includes(id)) ?? null;
  const finished = hint?.isDone ? hint.id : null;

  function dismiss(id: string): void {
    const all = [...remembered(), id];
    window.localStorage.setItem(stored, all.join(' '));
    setDismissed(all);
  }

  useEffect(() => {
    if (finished !== null) dismiss(finished);
  }, [finished]);

  if (!hint) return null;
  return (
    <section className="hint-bar" aria-label="First steps">
      <p aria-live="polite">
        <b>
          {steps.indexOf(hint) + 1} of {steps.length}
        </b>{' '}
        {hint.words} {hint.way && <a href={linkTo(hint.way.to)}>{hint.way.label}</a>}
      </p>
      <button type="button" className="quiet" aria-label="Dismiss this hint" onClick={() => dismiss(hint.id)}>
        <Icon name="cross" />
      </button>
    </section>
  );
}
