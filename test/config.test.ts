import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, readConfig, readDatabaseConfig, type Environment } from '../src/config';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SLACK_APP_TOKEN: 'xapp-1-A-2-def' };
const http = { SLACK_BOT_TOKEN: 'xoxb-1-2-abc', SLACK_SIGNING_SECRET: '0123456789abcdef' };

function refusal(read: () => unknown): ConfigError {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('Expected a refusal, and the settings were accepted.');
}

const problems = (env: Environment) => refusal(() => readConfig(env)).problems;

describe('an operator with good settings', () => {
  test('needs no more than two tokens', () => {
    expect(readConfig(socket)).toEqual({
      slack: {
        botToken: 'xoxb-1-2-abc',
        apiUrl: 'https://slack.com/api/',
        mode: { kind: 'socket', appToken: 'xapp-1-A-2-def' },
      },
      port: 3000,
      database: { kind: 'embedded', dataDir: './data' },
      logLevel: 'info',
      coordinators: [],
    });
  });

  test('is heard over HTTP with a signing secret and no app token', () => {
    const { slack, port } = readConfig({ ...http, PORT: '8080' });
    expect(slack.mode).toEqual({ kind: 'http', signingSecret: '0123456789abcdef', port: 8080 });
    expect(port).toBe(8080);
  });

  test('gets Socket Mode when both doors are open', () => {
    expect(readConfig({ ...socket, ...http }).slack.mode.kind).toBe('socket');
  });

  test('may fill in everything', () => {
    const config = readConfig({
      ...socket,
      DATABASE_URL: 'postgres://bot:pa%2Fss@db.example:5432/nudge',
      DATA_DIR: '/srv/nudge',
      LOG_LEVEL: 'debug',
      COORDINATORS: ' U024BE7LH, W0G9QF9C6,U024BE7LH, ',
    });
    expect(config.database).toEqual({ kind: 'server', url: 'postgres://bot:pa%2Fss@db.example:5432/nudge' });
    expect(config.logLevel).toBe('debug');
    expect(config.coordinators).toEqual(['U024BE7LH', 'W0G9QF9C6']);
  });

  test('may leave lines of the example file empty', () => {
    const blank = {
      PORT: '',
      DATABASE_URL: ' ',
      SLACK_SIGNING_SECRET: '',
      SLACK_API_URL: '',
      COORDINATORS: '',
    };
    expect(readConfig({ ...socket, ...blank })).toEqual(readConfig(socket));
  });

  test('may paste a token with a line break after it', () => {
    expect(readConfig({ ...socket, SLACK_BOT_TOKEN: 'xoxb-1-2-abc\n' }).slack.botToken).toBe('xoxb-1-2-abc');
  });
});

describe('an operator with bad settings', () => {
  test('without any token is shown the playground', () => {
    const { message, problems } = refusal(() => readConfig({}));
    expect(problems).toEqual([
      expect.stringMatching(/^SLACK_BOT_TOKEN is missing/),
      expect.stringMatching(/^SLACK_APP_TOKEN is missing, and SLACK_SIGNING_SECRET too/),
    ]);
    expect(message).toContain('npm run playground');
  });

  test('with one token is not sent to the playground', () => {
    const { message } = refusal(() => readConfig({ SLACK_BOT_TOKEN: 'xoxb-1' }));
    expect(message).not.toContain('playground');
    expect(message).toContain('.env.example');
  });

  test('hears of every problem at once, each with its mend', () => {
    const env = {
      SLACK_BOT_TOKEN: 'xoxp-secret-1',
      SLACK_API_URL: 'https://elsewhere.example/api/',
      ALLOW_CUSTOM_SLACK_API: 'perhaps',
      DATABASE_URL: 'mysql://secret-2@db/nudge',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      COORDINATORS: 'U024BE7LH,ada',
    };
    const { message, problems } = refusal(() => readConfig(env));
    for (const name of Object.keys(env)) {
      expect(problems).toContainEqual(expect.stringMatching(new RegExp(`^${name} `)));
    }
    expect(problems).toContainEqual(expect.stringMatching(/^SLACK_APP_TOKEN is missing/));
    expect(problems).toHaveLength(8);
    for (const problem of problems) expect(message).toContain(problem);
  });

  test('never finds a secret in the message', () => {
    const { message } = refusal(() =>
      readConfig({
        SLACK_BOT_TOKEN: 'xoxp-canary',
        SLACK_APP_TOKEN: 'canary',
        SLACK_SIGNING_SECRET: 'canary canary',
        SLACK_API_URL: 'ftp://canary',
        DATABASE_URL: 'canary://canary:canary@canary',
        PORT: 'canary',
        LOG_LEVEL: 'canary',
        COORDINATORS: 'canary',
        ALLOW_CUSTOM_SLACK_API: 'canary',
      }),
    );
    expect(message).not.toContain('canary');
  });

  test('is told that a token is wrong, not that it is missing', () => {
    expect(problems({ ...socket, SLACK_APP_TOKEN: 'xoxb-oops' })).toEqual([
      expect.stringMatching(/^SLACK_APP_TOKEN must start with xapp-/),
    ]);
  });

  test.each(['0', '65536', '-1', '3000.5', '3e3', '0x10', 'http'])('may not listen on port %s', (PORT) => {
    expect(problems({ ...socket, PORT })).toEqual([expect.stringMatching(/^PORT must be/)]);
  });

  test.each(['postgresql', 'mysql://db/nudge', 'db.example:5432'])(
    'may not keep data in %s',
    (DATABASE_URL) => {
      expect(problems({ ...socket, DATABASE_URL })).toEqual([
        expect.stringMatching(/^DATABASE_URL must look/),
      ]);
    },
  );

  test.each(['ada', 'u024be7lh', 'C024BE7LH', 'U024BE7LH W0G9QF9C6'])(
    'may not name %s as coordinator',
    (id) => {
      expect(problems({ ...socket, COORDINATORS: id })).toEqual([
        expect.stringMatching(/^COORDINATORS must/),
      ]);
    },
  );
});

describe("the bot's token is sent only to Slack", () => {
  test.each([
    ['https://slack.com/api', 'https://slack.com/api/'],
    ['http://127.0.0.1:3333/api/', 'http://127.0.0.1:3333/api/'],
    ['http://127.8.9.1/api', 'http://127.8.9.1/api/'],
    ['http://localhost:3333/api', 'http://localhost:3333/api/'],
    ['http://[::1]:3333/api/', 'http://[::1]:3333/api/'],
  ])('or to this machine: %s', (SLACK_API_URL, apiUrl) => {
    expect(readConfig({ ...socket, SLACK_API_URL }).slack.apiUrl).toBe(apiUrl);
  });

  test.each([
    'https://elsewhere.example/api/',
    'http://slack.com/api/',
    'https://slack.com.elsewhere.example/api/',
    'https://slack.com@elsewhere.example/api/',
    'http://127.0.0.1.elsewhere.example/api/',
    'http://localhost.elsewhere.example/api/',
    'http://0.0.0.0/api/',
  ])('and not to %s', (SLACK_API_URL) => {
    expect(problems({ ...socket, SLACK_API_URL })).toEqual([
      expect.stringMatching(/^SLACK_API_URL is neither.*ALLOW_CUSTOM_SLACK_API=true/),
    ]);
  });

  test('unless the operator says that the other server is theirs', () => {
    const env = { ...socket, SLACK_API_URL: 'https://elsewhere.example/api', ALLOW_CUSTOM_SLACK_API: 'true' };
    expect(readConfig(env).slack.apiUrl).toBe('https://elsewhere.example/api/');
  });

  test.each(['slack', 'ftp://slack.com/api/', 'file:///etc/passwd'])('and %s is no address at all', (url) => {
    expect(problems({ ...socket, SLACK_API_URL: url, ALLOW_CUSTOM_SLACK_API: 'true' })).toEqual([
      expect.stringMatching(/^SLACK_API_URL must be a web address/),
    ]);
  });
});

describe('a command that needs only the database', () => {
  test('does not ask for Slack', () => {
    expect(readDatabaseConfig({ DATA_DIR: '/srv/nudge' })).toEqual({
      kind: 'embedded',
      dataDir: '/srv/nudge',
    });
    expect(readDatabaseConfig({ DATABASE_URL: 'postgresql://db/nudge' })).toEqual({
      kind: 'server',
      url: 'postgresql://db/nudge',
    });
  });

  test('refuses a bad address without repeating it', () => {
    const { problems, message } = refusal(() =>
      readDatabaseConfig({ DATABASE_URL: 'mysql://u:canary@db/n' }),
    );
    expect(problems).toEqual([expect.stringMatching(/^DATABASE_URL must look/)]);
    expect(message).not.toContain('canary');
  });
});

test('the example file explains every variable that is read, and no other', () => {
  const read = (file: string) => readFileSync(resolve(__dirname, '..', file), 'utf8');
  const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name).sort();
  const explained = names(read('.env.example'), /^# .+\n([A-Z_]+)=/gm);
  expect(explained).toEqual(names(read('src/config.ts'), /^ {2}([A-Z][A-Z_]+): /gm));
});
