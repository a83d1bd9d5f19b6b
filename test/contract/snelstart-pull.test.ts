/** What is particular about reading from SnelStart: clocks without zone, pages of 25, lists that move. */
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../connectors/_kit/model';
import { connector as snelstart } from '../../connectors/snelstart/index';
import { startSimulator } from '../../connectors/snelstart/simulator/index';
import { onSmallBooks } from './small-books';

const MINUTE_MS = 60_000;

const open = onSmallBooks(snelstart, startSimulator);

const descriptions = (pull: { present: ReadonlyMap<string, { description: string }> }): string[] =>
  [...pull.present.values()].map((article) => article.description);

describe('customers', () => {
  it('come with number, names as they are, address, one work address and country', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const { present, gone } = await session.pull('customers');
    const byName = (name: string) => [...present.values()].find((customer) => customer.name === name);
    expect(present.size).toBe(262);
    const brasserie = byName('Brasserie "De Gouden Leeuw"');
    expect(brasserie).toMatchObject({
      number: String(session.books.customer('Brasserie "De Gouden Leeuw"').code),
      address: { street: 'Grote Markt 4 bus 12', country: 'BE' },
      workAddresses: [{ kind: 'main', key: '', street: 'Grote Markt 4 bus 12', country: 'BE' }],
    });
    expect(byName('Öztürk Totaalbouw')?.address).toMatchObject({ name: 'Mehmet Öztürk', country: 'NL' });
    expect(byName('VvE Meander III')?.address.postcode).toBe('');
    expect(
      [...present.values()]
        .filter((customer) => customer.name === 'Jansen')
        .map((one) => one.workAddresses.length)
        .sort(),
    ).toEqual([0, 1]);
    expect(gone.get(session.books.customer('Failliet Bouw B.V.').id)).toBe('inactive');
    // Suppliers and the company itself are relations too.
    expect([...gone.values()].filter((reason) => reason === 'not-selected')).toHaveLength(19);
  });

  it('go when they are no longer a customer, and come back', async () => {
    const session = await open();
    const first = await session.pull('customers');
    const { id } = session.books.customer('Café Zoë');
    await session.time.advance(MINUTE_MS);
    session.books.changeCustomer('Café Zoë', { kinds: ['Leverancier'] });
    const second = await session.pull('customers', first.mark);
    expect(second.gone.get(id)).toBe('not-selected');
    session.books.changeCustomer('Café Zoë', { kinds: ['Klant', 'Leverancier'] });
    expect((await session.pull('customers', second.mark)).present.has(id)).toBe(true);
  });

  it('ask for the countries once', async () => {
    const session = await open();
    const first = await session.pull('customers');
    expect(session.requests('/landen')).toBe(1);
    await session.time.advance(MINUTE_MS);
    session.books.renameCustomer('Café Zoë', 'Café Zoë en Zn.');
    const second = await session.pull('customers', first.mark);
    expect([...second.present.values()].find((one) => one.name === 'Café Zoë en Zn.')?.address.country).toBe('NL');
    expect(session.requests('/landen')).toBe(0);
  });
});

describe('articles', () => {
  it('keep leading zeros and five decimals, and have the VAT rate of today', async () => {
    const session = await open();
    const { present } = await session.pull('articles');
    const byCode = (code: string) => [...present.values()].find((article) => article.code === code);
    expect(byCode('007')).toMatchObject({ unitPrice: '8.67769', vatRate: '21', unit: 'koker' });
    expect(byCode('000123')?.unitPrice).toBe('0.10331');
    expect(byCode('123')?.unitPrice).toBe('0.11157');
    expect(byCode('ARBEID9')?.vatRate).toBe('9');
    expect(byCode('KORTING')?.unitPrice).toBe('-25');
    expect(byCode('DIVERS')?.unitPrice).toBe('0');
  });

  it('are all read again when a group gets another name that matters, though no article changed', async () => {
    const session = await open();
    const settings = { articleGroups: ['Diensten'] };
    const first = await session.pull('articles', null, { settings });
    session.books.renameGroup('Diensten', 'Service');
    await session.check();
    const second = await session.pull('articles', first.mark, { settings });
    expect(second.gone.get(session.books.article('ARBEID').id)).toBe('not-selected');
    session.books.renameGroup('Service', 'Diensten');
    await session.check();
    const third = await session.pull('articles', second.mark, { settings });
    expect(descriptions(third)).toContain('Arbeidsuur monteur');
  });

  it('are not read again when a group gets another name that does not matter', async () => {
    const session = await open();
    const first = await session.pull('articles');
    session.books.renameGroup('Diensten', 'Service');
    await session.check();
    session.simulator.control.clearRequests();
    await session.pull('articles', first.mark);
    expect(session.requests('/artikelen')).toBe(1);
  });

  it('ask no more than their pages, and one request of each small list for the whole run', async () => {
    const session = await open({ simulator: { books: { customers: 3, articles: 110 } } });
    await session.administration();
    expect(session.requests()).toBe(5); // token, companyInfo, templates, VAT rates, groups
    await session.pull('articles');
    expect(session.requests()).toBe(5); // 110 articles in pages of 25 that overlap by one
  });
});

describe('a list that moves while it is read', () => {
  it.each(['stable', 'shuffled', 'modified'])(
    'loses nothing when articles change or go between the pages (%s order)',
    async (pageOrder) => {
      const session = await open({ simulator: { books: { customers: 3, articles: 200 }, quirks: { pageOrder } } });
      const codes = session.books.articles().map((article) => article.code);
      const untouched = new Set(session.books.articles().map((article) => article.id));
      let turn = 0;
      const pull = await session.pull('articles', null, {
        afterPage: () => {
          const changed = codes[turn * 3];
          const deleted = codes[turn * 3 + 1];
          turn += 1;
          if (changed === undefined || deleted === undefined) return;
          session.books.changeArticle(changed, { description: `Gewijzigd ${turn}` });
          untouched.delete(session.books.article(deleted).id);
          session.books.deleteArticle(deleted);
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
    },
  );

  it('loses nothing when it was stopped and many were deleted before it went on', async () => {
    const session = await open({ simulator: { books: { customers: 3, articles: 200 } } });
    const half = await session.pull('articles', null, { pageLimit: 4 });
    for (const article of session.books.articles().slice(0, 20)) session.books.deleteArticle(article.code);
    const rest = await session.pull('articles', half.mark);
    const known = new Set([...half.present.keys(), ...rest.present.keys()]);
    expect(session.books.articles().filter((article) => !known.has(article.id))).toEqual([]);
  });

  it('starts over when what it had read was longer than the whole list is now', async () => {
    const session = await open({ simulator: { books: { customers: 3, articles: 200 } } });
    const half = await session.pull('articles', null, { pageLimit: 6 });
    for (const article of session.books.articles().slice(0, 170)) session.books.deleteArticle(article.code);
    const rest = await session.pull('articles', half.mark);
    expect(rest.problem).toBeNull();
    expect(rest.present.size).toBe(30);
  });
});

describe('the clock of SnelStart', () => {
  const quirks: Record<string, string>[] = [
    { modifiedOnZone: 'local' },
    { modifiedOnZone: 'utc' },
    { modifiedOnDigits: '7' },
  ];

  it.each(quirks)('changes between two runs are found (%j)', async (quirk) => {
    const session = await open({ simulator: { quirks: quirk } });
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
    const session = await open({ simulator: { books: { customers: 3, articles: 300 } } });
    const first = await session.pull('articles');
    await session.time.advance(MINUTE_MS);
    for (const article of session.books.articles()) session.books.changeArticle(article.code, { salesPrice: '9.95' });
    let { mark } = await session.pull('articles', first.mark);
    for (let run = 0; run < 2; run += 1) {
      await session.time.advance(5 * MINUTE_MS);
      mark = (await session.pull('articles', mark)).mark;
    }
    session.simulator.control.clearRequests();
    const quiet = await session.pull('articles', mark);
    expect(quiet.pages[0]?.records).toEqual([]);
    expect(session.requests('/artikelen')).toBe(1);
  });

  it('shows the newest change as SnelStart wrote it', async () => {
    const session = await open({ startMs: Date.parse('2026-07-01T10:00:00Z') });
    session.books.changeArticle('ARBEID', { description: 'Arbeid' });
    expect((await session.pull('articles')).mark?.highWater).toMatch(/^2026-07-01T12:00:00/);
  });
});

describe('other ways in which SnelStart may answer', () => {
  it.each<Record<string, string>>([
    { nullInsteadOfEmptyArrays: 'yes' },
    { listNonactief: 'exclude' },
    { artikelenTop: '500' },
    { textCompare: 'ignore-case' },
  ])('%j', async (quirk) => {
    const session = await open({ simulator: { quirks: quirk } });
    const plain = await open();
    for (const resource of ['customers', 'articles'] as const) {
      const pull = await session.pull(resource);
      expect(pull.problem).toBeNull();
      expect(pull.parked).toEqual([]);
      expect([...pull.present.values()]).toEqual([...(await plain.pull(resource)).present.values()]);
    }
  });

  it('a mark of another version of the app counts as none', async () => {
    const session = await open();
    const whole = await session.pull('articles');
    const again = await session.pull('articles', { highWater: null, state: { skip: 7 } });
    expect(again.present).toEqual(whole.present);
  });
});
