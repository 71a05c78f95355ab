import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../test/support/free-port';

/** The bot's processes, as an operator and their supervisor see them. */

const root = path.join(__dirname, '..');
const preload = (name: string) => path.join(__dirname, 'children', `${name}.cjs`);

/** One bot that a supervisor keeps alive: what dies is started again at once. */
export interface Bot {
  readonly port: number;
  /** Whatever its processes have said so far, to both streams. */
  readonly said: () => string;
  /** What they have written to their log, a line a record. */
  readonly log: () => string;
  readonly exits: readonly Exit[];
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it listens, also after it was started again. */
  listening(): Promise<void>;
  /** Moves the process's wall clock away from the run's by so many milliseconds, or its host into another zone. */
  step(milliseconds: number, hostZone?: string): Promise<void>;
  pid(): number;
  /** Ends it for good. Answers how long it took, in the machine's milliseconds. */
  stop(): Promise<number>;
}

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface BotSettings {
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  /** Whether a process that has ended is started again. */
  readonly isSupervised?: boolean;
}

let made = 0;

export async function startBot({ env, folder, isSupervised = true }: BotSettings): Promise<Bot> {
  made += 1;
  const port = await freePort();
  const stepFile = path.join(folder, `step-${made}`);
  const exits: Exit[] = [];
  let said = '';
  let log = '';
  /** Of the process that runs now. */
  let isListening = false;
  let isStopping = false;
  let child = start();

  function start(): ChildProcess {
    // The bot as it is deployed, or from source where it was not built.
    const run =
      process.env['FAULTS_SOURCE'] === undefined
        ? ['dist/index.js']
        : ['--import', require.resolve('tsx'), 'src/index.ts'];
    const started = spawn(
      process.execPath,
      [
        '--require',
        preload('clock'),
        ...('FAULTS_DISK' in env ? ['--require', preload('full-disk')] : []),
        ...run.slice(0, -1),
        path.join(root, run.at(-1) ?? ''),
      ],
      {
        cwd: folder,
        env: {
          PATH: process.env['PATH'],
          LOG_LEVEL: 'info',
          PORT: String(port),
          FAULTS_STEP: stepFile,
          ...env,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    started.stdout.on('data', (chunk: Buffer) => (log += chunk.toString()));
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (started === child && chunk.includes('is listening')) isListening = true;
      });
    }
    started.on('exit', (code, signal) => {
      exits.push({ code, signal });
      isListening = false;
      if (!isStopping && isSupervised) child = start();
    });
    return started;
  }

  return {
    port,
    said: () => said,
    log: () => log,
    exits,
    kill(signal) {
      if (signal === 'SIGKILL' || signal === 'SIGTERM') isListening = false;
      child.kill(signal);
    },
    async listening() {
      while (!isListening) {
        if (child.exitCode !== null && !isSupervised) throw new Error(`The bot has ended:\n${said}`);
        await pause(20);
      }
    },
    async step(milliseconds, hostZone = 'UTC') {
      await writeFile(stepFile, `${milliseconds} ${hostZone}`);
      child.kill('SIGUSR2');
    },
    pid: () => child.pid ?? 0,
    async stop() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return 0;
      const begun = performance.now();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      return performance.now() - begun;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
