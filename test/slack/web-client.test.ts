import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { clientOptions } from '../../src/slack/web-client';

/** Bolt answers to a response URL by the client's `fetch`, and sets it no limit. */

const silent = createServer(() => undefined);

afterAll(() => {
  silent.closeAllConnections();
  silent.close();
});

it('whoever never answers is not waited for, also by what sets no limit of its own', async () => {
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${portOf(silent.address())}/response`;
  const { fetch: said = fetch } = clientOptions(url, 50);
  await expect(said(url, { method: 'POST', body: '{}' })).rejects.toMatchObject({ name: 'TimeoutError' });
}, 10_000);

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('It does not listen');
  return address.port;
}
