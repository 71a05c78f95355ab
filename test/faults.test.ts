import { runCase } from '../faults/case';
import { CASES } from '../faults/cases';

/** The short form of `npm run faults`: real processes, from source, and the promises that hold whatever happens to them. */

beforeAll(() => {
  process.env['FAULTS_SOURCE'] = 'true';
});

it.each(CASES.filter(({ isShort }) => isShort))('$name', async (each) => {
  const { broken, outcome } = await runCase(each, 1);
  expect(broken).toEqual([]);
  expect(outcome).toMatchObject({ sent: outcome.due, twice: 0, lost: 0, ackedLost: 0 });
});
