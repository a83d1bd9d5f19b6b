/** What is particular about reading from e-Boekhouden: whole lists, no dates of change, and answers that are cut off. */
import { describe, expect, it } from 'vitest';
import type { Resource } from '../../connectors/_kit/model';
import type { Problem } from '../../connectors/_kit/problem';
import type { Settings } from '../../connectors/_kit/settings';
import { connector as eBoekhouden } from '../../connectors/e-boekhouden/index';
import { startSimulator, type EBoekhoudenBooks } from '../../connectors/e-boekhouden/simulator/index';
import type { Session } from './session';
import { onSmallBooks } from './small-books';

const open = onSmallBooks(eBoekhouden, startSimulator);

/** Lets time pass while it works, for reads that take more than a minute's requests. */
async function inTime<T>(session: Session<EBoekhoudenBooks>, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  while (!isDone) await session.time.advance(1_000);
  return done;
}

/** The ids, or why there is no complete list of them. */
async function idsOf(
  session: Session<EBoekhoudenBooks>,
  resource: Resource,
  settings: Settings = {},
): Promise<readonly string[] | Problem> {
  const ids: string[] = [];
  for await (const page of eBoekhouden.listIds(await session.context(settings), resource)) {
    if (!page.ok) return page.problem;
    ids.push(...page.value.externalIds);
  }
  return ids;
}

describe('customers', () => {
  it('come with code, name, establishment address and postal address as work addresses', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const { present, gone, parked } = await session.pull('customers');
    const byName = (name: string) => [...present.values()].find((customer) => customer.name === name);
    expect(parked).toEqual([]);
    expect(gone.size).toBe(0);
    // Suppliers and relations that are not active cannot be told apart over SOAP.
    expect(present.size).toBe(session.books.relations().length);
    expect(byName('Café Zoë')).toMatchObject({ externalId: session.books.customer('Café Zoë').id, number: '000123' });
    expect(byName('VvE Meander III')?.number).toBe('vve-meander-iii');
    const brasserie = byName('Brasserie "De Gouden Leeuw"');
    expect(brasserie?.address).toMatchObject({ street: 'Grote Markt 4 bus 12', country: 'BE' });
    expect(brasserie?.workAddresses[0]).toMatchObject({ kind: 'main', key: '', street: 'Grote Markt 4 bus 12' });
    const withPostal = session.books.relations().filter((relation) => relation.postalAddress.street !== '');
    expect(withPostal.length).toBeGreaterThan(3);
    for (const { id, postalAddress } of withPostal) {
      expect(present.get(id)?.workAddresses).toContainEqual(
        expect.objectContaining({ kind: 'postal', street: postalAddress.street, city: postalAddress.city }),
      );
    }
  });

  it('have their country as a code, however it is written, and none when it is not told', async () => {
    const session = await open();
    for (const [country, code] of [
      ['Nederland', 'NL'],
      ['BELGIË', 'BE'],
      ['Deutschland', 'DE'],
      ['', ''],
      ['Ergens', ''],
    ] as const) {
      const { id, address } = session.books.customer('Café Zoë');
      session.books.changeCustomer('Café Zoë', { address: { ...address, country } });
      expect((await session.pull('customers')).present.get(id)?.address.country).toBe(code);
    }
  });

  it('whose code was never filled in come too', async () => {
    const session = await open();
    const { id } = session.books.customer('Kringloopwinkel 100% Hergebruik');
    expect((await session.pull('customers')).present.get(id)?.number).toBe('');
  });

  it('that are deleted are no longer among the ids', async () => {
    const session = await open();
    const { id } = session.books.customer('Café Zoë');
    expect(await idsOf(session, 'customers')).toContain(id);
    session.books.deleteCustomer('Café Zoë');
    expect(await idsOf(session, 'customers')).not.toContain(id);
  });
});

describe('articles', () => {
  it('keep leading zeros, prices to the last decimal, VAT and what an invoice needs', async () => {
    const session = await open({ simulator: { quirks: { priceDecimals: '4' } } });
    session.books.changeArticle('007', { salesPrice: '0.1033', costCentreId: 12 });
    const { present } = await session.pull('articles');
    const byCode = (code: string) => [...present.values()].find((article) => article.code === code);
    expect(byCode('007')).toMatchObject({
      unitPrice: '0.1033',
      vatRate: '21',
      unit: 'koker',
      extra: { vatCode: 'HOOG_VERK_21', ledgerCode: '8000', costCentreId: '12' },
    });
    expect(byCode('ARBEID')).toMatchObject({ unitPrice: '62.5', extra: { ledgerCode: '8010' } });
    expect(byCode('ARBEID9')?.vatRate).toBe('9');
    expect(byCode('KORTING')?.unitPrice).toBe('-25');
    expect(byCode('DIVERS')?.unitPrice).toBe('0');
  });

  it('that are inactive go, and come back', async () => {
    const session = await open();
    const { id } = session.books.article('ARBEID');
    session.books.deactivateArticle('ARBEID');
    expect((await session.pull('articles')).gone.get(id)).toBe('inactive');
    session.books.changeArticle('ARBEID', { active: true });
    expect((await session.pull('articles')).present.has(id)).toBe(true);
  });

  it('that move to a group that is not chosen go', async () => {
    const session = await open();
    const settings = { articleGroups: ['010'] };
    const { id } = session.books.article('ARBEID');
    const first = await session.pull('articles', null, { settings });
    expect(first.present.has(id)).toBe(true);
    session.books.moveArticle('ARBEID', 'Sanitair');
    expect((await session.pull('articles', first.mark, { settings })).gone.get(id)).toBe('not-selected');
  });

  it('of groups that differ in a capital are told apart', async () => {
    const session = await open({ simulator: { books: 'practice' } });
    const names = [...(await session.pull('articleGroups')).present.values()].map((group) => group.name);
    const lower = names.map((name) => name.toLowerCase());
    expect(new Set(lower).size).toBe(names.length - 1);
  });
});

describe('other ways in which e-Boekhouden may answer', () => {
  it.each<Record<string, string>>([
    { successError: 'absent' },
    { errorCodes: 'plain' },
    { listOrder: 'shuffled' },
    { recordCap: 'none' },
    { missingTags: 'fault' },
    { tagOrder: 'fault' },
    { malformedXml: '400' },
    { textFilters: 'contains' },
  ])('%j', async (quirks) => {
    const session = await open({ simulator: { quirks } });
    const plain = await open();
    for (const resource of ['customers', 'articleGroups', 'articles'] as const) {
      const pull = await session.pull(resource);
      expect(pull.problem).toBeNull();
      expect(pull.parked).toEqual([]);
      const { present } = await plain.pull(resource);
      expect(new Map([...pull.present].sort())).toEqual(new Map([...present].sort()));
    }
  });

  it.each(['element', 'nil', 'absent'])('a list without rows is empty (%s)', async (emptyList) => {
    const session = await open({ simulator: { books: { customers: 0, articles: 0 }, quirks: { emptyList } } });
    for (const resource of ['customers', 'articleGroups', 'articles'] as const) {
      const pull = await session.pull(resource);
      expect(pull.problem).toBeNull();
      expect(pull.present.size).toBe(0);
      expect(await session.listIds(resource)).toEqual({ ids: [], rowsSeen: 0 });
    }
  });

  it('relations that are not active may be left out: then only the clean-up sees them go', async () => {
    const session = await open({ simulator: { quirks: { inactiveRelations: 'left-out' } } });
    const { id } = session.books.customer('Café Zoë');
    expect((await session.pull('customers')).present.has(id)).toBe(true);
    session.books.deactivateCustomer('Café Zoë');
    expect((await session.pull('customers')).present.has(id)).toBe(false);
    expect(await idsOf(session, 'customers')).not.toContain(id);
  });

  it('tags may be left out of a row, but for what it is known by', async () => {
    const session = await open();
    const { id: bare } = session.books.article('ARBEID');
    session.books.distort(bare, { Actief: null, VerkoopprijsExclBTW: null, BtwPercentage: '', KostenplaatsID: null });
    const { id: nameless } = session.books.article('REISTIJD');
    session.books.distort(nameless, { ArtikelCode: null });
    const { present, parked } = await session.pull('articles');
    expect(present.get(bare)).toMatchObject({ unitPrice: null, vatRate: null, extra: { costCentreId: '0' } });
    expect(parked).toMatchObject([{ externalId: nameless, problem: { params: { fields: 'ArtikelCode' } } }]);
  });
});

describe('a list that is cut off', () => {
  const books = { customers: 700, articles: 700 };

  it('of relations is read in parts, to the last one', async () => {
    const quirks = { recordCap: '500', listOrder: 'shuffled' };
    const session = await open({ simulator: { books: { customers: 510, articles: 5 }, quirks } });
    const { present, parked, problem } = await session.pull('customers');
    expect(problem).toBeNull();
    expect(parked).toEqual([]);
    const all = session.books.relations().map((relation) => relation.id);
    expect([...present.keys()].sort()).toEqual([...all].sort());
  });

  it('of articles is read by parts of their codes, when the service looks for parts', async () => {
    const quirks = { recordCap: '500', textFilters: 'contains' };
    const session = await open({ simulator: { books, quirks } });
    const { present, parked } = await inTime(session, session.pull('articles'));
    expect(parked).toEqual([]);
    const all = session.books.articles().map((article) => article.id);
    expect([...present.keys()].sort()).toEqual([...all].sort());
    const ids = await inTime(session, idsOf(session, 'articles'));
    expect([...(ids as string[])].sort()).toEqual([...all].sort());
  });

  it.each(['ignore-case', 'exact'])(
    'of articles is read by its groups when the service does not (%s): most come, and nothing is cleaned up',
    async (textFilters) => {
      const session = await open({ simulator: { books, quirks: { recordCap: '500', textFilters } } });
      const { present, parked, problem } = await session.pull('articles');
      expect(problem).toBeNull();
      expect(present.size).toBeGreaterThan(650);
      expect(parked).toMatchObject([{ externalId: '', problem: { code: 'e-boekhouden.articles-cut-off' } }]);
      for (const resource of ['articles', 'articleGroups'] as const) {
        expect(await idsOf(session, resource)).toMatchObject({
          kind: 'blocked',
          code: 'e-boekhouden.articles-cut-off',
          text: { action: { nl: expect.stringMatching(/artikelgroepen/) as string } },
        });
      }
    },
  );

  it.each(['ignore-case', 'exact', 'contains'])(
    'of articles is complete when groups were chosen (%s)',
    async (textFilters) => {
      const session = await open({ simulator: { books, quirks: { recordCap: '500', textFilters } } });
      const groups = ['020', '050', '060'];
      const settings = { articleGroups: groups };
      const wanted = session.books.articles().filter(({ groupCode }) => groups.includes(groupCode ?? ''));
      const { present, parked } = await session.pull('articles', null, { settings });
      expect(parked).toEqual([]);
      expect([...present.keys()].sort()).toEqual(wanted.map((article) => article.id).sort());
      expect(await idsOf(session, 'articles', settings)).toHaveLength(wanted.length);
      expect([...((await idsOf(session, 'articleGroups', settings)) as string[])].sort()).toEqual(groups);
    },
  );

  it('of one group is not complete', async () => {
    const session = await open({ simulator: { books, quirks: { recordCap: '500' } } });
    for (const { code } of session.books.articles()) session.books.changeArticle(code, { groupCode: '020' });
    const settings = { articleGroups: ['020'] };
    expect(await idsOf(session, 'articles', settings)).toMatchObject({ code: 'e-boekhouden.articles-cut-off' });
  });

  it('is taken for whole when its number of rows is no limit', async () => {
    const session = await open({
      simulator: { books: { customers: 701, articles: 5 }, quirks: { recordCap: 'none' } },
    });
    await session.administration();
    session.simulator.control.clearRequests();
    expect((await session.pull('customers')).present.size).toBe(701);
    expect(session.requests()).toBe(1);
  });

  it('goes on in the middle when the app was quit, and starts over when other groups were chosen', async () => {
    const session = await open({ simulator: { books, quirks: { recordCap: '500' } } });
    const settings = { articleGroups: ['020', '050', '060'] };
    const half = await session.pull('articles', null, { settings, pageLimit: 2 });
    session.simulator.control.clearRequests();
    const rest = await session.pull('articles', half.mark, { settings });
    expect(session.requests()).toBe(2);
    const whole = await session.pull('articles', null, { settings });
    expect(new Set([...half.present.keys(), ...rest.present.keys()])).toEqual(new Set(whole.present.keys()));
    session.simulator.control.clearRequests();
    await session.pull('articles', half.mark, { settings: { articleGroups: ['020'] } });
    expect(session.requests()).toBe(2);
  });

  it('a mark of another version of the app counts as none', async () => {
    const session = await open();
    const whole = await session.pull('articles');
    const again = await session.pull('articles', { highWater: null, state: { skip: 7 } });
    expect(again.present).toEqual(whole.present);
  });
});
