import { ASK_NOTICES } from '../../src/domain/ledger/ask';
import type { Said } from './hostile';
import { ask, HOSTILE, id, named, people, zone } from './hostile-facts';

/** An ask in each state, as both meet it, and what is said of one that nobody answers. */
export const ASKS: readonly Said[] = [
  ...(['open', 'answered', 'helped', 'let_go', 'rests'] as const).flatMap((state, count): Said[] => {
    const asked = ask(count, { state });
    const words = {
      from: named(1),
      question: null,
      text: HOSTILE,
      isEdited: true,
      mayReply: true,
      ask: asked,
      promise: 'may_be' as const,
    };
    return [
      { kind: 'ask_sent', ...asked },
      { kind: 'words', ...words, responseId: asked.id, purpose: 'question' },
      { kind: 'words', ...words, responseId: asked.id, purpose: 'question', text: '' },
      { kind: 'words', ...words, responseId: id(1), from: asked.to, purpose: 'reply' },
      ...ASK_NOTICES.flatMap((notice) =>
        [true, false].map((isOwn): Said => ({
          kind: 'ask_notice',
          notice,
          ask: asked,
          isOwn,
          zone,
          others: people.map((person, index) => ({ ...person, mentorshipId: id(index) })),
          mentorshipId: id(1),
          coordinators: people,
        })),
      ),
    ];
  }),
];
