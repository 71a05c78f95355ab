import type { KnownBlock } from '@slack/types';
import type { HomeFacts } from '../../services/reads/home';
import type { Words } from '../../words';
import { actions, button, context, header, section } from '../kit/block-kit';
import { ACTIONS } from '../kit/ids';
import { paged } from './paged';

/** What App Home shows a coordinator: the program in counts, what can be done for it, and its pairs. */

export function program(words: Words, { coordinates, pairs, zone }: HomeFacts): KnownBlock[] {
  if (coordinates.length === 0) return [];
  return [
    header(words.HOME_HEADINGS.program),
    section(coordinates.map(words.programLine).join('\n')),
    context(words.coordinatorHint()),
    actions([
      button(words.BUTTONS.pairTwo, ACTIONS.pair_two),
      button(words.BUTTONS.channelDigest, ACTIONS.home_channel_digest),
      button(words.BUTTONS.programQuestions, ACTIONS.home_questions),
    ]),
    ...(pairs.total === 0
      ? [section(words.noPairsYet())]
      : paged(words, 'pairs', words.HOME_HEADINGS.pairs, pairs, (rows) => [
          section(rows.map((pair) => words.pairLine(pair, zone)).join('\n')),
        ])),
  ];
}
