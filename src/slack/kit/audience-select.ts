import type { SectionBlock, StaticSelect } from '@slack/types';
import { AUDIENCES, type Audience } from '../../domain/check-in';
import type { AskedQuestion } from '../../domain/facts';
import { ACTIONS, audienceBlock, audienceValue } from './ids';
import type { Words } from '../../words';
import { option, plain, section } from './block-kit';

/** Changes who reads an answer that has been given. Its block needs `audienceBlock` as its id. */
export function audienceSelect(words: Words, checkInId: string, audience: Audience): StaticSelect {
  const choose = (choice: Audience) =>
    option(words.audienceLabel(choice), audienceValue(checkInId, choice), words.audienceHint(choice));
  return {
    type: 'static_select',
    action_id: ACTIONS.change_audience,
    placeholder: plain(words.BUTTONS.whoReads),
    options: AUDIENCES.map(choose),
    initial_option: choose(audience),
  };
}

/** Who reads an answer, and when, in words, beside the menu that changes it. */
export function readersBlock(
  words: Words,
  { checkInId, audience, readers, seen }: NonNullable<AskedQuestion['answer']>,
): SectionBlock {
  const line = section(
    words.visibleWhen(readers, audience, seen),
    audienceSelect(words, checkInId, audience),
  );
  return { ...line, block_id: audienceBlock(checkInId, audience) };
}
