/** What is particular about reading from Billit: clocks without zone, ties, thin rows, references that are not unique. */
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../connectors/_kit/model';
import { connector } from '../../connectors/billit/index';
import { startSimulator, type BillitBooks } from '../../connectors/billit/simulator/index';
import { openTempStore } from '../integration/db/open-temp-store';
import type { Session } from './session';
import { onSmallBooks } from './small-books';

const MINUTE_MS = 60_000;
const OFFERS = { pullOffers: true };

const open = onSmallBooks(connector, startSimulator);

const descriptions = (pull: { present: ReadonlyMap<string, { description: string }> }): string[] =>
  [...pull.present.values()].map((article) => article.description);

describe('customers', () => {
  it('come with number, address, one work address and term', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const { present, gone, parked, problem } = await session.pull('customers');
    const byName = (name: string) => [...present.values()].find((customer) => customer.name === name);
    expect(problem).toBeNull();
    expect(parked).toEqual([]);
    expect(present.size).toBe(262);
    expect(gone.size).toBe(0);
    expect(byName('Brasserie "De Gouden Leeuw"')).toMatchObject({
      number: session.books.customer('Brasserie "De Gouden Leeuw"').number,
      address: { street: 'Grote Markt 4 bus 12', country: 'BE' },
      workAddresses: [{ kind: 'main', key: '', street: 'Grote Markt 4 bus 12', country: 'BE' }],
    });
    expect(
      [...present.values()]
        .filter((customer) => customer.name === 'Jansen')
        .map((one) => one.workAddresses.length)
        .sort(),
    ).toEqual([0, 1]);
    const withTerm = session.books.customers().find((one) => one.expiryOffsetDays !== null && !one.inactive);
    expect(present.get(withTerm?.id ?? '')?.extra).toEqual({ expiryOffsetDays: withTerm?.expiryOffsetDays });
  });

  it('are the same when the list shows no addresses, and each is read by itself', async () => {
    const thin = await open({ simulator: { quirks: { partyRows: 'thin' } } });
    const complete = await open();
    expect((await thin.pull('customers')).present).toEqual((await complete.pull('customers')).present);
  });

  it('are no suppliers', async () => {
    const session = await open();
    const { present } = await session.pull('customers');
    const active = session.books.customers().filter((customer) => !customer.inactive);
    expect([...present.keys()].sort()).toEqual(active.map(({ id }) => id).sort());
    expect((await session.listIds('customers')).ids.sort()).toEqual(active.map(({ id }) => id).sort());
  });

  it('in thin rows that were deleted meanwhile come as far as they are known, and stop nothing', async () => {
    const session = await open({ simulator: { quirks: { partyRows: 'thin' } } });
    const { id } = session.books.customer('Café Zoë');
    session.simulator.control.fault({ kind: 'status', status: 404, match: { path: `/v1/parties/${id}` } });
    const { present, problem } = await session.pull('customers');
    expect(problem).toBeNull();
    expect(present.get(id)).toMatchObject({ name: 'Café Zoë', workAddresses: [] });
  });
});

describe('articles', () => {
  it('have their reference as code, digit for digit, and price, VAT rate and unit', async () => {
    const session = await open();
    const { present } = await session.pull('articles');
    const byCode = (code: string) => [...present.values()].find((article) => article.code === code);
    expect(byCode('ARBEID')).toMatchObject({ unitPrice: '62.5', vatRate: '21', unit: 'uur', groupExternalId: null });
    expect(byCode('000123')?.unitPrice).toBe('0.10331');
    expect(byCode('123')?.unitPrice).toBe('0.11157');
    expect(byCode('KORTING')?.unitPrice).toBe('-25');
  });

  it.each<Record<string, string>>([{}, { ties: 'unstable' }])(
    'with one reference come oldest first, so that the first one is kept (%j)',
    async (quirks) => {
      const session = await open({ simulator: { quirks } });
      const [older, younger] = session.books.articles().filter(({ reference }) => reference === '007');
      // Changed last, and still the older one.
      session.books.changeArticle('007', { description: 'De oudste' });
      const { present } = await session.pull('articles');
      const order = [...present.values()].filter(({ code }) => code === '007').map(({ externalId }) => externalId);
      expect(order).toEqual([older?.id, younger?.id]);
    },
  );

  it('with one reference: the first is kept, the other refused with an error until its reference is its own', async () => {
    const session = await open();
    const { store } = openTempStore();
    const link = { package: 'billit', administrationId: session.books.company().id };
    const runId = store.runs.start('manual', session.time.nowMs());
    const takeOver = async (mark: Mark | null) => {
      const { pages, mark: next } = await session.pull('articles', mark);
      const outcomes = pages.map((page, index) =>
        store.pull.applyPage({
          link,
          resource: 'articles',
          page,
          last: index === pages.length - 1,
          runId,
          atMs: session.time.nowMs(),
        }),
      );
      return { mark: next, refused: outcomes.flatMap((outcome) => outcome.refused) };
    };
    const [older, younger] = session.books.articles().filter(({ reference }) => reference === '007');
    const first = await takeOver(null);
    expect(store.articles.byCode('007')?.externalId).toBe(older?.id);
    expect(first.refused.filter(({ problem }) => problem.params.code === '007')).toMatchObject([
      { table: 'article', problem: { code: 'article-code-double', params: { article: younger?.description } } },
    ]);
    await session.time.advance(MINUTE_MS);
    session.books.changeArticle('007', { reference: '007-OUD' });
    const second = await takeOver(first.mark);
    expect(second.refused.filter(({ problem }) => problem.params.code === '007')).toEqual([]);
    expect(store.articles.byCode('007')?.externalId).toBe(younger?.id);
    expect(store.articles.byCode('007-OUD')?.externalId).toBe(older?.id);
  });

  it('without reference are reported with what to do, and are no articles any more', async () => {
    const session = await open();
    const first = await session.pull('articles');
    const nameless = session.books.articles().filter(({ reference, inactive }) => reference === '' && !inactive);
    expect(nameless.length).toBeGreaterThan(0);
    expect(first.parked.map(({ externalId }) => externalId).sort()).toEqual(nameless.map(({ id }) => id).sort());
    expect(first.parked[0]?.problem).toMatchObject({
      kind: 'rejected',
      code: 'billit.reference-missing',
      text: { action: { nl: 'Geef het artikel in Billit bij Producten een eigen, unieke referentie.' } },
    });
    await session.time.advance(MINUTE_MS);
    const { id } = session.books.article('ARBEID');
    session.books.changeArticle('ARBEID', { reference: '' });
    const second = await session.pull('articles', first.mark);
    expect(second.gone.get(id)).toBe('not-selected');
    expect(second.parked.map(({ externalId }) => externalId)).toContain(id);
  });

  it('ask no more than their pages', async () => {
    const session = await open({ simulator: { books: { customers: 3, articles: 500 } } });
    await session.administration();
    expect(session.requests()).toBe(3); // login page, token, account
    await session.pull('articles');
    expect(session.requests()).toBe(5); // 500 articles in pages of 120 that overlap by three
  });
});

describe('a list that moves while it is read', () => {
  it.each<Record<string, string>>([
    {},
    { ties: 'unstable' },
    { filterableFields: 'documented' },
    { filterableFields: 'documented', ties: 'unstable' },
  ])('loses nothing when articles change or go between the pages (%j)', async (quirks) => {
    const session = await open({ simulator: { books: { customers: 3, articles: 700 }, quirks } });
    const references = session.books.articles().map((article) => article.reference);
    const untouched = new Set(session.books.articles().map((article) => article.id));
    let turn = 0;
    const pull = await session.pull('articles', null, {
      afterPage: () => {
        const [changed = '', ...deleted] = references.slice(turn * 10, turn * 10 + 7);
        turn += 1;
        session.books.changeArticle(changed, { description: `Gewijzigd ${turn}` });
        for (const reference of deleted) {
          untouched.delete(session.books.article(reference).id);
          session.books.deleteArticle(reference);
        }
      },
    });
    expect(pull.problem).toBeNull();
    const next = await session.pull('articles', pull.mark);
    const known = new Set([...pull.present.keys(), ...next.present.keys()]);
    expect([...untouched].filter((id) => !known.has(id))).toEqual([]);
    const changed = session.books.articles().filter((article) => article.description.startsWith('Gewijzigd'));
    expect(changed.length).toBeGreaterThan(3);
    for (const article of changed) {
      expect((next.present.get(article.id) ?? pull.present.get(article.id))?.description).toBe(article.description);
    }
  });

  it('loses nothing when it was stopped and many were deleted before it went on', async () => {
    const session = await open({ simulator: { books: { customers: 3, articles: 700 } } });
    const half = await session.pull('articles', null, { pageLimit: 3 });
    for (const article of session.books.articles().slice(0, 40)) session.books.deleteArticle(article.reference);
    const rest = await session.pull('articles', half.mark);
    const known = new Set([...half.present.keys(), ...rest.present.keys()]);
    expect(session.books.articles().filter((article) => !known.has(article.id))).toEqual([]);
  });

  it('ends with a problem when it gives the same page for ever', async () => {
    const session = await open({ simulator: { books: { customers: 3, articles: 200 } } });
    await session.administration();
    const rows = Array.from({ length: 120 }, (_, index) => ({ ProductID: index + 1, Reference: `A${index}` }));
    session.simulator.control.fault({
      kind: 'status',
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ Items: rows }),
      match: { path: '/v1/products', times: 1000 },
    });
    expect((await session.pull('articles')).problem).toMatchObject({ code: 'billit.list-keeps-moving' });
  });
});

describe('the clock of Billit', () => {
  it.each(['local', 'utc'])('changes between two runs are found (%s)', async (zone) => {
    const session = await open({ simulator: { quirks: { zone } } });
    let mark: Mark | null = (await session.pull('articles')).mark;
    for (let run = 1; run <= 20; run += 1) {
      await session.time.advance(5 * MINUTE_MS);
      const change = run % 3 === 0;
      if (change) session.books.changeArticle('ARBEID', { description: `Arbeid ${run}` });
      const next = await session.pull('articles', mark);
      mark = next.mark;
      if (change) expect(descriptions(next)).toContain(`Arbeid ${run}`);
    }
  });

  it.each([
    ['the night the clock goes back', '2026-10-24T23:30:00Z'],
    ['the night the clock goes ahead', '2026-03-28T23:30:00Z'],
  ])('no change is missed on %s, nor twice asked for in vain afterwards', async (_night, start) => {
    const session = await open({ startMs: Date.parse(start) });
    session.books.changeArticle('ARBEID', { description: 'Arbeid 0' });
    let mark: Mark | null = (await session.pull('articles')).mark;
    // Five hours around the change, a run every ten minutes, a change before every other run.
    for (let run = 1; run <= 30; run += 1) {
      await session.time.advance(10 * MINUTE_MS);
      if (run % 2 === 0) session.books.changeArticle('ARBEID', { description: `Arbeid ${run}` });
      const next = await session.pull('articles', mark);
      mark = next.mark;
      if (run % 2 === 0) expect(descriptions(next)).toContain(`Arbeid ${run}`);
    }
    await session.time.advance(180 * MINUTE_MS);
    mark = (await session.pull('articles', mark)).mark;
    expect((await session.pull('articles', mark)).pages[0]?.records).toEqual([]);
  });

  it('a price list that was imported in a minute is not read again and again', async () => {
    const session = await open({ simulator: { books: { customers: 3, articles: 600 } } });
    const first = await session.pull('articles');
    await session.time.advance(MINUTE_MS);
    for (const article of session.books.articles())
      session.books.changeArticle(article.reference, { salesPrice: '9.95' });
    let { mark } = await session.pull('articles', first.mark);
    for (let run = 0; run < 2; run += 1) {
      await session.time.advance(5 * MINUTE_MS);
      mark = (await session.pull('articles', mark)).mark;
    }
    session.simulator.control.clearRequests();
    const quiet = await session.pull('articles', mark);
    expect(quiet.pages[0]?.records).toEqual([]);
    expect(session.requests('/v1/products')).toBe(1);
  });

  it('shows the newest change as Billit wrote it', async () => {
    const session = await open({ startMs: Date.parse('2026-07-01T10:00:00Z') });
    session.books.changeArticle('ARBEID', { description: 'Arbeid' });
    expect((await session.pull('articles')).mark?.highWater).toMatch(/^2026-07-01T12:00:00/);
  });
});

describe('offers', () => {
  const titles = (session: Session<BillitBooks>, ids: Iterable<string>): string[] => {
    const wanted = new Set(ids);
    return session.books
      .orders()
      .filter(({ id }) => wanted.has(id))
      .map(({ title }) => title)
      .sort();
  };

  it('come when the customer agreed, not before, and not when nothing is left to be done', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const { present } = await session.pull('orders', null, { settings: OFFERS });
    expect(titles(session, present.keys())).toEqual([
      'Afzuiging keuken (wb)',
      'Vervangen cv-ketel',
      'WB Vervangen hydrofoor',
    ]);
  });

  it.each(['ToInvoice', 'ToDeliver', 'ApprovalStatus'])('are approved however Billit tells it (%s)', async (told) => {
    const session = await open({ simulator: { quirks: { approvedOffer: told } } });
    const { mark } = await session.pull('orders', null, { settings: OFFERS });
    const { id, number } = session.books.addOffer({ customer: 'Café Zoë', title: 'WB Terras verwarmen' });
    await session.time.advance(MINUTE_MS);
    const before = await session.pull('orders', mark, { settings: OFFERS });
    expect(before.present.has(id)).toBe(false);
    await session.time.advance(MINUTE_MS);
    session.books.approveOffer(number);
    const after = await session.pull('orders', before.mark, { settings: OFFERS });
    expect(after.present.get(id)).toMatchObject({
      kind: 'quote',
      number,
      customerExternalId: session.books.customer('Café Zoë').id,
      workDescription: 'WB Terras verwarmen',
    });
    await session.time.advance(MINUTE_MS);
    session.books.refuseOffer(number);
    expect((await session.pull('orders', null, { settings: OFFERS })).present.has(id)).toBe(false);
  });

  it('that cannot be read are reported and stop no others', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const all = await session.pull('orders', null, { settings: OFFERS });
    const [bad = ''] = all.present.keys();
    session.books.distort(bad, { OrderLines: 'geen' });
    const { parked, present } = await session.pull('orders', null, { settings: OFFERS });
    expect(parked).toMatchObject([{ externalId: bad, problem: { kind: 'bad-response' } }]);
    expect(present.size).toBe(all.present.size - 1);
  });

  it('cost one request for the list, and one for each that is approved', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    await session.administration();
    session.simulator.control.clearRequests();
    await session.pull('orders', null, { settings: OFFERS });
    expect(session.requests()).toBe(4);
  });
});

describe('other ways in which Billit may answer', () => {
  it.each<Record<string, string>>([
    { topAboveMaximum: 'refuse' },
    { count: 'always' },
    { ties: 'unstable' },
    { filterableFields: 'documented' },
    { textCompare: 'exact' },
    { zone: 'utc' },
    { unknownOrder: '401' },
    { missingPartyID: 'refuse' },
    { errorShape: 'single', filterableFields: 'documented' },
    { errorShape: 'message', filterableFields: 'documented' },
  ])('%j gives the same customers, articles and offers', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    const plain = await open();
    for (const resource of ['customers', 'articles', 'orders'] as const) {
      const pull = await session.pull(resource, null, { settings: OFFERS });
      expect(pull.problem).toBeNull();
      expect(pull.present).toEqual((await plain.pull(resource, null, { settings: OFFERS })).present);
    }
  });

  it('what is inactive and shown all the same cannot be told apart, and what is hidden is for the clean-up', async () => {
    const shown = await open({ simulator: { quirks: { inactiveRows: 'show' } } });
    const hidden = await open();
    const inactive = hidden.books.articles().find((article) => article.inactive);
    expect((await shown.pull('articles')).present.has(inactive?.id ?? '')).toBe(true);
    expect((await hidden.pull('articles')).present.has(inactive?.id ?? '')).toBe(false);
    expect((await hidden.listIds('articles')).ids).not.toContain(inactive?.id);
  });

  it('a count is shown as the total when Billit gives one', async () => {
    const session = await open({ simulator: { quirks: { count: 'always' } } });
    const { pages } = await session.pull('articles');
    expect(pages[0]?.total).toBe(session.books.articles().filter((article) => !article.inactive).length);
  });

  it('a mark of another version of the app counts as none', async () => {
    const session = await open();
    const whole = await session.pull('articles');
    const again = await session.pull('articles', { highWater: null, state: { skip: 7 } });
    expect(again.present).toEqual(whole.present);
  });
});
