import { validateMessage, validateView } from '../../playground/slack';
import { errorOf } from '../../playground/slack/blocks/block-kit';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const section = (text: string, more = {}) => ({ type: 'section', text: mrkdwn(text), ...more });
const button = (more = {}) => ({ type: 'button', action_id: 'b', text: plain('Go'), ...more });
const actions = (...elements: unknown[]) => ({ type: 'actions', elements });
const option = (value: string, label = value) => ({ text: plain(label), value });
const select = (count: number, more = {}) => ({
  type: 'static_select',
  action_id: 's',
  options: Array.from({ length: count }, (_, index) => option(`o${index}`)),
  ...more,
});
const input = (element: unknown, more = {}) => ({ type: 'input', label: plain('Label'), element, ...more });
const field = (more = {}) => ({ type: 'plain_text_input', action_id: 'i', ...more });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

describe('A message is refused', () => {
  test.each<[string, unknown, string]>([
    ['with more than 50 blocks', times(51, () => ({ type: 'divider' })), '/blocks'],
    ['with a section of more than 3000 characters', [section('x'.repeat(3001))], '/blocks/0/text/text'],
    ['with an empty section', [section('')], '/blocks/0/text/text'],
    ['with a section of neither text nor fields', [{ type: 'section' }], '/blocks/0'],
    ['with eleven fields', [{ type: 'section', fields: times(11, () => mrkdwn('x')) }], '/blocks/0/fields'],
    [
      'with a header of more than 150',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      '/blocks/0/text/text',
    ],
    ['with a header in mrkdwn', [{ type: 'header', text: mrkdwn('x') }], '/blocks/0/text/type'],
    [
      'with a context of eleven',
      [{ type: 'context', elements: times(11, () => mrkdwn('x')) }],
      '/blocks/0/elements',
    ],
    ['with 26 buttons', [actions(...times(26, (i) => button({ action_id: `b${i}` })))], '/blocks/0/elements'],
    ['with two equal action ids in a block', [actions(button(), button())], '/blocks/0/elements/1/action_id'],
    ['with two equal block ids', times(2, () => section('x', { block_id: 'same' })), '/blocks/1/block_id'],
    [
      'with a button label of more than 75',
      [actions(button({ text: plain('x'.repeat(76)) }))],
      '/blocks/0/elements/0/text/text',
    ],
    [
      'with a button value of more than 2000',
      [actions(button({ value: 'x'.repeat(2001) }))],
      '/blocks/0/elements/0/value',
    ],
    ['with an unknown button style', [actions(button({ style: 'success' }))], '/blocks/0/elements/0/style'],
    [
      'with an action id of more than 255',
      [actions(button({ action_id: 'x'.repeat(256) }))],
      '/blocks/0/elements/0/action_id',
    ],
    ['with a field Slack does not know', [section('x', { colour: 'red' })], '/blocks/0'],
    ['with a block Slack does not know', [{ type: 'marquee' }], '/blocks/0/type'],
    ['with a block for modals only', [{ type: 'alert', text: plain('x') }], '/blocks/0/type'],
    ['with a text input among buttons', [actions(field())], '/blocks/0/elements/0/type'],
    ['with a select of no options', [actions(select(0))], '/blocks/0/elements/0/options'],
    ['with a select of 101 options', [actions(select(101))], '/blocks/0/elements/0/options'],
    ['with options and groups at once', [actions(select(1, { option_groups: [] }))], '/blocks/0/elements/0'],
    [
      'with an option value of more than 75',
      [actions(select(1, { options: [option('x'.repeat(76))] }))],
      '/blocks/0/elements/0/options/0/value',
    ],
    [
      'with a first choice that is no option',
      [actions(select(2, { initial_option: option('o9') }))],
      '/blocks/0/elements/0/initial_option',
    ],
    [
      'with an overflow of six',
      [actions({ type: 'overflow', action_id: 'o', options: times(6, (i) => option(`${i}`)) })],
      '/blocks/0/elements/0/options',
    ],
    [
      'with eleven radio buttons',
      [actions({ type: 'radio_buttons', action_id: 'r', options: times(11, (i) => option(`${i}`)) })],
      '/blocks/0/elements/0/options',
    ],
    [
      'with a confirm text of more than 300',
      [actions(button({ confirm: { text: plain('x'.repeat(301)) } }))],
      '/blocks/0/elements/0/confirm/text/text',
    ],
    [
      'with a date that is none',
      [actions({ type: 'datepicker', action_id: 'd', initial_date: '2027-13-01' })],
      '/blocks/0/elements/0/initial_date',
    ],
    [
      'with an image without a description',
      [{ type: 'image', image_url: 'https://example.org/a.png' }],
      '/blocks/0',
    ],
    [
      'with two tables',
      times(2, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] })),
      '/blocks',
    ],
  ])('%s', (_title, blocks, pointer) => {
    const problems = validateMessage({ text: 'x', blocks });
    expect(problems.map((problem) => problem.pointer)).toContain(pointer);
    expect(errorOf(problems, 'invalid_blocks')).toBe('invalid_blocks');
  });

  test('with more block text than Slack carries', () => {
    const problems = validateMessage({ blocks: times(5, () => section('x'.repeat(2700))) });
    expect(errorOf(problems, 'invalid_blocks')).toBe('msg_blocks_too_long');
  });

  test('with blocks that are no list', () => {
    expect(errorOf(validateMessage({ text: 'x', blocks: '{' }), 'invalid_blocks')).toBe(
      'invalid_blocks_format',
    );
  });

  test('when it says nothing', () => {
    expect(errorOf(validateMessage({ text: ' ' }), 'invalid_blocks')).toBe('no_text');
    expect(errorOf(validateMessage({ blocks: [] }), 'invalid_blocks')).toBe('no_text');
  });
});

const modal = (more = {}) => ({
  type: 'modal',
  title: plain('Title'),
  submit: plain('Send'),
  blocks: [],
  ...more,
});

describe('A view is refused', () => {
  test.each<[string, unknown, string]>([
    ['with a title of more than 24', modal({ title: plain('x'.repeat(25)) }), '/view/title/text'],
    ['with a submit label of more than 24', modal({ submit: plain('x'.repeat(25)) }), '/view/submit/text'],
    ['without a title', { type: 'modal', blocks: [] }, '/view'],
    ['with an input and no submit', { type: 'modal', title: plain('x'), blocks: [input(field())] }, '/view'],
    ['with more than 100 blocks', modal({ blocks: times(101, () => ({ type: 'divider' })) }), '/view/blocks'],
    [
      'with private_metadata of more than 3000',
      modal({ private_metadata: 'x'.repeat(3001) }),
      '/view/private_metadata',
    ],
    ['with a callback_id of more than 255', modal({ callback_id: 'x'.repeat(256) }), '/view/callback_id'],
    [
      'with a table',
      modal({ blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }] }),
      '/view/blocks/0/type',
    ],
    ['with a button as an input', modal({ blocks: [input(button())] }), '/view/blocks/0/element/type'],
    [
      'with a text longer than its own limit',
      modal({ blocks: [input(field({ max_length: 2, initial_value: 'xxx' }))] }),
      '/view/blocks/0/element/initial_value',
    ],
    [
      'with a limit of more than 3000',
      modal({ blocks: [input(field({ max_length: 3001 }))] }),
      '/view/blocks/0/element/max_length',
    ],
    [
      'with a placeholder of more than 150',
      modal({ blocks: [input(field({ placeholder: plain('x'.repeat(151)) }))] }),
      '/view/blocks/0/element/placeholder/text',
    ],
    [
      'with two elements that want the focus',
      modal({ blocks: times(2, () => input(field({ focus_on_load: true }))) }),
      '/view/blocks',
    ],
    ['with a title on a home tab', { type: 'home', title: plain('x'), blocks: [] }, '/view'],
    ['of a type Slack does not know', { type: 'sheet', blocks: [] }, '/view/type'],
    ['that is no object', '{', '/view'],
  ])('%s', (_title, view, pointer) => {
    expect(validateView(view).map((problem) => problem.pointer)).toContain(pointer);
  });

  test('of more than 250 KB', () => {
    const blocks = times(100, () => section('é'.repeat(2900)));
    expect(errorOf(validateView(modal({ blocks })), 'invalid_arguments')).toBe('view_too_large');
  });
});

test('What Slack takes is taken, up to each limit', () => {
  const full = [
    section('x'.repeat(3000), { accessory: button({ value: 'x'.repeat(2000) }) }),
    { type: 'header', text: plain('x'.repeat(150)) },
    { type: 'context', elements: times(10, () => mrkdwn('x')) },
    actions(select(100, { initial_option: option('o99') }), { type: 'users_select', action_id: 'u' }),
    actions(
      button({
        confirm: {
          title: plain('Sure?'),
          text: plain('x'.repeat(300)),
          confirm: plain('Yes'),
          deny: plain('No'),
          style: 'danger',
        },
      }),
    ),
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }] },
    input(field({ multiline: true, dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }), {
      dispatch_action: true,
    }),
    {
      type: 'data_visualization',
      title: 'Check-ins',
      chart: {
        type: 'line',
        series: [{ name: 'Ana', data: [{ label: 'May', value: 3 }] }],
        axis_config: { categories: ['May'] },
      },
    },
  ];
  expect(validateMessage({ text: 'x', blocks: full })).toEqual([]);
  expect(
    validateView(modal({ blocks: full.slice(0, 7), clear_on_close: true, notify_on_close: true })),
  ).toEqual([]);
  expect(validateView({ type: 'home', blocks: full.slice(0, 7), private_metadata: '' })).toEqual([]);
});
