import type { ModalView } from '@slack/types';
import type { SlashCommand, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { SECOND, anyText, containing, startSocketBot } from './bolt';
import type { Running } from './bolt';

let running: Running;
afterEach(() => running.stop());

function goalModal(changes: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'goal',
    private_metadata: 'g1',
    title: { type: 'plain_text', text: 'A goal' },
    submit: { type: 'plain_text', text: 'Save' },
    blocks: [
      {
        type: 'input',
        block_id: 'title',
        label: { type: 'plain_text', text: 'What' },
        element: { type: 'plain_text_input', action_id: 'text', max_length: 20 },
      },
      {
        type: 'input',
        block_id: 'audience',
        label: { type: 'plain_text', text: 'Who reads it' },
        element: {
          type: 'static_select',
          action_id: 'choice',
          options: ['self', 'mentor'].map((value) => ({ text: { type: 'plain_text', text: value }, value })),
          initial_option: { text: { type: 'plain_text', text: 'mentor' }, value: 'mentor' },
        },
      },
      {
        type: 'input',
        block_id: 'until',
        optional: true,
        label: { type: 'plain_text', text: 'Until' },
        element: { type: 'datepicker', action_id: 'date' },
      },
    ],
    ...changes,
  };
}

/** A bot whose /goal opens `view`, and whose form handler answers with `answer`. */
async function start(
  answer?: ViewResponseAction,
): Promise<{ commands: SlashCommand[]; submissions: ViewSubmitAction[] }> {
  const commands: SlashCommand[] = [];
  const submissions: ViewSubmitAction[] = [];
  running = await startSocketBot((app) => {
    app.command('/goal', async ({ ack, command, client }) => {
      await ack();
      commands.push(command);
      await client.views.open({ trigger_id: command.trigger_id, view: goalModal() });
    });
    app.view('goal', async ({ ack, body }) => {
      if (body.type === 'view_submission') submissions.push(body);
      await (answer ? ack(answer) : ack());
    });
  });
  return { commands, submissions };
}

async function openGoal(): Promise<void> {
  await running.slack.command('UANA', '/goal', '');
  await running.settled();
}

test('A modal opened by a command is filled in and sent with every input in its state', async () => {
  const { submissions } = await start();
  await openGoal();
  const { slack } = running;
  expect(slack.view('UANA')).toMatchObject({ type: 'modal', callback_id: 'goal', private_metadata: 'g1' });
  expect(slack.view('UBEN')).toBeNull();

  const outcome = await slack.submit('UANA', { title: { text: 'Become certified' } });

  expect(outcome).toEqual({ ok: true, view: null });
  expect(slack.view('UANA')).toBeNull();
  expect(submissions[0]).toMatchObject({
    user: { id: 'UANA' },
    view: {
      callback_id: 'goal',
      hash: anyText,
      state: {
        values: {
          title: { text: { type: 'plain_text_input', value: 'Become certified' } },
          audience: { choice: { type: 'static_select', selected_option: { value: 'mentor' } } },
          until: { date: { type: 'datepicker', selected_date: null } },
        },
      },
    },
  });
});

test('What the client itself refuses never reaches the bot', async () => {
  const { submissions } = await start();
  await openGoal();
  const { slack } = running;

  await expect(slack.submit('UANA', {})).rejects.toMatchObject({
    errors: { title: 'Please complete this required field' },
  });
  await expect(slack.submit('UANA', { title: { text: 'x'.repeat(21) } })).rejects.toMatchObject({
    errors: { title: 'At most 20 characters' },
  });
  await expect(
    slack.submit('UANA', { title: { text: 'ok' }, audience: { choice: 'everyone' } }),
  ).rejects.toMatchObject({ errors: { audience: containing('there are: self, mentor') } });
  await expect(
    slack.submit('UANA', { title: { text: 'ok' }, until: { date: 'June' } }),
  ).rejects.toMatchObject({
    errors: { until: 'This is not a date (YYYY-MM-DD)' },
  });
  await expect(slack.submit('UANA', { nowhere: { text: 'ok' } })).rejects.toThrow('has no block nowhere');
  expect(submissions).toEqual([]);
});

test('Errors from the bot keep the form open, with what was typed', async () => {
  await start({ response_action: 'errors', errors: { title: 'Say a little more' } });
  await openGoal();

  const outcome = await running.slack.submit('UANA', { title: { text: 'x' } });

  expect(outcome).toEqual({ errors: { title: 'Say a little more' } });
  expect(running.slack.view('UANA')?.state.values['title']).toMatchObject({ text: { value: 'x' } });
});

test('Errors for a block that is no input are refused, as Slack refuses them', async () => {
  await start({ response_action: 'errors', errors: { elsewhere: 'no' } });
  await openGoal();

  await expect(running.slack.submit('UANA', { title: { text: 'x' } })).rejects.toThrow('elsewhere');
});

test('A form may be answered with another view in its place, above it, or with none', async () => {
  await start({ response_action: 'push', view: goalModal({ callback_id: 'second', blocks: [] }) });
  await openGoal();
  const first = running.slack.view('UANA');

  const outcome = await running.slack.submit('UANA', { title: { text: 'x' } });
  expect(outcome).toMatchObject({
    ok: true,
    view: { callback_id: 'second', previous_view_id: first?.id, root_view_id: first?.id },
  });

  await running.slack.closeView('UANA');
  expect(running.slack.view('UANA')?.id).toBe(first?.id);
});

test('A trigger is good for three seconds and one use', async () => {
  const { commands } = await start();
  await openGoal();
  const { app, slack, clock } = running;
  const used = commands[0]?.trigger_id ?? '';
  const open = (trigger: string): Promise<unknown> =>
    app.client.views.open({ trigger_id: trigger, view: goalModal() });
  await expect(open(used)).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
  await expect(open('1.2.3')).rejects.toMatchObject({ data: { error: 'invalid_trigger_id' } });

  let late = '';
  app.command('/nudge', async ({ ack, command }) => {
    late = command.trigger_id;
    await ack();
  });
  await slack.command('UANA', '/nudge', '');
  clock.move(3 * SECOND + 1);

  await expect(open(late)).rejects.toMatchObject({ data: { error: 'expired_trigger_id' } });
});

test('At most three modals lie on each other, and a stale hash is refused', async () => {
  await start();
  const { app, slack } = running;
  const refusals: unknown[] = [];
  const more: ModalView = goalModal({
    callback_id: 'stack',
    blocks: [
      {
        type: 'actions',
        block_id: 'b',
        elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }],
      },
    ],
  });
  app.command('/nudge', async ({ ack, command, client }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: more });
  });
  app.action('more', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    await client.views.push({ trigger_id: body.trigger_id, view: more }).catch((error: unknown) => {
      refusals.push(error);
    });
  });
  await slack.command('UANA', '/nudge', '');
  await running.settled();

  for (let depth = 1; depth <= 3; depth += 1) {
    await slack.click('UANA', { actionId: 'more' });
    await running.settled();
  }
  expect(refusals).toMatchObject([{ data: { error: 'push_limit_reached' } }]);

  const top = slack.view('UANA');
  const update = (hash: string): Promise<unknown> =>
    app.client.views.update({ view_id: top?.id ?? '', hash, view: more });
  await update(top?.hash ?? '');
  await expect(update(top?.hash ?? '')).rejects.toMatchObject({ data: { error: 'hash_conflict' } });
});

test('Closing tells the bot only when the view asks for it', async () => {
  const closed: string[] = [];
  running = await startSocketBot((app) => {
    app.command('/goal', async ({ ack, command, client }) => {
      await ack();
      const view = goalModal({ notify_on_close: command.text === 'tell' });
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.view({ type: 'view_closed', callback_id: 'goal' }, async ({ ack, view }) => {
      await ack();
      closed.push(view.private_metadata);
    });
  });

  for (const words of ['quiet', 'tell']) {
    await running.slack.command('UANA', '/goal', words);
    await running.settled();
    await running.slack.closeView('UANA');
  }
  await running.settled();

  expect(closed).toEqual(['g1']);
  await expect(running.slack.closeView('UANA')).rejects.toThrow('UANA has no open modal');
});
