import type { Json } from './json';

/** The words of the local Slack: what it holds, and what it can be asked. */

export interface Block {
  type: string;
  block_id: string;
  [field: string]: unknown;
}

export interface SlackFile {
  id: string;
  name: string;
  [field: string]: unknown;
}

export interface SlackMessage {
  type: 'message';
  channel: string;
  ts: string;
  user: string;
  text: string;
  /** Empty when the message has none. */
  blocks: Block[];
  team: string;
  thread_ts?: string;
  parent_user_id?: string;
  subtype?: string;
  edited?: { user: string; ts: string };
  metadata?: { event_type: string; event_payload: Json };
  files?: SlackFile[];
  attachments?: Json[];
  reactions?: { name: string; users: string[]; count: number }[];
  bot_id?: string;
  app_id?: string;
  client_msg_id?: string;
}

/** What a person chose or typed: one entry for each block and action. */
export type StateValues = Record<string, Record<string, Json>>;

export interface View {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  blocks: Block[];
  private_metadata: string;
  callback_id: string;
  external_id: string;
  state: { values: StateValues };
  hash: string;
  title: Json | null;
  submit: Json | null;
  close: Json | null;
  clear_on_close: boolean;
  notify_on_close: boolean;
  root_view_id: string;
  previous_view_id: string | null;
  app_id: string;
  app_installed_team_id: string;
  bot_id: string;
}

export interface Person {
  id: string;
  name: string;
  tz?: string;
  realName?: string;
  deleted?: boolean;
  isBot?: boolean;
  isRestricted?: boolean;
  isUltraRestricted?: boolean;
  isStranger?: boolean;
  teamId?: string;
  locale?: string;
}

export interface NewChannel {
  id: string;
  name: string;
  isPrivate?: boolean;
  isArchived?: boolean;
  isShared?: boolean;
  members?: string[];
}

export interface ChannelInfo {
  id: string;
  name: string;
  isPrivate: boolean;
  isArchived: boolean;
  isShared: boolean;
  members: string[];
}

export interface Dnd {
  enabled: boolean;
  nextStart: Date;
  nextEnd: Date;
}

export interface Call {
  method: string;
  args: Json;
  answer: Json;
  at: Date;
}

/** What a command showed at once, in the answer to the request itself. */
export interface CommandAnswer {
  ack: { text: string; blocks: Block[]; responseType: 'ephemeral' | 'in_channel' } | null;
}

export interface ClickTarget {
  channel?: string;
  ts?: string;
  actionId: string;
  blockId?: string;
  value?: string;
}

export type Submitted = { ok: true; view: View | null } | { errors: Record<string, string> };

export type FormValues = Record<string, Record<string, unknown>>;

export interface SharedFile {
  id: string;
  name: string;
  title: string;
  content: Buffer;
  channel: string;
  ts: string;
}

export interface Change {
  kind: 'message' | 'ephemeral' | 'view' | 'home' | 'user' | 'channel';
  user?: string;
  channel?: string;
}

export type Fault =
  | ({ kind: 'rate_limited'; retryAfter?: number } & OnCalls)
  | ({ kind: 'http_500' } & OnCalls)
  /** Does the work, then never answers: the connection is cut after `holdMs` (100). */
  | ({ kind: 'timeout_after_accept'; holdMs?: number } & OnCalls)
  | ({ kind: 'error'; error: string } & OnCalls)
  /** Does the work so much later, whether or not somebody still waits for the answer. */
  | ({ kind: 'latency'; ms: number } & OnCalls)
  /** Takes so many calls a minute, and answers 429 to the rest. */
  | { kind: 'budget'; method: string; perMinute: number }
  /** The next event is delivered this many extra times, with the same event_id. */
  | { kind: 'duplicate_event'; times?: number }
  /** The next message waits until the edit or deletion that follows it was delivered. */
  | { kind: 'out_of_order' }
  /** Cuts every socket; with a reason, says so first as Slack does. */
  | { kind: 'drop_socket'; reason?: 'warning' | 'refresh_requested' | 'link_disabled' }
  | { kind: 'connections_open_fails'; times?: number };

/** Which calls meet a fault: of a method, or '*'; the next one, or the next `times`, each with this chance (1). */
export interface OnCalls {
  method: string;
  times?: number;
  chance?: number;
}

export type Delivery = { mode: 'socket' } | { mode: 'http'; url: string; signingSecret: string };

export interface LocalSlackOptions {
  /** The moved clock: message ts, expiry of triggers and of response URLs. */
  now: () => Date;
  /** Port of the Web API; 0 (the default) takes any free one. */
  port?: number;
  /** Path of the manifest from which scopes, commands, shortcuts and events are read. */
  manifest?: string;
  delivery?: Delivery;
  ackTimeoutMs?: number;
  /** Waits before each further delivery of an event that was not acknowledged. Slack: at once, 1 and 5 minutes. */
  retryDelaysMs?: number[];
  /** How long an event waits for a socket. */
  connectTimeoutMs?: number;
  pingIntervalMs?: number;
  /** From 0 to 1, for faults that have a chance. */
  random?: () => number;
  /** Stamps signed requests; receivers compare it with their own real clock. */
  wallClock?: () => Date;
}

export interface LocalSlack {
  readonly apiUrl: string;
  readonly team: { id: string; name: string };
  readonly bot: { userId: string; token: string; appToken: string };
  deliverOverHttp(url: string, signingSecret: string): void;
  addUser(user: Person): void;
  changeUser(id: string, change: Partial<Omit<Person, 'id'>>): Promise<void>;
  addChannel(channel: NewChannel): void;
  joinChannel(channelId: string, userId: string): Promise<void>;
  archiveChannel(channelId: string, userId: string): Promise<void>;
  setDnd(userId: string, dnd: Dnd): void;

  say(
    user: string,
    text: string,
    place?: { channel?: string; threadTs?: string; files?: { id: string; name: string }[] },
  ): Promise<{ channel: string; ts: string }>;
  edit(user: string, channel: string, ts: string, text: string): Promise<void>;
  delete(user: string, channel: string, ts: string): Promise<void>;
  command(user: string, command: string, text: string, channel?: string): Promise<CommandAnswer>;
  click(user: string, target: ClickTarget): Promise<void>;
  clickForged(user: string, payload: { channel?: string; ts?: string; action: Json }): Promise<void>;
  submit(user: string, values: FormValues): Promise<Submitted>;
  closeView(user: string): Promise<void>;
  shortcut(user: string, callbackId: string): Promise<void>;
  messageShortcut(user: string, callbackId: string, channel: string, ts: string): Promise<void>;
  openHome(user: string): Promise<void>;
  mention(user: string, channel: string, text: string): Promise<void>;
  uninstall(): Promise<void>;
  revokeToken(): Promise<void>;
  reinstall(): void;
  /** Sends Slack's challenge over HTTP; rejects unless the app echoes it. */
  urlVerification(): Promise<void>;

  messages(place: { channel: string } | { dm: string }): SlackMessage[];
  ephemerals(user: string): SlackMessage[];
  view(user: string): View | null;
  home(user: string): View | null;
  users(): Person[];
  channels(): ChannelInfo[];
  dmOf(user: string): string;
  files(): SharedFile[];
  calls(method?: string): Call[];
  clearCalls(): void;
  /** Texts of the bot that would have pinged a whole channel or group. */
  broadcasts(): string[];
  arm(fault: Fault): void;
  /** No call meets a fault any more. */
  disarm(): void;
  /** Sends a frame as it is, over every socket: also such as Slack would not send. */
  sendFrame(frame: string): void;
  onChange(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}
