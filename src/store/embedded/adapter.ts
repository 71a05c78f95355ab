import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type { Answer, Call } from './calls';

/** Prisma's driver adapter for the embedded database: every call goes to its thread. */

export type Ask = (call: Call) => Promise<Answer>;

export function adapterOver(ask: Ask): SqlMigrationAwareDriverAdapterFactory {
  const named = { provider: 'postgres', adapterName: 'gentle-nudge-embedded' } as const;
  const queryable = (within: number | null): SqlQueryable => ({
    ...named,
    async queryRaw(query: SqlQuery) {
      return expect(await ask({ do: 'query', within, query }), 'table').table;
    },
    async executeRaw(query: SqlQuery) {
      return expect(await ask({ do: 'execute', within, query }), 'number').number;
    },
  });
  const adapter: SqlDriverAdapter = {
    ...queryable(null),
    async executeScript(script) {
      await ask({ do: 'script', script });
    },
    async startTransaction(isolation): Promise<Transaction> {
      const within = expect(await ask({ do: 'begin', isolation }), 'number').number;
      return {
        ...queryable(within),
        options: { usePhantomQuery: true },
        async commit() {
          await ask({ do: 'commit', within });
        },
        async rollback() {
          await ask({ do: 'rollback', within });
        },
      };
    },
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
  };
  const connect = () => Promise.resolve(adapter);
  return { ...named, connect, connectToShadowDb: connect };
}

/** @throws when the thread answered something else than was asked, which only a bug can */
export function expect<Is extends Answer['is']>(answer: Answer, is: Is): Extract<Answer, { is: Is }> {
  if (isOne(answer, is)) return answer;
  throw new Error(`The embedded database answered '${answer.is}' where '${is}' was asked for`);
}

function isOne<Is extends Answer['is']>(answer: Answer, is: Is): answer is Extract<Answer, { is: Is }> {
  return answer.is === is;
}
