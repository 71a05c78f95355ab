import type { InputBlock, ModalView } from '@slack/types';
import { LINE_LIMIT, NAME_LIMIT } from '../../domain/ledger/shelf';
import { changeShelf, shelfOf, type ShelfChoices } from '../../services/pair/shelf';
import type { Words } from '../../words';
import type { Asker } from '../asker';
import { option, section } from '../kit/block-kit';
import { checkboxInput, form, input, selectInput, textInput } from '../kit/form-parts';
import { checkedValues, selectValue, textValue } from '../kit/form-values';
import { idValue, parseIdValue } from '../kit/ids';
import type { Meta } from '../kit/meta';
import { defineForm } from './form';

/** The shelf of a pair: what stands there, something to put there, and one's own to take away. */

const CALLBACK = 'shelf_form';
const BLOCKS = { person: 'person', name: 'name', line: 'line', removed: 'removed' } as const;
/** As many boxes as Slack takes in one input. */
const BOXES = 10;
const REMOVABLE = 50;

interface ShelfValues {
  readonly mentorshipId: string | null;
  readonly name: string | null;
  readonly line: string | null;
  readonly removed: readonly string[];
}

export interface ShelfView extends Partial<ShelfValues>, ShelfChoices {
  /** Whose form it is: they may take away what is theirs. */
  readonly slackUserId: string;
  readonly notice?: string;
  readonly meta: Meta;
}

export function shelfView(
  words: Words,
  { people, items, slackUserId, mentorshipId, name, line, removed = [], notice, meta }: ShelfView,
): ModalView {
  const { FORM_TITLES, FIELDS } = words;
  const [first, ...others] = people;
  const isClear = first !== undefined && others.length === 0;
  const persons = people.map((person) => option(person.name, idValue(person.mentorshipId)));
  const own = items.filter(({ by }) => by.slackUserId === slackUserId).slice(0, REMOVABLE);
  const boxes: InputBlock[] = [];
  for (let from = 0; from < own.length; from += BOXES) {
    const options = own.slice(from, from + BOXES).map((item) => option(item.name, idValue(item.id)));
    const label = from === 0 ? FIELDS.shelfRemoved : FIELDS.questionsRemovedMore;
    boxes.push(
      input(`${BLOCKS.removed}:${from}`, label, checkboxInput(options, removed), { optional: true }),
    );
  }
  return form(words, {
    title: FORM_TITLES.shelf,
    callback: CALLBACK,
    meta: isClear ? { ...meta, mentorshipId: first.mentorshipId } : meta,
    notice,
    blocks: [
      section(words.shelfReaders(people)),
      ...(items.length === 0 ? [] : [section(words.shelfWhole(items))]),
      ...(isClear
        ? []
        : [input(BLOCKS.person, FIELDS.shelfWith, selectInput(persons, mentorshipId), { optional: true })]),
      input(BLOCKS.name, FIELDS.shelfName, textInput({ initial: name, limit: NAME_LIMIT }), {
        optional: true,
      }),
      input(BLOCKS.line, FIELDS.shelfLine, textInput({ initial: line, limit: LINE_LIMIT }), {
        optional: true,
      }),
      ...boxes,
    ],
  });
}

/** @throws {Refused} when there is nobody to share one with */
export async function openShelfView(
  { context, actor, words }: Asker,
  meta: Meta = {},
  back?: ShelfValues & { readonly notice: string },
): Promise<ModalView> {
  return shelfView(words, {
    ...(await shelfOf(context, actor)),
    ...back,
    slackUserId: actor.member.slackUserId,
    meta: { ...meta, onceKey: meta.onceKey ?? crypto.randomUUID() },
  });
}

export const shelfForm = defineForm<ShelfValues>({
  callback: CALLBACK,

  parse(state, meta) {
    const mentorshipId = meta.mentorshipId ?? parseIdValue(selectValue(state, BLOCKS.person));
    const [name, line] = [textValue(state, BLOCKS.name), textValue(state, BLOCKS.line)];
    if (name === null && line !== null) {
      const missing = ({ refusalWords }: Words) => refusalWords({ code: 'nothing_written' });
      return { ok: false, errors: { [BLOCKS.name]: missing } };
    }
    if (name !== null && mentorshipId === null)
      return { ok: false, errors: { [BLOCKS.person]: ({ chooseSomebody }: Words) => chooseSomebody() } };
    const removed = Object.keys(state)
      .filter((block) => block.startsWith(BLOCKS.removed))
      .flatMap((block) => checkedValues(state, block))
      .flatMap((id) => parseIdValue(id) ?? []);
    return { ok: true, values: { mentorshipId, name, line, removed } };
  },

  async run({ context, actor, words }, { mentorshipId, name, line, removed }, meta) {
    const added = name === null || mentorshipId === null ? null : { mentorshipId, name, line };
    if (added === null && removed.length === 0) return null;
    const onceKey = meta.onceKey ?? crypto.randomUUID();
    const other = await changeShelf(context, actor, { added, removed, onceKey });
    return [
      ...(other === null ? [] : [words.shelfPut(other)]),
      ...(removed.length === 0 ? [] : [words.shelfTaken(removed.length)]),
    ].join('\n');
  },

  reopen: (asker, values, meta, notice) => openShelfView(asker, meta, { ...values, notice }),
});
