import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A child process that answers questions. */
export interface Helper {
  readonly child: ChildProcess;
  /** @throws what the child threw, as its text */
  ask(verb: string, given?: Readonly<Record<string, unknown>>): Promise<unknown>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

export async function startHelper(
  name: string,
  env: NodeJS.ProcessEnv,
  nodeOptions: readonly string[] = [],
): Promise<Helper> {
  const child = fork(path.join(__dirname, 'children', `${name}.ts`), {
    execArgv: [...nodeOptions, '--import', require.resolve('tsx')],
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', (said: { ready?: true; id?: number; value?: unknown; error?: string }) => {
      if (said.ready) return resolve();
      const asked = waiting.get(said.id ?? 0);
      waiting.delete(said.id ?? 0);
      if (said.error === undefined) asked?.resolve(said.value);
      else asked?.reject(new Error(`${name}: ${said.error}`));
    });
    child.on('exit', () => {
      const gone = new Error(`The process '${name}' has ended`);
      reject(gone);
      for (const { reject: refuse } of waiting.values()) refuse(gone);
    });
  });
  await ready;
  return {
    child,
    ask: (verb, given = {}) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ id: last, verb, given });
      }),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
