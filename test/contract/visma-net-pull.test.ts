/** What is particular about reading from Visma.net: two clocks, parts without cursor, orders that need more than their list. */
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../connectors/_kit/model';
import { connector } from '../../connectors/visma-net/index';
import { startSimulator } from '../../connectors/visma-net/simulator/index';
import type { SessionOptions } from './session';
import { onSmallBooks } from './small-books';

const MINUTE_MS = 60_000;

const open = onSmallBooks(connector, startSimulator);

const inParts = (articles: number, quirks: Record<string, string> = {}): SessionOptions => ({
  simulator: { books: { customers: 3, articles }, quirks: { maxPageSize: '100', ...quirks } },
});

const descriptions = (pull: { present: ReadonlyMap<string, { description: string }> }): string[] =>
  [...pull.present.values()].map((article) => article.description);

describe('customers', () => {
  it('come with number, name, contact and numbers of the authorities', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const { present, gone } = await session.pull('customers');
    const byName = (name: string) => [...present.values()].find((customer) => customer.name === name);
    const zoe = session.books.customer('Café Zoë');
    expect(byName('Café Zoë')).toMatchObject({
      externalId: String(zoe.internalId),
      number: zoe.number,
      email: zoe.main.contact.email,
      vatNumber: zoe.vatRegistrationId,
      chamberOfCommerceNumber: zoe.corporateId,
      address: { street: zoe.main.address.line1, postcode: zoe.main.address.postalCode, country: 'NL' },
    });
    expect(byName('Brasserie "De Gouden Leeuw"')?.address.country).toBe('BE');
    expect(gone.get(session.books.customer('Failliet Bouw B.V.').id)).toBe('inactive');
  });

  it.each([
    ['Active', true],
    ['OneTime', true],
    ['CreditHold', true],
    ['OnHold', true],
    ['Inactive', false],
  ] as const)('with status %s: here is %s', async (status, isHere) => {
    const session = await open();
    session.books.changeCustomer('Café Zoë', { status });
    const { present } = await session.pull('customers');
    expect(present.has(session.books.customer('Café Zoë').id)).toBe(isHere);
  });

  it.each(['repeat', 'null'])('have a work address for each place they have (%s)', async (sameAddress) => {
    const session = await open({ simulator: { quirks: { sameAddress } } });
    const customer = session.books.customer('Café Zoë');
    const place = (line1: string) => ({
      address: { ...customer.main.address, line1 },
      contact: { ...customer.main.contact, attention: 'Zoë' },
    });
    const kinds = async (): Promise<string[]> => {
      const { present } = await session.pull('customers');
      return (present.get(customer.id)?.workAddresses ?? []).map((one) => `${one.kind} ${one.street}`);
    };
    const street = customer.main.address.line1;
    session.books.changeCustomer('Café Zoë', { invoice: null, delivery: null });
    expect(await kinds()).toEqual([`main ${street}`]);
    session.books.changeCustomer('Café Zoë', { invoice: place('Postbus 12'), delivery: place('Achterom 3') });
    expect(await kinds()).toEqual([`main ${street}`, 'invoice Postbus 12', 'delivery Achterom 3']);
    session.books.changeCustomer('Café Zoë', { invoice: place('Achterom 3'), delivery: place('Achterom 3') });
    expect(await kinds()).toEqual([`main ${street}`, 'invoice Achterom 3']);
  });

  it('stay the same customer when the office gives them another number', async () => {
    const session = await open();
    const first = await session.pull('customers');
    await session.time.advance(MINUTE_MS);
    session.books.renumberCustomer('Café Zoë', '99001');
    const second = await session.pull('customers', first.mark);
    expect(second.present.get(session.books.customer('Café Zoë').id)?.number).toBe('99001');
  });
});

describe('articles', () => {
  it('are the Non-Stock Items only, with code, price and base unit', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const { present, gone } = await session.pull('articles');
    const inStock = session.books.articles().filter((article) => article.stockItem);
    expect(inStock.length).toBeGreaterThan(50);
    for (const { id } of inStock) expect(gone.get(id)).toBe('not-selected');
    const byCode = (code: string) => [...present.values()].find((article) => article.code === code);
    expect(byCode('ARBEID')).toMatchObject({ unitPrice: '62.5', vatRate: '21', unit: 'UUR', groupExternalId: null });
    expect(byCode('DIVERS')?.unitPrice).toBe('0');
  });

  it.each([
    ['Active', true],
    ['NoPurchases', true],
    ['NoRequest', true],
    ['NoSales', false],
    ['Inactive', false],
    ['MarkedForDeletion', false],
  ] as const)('with status %s: here is %s', async (status, isHere) => {
    const session = await open();
    session.books.changeArticle('ARBEID', { status });
    const { present, gone } = await session.pull('articles');
    const { id } = session.books.article('ARBEID');
    expect(present.has(id)).toBe(isHere);
    expect(gone.get(id)).toBe(isHere ? undefined : 'inactive');
  });
});

describe('a list that moves while it is read', () => {
  it.each(['stable', 'modified'])(
    'loses nothing when articles change or go between the parts (%s)',
    async (pageOrder) => {
      const session = await open(inParts(600, { pageOrder }));
      const codes = session.books.articles().map((article) => article.number);
      const untouched = new Set(session.books.articles().map((article) => article.id));
      let turn = 0;
      const pull = await session.pull('articles', null, {
        afterPage: () => {
          turn += 1;
          // People, not an import: a list that moves at every part is given up on.
          if (turn > 3) return;
          session.books.changeArticle(codes[turn * 3] ?? '', { description: `Gewijzigd ${turn}` });
          const deleted = session.books.article(codes[turn * 3 + 1] ?? '');
          untouched.delete(deleted.id);
          session.books.deleteArticle(deleted.number);
        },
      });
      expect(pull.problem).toBeNull();
      const next = await session.pull('articles', pull.mark);
      const known = new Set([...pull.present.keys(), ...next.present.keys()]);
      expect([...untouched].filter((id) => !known.has(id))).toEqual([]);
      for (const article of session.books.articles().filter((one) => one.description.startsWith('Gewijzigd'))) {
        expect((next.present.get(article.id) ?? pull.present.get(article.id))?.description).toBe(article.description);
      }
    },
  );

  it('is given up on when it never stands still, and says so', async () => {
    const session = await open(inParts(600));
    const pull = await session.pull('articles', null, {
      afterPage: () => session.books.deleteArticle(session.books.articles()[0]?.number ?? ''),
    });
    expect(pull.problem).toMatchObject({ kind: 'bad-response', code: 'visma-net.list-keeps-moving' });
  });

  it('loses nothing when it was stopped and many were deleted before it went on', async () => {
    const session = await open(inParts(600));
    const half = await session.pull('articles', null, { pageLimit: 3 });
    for (const article of session.books.articles().slice(0, 20)) session.books.deleteArticle(article.number);
    const rest = await session.pull('articles', half.mark);
    const known = new Set([...half.present.keys(), ...rest.present.keys()]);
    expect(session.books.articles().filter((article) => !known.has(article.id))).toEqual([]);
  });
});

describe('the clock of the finance API', () => {
  it.each(['local', 'utc'])('changes between two runs are found (%s)', async (monolithTime) => {
    const session = await open({ simulator: { quirks: { monolithTime } } });
    let mark: Mark | null = (await session.pull('articles')).mark;
    for (let run = 1; run <= 20; run += 1) {
      await session.time.advance(5 * MINUTE_MS);
      if (run % 3 === 0) session.books.changeArticle('ARBEID', { description: `Arbeid ${run}` });
      const next = await session.pull('articles', mark);
      mark = next.mark;
      if (run % 3 === 0) expect(descriptions(next)).toContain(`Arbeid ${run}`);
    }
  });

  it.each(['local', 'utc'])('a price list of one minute is not read again and again (%s)', async (monolithTime) => {
    const session = await open(inParts(300, { monolithTime }));
    const first = await session.pull('articles');
    await session.time.advance(MINUTE_MS);
    for (const article of session.books.articles()) session.books.changeArticle(article.number, { price: '9.95' });
    let { mark } = await session.pull('articles', first.mark);
    for (let run = 0; run < 2; run += 1) {
      await session.time.advance(5 * MINUTE_MS);
      mark = (await session.pull('articles', mark)).mark;
    }
    session.simulator.control.clearRequests();
    expect((await session.pull('articles', mark)).pages[0]?.records).toEqual([]);
    expect(session.requests('/v1/inventory')).toBe(1);
  });
});

describe('sales orders and quotes', () => {
  const settings = { pullOrders: true, pullOrdersLines: true, pullQuotes: true, pullQuotesLines: true };

  it('come with customer, reference, lines and agreed prices', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const { present, parked } = await session.pull('orders', null, { settings });
    expect(parked).toEqual([]);
    const byText = (text: string) => [...present.values()].find((order) => order.workDescription === text);
    expect(byText('WB Kabels trekken nieuwbouw')).toMatchObject({
      kind: 'order',
      customerExternalId: session.books.customer('Öztürk Totaalbouw').id,
      customerReference: 'PO-2024/118',
      lines: [
        { articleCode: 'ALA-B16', quantity: '2' },
        { articleCode: 'VMVK-3x2,5', quantity: '24.5' },
      ],
    });
    expect(byText('Dak nalopen Vijverhof 12-40')?.lines[1]).toMatchObject({
      articleCode: 'DT-110',
      description: 'Doorvoer vervangen',
      unitPrice: '22.5',
    });
    expect(byText('WB Warmtepomp voor het blok')?.kind).toBe('quote');
  });

  it.each(['Hold', 'CreditHold', 'Completed', 'Cancelled', 'Invoiced', 'Shipping'] as const)(
    'with status %s stay behind',
    async (status) => {
      const session = await open();
      const { type, orderId } = session.books.addOrder({ customer: 'Café Zoë', description: 'Lamp', status });
      const { present } = await session.pull('orders', null, { settings });
      expect([...present.keys()]).not.toContain(`${type}/${orderId}`);
    },
  );

  it('on hold come once the office releases them; what Simon made never comes', async () => {
    const session = await open();
    session.books.addOrder({ customer: 'Café Zoë', description: 'Van Simon', customerRefNo: 'SK-7Q4M2X-1042-1' });
    const held = session.books.addOrder({ customer: 'Café Zoë', description: 'Nog even', status: 'Hold' });
    const first = await session.pull('orders', null, { settings });
    const texts = [...first.present.values()].map((order) => order.workDescription);
    expect(texts).not.toContain('Nog even');
    expect(texts).not.toContain('Van Simon');
    await session.time.advance(MINUTE_MS);
    session.books.changeOrder(`SO ${held.orderId}`, { status: 'Open' });
    const second = await session.pull('orders', first.mark, { settings });
    expect([...second.present.values()]).toMatchObject([{ workDescription: 'Nog even', number: held.orderId }]);
  });

  it('without description take the note, since a work order must have one', async () => {
    const session = await open();
    session.books.addOrder({ customer: 'Café Zoë', description: '', note: 'Lampen in de keuken' });
    const { present } = await session.pull('orders', null, { settings });
    expect([...present.values()].map((order) => order.workDescription)).toContain('Lampen in de keuken');
  });

  it('cost one request for each list when nothing changed, and their details once', async () => {
    const session = await open();
    let mark = (await session.pull('orders', null, { settings })).mark;
    for (let run = 0; run < 4; run += 1) {
      session.simulator.control.clearRequests();
      const pull = await session.pull('orders', mark, { settings });
      expect(pull.present.size).toBe(0);
      expect(session.requests()).toBe(2);
      mark = pull.mark;
      await session.time.advance(5 * MINUTE_MS);
    }
  });

  it('whose customer or lines cannot be read are parked by name and hold up no other', async () => {
    const session = await open();
    const gone = session.books.addCustomer({ name: 'Even bestaan' });
    const orphan = session.books.addOrder({ customer: gone.name, description: 'Zonder klant' });
    const lines = [{ article: 'ARBEID', quantity: '1' }];
    const odd = session.books.addOrder({ customer: 'Café Zoë', description: 'Vreemde regel', lines });
    const good = session.books.addOrder({ customer: 'Café Zoë', description: 'Gewoon', lines });
    session.books.deleteCustomer('Even bestaan');
    session.books.distort(`line so/${odd.orderId}/1`, { quantity: 'twee' });
    // An order without customer number is not even listed as one.
    session.books.distort(`order so/${orphan.orderId}`, { customerId: '99999' });
    const pull = await session.pull('orders', null, { settings });
    expect(pull.problem).toBeNull();
    expect(pull.parked.map((one) => one.label).sort()).toEqual([
      `SO ${orphan.orderId} Zonder klant`,
      `SO ${odd.orderId} Vreemde regel`,
    ]);
    expect(pull.present.has(`SO/${good.orderId}`)).toBe(true);
  });

  it('keep each their place when the app is quit between the two lists', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const whole = await session.pull('orders', null, { settings });
    const half = await session.pull('orders', null, { settings, pageLimit: 1 });
    const rest = await session.pull('orders', half.mark, { settings });
    expect([...half.present.values()].every((order) => order.kind === 'order')).toBe(true);
    expect([...rest.present.values()].every((order) => order.kind === 'quote')).toBe(true);
    expect(new Map([...half.present, ...rest.present])).toEqual(whole.present);
  });
});

describe('other ways in which Visma.net may answer', () => {
  it.each<Record<string, string>>([
    { monolithTime: 'utc' },
    { v3Time: 'plain' },
    { maxPageSize: '500' },
    { maxPageSize: '100' },
    { pageOrder: 'modified' },
    { expandDefault: 'none' },
    { loneDateTime: 'ignore' },
    { textCompare: 'exact' },
    { messageKey: 'Message' },
    { orderSections: 'all' },
    { expandLines: 'refuse' },
    { totalCount: 'null' },
    { v3Limits: 'none' },
    { appTypes: 'one' },
    { mixedScopes: 'accept' },
    { hourlyLimit: 'off' },
  ])('%j', async (quirks) => {
    const session = await open({ simulator: { books: 'practice', quirks } });
    const plain = await open({ simulator: { books: 'practice' } });
    const settings = { pullOrders: true, pullOrdersLines: true, pullQuotes: true };
    for (const resource of ['customers', 'articles', 'orders'] as const) {
      const pull = await session.pull(resource, null, { settings });
      expect(pull.problem).toBeNull();
      expect(pull.parked).toEqual([]);
      expect(sorted(pull.present)).toEqual(sorted((await plain.pull(resource, null, { settings })).present));
    }
  });

  it('a mark of another version of the app counts as none', async () => {
    const session = await open();
    const whole = await session.pull('articles');
    const again = await session.pull('articles', { highWater: null, state: { skip: 7 } });
    expect(again.present).toEqual(whole.present);
  });
});

const sorted = (records: ReadonlyMap<string, object>) =>
  [...records].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, record]) => record);
