import type { ModalView } from '@slack/types';
import { shelfView } from '../../src/slack/forms/shelf';
import type { Meta } from '../../src/slack/kit/meta';
import { wordsFor } from '../../src/words';
import { HOSTILE, id, named, people, range, shelfItem } from './hostile-facts';

/** The form of a shelf: with nothing on it, and with all that anybody could think of. */
export function shelves(notice: string, meta: Meta): readonly (readonly [string, ModalView])[] {
  const words = wordsFor('en');
  const asked = people.map((person, count) => ({ ...person, mentorshipId: id(count) }));
  return [
    [
      'an empty shelf',
      shelfView(words, { people: asked.slice(0, 1), items: [], slackUserId: 'U1', meta: {} }),
    ],
    [
      'a full shelf',
      shelfView(words, {
        people: asked,
        items: range(90).map((count) => ({ ...shelfItem(count), by: named(1) })),
        slackUserId: 'U1',
        name: HOSTILE,
        line: HOSTILE,
        notice,
        meta,
      }),
    ],
  ];
}
