import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { announced, runCli } from '../../_kit/simulator/testing/cli-process';
import { RestClient, type Json } from './simulator-harness';

it('prints one JSON line that a client can log in with, list customers and create an invoice', async () => {
  const booksFile = join(await mkdtemp(join(tmpdir(), 'practice-')), 'books.json');
  const child = runCli('exact-online', '--seed', '9', '--books', 'small', '--books-file', booksFile);
  const announcement = await announced(child);
  expect(announcement).toMatchObject({
    package: 'exact-online',
    endpoints: { auth: announcement.address, api: announcement.address },
  });
  expect(Object.keys(announcement.registration)).toEqual(['clientId', 'clientSecret', 'redirectUri']);
  const client = new RestClient(announcement.endpoints, announcement.registration);
  await client.login();
  const [customer] = await client.list('crm/Accounts', { $filter: "Name eq 'Café Zoë'" });
  const [item] = await client.list('logistics/Items', { $filter: "Code eq 'ARBEID'" });
  const created = await client.send<{ d: Json }>('POST', 'salesinvoice/SalesInvoices', {
    OrderedBy: customer?.ID,
    SalesInvoiceLines: [{ Item: item?.ID, Quantity: 2.5 }],
  });
  expect(created.json.d).toMatchObject({ Status: 20, AmountFCExclVat: 156.25 });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(child.output.stdout.trim().split('\n')).toHaveLength(1);
});
