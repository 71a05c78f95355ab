import type { KnownBlock } from '@slack/types';
import { isLastPage, type HomeList, type Page } from '../../services/reads/home/page';
import type { Words } from '../../words';
import { actions, button, header } from '../kit/block-kit';
import { ACTIONS, homePlaceValue } from '../kit/ids';

/** A list of App Home under its heading: one page of it, and the buttons to the others. */

export function paged<Row>(
  words: Words,
  list: HomeList,
  heading: string,
  page: Page<Row>,
  blocksOf: (rows: readonly Row[]) => readonly KnownBlock[],
): KnownBlock[] {
  const { rows, number, before, total } = page;
  const isWhole = number === 0 && isLastPage(page);
  return [
    header(isWhole ? heading : words.pageHeading(heading, before + 1, before + rows.length, total)),
    ...blocksOf(rows),
    ...(isWhole ? [] : [turns(words, list, heading, page)]),
  ];
}

function turns(words: Words, list: HomeList, heading: string, page: Page<unknown>): KnownBlock {
  const to = (text: string, action: 'home_back' | 'home_more', number: number) =>
    button(text, ACTIONS[action], {
      value: homePlaceValue({ list, page: number }),
      label: words.labelFor(text, heading),
    });
  return actions([
    ...(page.number === 0 ? [] : [to(words.BUTTONS.back, 'home_back', page.number - 1)]),
    ...(isLastPage(page) ? [] : [to(words.BUTTONS.more, 'home_more', page.number + 1)]),
  ]);
}
