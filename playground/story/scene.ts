import { isRecord, records, text } from '../slack/json';
import type { ClickTarget, FormValues, LocalSlack, SlackMessage } from '../slack';
import type { Stage } from '../stage';
import type { Transcript } from './transcript';

/** What the people of the story do: each act is told, timed until Slack had its acknowledgement, and waited for. */
export interface Scene {
  readonly stage: Stage;
  readonly slack: LocalSlack;
  readonly transcript: Transcript;
  /** Milliseconds from an act to its acknowledgement. */
  readonly acknowledged: number[];
  settle(): Promise<void>;
  advance(to: Date): Promise<void>;
  command(who: string, command: string, words: string): Promise<void>;
  say(who: string, words: string, threadTs?: string): Promise<string>;
  tap(who: string, message: SlackMessage, actionId: string, label: string, value?: string): Promise<void>;
  submit(who: string, values: Record<string, unknown>, told: string): Promise<void>;
  act(who: string, told: string, work: () => Promise<void>): Promise<void>;
}

export function createScene(stage: Stage, transcript: Transcript, depth: () => Promise<number>): Scene {
  const { slack } = stage;
  const acknowledged: number[] = [];

  /** Jobs that met a fault are tried again at once: what waits is done before the clock moves on. */
  async function settle(): Promise<void> {
    do await stage.settled();
    while ((await depth()) > 0);
  }

  async function act(who: string, told: string, work: () => Promise<void>): Promise<void> {
    transcript.person(who, told);
    const began = performance.now();
    await work();
    acknowledged.push(performance.now() - began);
    await settle();
    transcript.listen();
  }

  return {
    stage,
    slack,
    transcript,
    acknowledged,
    settle,
    act,
    async advance(to) {
      await stage.advance(to);
      await settle();
      transcript.listen({ edits: true });
    },
    command: (who, command, words) =>
      act(who, `${command} ${words}`.trim(), async () => {
        await slack.command(who, command, words);
      }),
    async say(who, words, threadTs) {
      let ts = '';
      await act(who, `“${words}”`, async () => {
        ({ ts } = await slack.say(who, words, threadTs === undefined ? {} : { threadTs }));
      });
      return ts;
    },
    tap: (who, message, actionId, label, value) =>
      act(who, `taps [${label}]`, async () => {
        const target: ClickTarget = { channel: message.channel, ts: message.ts, actionId };
        await slack.click(who, value === undefined ? target : { ...target, value });
      }),
    submit: (who, values, told) =>
      act(who, told, async () => {
        const form: FormValues = Object.fromEntries(
          Object.entries(values).map(([block, value]) => [block, { value }]),
        );
        const answer = await slack.submit(who, form);
        if ('errors' in answer) throw new Error(`The form was refused: ${JSON.stringify(answer.errors)}`);
      }),
  };
}

/** The values that the buttons of a message with this action carry, in order. */
export function valuesOf(message: SlackMessage, actionId: string): string[] {
  return elementsOf(message.blocks)
    .filter((element) => element['action_id'] === actionId)
    .map((element) => text(element['value']));
}

/** The value of the option of a select or overflow whose words or value fit. */
export function optionOf(blocks: readonly unknown[], actionId: string, fits: RegExp): string {
  for (const element of elementsOf(blocks)) {
    if (element['action_id'] !== actionId) continue;
    for (const option of records(element['options'])) {
      const label = isRecord(option['text']) ? text(option['text']['text']) : '';
      if (fits.test(label) || fits.test(text(option['value']))) return text(option['value']);
    }
  }
  throw new Error(`No option ${String(fits)} for ${actionId}`);
}

export function hasAction(message: SlackMessage, actionId: string): boolean {
  return elementsOf(message.blocks).some((element) => element['action_id'] === actionId);
}

function elementsOf(blocks: readonly unknown[]): Record<string, unknown>[] {
  return blocks
    .filter(isRecord)
    .flatMap((block) => [
      ...records(block['elements']),
      ...[block['accessory'], block['element']].filter(isRecord),
    ]);
}

/** The newest message of the bot in a person's DM that has this action. */
export function newestWith(slack: LocalSlack, who: string, actionId: string): SlackMessage {
  const found = slack.messages({ dm: who }).findLast((message) => hasAction(message, actionId));
  if (!found) throw new Error(`${who} has no message with ${actionId}`);
  return found;
}
