import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startSimulator } from './index';
import { line, smallInvoice, startHarness, startLoggedOut, type Json } from './simulator-harness';

const newFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'practice-')), 'books.json');

it('keeps invoices, edits, numbers, row versions and the login over a restart', async () => {
  const booksFile = await newFile();
  const first = await startHarness({ booksFile });
  const created = await first.client.send<{ d: Json }>('POST', 'salesinvoice/SalesInvoices', smallInvoice(first));
  first.simulator.control.books.renameCustomer('Café Zoë', 'Café Zoë & Zn.');
  first.simulator.control.books.deleteCustomer('Jansen');
  await first.simulator.close();

  const second = await startLoggedOut({ booksFile });
  expect(second.simulator.registration).toEqual(first.simulator.registration);
  second.client.accessToken = first.client.accessToken;
  second.client.division = first.client.division;
  const filter = `InvoiceID eq guid'${String(created.json.d.InvoiceID)}'`;
  const [invoice] = await second.client.list('salesinvoice/SalesInvoices', {
    $filter: filter,
    $select: 'OrderedByName,OrderNumber',
  });
  expect(invoice).toMatchObject({ OrderedByName: 'Café Zoë & Zn.', OrderNumber: created.json.d.OrderNumber });
  expect(second.simulator.control.documents()).toHaveLength(1);
  const deleted = await second.client.list('sync/Deleted', { $filter: 'Timestamp gt 0L and EntityType eq 2' });
  expect(deleted).toHaveLength(1);

  second.clock.advanceSeconds(575);
  const renewed = await second.client.refresh(first.client.refreshToken);
  expect(renewed.status).toBe(200);
  expect([first.client.accessToken, first.client.refreshToken]).not.toContain(renewed.json.access_token);
  const next = await second.client.send<{ d: Json }>('POST', 'salesinvoice/SalesInvoices', {
    OrderedBy: second.simulator.control.books.customer('Café Zoë & Zn.').id,
    SalesInvoiceLines: [line(second.simulator, 'SPOED')],
  });
  expect(next.json.d.OrderNumber).toBe(Number(created.json.d.OrderNumber) + 1);
  expect(next.json.d.InvoiceID).not.toBe(created.json.d.InvoiceID);
});

it('has the invoice and a new token pair on disk before the client hears of them', async () => {
  const booksFile = await newFile();
  const harness = await startHarness({ booksFile });
  const created = await harness.client.send<{ d: Json }>('POST', 'salesinvoice/SalesInvoices', smallInvoice(harness));
  const stored = await readFile(booksFile, 'utf8');
  expect(stored).toContain(String(created.json.d.InvoiceID));
  expect(stored).toContain(harness.client.refreshToken);
  await harness.simulator.close();
  expect(await readdir(join(booksFile, '..'))).toEqual(['books.json']);
});

it.each(['geen json', '{"version":2}'])('does not start on a file that it did not write: %s', async (text) => {
  const booksFile = await newFile();
  await writeFile(booksFile, text);
  await expect(startSimulator({ booksFile })).rejects.toMatchObject({ reason: 'books-file-unreadable' });
  expect(await readFile(booksFile, 'utf8')).toBe(text);
});
