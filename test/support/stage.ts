import { openStage, type Stage } from '../../playground/stage';
import type { Block, LocalSlack, SlackMessage } from '../../playground/slack';
import type { Member } from '../../src/domain/member';
import type { MessageKind } from '../../src/domain/message';
import { createStore, type WorkspaceStore } from '../../src/store';
import type { Database } from '../../src/store/database';
import { closeKept, keptDatabase } from './databases';
import { PEOPLE } from './people';

/** The real bot on the local Slack on a real PostgreSQL, spoken to as people speak. */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Monday, 9:00 in Chicago and 15:00 in London, in winter. */
const REFERENCE = new Date('2027-02-01T15:00:00Z');
/** What passes between two acts of people: no guard may hold only while the clock stands still. */
const A_MOMENT = 3;
/** No test may depend on how fast the machine is. */
const PATIENCE = 120_000;

export interface TestStage extends Stage {
  readonly database: Database;
  readonly store: WorkspaceStore;
  /** What the bot logged as broken. Anything in it at the end fails the test, unless the stage `mayFail`. */
  readonly errors: unknown[];
  /** What the bot warned of. */
  readonly warnings: readonly string[];
  /** Where the bot listens in HTTP mode, and what it is signed with. */
  readonly http: { url: string; secret: string };
}

export interface TestStageOptions {
  readonly start?: Date;
  readonly mode?: 'socket' | 'http';
  readonly coordinators?: readonly string[];
  readonly mayFail?: boolean;
  readonly populate?: (slack: LocalSlack) => void;
  /** More than the one that every bot has to do with: for a test that holds something locked itself. */
  readonly connections?: number;
}

/** What people do in Slack. */
const ACTS = [
  'changeUser',
  'joinChannel',
  'archiveChannel',
  'say',
  'edit',
  'delete',
  'command',
  'click',
  'clickForged',
  'submit',
  'closeView',
  'shortcut',
  'messageShortcut',
  'openHome',
  'mention',
] as const satisfies readonly (keyof LocalSlack)[];

const stages: { stage: TestStage; mayFail: boolean }[] = [];

afterAll(() => closeStages().finally(closeKept));

export async function openTestStage(options: TestStageOptions = {}): Promise<TestStage> {
  const errors: unknown[] = [];
  const warnings: string[] = [];
  const onError = (error: unknown) => void errors.push(error);
  const database = await keptDatabase(onError, options.connections);
  const http = { url: '', secret: '' };
  const stage = await openStage({
    database,
    start: options.start ?? REFERENCE,
    coordinators: options.coordinators ?? ['UCOORD'],
    mode: options.mode ?? 'socket',
    ackTimeoutMs: PATIENCE,
    onWarning: (warning) => void warnings.push(warning),
    ...(options.mayFail === true ? { onError } : {}),
    populate(slack) {
      const deliverOverHttp = slack.deliverOverHttp.bind(slack);
      slack.deliverOverHttp = (url, secret) => {
        Object.assign(http, { url, secret });
        deliverOverHttp(url, secret);
      };
      for (const person of PEOPLE) slack.addUser(person);
      slack.addChannel({
        id: 'CMENTORS',
        name: 'mentors',
        members: [slack.bot.userId, 'UMENTOR', 'UMENTOR2', 'UCOORD'],
      });
      slack.addChannel({ id: 'CELSEWHERE', name: 'elsewhere', members: ['UMENTOR', 'UMENTEE'] });
      options.populate?.(slack);
    },
  });
  const store = createStore(database).workspace(stage.slack.team.id);
  const slack = actedIn(stage.slack, () => stage.jump(new Date(stage.clock.now().getTime() + A_MOMENT)));
  const opened = { ...stage, slack, database, store, errors, warnings, http };
  stages.push({ stage: opened, mayFail: options.mayFail === true });
  return opened;
}

/** The same Slack, in which `before` happens before each act. */
function actedIn(slack: LocalSlack, before: () => void): LocalSlack {
  return new Proxy(slack, {
    get(target, name) {
      if (ACTS.some((act) => act === name)) before();
      const part: unknown = Reflect.get(target, name);
      return part;
    },
  });
}

/** Closes every stage that was opened; for `afterEach` or `afterAll`, whichever fits the sharing. */
export async function closeStages(): Promise<void> {
  for (const { stage, mayFail } of stages.splice(0)) {
    await stage.close();
    if (!mayFail && stage.errors.length > 0) throw new AggregateError(stage.errors, 'The bot logged errors');
  }
}

/** Jest's own matchers are `any`, which would spread. */
export const aDate: unknown = expect.any(Date);
export const aText: unknown = expect.any(String);
export const textWith = (part: string): unknown => expect.stringContaining(part);

/** Everything that was said in a person's DM with the bot. */
export function dm(stage: Stage, user: string): SlackMessage[] {
  return stage.slack.messages({ dm: user });
}

export function lastMessage(stage: Stage, user: string): SlackMessage {
  const last = dm(stage, user)
    .filter((message) => message.user === stage.slack.bot.userId)
    .at(-1);
  if (!last) throw new Error(`The bot has said nothing to ${user}`);
  return last;
}

/** The newest message of the bot to this person that has such an element. */
export function messageWith(stage: Stage, user: string, actionId: string): SlackMessage {
  const found = dm(stage, user)
    .toReversed()
    .find((message) => elementsOf(message.blocks).some((element) => element['action_id'] === actionId));
  if (!found) throw new Error(`${user} sees no message with ${actionId}`);
  return found;
}

/** Every text of a message or view: what a person reads on it. */
export function wordsOf(shown: { text?: string; blocks: readonly Block[] } | null): string {
  if (shown === null) return '';
  const texts: string[] = [];
  collect(shown.blocks, texts);
  return [shown.text ?? '', ...texts].join('\n');
}

function collect(value: unknown, texts: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, texts);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, field] of Object.entries(value)) {
    if (typeof field === 'string' && (name === 'text' || name === 'initial_value')) texts.push(field);
    else collect(field, texts);
  }
}

type Element = Readonly<Record<string, unknown>>;

/** Every interactive element of blocks, wherever it stands. */
export function elementsOf(blocks: readonly Block[]): Element[] {
  const found: Element[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== 'object' || value === null) return;
    if ('action_id' in value) found.push({ ...value });
    Object.values(value).forEach(visit);
  };
  visit(blocks);
  return found;
}

/** Runs a command and answers what only the person saw of it, once the bot has done all it can. */
export async function command(stage: Stage, user: string, line: string, channel?: string): Promise<string> {
  const [, name = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  const before = stage.slack.ephemerals(user).length;
  const { ack } = await stage.slack.command(user, name, text, channel);
  await stage.settled();
  const shown = stage.slack.ephemerals(user).slice(before).map(wordsOf);
  return [...(ack ? [ack.text] : []), ...shown].join('\n');
}

/** Clicks in a message of the person's DM: the newest that has the element, unless `ts` names another. */
export async function click(
  stage: Stage,
  user: string,
  actionId: string,
  { value, ts, blockId }: { value?: string; ts?: string; blockId?: string } = {},
): Promise<string> {
  const before = stage.slack.ephemerals(user).length;
  await stage.slack.click(user, {
    channel: stage.slack.dmOf(user),
    ts: ts ?? messageWith(stage, user, actionId).ts,
    actionId,
    ...(value === undefined ? {} : { value }),
    ...(blockId === undefined ? {} : { blockId }),
  });
  await stage.settled();
  return stage.slack.ephemerals(user).slice(before).map(wordsOf).join('\n');
}

export async function say(stage: Stage, user: string, text: string, thread?: string): Promise<string> {
  const { ts } = await stage.slack.say(user, text, thread === undefined ? {} : { threadTs: thread });
  await stage.settled();
  return ts;
}

/** Puts values into the open form's inputs, which are all called `value`, and sends it. */
export async function fillIn(stage: Stage, user: string, values: Readonly<Record<string, unknown>>) {
  const form = Object.fromEntries(Object.entries(values).map(([block, value]) => [block, { value }]));
  const sent = await stage.slack.submit(user, form);
  await stage.settled();
  return sent;
}

export async function openHome(stage: Stage, user: string): Promise<string> {
  await stage.slack.openHome(user);
  await stage.settled();
  return wordsOf(stage.slack.home(user));
}

/** Makes two people mentor and mentee, as they would themselves. */
export async function pair(stage: Stage, mentor = 'UMENTOR', mentee = 'UMENTEE'): Promise<void> {
  await command(stage, mentor, `/mentor invite @${mentee}`);
  await click(stage, mentee, 'proposal_accept');
}

export async function memberOf(stage: TestStage, user: string): Promise<Member> {
  const member = await stage.store.members.bySlackId(user);
  if (!member) throw new Error(`The bot has not met ${user}`);
  return member;
}

/** Logs goals, and moves the clock to the moment at which the bot asks about them. */
export async function ask(
  stage: TestStage,
  user = 'UMENTEE',
  goals: readonly string[] = ['Become certified'],
): Promise<SlackMessage> {
  await logGoals(stage, user, goals);
  return toNextNudge(stage, user);
}

export async function logGoals(stage: Stage, user: string, goals: readonly string[]): Promise<void> {
  for (const goal of goals) await command(stage, user, `/goal add ${goal}`);
}

/** Moves on, doing what falls due, to the moment at which this person is asked again. */
export async function toNextNudge(stage: TestStage, user = 'UMENTEE'): Promise<SlackMessage> {
  const before = (await nudges(stage, user)).length;
  for (let turns = 0; turns < 60; turns += 1) {
    const due = await stage.nextDue();
    if (due === null) break;
    await stage.advance(due);
    const now = await nudges(stage, user);
    const last = now.at(-1);
    if (last && now.length > before) return last;
  }
  throw new Error(`${user} is not asked`);
}

/** The bot's questions in a person's DM, answered or not, oldest first. */
export async function nudges(stage: TestStage, user = 'UMENTEE'): Promise<SlackMessage[]> {
  return said(stage, user, 'nudge');
}

/** What the bot said to a person of one kind, as it stands in the DM now. */
export async function said(stage: TestStage, user: string, kind: MessageKind): Promise<SlackMessage[]> {
  const member = await memberOf(stage, user);
  const rows = await stage.database.prisma.message.findMany({
    where: { memberId: member.id, kind, state: 'sent' },
  });
  const places = new Set(rows.map(({ ts }) => ts));
  return dm(stage, user).filter(({ ts }) => places.has(ts));
}

export async function checkInsOf(stage: TestStage, user = 'UMENTEE') {
  const { id: memberId } = await memberOf(stage, user);
  return stage.database.prisma.checkIn.findMany({ where: { memberId }, orderBy: { saidAt: 'asc' } });
}

export async function nudgeRecords(stage: TestStage, user = 'UMENTEE') {
  const { id: memberId } = await memberOf(stage, user);
  return stage.database.prisma.nudge.findMany({ where: { memberId }, orderBy: { dueAt: 'asc' } });
}

/** Moves the clock on by so much, doing on the way what falls due. */
export async function pass(stage: Stage, milliseconds: number): Promise<void> {
  await stage.advance(new Date(stage.clock.now().getTime() + milliseconds));
}
