import { named, type Named } from '../domain/facts';
import { message, section } from '../slack/kit/block-kit';
import { nothing, type Message } from './define';

/** Words from a mentor to a mentee, in answer to nothing that the mentee said. */

interface MentorWords {
  readonly from: Named;
  readonly text: string;
}

export const mentorWords: Message<'mentor_words', MentorWords> = {
  read: nothing,
  async gather(store, { subjectId }) {
    const response = await store.responses.byId(subjectId);
    const from = response && (await store.members.byId(response.fromId));
    return from && response.text !== null ? { from: named(from), text: response.text } : null;
  },
  render: (words, { from, text }) => message([section(words.mentorWords(from, text))]),
};
