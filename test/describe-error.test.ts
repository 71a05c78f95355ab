import { describeError } from '../src/describe-error';

/** What the log keeps of an error: all the way down, and not a word that somebody wrote. */

const SECRET = 'I fell out with Tom';
const described = (error: unknown) => JSON.stringify(describeError(error));

/** As somebody else's code would make it: the place is in a package. */
function foreign<Made extends Error>(error: Made): Made {
  error.stack = `${error.name}: ${error.message}\n    at query (/app/node_modules/some/lib/index.js:1:2)`;
  return error;
}

it.each([
  ['of a package', foreign(new Error(`bad value: ${SECRET}`))],
  ['of the engine', new TypeError(`Cannot use 'in' operator to search for 'id' in ${SECRET}`)],
  ['of JSON', new SyntaxError(`Unexpected token in ${SECRET}`)],
  ['with many lines', foreign(new Error(`first\n    at ${SECRET} (x:1:2)\nlast`))],
  ['within another', new Error('broke', { cause: foreign(new Error(SECRET)) })],
  ['gathered', new AggregateError([foreign(new Error(SECRET))], 'several')],
  ['wrapped by Bolt', Object.assign(new Error('unknown'), { original: foreign(new Error(SECRET)) })],
  ['with words for a code', foreign(Object.assign(new Error('x'), { code: SECRET }))],
  ['that is none', SECRET],
])('keeps no word of an error %s', (_what, error) => {
  expect(described(error)).not.toContain('Tom');
});

it('follows causes, what Bolt wraps, and what is gathered', () => {
  const deepest = foreign(Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }));
  const wrapped = Object.assign(new Error('y'), { original: new Error('z', { cause: deepest }) });
  const gathered = new AggregateError([wrapped], 'several');
  expect(described(gathered)).toContain('ECONNREFUSED');
});

it('ends where an error is its own cause', () => {
  const one = new Error('one');
  const other = new Error('other', { cause: one });
  one.cause = other;
  expect(described(one)).toContain('again');
});

it('has the reference as a field', () => {
  expect(describeError(Object.assign(new Error('x'), { reference: 'abc12345' }))).toMatchObject({
    reference: 'abc12345',
  });
});

it('says where it happened', () => {
  expect(described(new Error('x'))).toContain('describe-error.test.ts');
});
