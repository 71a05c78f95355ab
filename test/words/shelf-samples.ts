import type { Named } from '../../src/domain/facts';
import type { ShelfItem } from '../../src/domain/ledger/shelf';
import type { Words } from '../../src/words';

/** Tame facts for the sentences about the shelf. */

const ada: Named = { slackUserId: 'UADA', name: 'Ada' };
const grace: Named = { slackUserId: 'UGRACE', name: 'Grace' };
const link: ShelfItem = {
  id: '0198f3a2-0000-7000-8000-000000000001',
  by: ada,
  name: 'https://example.org/talks?first=1',
  line: 'Short, and it made me laugh',
};
const book: ShelfItem = { ...link, name: 'The art of asking', line: null };
const few: readonly ShelfItem[] = [link, book];
const many: readonly ShelfItem[] = [link, book, link, book, book];

type ShelfSentence = 'shelfNews' | 'shelfWords' | 'shelfReaders' | 'shelfWhole' | 'shelfPut' | 'shelfTaken';

export const SHELF_SAMPLES: { readonly [Name in ShelfSentence]: readonly Parameters<Words[Name]>[] } = {
  shelfNews: [[few], [many]],
  shelfWords: [[[]], [few], [many]],
  shelfReaders: [[[ada]], [[ada, grace]]],
  shelfWhole: [[few], [many]],
  shelfPut: [[ada]],
  shelfTaken: [[1], [2]],
};
