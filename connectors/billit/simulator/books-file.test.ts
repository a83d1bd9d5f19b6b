import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SimulatorStartError } from '../../_kit/simulator/contract';
import { startSimulator } from './index';
import { codesOf, create, created, startHarness, type Row } from './simulator-harness';

const newFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'practice-')), 'books.json');

it('keeps orders, files, edits, keys and logins over a restart', async () => {
  const booksFile = await newFile();
  const first = await startHarness({ booksFile });
  const key = { 'Idempotent-Key': 'db1-12' };
  const id = (await create(first, {}, key)).json;
  first.simulator.control.books.changeCustomer('Café Zoë', { email: 'zoe@cafe.example' });
  const { number } = first.simulator.control.books.addOffer({ customer: "'t Hoekje", title: 'WB' });
  const expired = first.client.token;
  first.simulator.control.books.expireTokens();
  first.client.take(await first.client.refresh());
  const order = (await first.client.get<Row>(`/orders/${id}`)).json;
  await first.simulator.close();

  const second = await startHarness({ booksFile, quirks: { consent: 'page' } });
  expect(second.simulator.registration).toEqual(first.simulator.registration);
  second.client.token = first.client.token;
  expect((await second.client.get<Row>(`/orders/${id}`)).json).toMatchObject({
    OrderNumber: order.OrderNumber,
    OrderLines: order.OrderLines,
    Attachments: order.Attachments,
    TotalIncl: order.TotalIncl,
    Customer: { Email: 'zoe@cafe.example' },
  });
  const [attachment] = order.Attachments as Row[];
  expect((await second.client.get(`/files/${String(attachment?.FileID)}`)).status).toBe(200);
  expect((await create(second, {}, key)).status).toBe(409);
  const next = await created(second);
  expect(Number(next.OrderID)).toBeGreaterThan(Number(id));
  expect(second.simulator.control.books.order(number).title).toBe('WB');
  second.client.token = expired;
  expect(codesOf(await second.client.get('/orders'))).toEqual(['AccessTokenExpired']);
  const renewed = await second.client.refresh(first.client.refreshToken);
  expect(renewed.status).toBe(200);
  expect(renewed.json.access_token).not.toBe(first.client.token);
});

it('has the order on disk before the client hears of it, and leaves no half file behind', async () => {
  const booksFile = await newFile();
  const harness = await startHarness({ booksFile });
  await Promise.all(Array.from({ length: 8 }, (_, index) => create(harness, { ExternalProviderID: `db1-${index}` })));
  const stored = await readFile(booksFile, 'utf8');
  for (let index = 0; index < 8; index += 1) expect(stored).toContain(`"db1-${index}"`);
  await harness.simulator.close();
  expect(await readdir(join(booksFile, '..'))).toEqual(['books.json']);
});

it.each(['geen json', '{"version":1,"package":"snelstart"}'])(
  'does not start on a file it did not write: %s',
  async (text) => {
    const booksFile = await newFile();
    await writeFile(booksFile, text);
    await expect(startSimulator({ booksFile })).rejects.toMatchObject({ reason: 'books-file-unreadable' });
    expect(await readFile(booksFile, 'utf8')).toBe(text);
  },
);

it.each([
  [{ consnt: 'page' }, 'Unknown quirk consnt'],
  [{ consent: 'soms' }, 'consent can be page or automatic'],
  [{ redirectUri: 'terug' }, 'redirectUri is a whole address'],
])('does not start with %o', async (quirks, message) => {
  await expect(startSimulator({ quirks })).rejects.toThrow(SimulatorStartError);
  await expect(startSimulator({ quirks })).rejects.toThrow(message);
});
