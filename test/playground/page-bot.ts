import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';

const plain = (text: string): { type: 'plain_text'; text: string } => ({ type: 'plain_text', text });
const option = (value: string): { text: { type: 'plain_text'; text: string }; value: string } => ({
  text: plain(value),
  value,
});

const question = 'How is *Become certified* going, <@UMENTEE>?\n\nA word is enough.';

/** A message with every control that a message may hold, close to what the real bot sends. */
export const nudge: KnownBlock[] = [
  { type: 'header', text: plain('A question about your goals') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: question, verbatim: true },
    accessory: { type: 'overflow', action_id: 'more', options: ['Snooze a day', 'Skip'].map(option) },
  },
  {
    type: 'actions',
    block_id: 'answers',
    elements: [
      { type: 'button', action_id: 'on_track', text: plain('On track'), style: 'primary', value: 'g1' },
      { type: 'button', action_id: 'stuck', text: plain('A bit stuck'), value: 'g1' },
      {
        type: 'button',
        action_id: 'drop',
        text: plain('Let it go'),
        style: 'danger',
        value: 'g1',
        confirm: {
          title: plain('Let the goal go?'),
          text: plain('That is a decision, not a failure.'),
          confirm: plain('Let it go'),
          deny: plain('Keep it'),
        },
      },
      {
        type: 'static_select',
        action_id: 'later',
        placeholder: plain('Ask me later'),
        option_groups: [
          { label: plain('Soon'), options: ['Tomorrow', 'Next week'].map(option) },
          { label: plain('Later'), options: ['Next month'].map(option) },
        ],
      },
    ],
  },
  { type: 'divider' },
  {
    type: 'context',
    elements: [{ type: 'mrkdwn', text: 'Read by you and <@UMENTOR>. See <#CMENTORS>.', verbatim: true }],
  },
];

const goal: ModalView = {
  type: 'modal',
  callback_id: 'goal',
  title: plain('A new goal'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input',
      block_id: 'title',
      label: plain('What do you want to reach?'),
      hint: plain('One goal, in your own words'),
      element: { type: 'plain_text_input', action_id: 'text', max_length: 100 },
    },
    {
      type: 'input',
      block_id: 'why',
      optional: true,
      label: plain('Why it matters'),
      element: { type: 'plain_text_input', action_id: 'text', multiline: true },
    },
    {
      type: 'input',
      block_id: 'until',
      optional: true,
      label: plain('By when'),
      element: { type: 'datepicker', action_id: 'date' },
    },
    {
      type: 'input',
      block_id: 'audience',
      label: plain('Who reads the answers'),
      element: {
        type: 'radio_buttons',
        action_id: 'choice',
        options: ['My mentor', 'Only I'].map(option),
        initial_option: option('My mentor'),
      },
    },
    {
      type: 'input',
      block_id: 'stretch',
      optional: true,
      label: plain('Stretch'),
      element: { type: 'checkboxes', action_id: 'on', options: [option('This goal is a stretch')] },
    },
  ],
};

const homeBlocks: KnownBlock[] = [
  { type: 'header', text: plain('Your goals') },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*Become certified*\nby 1 June 2028' },
    accessory: { type: 'button', action_id: 'open_goal', text: plain('Open') },
  },
  { type: 'section', text: { type: 'mrkdwn', text: 'You are asked *every other Monday at 9:00*.' } },
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'add_goal', text: plain('Add a goal'), style: 'primary' },
      { type: 'users_select', action_id: 'invite', placeholder: plain('Invite a mentee') },
      { type: 'timepicker', action_id: 'at', initial_time: '09:00' },
    ],
  },
];

/** A small bot on real Bolt, so that the page can be tried without the app it was made for. */
export function listenLikeABot(app: App): void {
  app.message(async ({ message, say }) => {
    if (message.subtype !== undefined) return;
    if (message.thread_ts !== undefined)
      await say({ text: 'Noted in the thread', thread_ts: message.thread_ts });
    else if (message.text === 'nudge me') await say({ text: 'How is it going?', blocks: nudge });
    else await say(`I heard: ${message.text}`);
  });
  app.action('on_track', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.message) return;
    const said: KnownBlock = {
      type: 'section',
      text: { type: 'mrkdwn', text: '*Become certified*: on track' },
    };
    const { ts } = body.message;
    await client.chat.update({
      channel: body.channel?.id ?? '',
      ts: String(ts),
      text: 'on track',
      blocks: [said],
    });
  });
  app.action('drop', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: false, text: 'The goal rests now' });
  });
  app.action('later', async ({ ack, action, respond }) => {
    await ack();
    if (action.type !== 'static_select') return;
    await respond({ replace_original: false, text: `Asking again: ${action.selected_option.value}` });
  });
  app.command('/goal', async ({ ack, command, client }) => {
    if (command.text.startsWith('add ')) await ack(`Added: ${command.text.slice(4)}`);
    else {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: goal });
    }
  });
  app.view('goal', async ({ ack, body, view, client }) => {
    const title = view.state.values['title']?.['text']?.value ?? '';
    if (title.length < 5) {
      await ack({ response_action: 'errors', errors: { title: 'Say a little more' } });
      return;
    }
    await ack();
    const why = view.state.values['why']?.['text']?.value ?? 'no reason';
    await client.chat.postMessage({ channel: body.user.id, text: `Saved: ${title} (${why})` });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: homeBlocks } });
  });
  app.action('add_goal', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions') await client.views.open({ trigger_id: body.trigger_id, view: goal });
  });
  app.shortcut('share_progress', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: goal });
  });
  app.shortcut(
    { callback_id: 'save_as_check_in', type: 'message_action' },
    async ({ ack, shortcut, say }) => {
      await ack();
      await say(`Kept as a check-in: ${shortcut.message.text ?? ''}`);
    },
  );
}
