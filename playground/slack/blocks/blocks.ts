import { elements, inActions, inContext, inContextActions, inInput, inSection } from './block-elements';
import { anyText, blockId, mrkdwnText, plainText, slackFile, url } from './composition';
import { isRecord, list, record, records, text } from '../json';
import {
  anything,
  array,
  atLeastOne,
  boolean,
  byType,
  exactlyOne,
  integer,
  number,
  oneOf,
  shape,
  string,
} from './rules';
import type { Check, Fields } from './rules';

/** The limits of each block, and where it may stand. */

const type = anything;
const base: Fields = { block_id: blockId };

/** Action ids are told apart within one block only. */
const actionIdsDiffer: Check = (value, at, out) => {
  const seen = new Set<string>();
  list(record(value)['elements']).forEach((element, index) => {
    const id = text(record(element)['action_id']);
    if (id !== '' && seen.has(id))
      out.push({ pointer: `${at}/elements/${index}/action_id`, message: `action_id already exists: ${id}` });
    seen.add(id);
  });
};

const richText = byType({
  rich_text: shape(
    {
      type,
      elements: array(
        0,
        500,
        byType({
          rich_text_section: shape({ type, elements: array(0, 1000, anything) }),
          rich_text_list: shape(
            { type, style: oneOf('bullet', 'ordered'), elements: array(0, 500, anything) },
            { indent: integer(0, 8), offset: integer(0, 10_000), border: integer(0, 1) },
          ),
          rich_text_quote: shape({ type, elements: array(0, 1000, anything) }, { border: integer(0, 1) }),
          rich_text_preformatted: shape(
            { type, elements: array(0, 1000, anything) },
            { border: integer(0, 1), language: string(1, 50) },
          ),
        }),
      ),
    },
    base,
  ),
});

const rawText = shape({ type, text: string(1, 10_000) });
const rawNumber = shape({ type, value: number, text: string(1, 10_000) });
const cell = byType({ raw_text: rawText, raw_number: rawNumber, rich_text: richText });
const tableText: Check = (value, at, out) => {
  if (JSON.stringify(record(value)['rows'] ?? []).length > 20_000)
    out.push({ pointer: `${at}/rows`, message: 'must be less than 10001 characters' });
};
const headerIsRaw: Check = (value, at, out) => {
  list(list(record(value)['rows'])[0]).forEach((entry, column) => {
    if (record(entry)['type'] === 'rich_text')
      out.push({ pointer: `${at}/rows/0/${column}/type`, message: 'unsupported type: rich_text' });
  });
};

const point = shape({ label: string(1, 20), value: number });
const series = shape({ name: string(1, 20), data: array(1, 20, point) });
const axis = shape(
  {},
  { categories: array(1, 20, string(1, 20)), x_label: string(1, 50), y_label: string(1, 50) },
);
// Slack's reference says six; other sources say twelve. The smaller figure is safe on both.
const cartesian = shape({ type, series: array(1, 6, series), axis_config: axis });
const chart = byType({
  pie: shape({ type, segments: array(1, 6, point) }),
  bar: cartesian,
  area: cartesian,
  line: cartesian,
});

const cardFields: Fields = {
  ...base,
  hero_image: byType(elements, ['image']),
  icon: byType(elements, ['image']),
  title: mrkdwnText(150),
  subtitle: mrkdwnText(150),
  body: mrkdwnText(200),
  subtext: mrkdwnText(200),
  actions: array(1, 3, byType(elements, ['button'])),
};
const card = shape({ type }, cardFields, atLeastOne('hero_image', 'title', 'actions', 'body'));
const taskCard = shape(
  {
    type,
    task_id: string(1, 255),
    title: string(1, 255),
    status: oneOf('pending', 'in_progress', 'complete', 'error'),
  },
  { ...base, details: richText, output: richText, sources: array(0, 100, anything) },
);

const blocks: Record<string, Check> = {
  section: shape(
    { type },
    {
      ...base,
      text: anyText(3000),
      fields: array(1, 10, anyText(2000)),
      accessory: byType(elements, inSection),
      expand: boolean,
    },
    atLeastOne('text', 'fields'),
  ),
  divider: shape({ type }, base),
  header: shape({ type, text: plainText(150) }, base),
  image: shape(
    { type, alt_text: string(1, 2000) },
    { ...base, image_url: url, slack_file: slackFile, title: plainText(2000) },
    exactlyOne('image_url', 'slack_file'),
  ),
  context: shape({ type, elements: array(1, 10, byType(elements, inContext)) }, base),
  actions: shape({ type, elements: array(1, 25, byType(elements, inActions)) }, base, actionIdsDiffer),
  input: shape(
    { type, label: plainText(2000), element: byType(elements, inInput) },
    { ...base, hint: plainText(2000), optional: boolean, dispatch_action: boolean },
  ),
  rich_text: richText,
  video: shape(
    { type, video_url: url, thumbnail_url: url, alt_text: string(1, 2000), title: plainText(200) },
    {
      ...base,
      title_url: url,
      author_name: string(1, 50),
      provider_name: string(1, 50),
      provider_icon_url: url,
      description: plainText(200),
    },
  ),
  file: shape({ type, source: oneOf('remote'), external_id: string(1, 255) }, base),
  markdown: shape({ type, text: string(1, 12_000) }, base),
  table: shape(
    { type, rows: array(1, 100, array(1, 20, cell)) },
    { ...base, column_settings: array(0, 20, anything) },
    tableText,
  ),
  context_actions: shape(
    { type, elements: array(1, 5, byType(elements, inContextActions)) },
    base,
    actionIdsDiffer,
  ),
  plan: shape(
    { type, title: string(1, 255) },
    { ...base, tasks: array(0, 50, byType({ task_card: taskCard })) },
  ),
  task_card: taskCard,
  card,
  carousel: shape({ type, elements: array(1, 10, byType({ card })) }, base),
  alert: shape(
    { type, text: anyText(200) },
    { ...base, level: oneOf('default', 'info', 'warning', 'error', 'success') },
  ),
  data_table: shape(
    { type, caption: string(1, 150), rows: array(2, 101, array(1, 20, cell)) },
    { ...base, page_size: integer(1, 100), row_header_column_index: integer(0, 19) },
    headerIsRaw,
  ),
  data_visualization: shape({ type, title: string(1, 50), chart }, base),
};

const everywhere = [
  'section',
  'divider',
  'header',
  'image',
  'context',
  'actions',
  'input',
  'rich_text',
  'video',
  'card',
];
const inContainer = [...everywhere.filter((name) => name !== 'card'), 'file', 'table'];
blocks['container'] = shape(
  { type, child_blocks: array(1, 10, byType(blocks, inContainer)) },
  {
    ...base,
    title: plainText(150),
    rich_text_title: richText,
    subtitle: anyText(150),
    width: oneOf('narrow', 'standard', 'wide', 'full'),
    icon: byType(elements, ['image']),
    is_collapsible: boolean,
    default_collapsed: boolean,
    has_header_divider: boolean,
  },
);

export type Surface = 'message' | 'modal' | 'home';

const onSurface: Record<Surface, string[]> = {
  message: Object.keys(blocks).filter((name) => name !== 'alert'),
  modal: [...everywhere, 'alert'],
  home: [...everywhere, 'carousel'],
};

const perMessage: Record<string, number> = { table: 1, data_visualization: 2 };

/** Checks a list of blocks for one surface: each block, and what must hold among them. */
export function checkBlocks(surface: Surface, max: number): Check {
  const each = array(0, max, byType(blocks, onSurface[surface]));
  return (value, at, out) => {
    each(value, at, out);
    const seen = new Set<string>();
    const counts = new Map<string, number>();
    let focused = 0;
    list(value).forEach((block, index) => {
      if (!isRecord(block)) return;
      const id = text(block['block_id']);
      if (id !== '' && seen.has(id))
        out.push({ pointer: `${at}/${index}/block_id`, message: `block_id already exists: ${id}` });
      seen.add(id);
      const type = text(block['type']);
      counts.set(type, (counts.get(type) ?? 0) + 1);
      const inside = [record(block['element']), record(block['accessory']), ...records(block['elements'])];
      focused += inside.filter((element) => element['focus_on_load'] === true).length;
    });
    for (const [type, most] of Object.entries(perMessage)) {
      if ((counts.get(type) ?? 0) > most)
        out.push({ pointer: at, message: `no more than ${most} ${type} allowed` });
    }
    if (focused > 1) out.push({ pointer: at, message: 'only one element may have focus_on_load' });
  };
}
