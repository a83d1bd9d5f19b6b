import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { announced, runCli } from '../../_kit/simulator/testing/cli-process';
import { startSimulator } from './index';
import { practiceContent } from './practice/content';
import { createOrder, smallInvoice, smallOrder, startHarness, VismaClient, type Row } from './simulator-harness';

const newFile = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'practice-')), 'books.json');

describe('the practice books', () => {
  const practice = practiceContent(1, 'practice');
  const active = practice.customers.filter((row) => row.status === 'Active');

  it.each<[string, number, number]>([
    ['active customers', active.length, 250],
    ['customers that are not active', practice.customers.filter((row) => row.status === 'Inactive').length, 4],
    [
      'customers with an invoice address of their own',
      practice.customers.filter((row) => row.invoice !== null).length,
      10,
    ],
    [
      'customers with a delivery address of their own',
      practice.customers.filter((row) => row.delivery !== null).length,
      15,
    ],
    ['customers without postcode', active.filter((row) => row.main.address.postalCode === '').length, 5],
    ['Belgian customers', active.filter((row) => row.main.address.countryId === 'BE').length, 4],
    ['customers whose invoice goes elsewhere', active.filter((row) => row.parentId !== null).length, 1],
    ['active articles', practice.articles.filter((row) => row.status === 'Active').length, 400],
    ['articles in stock', practice.articles.filter((row) => row.stockItem).length, 80],
    ['articles that are not in stock', practice.articles.filter((row) => !row.stockItem).length, 250],
    ['articles with a slash in their number', practice.articles.filter((row) => row.number.includes('/')).length, 5],
    [
      'sales orders for Simon',
      practice.orders.filter((row) => row.type === 'SO' && /wb/i.test(row.description)).length,
      6,
    ],
    ['quotes', practice.orders.filter((row) => row.type === 'QT').length, 3],
  ])('hold %s: %i, at least %i', (_what, found, wanted) => {
    expect(found).toBeGreaterThanOrEqual(wanted);
  });

  it('have customers of every status, and articles of every status', () => {
    expect(new Set(practice.customers.map((row) => row.status)).size).toBe(5);
    expect(new Set(practice.articles.map((row) => row.status)).size).toBe(6);
  });

  it('fit the vendor: unique numbers and keys, lengths, known references', () => {
    const numbers = [...practice.customers.map((row) => row.number), ...practice.articles.map((row) => row.number)];
    expect(new Set(numbers).size).toBe(numbers.length);
    const keys = [...practice.customers, ...practice.articles].map((row) => row.id);
    expect(new Set(keys).size).toBe(keys.length);
    const classes = new Set(practice.itemClasses.map((row) => row.id));
    for (const article of practice.articles) {
      expect(article.unit.length).toBeLessThanOrEqual(6);
      expect(classes).toContain(article.itemClassId);
    }
    for (const customer of practice.customers) expect(customer.main.address.line1.length).toBeLessThanOrEqual(50);
  });

  it('have the size that is asked, and small ones without loose ends', () => {
    const sized = practiceContent(3, { customers: 1000, articles: 1500 });
    expect([sized.customers.length, sized.articles.length, sized.orders.length]).toEqual([1000, 1500, 0]);
    expect(sized.customers.every((row) => row.status === 'Active')).toBe(true);
    expect(sized.articles.every((row) => row.status === 'Active' && !row.stockItem)).toBe(true);
    const small = practiceContent(1, 'small');
    const articles = new Set(small.articles.map((row) => row.id));
    const customers = new Set(small.customers.map((row) => row.id));
    expect(small.orders.length).toBeGreaterThanOrEqual(5);
    for (const order of small.orders) {
      expect(customers).toContain(order.customerId);
      for (const line of order.lines) expect(articles).toContain(line.articleId);
    }
  });

  it('follow from the seed, with every credential, token and id', async () => {
    const [one, same, other] = [
      await startHarness({}, { seed: 5 }),
      await startHarness({}, { seed: 5 }),
      await startHarness({}, { seed: 6 }),
    ];
    expect(same.simulator.credentials).toEqual(one.simulator.credentials);
    expect(same.simulator.registration).toEqual(one.simulator.registration);
    expect(other.simulator.credentials).not.toEqual(one.simulator.credentials);
    expect((await same.client.get('/v1/customer')).text).toBe((await one.client.get('/v1/customer')).text);
    expect((await same.client.get('/v1/customer')).headers.get('ipp-request-id')).toBe(
      (await one.client.get('/v1/customer')).headers.get('ipp-request-id'),
    );
  });
});

describe('a books file', () => {
  it('keeps documents, files, edits, numbers and logins over a restart', async () => {
    const booksFile = await newFile();
    const quirks = { consent: 'automatic' };
    const first = await startHarness(quirks, { booksFile });
    const tokens = (await first.client.exchange(await first.client.authorize())).json;
    const { path } = await createOrder(first.client);
    await first.client.finance('POST', '/v2/customerinvoice', smallInvoice());
    await first.client.upload('/v1/customerinvoice/200001/attachment', 'Werkbon.pdf', '%PDF');
    first.simulator.control.books.renameCustomer('10001', "'t Hoekje & Zn.");
    const documents = first.simulator.control.documents();
    await first.simulator.close();

    const second = await startHarness(quirks, { booksFile });
    expect(second.simulator.credentials).toEqual(first.simulator.credentials);
    expect(second.simulator.control.documents()).toEqual(documents);
    expect(second.simulator.control.books.customer("'t Hoekje & Zn.").number).toBe('10001');
    expect((await second.client.refresh(tokens.refresh_token)).status).toBe(200);
    expect((await createOrder(second.client)).path).not.toBe(path);
    const invoice = (await second.client.get<{ attachments: Row[] }>('/v1/customerinvoice/200001')).json;
    expect((await second.client.get(`/v1/attachment/${String(invoice.attachments[0]?.id)}`)).text).toBe('%PDF');
  });

  it('has an order before the client hears of it, and leaves no half file behind', async () => {
    const booksFile = await newFile();
    const { simulator, client } = await startHarness({}, { booksFile });
    await Promise.all(
      Array.from({ length: 6 }, (_, index) => createOrder(client, { description: `Werkbon ${index}` })),
    );
    const stored = JSON.parse(await readFile(booksFile, 'utf8')) as { companies: { orders: Row[] }[] };
    expect(stored.companies[0]?.orders.filter((order) => order.receivedAtMs !== null)).toHaveLength(6);
    await simulator.close();
    expect(await readdir(join(booksFile, '..'))).toEqual(['books.json']);
  });

  it.each(['geen json', '{"version":2}'])('is not replaced when it is another file: %s', async (text) => {
    const booksFile = await newFile();
    await writeFile(booksFile, text);
    await expect(startSimulator({ booksFile })).rejects.toMatchObject({ reason: 'books-file-unreadable' });
    expect(await readFile(booksFile, 'utf8')).toBe(text);
  });
});

it('as a process: a client of others logs in, lists customers and creates documents', async () => {
  const child = runCli('visma-net', '--seed', '9', '--books', 'small', '--quirk', 'consent=automatic', '--control');
  const announcement = await announced(child);
  expect(announcement.package).toBe('visma-net');
  expect(Object.keys(announcement.endpoints)).toEqual(['auth', 'api', 'salesOrders', 'web']);
  const client = new VismaClient(announcement);
  await client.logIn();
  expect((await client.get('/v1/customer', { pageNumber: 1, pageSize: 5 })).json).toHaveLength(5);
  expect((await client.orders('POST', '/api/v3/SalesOrders', smallOrder())).status).toBe(201);
  client.financeToken = (await client.exchange(await client.authorize())).json.access_token;
  expect((await client.finance('POST', '/v2/customerinvoice', smallInvoice())).status).toBe(201);
  const edit = { edit: 'deactivateCustomer', arguments: ['10003'] };
  const body = JSON.stringify(edit);
  expect((await fetch(`${announcement.address}/_simulator/edits`, { method: 'POST', body })).status).toBe(200);
  expect((await client.get<Row>('/v1/customer/10003')).json.status).toBe('Inactive');
  const page = await (await fetch(announcement.booksPage)).text();
  for (const text of ['verkooporder (Hold)', 'klantfactuur (Hold)', 'Café Zoë']) expect(page).toContain(text);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(child.output.stdout.trim().split('\n')).toHaveLength(1);
});
