import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { announced, runCli } from '../../_kit/simulator/testing/cli-process';
import { DocsClient } from './simulator-harness';

it('serves a client of the vendor: log in, list customers, create an invoice; and keeps it over a restart', async () => {
  const booksFile = join(await mkdtemp(join(tmpdir(), 'practice-')), 'books.json');
  const args = ['billit', '--seed', '9', '--books', 'small', '--books-file', booksFile, '--quirk', 'consent=automatic'];
  const child = runCli(...args);
  const announcement = await announced(child);
  expect(announcement).toMatchObject({
    package: 'billit',
    endpoints: { auth: announcement.address, api: announcement.address },
    registration: { clientId: expect.any(String) as string, redirectUri: 'https://koppel.example/terug' },
  });
  const client = new DocsClient(announcement.endpoints, announcement.registration);
  await client.login();
  const [customer] = (await client.get('/parties', { $filter: "PartyType eq 'Customer'", $top: 1 })).json.Items;
  const invoice = await client.send<number>('POST', '/orders', {
    OrderType: 'Invoice',
    OrderDirection: 'Income',
    OrderDate: '2025-06-12',
    ExpiryDate: '2025-07-12',
    CustomerID: customer?.PartyID,
    OrderLines: [{ Description: 'Lekkage', Quantity: 1, UnitPriceExcl: 100, VATPercentage: 21 }],
  });
  expect(invoice.status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);

  const again = await announced(runCli(...args));
  const later = new DocsClient(again.endpoints, again.registration);
  later.token = client.token;
  expect((await later.get(`/orders/${invoice.json}`)).json).toMatchObject({ TotalIncl: 121 });
});
