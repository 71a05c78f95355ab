import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transpileModule, ModuleKind, ScriptTarget } from 'typescript';
import { isRecord, textIn, textsIn, type Fields } from './messages';

/** The processes of a measurement. Each is ended by whoever started it. */

const root = path.join(__dirname, '..');

export interface Child {
  readonly pid: number;
  readonly ask: (question: Fields) => Promise<Fields>;
  readonly next: () => Promise<Fields>;
  readonly stop: () => Promise<void>;
}

/** A helper that runs as TypeScript and talks over Node's own channel. */
export function startHelper(name: string, clock: Clock = MACHINE): Child {
  const child = fork(path.join(__dirname, 'children', `${name}.ts`), {
    execArgv: [...clock.options, '--import', 'tsx'],
    env: { PATH: process.env['PATH'], ...clock.env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return talkingTo(child);
}

/** What is compared as a process (its start, its memory) runs as the bot does: plain Node, compiled, beside it in dist. */
export async function startCompiled(
  name: string,
  env: Readonly<Record<string, string>>,
  clock: Clock = MACHINE,
): Promise<Child> {
  const source = await readFile(path.join(__dirname, 'children', `${name}.ts`), 'utf8');
  const { outputText } = transpileModule(source, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2023, esModuleInterop: true },
  });
  const compiled = path.join(root, 'dist', 'bench', `${name}.js`);
  await mkdir(path.dirname(compiled), { recursive: true });
  await writeFile(compiled, outputText.replaceAll('../../src/', '../'));
  return start(compiled, env, clock);
}

/** The bot as `npm start` starts it. */
export function startBot(env: Readonly<Record<string, string>>, clock: Clock = MACHINE): Child {
  return start(path.join(root, 'dist', 'index.js'), env, clock);
}

/** What time it is for a process. */
export interface Clock {
  readonly options: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const MACHINE: Clock = { options: [], env: {} };

/** For whoever starts with it, it is this instant now, and time goes as fast as ever. */
export function clockFrom(begin: Date): Clock {
  return {
    options: ['--require', path.join(root, 'faults', 'children', 'clock.cjs')],
    env: { FAULTS_BEGIN: String(begin.getTime()), FAULTS_SINCE: String(Date.now()), FAULTS_RATE: '1' },
  };
}

function start(file: string, env: Readonly<Record<string, string>>, clock: Clock): Child {
  const child = spawn(process.execPath, [...clock.options, file], {
    // Nothing of the shell's settings reaches a process that is measured.
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...clock.env, ...env },
    cwd: path.dirname(file),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return talkingTo(child);
}

function talkingTo(child: ChildProcess): Child {
  const ended = once(child, 'exit');
  const next = async () => {
    const died = ended.then(() => Promise.reject(new Error('A process of the bench ended too early')));
    const heard: readonly unknown[] = await Promise.race([once(child, 'message'), died]);
    const [message] = heard;
    if (!isRecord(message)) throw new TypeError('A process of the bench said nothing readable');
    return message;
  };
  return {
    pid: child.pid ?? 0,
    next,
    ask(question) {
      const answer = next();
      child.send(question);
      return answer;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export interface SlackProcess {
  readonly apiUrl: string;
  readonly team: string;
  readonly token: string;
  readonly appToken: string;
  /** Answers the DM of each. */
  people(ids: readonly string[]): Promise<string[]>;
  /** The bodies of a tap by everybody who was asked. */
  taps(): Promise<string[]>;
  /** Resolves when the bot has acknowledged a slash command, waiting for its socket first. */
  command(user: string): Promise<void>;
  /** Forgets the calls it noted down. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

export async function startSlack(clock: Clock = MACHINE): Promise<SlackProcess> {
  const child = startHelper('local-slack', clock);
  const hello = await child.next();
  return {
    apiUrl: textIn(hello, 'apiUrl'),
    team: textIn(hello, 'team'),
    token: textIn(hello, 'token'),
    appToken: textIn(hello, 'appToken'),
    async people(ids) {
      return textsIn(await child.ask({ do: 'people', ids }), 'dms');
    },
    async taps() {
      return textsIn(await child.ask({ do: 'asked' }), 'bodies');
    },
    async command(user) {
      const { acked, error } = await child.ask({ do: 'command', user });
      if (acked !== true) throw new Error(`The command was not acknowledged: ${String(error)}`);
    },
    async forget() {
      await child.ask({ do: 'forget' });
    },
    stop: child.stop,
  };
}
