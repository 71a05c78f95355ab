import { z } from 'zod';

/** The environment as settings, or one error that names every bad variable and how to mend it. */

export type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type DatabaseConfig = { kind: 'embedded'; dataDir: string } | { kind: 'server'; url: string };

export type SlackMode =
  { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string; port: number };

export interface Config {
  slack: { botToken: string; apiUrl: string; mode: SlackMode };
  /** Where the bot listens: Slack's requests in HTTP mode, health checks in both. */
  port: number;
  database: DatabaseConfig;
  logLevel: LogLevel;
  /** Slack user ids of those who look after the program and are greeted at the first start. */
  coordinators: string[];
}

/** Each problem names its variable and how to mend it, and never repeats a value: most of them are secrets. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], advice?: string) {
    const lines = ['The settings need mending:', ...problems.map((problem) => `  - ${problem}`)];
    super([...lines, ...(advice === undefined ? [] : ['', advice])].join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const SLACK_API = 'https://slack.com/api/';
const WITHOUT_SLACK =
  'No Slack workspace at hand? `npm run playground` needs none of these: it brings a local Slack of its own.';
const HOW_TO_SET = 'Set them in the environment or in a file named .env (.env.example explains each one).';

const NO_DOOR =
  'SLACK_APP_TOKEN is missing, and SLACK_SIGNING_SECRET too. Set the first (xapp-…) for Socket Mode, which needs no public address, or the second to receive requests over HTTP.';

const flag = (name: string) => z.enum(['true', 'false'], `${name} must be true or false.`).default('false');

/** A refused URL is not repeated in the message: it may hold a password. */
const urlWith = (protocols: readonly string[], problem: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), problem);

const databaseVariables = {
  DATABASE_URL: urlWith(
    ['postgresql:', 'postgres:'],
    'DATABASE_URL must look like postgresql://user:password@host:5432/name, special characters in the password percent-encoded. Leave it out to use the embedded database.',
  ).optional(),
  DATA_DIR: z.string().default('./data'),
};

const variables = {
  ...databaseVariables,
  SLACK_BOT_TOKEN: z
    .string(
      'SLACK_BOT_TOKEN is missing. Copy the "Bot User OAuth Token" from your app\'s "OAuth & Permissions" page.',
    )
    .regex(
      /^xoxb-\S+$/,
      'SLACK_BOT_TOKEN must start with xoxb-. Copy the "Bot User OAuth Token" from your app\'s "OAuth & Permissions" page.',
    ),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-\S+$/,
      'SLACK_APP_TOKEN must start with xapp-. Create an app-level token with the scope connections:write on your app\'s "Basic Information" page.',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^\S+$/,
      'SLACK_SIGNING_SECRET must be one word. Copy the "Signing Secret" from your app\'s "Basic Information" page.',
    )
    .optional(),
  SLACK_API_URL: urlWith(
    ['https:', 'http:'],
    `SLACK_API_URL must be a web address. Leave it out to use ${SLACK_API}`,
  ).default(SLACK_API),
  ALLOW_CUSTOM_SLACK_API: flag('ALLOW_CUSTOM_SLACK_API'),
  PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535,
      'PORT must be a whole number from 1 to 65535. Leave it out to use 3000.',
    )
    .default('3000'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}. Leave it out to use info.`)
    .default('info'),
  COORDINATORS: z
    .string()
    .refine(
      (text) => userIds(text).every((id) => /^[UW][A-Z0-9]{2,}$/.test(id)),
      'COORDINATORS must be Slack user ids separated by commas, like U024BE7LH,U0G9QF9C6. A person\'s id is under "Copy member ID" in their Slack profile.',
    )
    .default(''),
};

// `when` lets these two speak even if another variable is bad, so that one start shows every problem.
const wholeConfig = z
  .object(variables)
  .refine((env) => env.SLACK_APP_TOKEN ?? env.SLACK_SIGNING_SECRET, { error: NO_DOOR, when: () => true })
  .refine((env) => env.ALLOW_CUSTOM_SLACK_API === 'true' || isTrustedApi(env.SLACK_API_URL), {
    error: `SLACK_API_URL is neither ${SLACK_API} nor this machine, and the bot's token would be sent there. Leave it out, or set ALLOW_CUSTOM_SLACK_API=true if that server is yours.`,
    when: ({ issues }) => !issues.some(({ path }) => path?.[0] === 'SLACK_API_URL'),
  });

/** @throws {ConfigError} naming every bad variable at once */
export function readConfig(env: Environment): Config {
  const given = withoutBlanks(env);
  const isUntouched =
    !given['SLACK_BOT_TOKEN'] && !given['SLACK_APP_TOKEN'] && !given['SLACK_SIGNING_SECRET'];
  const settings = check(wholeConfig, given, isUntouched ? `${HOW_TO_SET}\n${WITHOUT_SLACK}` : HOW_TO_SET);
  const port = Number(settings.PORT);
  return {
    slack: {
      botToken: settings.SLACK_BOT_TOKEN,
      apiUrl: withSlash(settings.SLACK_API_URL),
      mode: slackMode(settings.SLACK_APP_TOKEN, settings.SLACK_SIGNING_SECRET, port),
    },
    port,
    database: databaseOf(settings),
    logLevel: settings.LOG_LEVEL,
    coordinators: [...new Set(userIds(settings.COORDINATORS))],
  };
}

/**
 * For commands that need the database and no Slack, such as a migration.
 *
 * @throws {ConfigError} naming every bad variable at once
 */
export function readDatabaseConfig(env: Environment): DatabaseConfig {
  return databaseOf(check(z.object(databaseVariables), withoutBlanks(env), HOW_TO_SET));
}

function check<Settings>(schema: z.ZodType<Settings>, given: Environment, advice: string): Settings {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError([...new Set(result.error.issues.map((issue) => issue.message))], advice);
}

function slackMode(appToken: string | undefined, signingSecret: string | undefined, port: number): SlackMode {
  if (appToken !== undefined) return { kind: 'socket', appToken };
  if (signingSecret !== undefined) return { kind: 'http', signingSecret, port };
  throw new ConfigError([NO_DOOR], HOW_TO_SET);
}

function databaseOf(settings: { DATABASE_URL?: string | undefined; DATA_DIR: string }): DatabaseConfig {
  if (settings.DATABASE_URL !== undefined) return { kind: 'server', url: settings.DATABASE_URL };
  return { kind: 'embedded', dataDir: settings.DATA_DIR };
}

/** A line like `PORT=` in a copied .env.example means "not set". */
function withoutBlanks(env: Environment): Environment {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value));
}

function isTrustedApi(address: string): boolean {
  if (withSlash(address) === SLACK_API) return true;
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

function userIds(text: string): string[] {
  return text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}
