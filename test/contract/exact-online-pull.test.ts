/** What is particular about reading from Exact Online: row versions, deletions, and changes that have no version of their own. */
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../connectors/_kit/model';
import { connector } from '../../connectors/exact-online/index';
import { startSimulator, type ExactOnlineBooks } from '../../connectors/exact-online/simulator/index';
import type { Session } from './session';
import { onSmallBooks } from './small-books';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const open = onSmallBooks(connector, startSimulator);

describe('customers', () => {
  it('come with number, name, address, one work address and country', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const { present, gone } = await session.pull('customers');
    const byName = (name: string) => [...present.values()].find((customer) => customer.name === name);
    expect(present.size).toBe(262);
    const brasserie = byName('Brasserie "De Gouden Leeuw"');
    expect(brasserie).toMatchObject({
      number: session.books.customer('Brasserie "De Gouden Leeuw"').values.Code.trim(),
      address: { name: '', street: 'Grote Markt 4 bus 12', country: 'BE' },
      workAddresses: [{ kind: 'main', key: '', street: 'Grote Markt 4 bus 12', country: 'BE' }],
    });
    expect(byName('VvE Meander III')?.address.postcode).toBe('');
    const reasons = [...gone.values()];
    // Four prospects, eighteen suppliers and two that lost their status; four ended or blocked.
    expect(reasons.filter((reason) => reason === 'not-selected')).toHaveLength(24);
    expect(reasons.filter((reason) => reason === 'inactive')).toHaveLength(4);
  });

  it.each([
    ['blocked', 'inactive'],
    ['end date', 'inactive'],
    ['status', 'not-selected'],
  ] as const)('go when they are ended by %s, and come back', async (ending, reason) => {
    const session = await open();
    const first = await session.pull('customers');
    const { id } = session.books.customer('Café Zoë');
    session.books.deactivateCustomer('Café Zoë', ending);
    const second = await session.pull('customers', first.mark);
    expect(second.gone.get(id)).toBe(reason);
    session.books.activateCustomer('Café Zoë');
    expect((await session.pull('customers', second.mark)).present.has(id)).toBe(true);
  });

  it('go when they are deleted, at the next run', async () => {
    const session = await open();
    const first = await session.pull('customers');
    const { id } = session.books.customer('Jansen');
    session.books.deleteCustomer('Jansen');
    const second = await session.pull('customers', first.mark);
    expect([...second.gone]).toEqual([[id, 'deleted']]);
    expect((await session.pull('customers', second.mark)).gone.size).toBe(0);
  });

  it('get their new address although only the row of the address changed', async () => {
    const session = await open();
    const first = await session.pull('customers');
    const { id } = session.books.customer('Café Zoë');
    session.books.changeAddress('Café Zoë', { AddressLine1: 'Hogewal 9' });
    const second = await session.pull('customers', first.mark);
    expect([...second.present.keys()]).toEqual([id]);
    expect(second.present.get(id)?.workAddresses).toMatchObject([{ street: 'Hogewal 9' }]);
    expect((await session.pull('customers', second.mark)).present.size).toBe(0);
  });

  it('are all read again when more addresses changed than are worth asking one by one', async () => {
    const session = await open({ simulator: { books: { customers: 300, articles: 1 } } });
    const first = await session.pull('customers');
    for (const customer of session.books.customers().slice(0, 150)) {
      session.books.changeAddress(Number(customer.values.Code), { AddressLine1: 'Nieuwe straat 1' });
    }
    session.simulator.control.clearRequests();
    const second = await session.pull('customers', first.mark);
    expect([...second.present.values()].filter(({ address }) => address.street === 'Nieuwe straat 1')).toHaveLength(
      150,
    );
    expect(session.requests('/crm/Accounts')).toBe(0);
    expect((await session.pull('customers', second.mark)).present.size).toBe(0);
  });

  it('go on the day after their end date, though nothing changed in Exact Online', async () => {
    const session = await open();
    session.books.changeCustomer('Café Zoë', { EndDate: '2026-11-24T00:00:00' });
    const { id } = session.books.customer('Café Zoë');
    let { mark, present } = await session.pull('customers');
    expect(present.has(id)).toBe(true);
    await session.time.advance(2 * DAY_MS);
    const onTheDay = await session.pull('customers', mark);
    expect(onTheDay.gone.size).toBe(0);
    await session.time.advance(DAY_MS);
    const dayAfter = await session.pull('customers', onTheDay.mark);
    expect(dayAfter.gone.get(id)).toBe('inactive');
    ({ mark, present } = await session.pull('customers', dayAfter.mark));
    expect(present.size).toBe(0);
  });

  it('come on their start date', async () => {
    const session = await open();
    session.books.changeCustomer('Café Zoë', { StartDate: '2026-11-23T00:00:00' });
    const { id } = session.books.customer('Café Zoë');
    const first = await session.pull('customers');
    expect(first.gone.get(id)).toBe('inactive');
    await session.time.advance(DAY_MS);
    expect((await session.pull('customers', first.mark)).present.has(id)).toBe(true);
  });
});

describe('articles', () => {
  const priceOf = (pull: { present: ReadonlyMap<string, { code: string; unitPrice: string | null }> }, code: string) =>
    [...pull.present.values()].find((article) => article.code === code)?.unitPrice;

  it('have price, VAT rate, unit and group; codes keep their zeros', async () => {
    const session = await open();
    const { present } = await session.pull('articles');
    const byCode = (code: string) => [...present.values()].find((article) => article.code === code);
    expect(byCode('007')).toMatchObject({ unitPrice: '8.67769', vatRate: '21', unit: 'koker' });
    expect(byCode('000123')?.unitPrice).toBe('0.10331');
    expect(byCode('ARBEID9')?.vatRate).toBe('9');
    expect(byCode('KORTING')?.unitPrice).toBe('-25');
    expect(byCode('DIVERS')?.unitPrice).toBe('0');
  });

  it('whose VAT code includes VAT have their price without it', async () => {
    const session = await open();
    session.books.changeArticle('ARBEID', { SalesVatCode: '2' });
    const { present } = await session.pull('articles');
    const article = [...present.values()].find(({ code }) => code === 'ARBEID');
    expect(article).toMatchObject({ unitPrice: '51.652893', vatRate: '21' });
  });

  it('get their new price although only the row of the price changed', async () => {
    const session = await open();
    const first = await session.pull('articles');
    session.books.changePrice('ARBEID', '64.25');
    const second = await session.pull('articles', first.mark);
    expect(priceOf(second, 'ARBEID')).toBe('64.25');
    expect(second.present.size).toBe(1);
    expect((await session.pull('articles', second.mark)).present.size).toBe(0);
  });

  it('keep their price when something else changes', async () => {
    const session = await open();
    const first = await session.pull('articles');
    session.books.changeArticle('ARBEID', { Description: 'Uur monteur' });
    const second = await session.pull('articles', first.mark);
    expect([...second.present.values()]).toMatchObject([{ description: 'Uur monteur', unitPrice: '62.5' }]);
  });

  it('are read with the whole price list after an import of prices', async () => {
    const session = await open({ simulator: { books: { customers: 1, articles: 400 } } });
    const first = await session.pull('articles');
    for (const article of session.books.articles()) session.books.changePrice(article.values.Code, '9.95');
    session.simulator.control.clearRequests();
    const second = await session.pull('articles', first.mark);
    expect(new Set([...second.present.values()].map(({ unitPrice }) => unitPrice))).toEqual(new Set(['9.95']));
    expect(second.present.size).toBe(400);
    expect(session.requests()).toBeLessThan(8);
  });

  it('without the right to prices show the standard price of the item, and the right is asked for once an hour', async () => {
    const session = await open();
    await session.administration();
    session.books.withdrawRights('Sales prices', 'Financial accounting');
    let { mark, present } = await session.pull('articles');
    expect([...present.values()].find(({ code }) => code === 'ARBEID')).toMatchObject({
      unitPrice: '62.5',
      vatRate: null,
    });
    session.simulator.control.clearRequests();
    for (let run = 0; run < 23; run += 1) {
      await session.time.advance(5 * MINUTE_MS);
      ({ mark, present } = await session.pull('articles', mark));
    }
    const refused = session.simulator.control.requests().filter(({ status }) => status === 403);
    expect(refused.map(({ path }) => path.split('/').at(-1))).toEqual(['SalesItemPrices']);
  });

  it('that are deleted go, without the right to deletions at the clean-up', async () => {
    const session = await open();
    await session.administration();
    const first = await session.pull('articles');
    const { id } = session.books.article('DIVERS');
    session.books.deleteArticle('DIVERS');
    expect((await session.pull('articles', first.mark)).gone.get(id)).toBe('deleted');

    session.simulator.control.fault({ kind: 'status', status: 403, match: { path: '/sync/Deleted', times: 5 } });
    const withoutRight = await session.pull('articles', first.mark);
    expect(withoutRight.problem).toBeNull();
    expect((await session.listIds('articles')).ids).not.toContain(id);
  });

  it('that are no longer for sale go', async () => {
    const session = await open();
    const first = await session.pull('articles');
    session.books.changeArticle('SPOED', { IsSalesItem: false });
    const second = await session.pull('articles', first.mark);
    expect(second.gone.get(session.books.article('SPOED').id)).toBe('inactive');
  });

  it('ask one request for each page of a table, and one of each small list', async () => {
    const session = await open({ simulator: { books: { customers: 3, articles: 2500 } } });
    await session.administration();
    session.simulator.control.clearRequests();
    await session.pull('articles');
    // Three pages of items, three of prices, what was deleted, and the VAT codes.
    expect(session.requests()).toBe(8);
  });
});

describe('a company that Exact Online moved', () => {
  it.each(['customers', 'articles'] as const)(
    '%s are all read again, because row versions start anew',
    async (table) => {
      const session = await open();
      const first = await session.pull(table);
      session.books.moveCompany();
      await session.check();
      const second = await session.pull(table, first.mark);
      expect(second.present).toEqual(first.present);
      session.simulator.control.clearRequests();
      expect((await session.pull(table, second.mark)).present.size).toBe(0);
    },
  );
});

describe('a long list', () => {
  it('loses nothing when rows change or go between the pages', async () => {
    const session = await open({ simulator: { books: { customers: 3500, articles: 1 } } });
    const codes = session.books.customers().map(({ values }) => Number(values.Code));
    let turn = 0;
    const pull = await session.pull('customers', null, {
      afterPage: () => {
        const [changed, deleted] = [codes[turn * 3], codes[turn * 3 + 1]];
        turn += 1;
        if (changed === undefined || deleted === undefined) return;
        session.books.renameCustomer(changed, `Gewijzigd ${turn}`);
        session.books.deleteCustomer(deleted);
      },
    });
    expect(pull.problem).toBeNull();
    const next = await session.pull('customers', pull.mark);
    const known = new Map([...pull.present, ...next.present]);
    for (const { id, values } of session.books.customers()) expect(known.get(id)?.name).toBe(values.Name);
    for (const id of next.gone.keys()) known.delete(id);
    expect(known.size).toBe(session.books.customers().length);
  });

  it('is begun again when the address of its next page lost its meaning', async () => {
    const session = await open({ simulator: { books: { customers: 2500, articles: 1 } } });
    const half = await session.pull('customers', null, { pageLimit: 1 });
    session.simulator.control.fault({ kind: 'status', status: 400, match: { path: '/sync/CRM/Accounts' } });
    const rest = await session.pull('customers', half.mark);
    expect(rest.problem).toBeNull();
    expect(rest.present.size).toBe(2500);
  });

  it('never sends the token to an address that is not at Exact Online', async () => {
    const session = await open();
    await session.administration();
    const next = 'https://elders.example/api/v1/3141592/sync/CRM/Accounts?$skiptoken=1L';
    const body = JSON.stringify({ d: { results: [], __next: next } });
    session.simulator.control.fault({
      kind: 'status',
      status: 200,
      body,
      headers: { 'content-type': 'application/json' },
      match: { path: '/sync/CRM/Accounts' },
    });
    expect((await session.pull('customers')).problem).toMatchObject({ code: 'exact-online.foreign-next-page' });
  });

  it('a mark of another version of the app counts as none', async () => {
    const session = await open();
    const whole = await session.pull('articles');
    const again = await session.pull('articles', { highWater: null, state: { skip: 7 } });
    expect(again.present).toEqual(whole.present);
  });

  it('shows the newest change as Exact Online wrote it, on the Dutch clock', async () => {
    const session = await open({ startMs: Date.parse('2026-07-01T10:00:00Z') });
    session.books.changeArticle('ARBEID', { Description: 'Arbeid' });
    expect((await session.pull('articles')).mark?.highWater).toBe('2026-07-01T12:00:00');
  });
});

describe('other ways in which Exact Online may answer', () => {
  it.each<Record<string, string>>([
    { syncDoubles: 'yes' },
    { mandatoryFilter: 'on' },
    { selectRequired: 'all' },
    { selectRequired: 'none' },
    { int64Suffix: 'optional' },
    { textCompare: 'ignore-case' },
    { bareList: 'never' },
    { withoutAccept: 'json' },
    { forbiddenBody: 'empty' },
    { notFoundBody: 'empty' },
    { errorLimit: '403' },
    { limits: 'off' },
    { language: 'en' },
    { expiresIn: 'number' },
  ])('%j: the same records come over, changes and deletions too', async (quirks) => {
    const run = async (session: Session<ExactOnlineBooks>) => {
      const marks: Record<string, Mark | null> = {};
      const seen: unknown[] = [];
      for (const table of ['customers', 'articleGroups', 'articles'] as const) {
        const pull = await session.pull(table);
        expect(pull.problem).toBeNull();
        expect(pull.parked).toEqual([]);
        marks[table] = pull.mark;
        seen.push([...pull.present], [...pull.gone], (await session.listIds(table)).ids);
      }
      session.books.renameCustomer('Café Zoë', 'Zoë');
      session.books.deleteCustomer('Jansen');
      session.books.changePrice('ARBEID', '70');
      for (const table of ['customers', 'articles'] as const) {
        const { present, gone } = await session.pull(table, marks[table]);
        seen.push([...present], [...gone]);
      }
      return seen;
    };
    expect(await run(await open({ simulator: { quirks } }))).toEqual(await run(await open()));
  });
});
