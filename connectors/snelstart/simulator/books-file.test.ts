import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startSimulator } from './index';
import { articleLine, PortalClient, smallOrder, startHarness } from './simulator-harness';

const newFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'practice-')), 'books.json');

it('keeps orders, edits and numbers over a restart', async () => {
  const booksFile = await newFile();
  const first = await startHarness({ booksFile });
  const created = await first.client.send<Record<string, unknown>>('POST', '/verkooporders', {
    ...smallOrder(first.simulator),
    regels: [articleLine(first.simulator, 'SPOED')],
  });
  first.simulator.control.books.renameCustomer('Café Zoë', 'Café Zoë & Zn.');
  first.simulator.control.books.addCustomer({ name: 'Nieuwe klant' });
  const documents = first.simulator.control.documents();
  await first.simulator.close();

  const second = await startHarness({ booksFile });
  expect(second.simulator.credentials).toEqual(first.simulator.credentials);
  expect((await second.client.get(`/verkooporders/${String(created.json.id)}`)).json).toEqual(created.json);
  expect(second.simulator.control.documents()).toEqual([{ ...documents[0], customerName: 'Café Zoë & Zn.' }]);
  expect(second.simulator.control.books.customer('Nieuwe klant').code).toBeGreaterThan(10000);
  const next = await second.client.send<Record<string, unknown>>('POST', '/verkooporders', {
    relatie: { id: second.simulator.control.books.customer('Nieuwe klant').id },
    datum: '2025-06-12',
  });
  expect(next.json.nummer).toBe(Number(created.json.nummer) + 1);
  expect(next.json.id).not.toBe(created.json.id);
});

it('has the order on disk before the client hears of it, and leaves no half file behind', async () => {
  const booksFile = await newFile();
  const { simulator, client } = await startHarness({ booksFile });
  const created = await client.send<{ id: string }>('POST', '/verkooporders', smallOrder(simulator));
  expect(await readFile(booksFile, 'utf8')).toContain(created.json.id);
  await Promise.all(Array.from({ length: 8 }, () => client.send('POST', '/verkooporders', smallOrder(simulator))));
  const stored = JSON.parse(await readFile(booksFile, 'utf8')) as { content: { orders: { receivedAtMs: unknown }[] } };
  expect(stored.content.orders.filter((order) => order.receivedAtMs !== null)).toHaveLength(9);
  await simulator.close();
  expect(await readdir(join(booksFile, '..'))).toEqual(['books.json']);
});

it('keeps a koppelsleutel that was made anew', async () => {
  const booksFile = await newFile();
  const first = await startHarness({ booksFile });
  const key = first.simulator.control.books.regenerateKey();
  await first.simulator.close();
  const second = await startHarness({ booksFile });
  expect(second.simulator.credentials.koppelsleutel).toBe(key);
  const client = new PortalClient(second.simulator.endpoints, second.simulator.registration.subscriptionKey ?? '');
  expect((await client.login(key)).status).toBe(200);
});

it.each(['geen json', '{"version":2}'])('does not start on a file that it did not write: %s', async (text) => {
  const booksFile = await newFile();
  await writeFile(booksFile, text);
  await expect(startSimulator({ booksFile })).rejects.toMatchObject({ reason: 'books-file-unreadable' });
  expect(await readFile(booksFile, 'utf8')).toBe(text);
});
