import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startSimulator } from './index';
import { errorOf, invoice, invoiceFilter, rowsOf, startHarness, valueOf } from './simulator-harness';

const newFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'practice-')), 'books.json');

it('keeps invoices, edits, numbers and credentials over a restart, and no session', async () => {
  const booksFile = await newFile();
  const first = await startHarness({ booksFile });
  await first.client.call('AddFactuur', invoice());
  first.simulator.control.books.renameCustomer('Café Zoë', 'Café Zoë & Zn.');
  const securityCode1 = first.simulator.control.books.changePassword();
  const documents = first.simulator.control.documents();
  await first.simulator.close();

  const second = await startHarness({ booksFile });
  expect(second.simulator.credentials).toEqual({ ...first.simulator.credentials, securityCode1 });
  expect(second.client.sessionId).not.toBe(first.client.sessionId);
  expect(errorOf(await second.client.call('GetRelaties', { SessionID: first.client.sessionId }))).toBe('E002.2');
  expect(second.simulator.control.documents()).toEqual([{ ...documents[0], customerName: 'Café Zoë & Zn.' }]);
  expect(valueOf(await second.client.call('AddFactuur', invoice()), 'Factuurnummer')).toBe('F00007');
  const both = await second.client.call('GetFacturen', invoiceFilter({ DatumVan: '2025-06-12' }));
  expect(rowsOf(both, 'cFactuurList').map((row) => row.Factuurnummer)).toEqual(['F00006', 'F00007']);
});

it('has the invoice on disk before the client hears of it', async () => {
  const booksFile = await newFile();
  const { client } = await startHarness({ booksFile });
  await client.call('AddFactuur', invoice({ Factuurnummer: 'EIGEN-1' }));
  expect(await readFile(booksFile, 'utf8')).toContain('EIGEN-1');
});

it.each(['geen json', '{"version":1}'])('does not start on a file that it did not write: %s', async (text) => {
  const booksFile = await newFile();
  await writeFile(booksFile, text);
  await expect(startSimulator({ booksFile })).rejects.toMatchObject({ reason: 'books-file-unreadable' });
});
