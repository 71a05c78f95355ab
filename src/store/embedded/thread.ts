import { parentPort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { isDriverAdapterError, type SqlDriverAdapter, type Transaction } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import type { Answer, Call, Numbered, Refusal } from './calls';

/** The thread of the embedded database: it computes while the other one answers Slack. */

interface Opened {
  readonly pglite: PGlite;
  readonly adapter: SqlDriverAdapter;
}

let opened: Opened | null = null;
let lastTransaction = 0;
const transactions = new Map<number, Transaction>();

async function open(folder: string): Promise<void> {
  const pglite = await PGlite.create(folder);
  opened = { pglite, adapter: await new PrismaPGlite(pglite).connect() };
}

async function answer(call: Call): Promise<Answer> {
  switch (call.do) {
    case 'open':
      await open(call.folder);
      return { is: 'done' };
    case 'query':
      return { is: 'table', table: await on(call.within).queryRaw(call.query) };
    case 'execute':
      return { is: 'number', number: await on(call.within).executeRaw(call.query) };
    case 'script':
      // The adapter's own would neither wait for it nor tell what is wrong with it.
      await database().pglite.exec(call.script);
      return { is: 'done' };
    case 'begin': {
      const transaction = await database().adapter.startTransaction(call.isolation);
      lastTransaction += 1;
      transactions.set(lastTransaction, transaction);
      return { is: 'number', number: lastTransaction };
    }
    case 'commit':
      await taken(call.within).commit();
      return { is: 'done' };
    case 'rollback':
      await taken(call.within).rollback();
      return { is: 'done' };
    case 'run':
      return { is: 'rows', rows: await run(call.text, call.values) };
    case 'ping':
      return { is: 'done' };
    case 'close':
      await opened?.pglite.close();
      return { is: 'done' };
  }
}

async function run(text: string, values: unknown[]): Promise<unknown[]> {
  const { pglite } = database();
  if (values.length > 0) return (await pglite.query(text, values)).rows;
  return (await pglite.exec(text)).at(-1)?.rows ?? [];
}

function database(): Opened {
  if (opened === null) throw new Error('The embedded database was asked before it was opened');
  return opened;
}

function on(within: number | null): SqlDriverAdapter | Transaction {
  return within === null ? database().adapter : find(within);
}

function find(within: number): Transaction {
  const transaction = transactions.get(within);
  if (transaction === undefined) throw new Error('A transaction that was never begun, or has ended');
  return transaction;
}

/** Ended with this call, whatever becomes of it. */
function taken(within: number): Transaction {
  const transaction = find(within);
  transactions.delete(within);
  return transaction;
}

function refusal(error: unknown): Refusal {
  if (!(error instanceof Error)) return { message: '', stack: '', code: undefined, forPrisma: undefined };
  return {
    message: error.message,
    stack: error.stack ?? '',
    code: 'code' in error && typeof error.code === 'string' ? error.code : undefined,
    forPrisma: isDriverAdapterError(error) ? error.cause : undefined,
  };
}

parentPort?.on('message', ({ id, what }: Numbered<Call>) => {
  answer(what)
    .catch((error: unknown): Answer => ({ is: 'refused', error: refusal(error) }))
    .then(
      (said) => parentPort?.postMessage({ id, what: said } satisfies Numbered<Answer>),
      // What cannot be sent ends this thread, and whoever waits for it is told by that.
      (error: unknown) => {
        throw error;
      },
    );
});
