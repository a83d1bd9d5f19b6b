import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PulledArticle, PulledCustomer } from '../../../connectors/_kit/model';
import { draft, must, RIGHT_KEY, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
  await test.activate();
  test.pull(['1001', '1002', '1003'], ['REIS', 'OUD']);
  must(await test.company.calls['integrations:deactivate']('snelstart'));
});
afterEach(() => test.close());

const customer = (externalId: string, number: string, name: string): PulledCustomer => ({
  externalId,
  number,
  name,
  address: { name: '', street: 'Nieuwe Kade 1', postcode: '1111 AA', city: 'Utrecht', country: 'NL' },
  workAddresses: [],
  phone: '030-1234567',
  email: '',
  vatNumber: '',
  chamberOfCommerceNumber: '',
  extra: { of: 'billit' },
});
const article = (externalId: string, code: string, description: string): PulledArticle => ({
  externalId,
  code,
  description,
  groupExternalId: null,
  unit: 'uur',
  unitPrice: '75',
  vatRate: '21',
  extra: null,
});

const calls = () => test.company.calls;
const billit = async () =>
  (await calls()['integrations:list']()).find(({ stage }) => stage.package === 'billit')?.stage;
const rows = async (table: 'customers' | 'articles') =>
  (await calls()['integrations:adoption-rows']({ table, search: '', offset: 0, limit: 50 })).rows;
const rowOf = async (label: string) => {
  const found = (await rows('customers')).find((row) => row.label.includes(label));
  if (found === undefined) throw new Error(`No row ${label}`);
  return found;
};

/** The wizard of the other package up to the comparison. */
async function prepare(): Promise<void> {
  test.package.holds.customers = [
    customer('b-1', '1001', nameOf('1001')),
    customer('b-2', '77', nameOf('1002')),
    customer('b-9', '99', 'Splinternieuw BV'),
  ];
  test.package.holds.articles = [article('b-reis', 'REIS', 'Artikel REIS')];
  must(await calls()['integrations:accept-terms']('billit'));
  must(await calls()['integrations:adopt']('billit'));
  must(await calls()['integrations:link']({ package: 'billit', credentials: RIGHT_KEY }));
  const saved = must(await calls()['integrations:save-settings']({ package: 'billit', settings: {} }));
  expect(saved.stage).toMatchObject({ state: 'activating', adoption: { settingsSaved: true } });
  must(await calls()['integrations:adoption-read']('billit'));
}

const nameOf = (number: string): string => test.store.customers.byNumber(number)?.name ?? '';

describe('taking data along to another package', () => {
  it('tells sure, doubtful and none apart, and changes nothing yet', async () => {
    await prepare();
    const found = await rows('customers');
    expect(found.map(({ certainty, isDecided }) => [certainty, isDecided])).toEqual([
      ['sure', true],
      ['doubtful', false],
      ['none', true],
    ]);
    expect(must(await calls()['integrations:adoption-read']('billit')).customers).toEqual({
      read: 3,
      counts: { sure: 1, doubtful: 1, none: 1, undecided: 1, adopted: 1, fresh: 2 },
    });
    expect(test.store.wipe.counts()).toMatchObject({ customers: 3, articles: 2 });
    expect(test.settings.activePackage()).toBeNull();
  });

  it('waits for the office, whose decisions are still there after the app ended half way', async () => {
    await prepare();
    expect(await calls()['integrations:adoption-finish']('billit')).toMatchObject({
      ok: false,
      problem: { code: 'adoption-undecided', params: { count: 1 } },
    });
    must(await calls()['integrations:adoption-decide']({ id: (await rowOf(nameOf('1002'))).id, externalId: 'b-2' }));
    await test.restart();

    expect(await billit()).toMatchObject({ state: 'activating', adoption: { settingsSaved: true } });
    expect(await rowOf(nameOf('1002'))).toMatchObject({ isDecided: true, chosen: 'b-2' });
    expect(must(await calls()['integrations:adoption-finish']('billit')).state).toBe('active');
  });

  it('keeps the customer of an open work order, under the id of the package, and pulls it in place', async () => {
    const before = test.store.customers.byNumber('1001');
    const order = must(test.store.workOrders.create(draft({ customerId: before?.id ?? null }), test.time.nowMs()));
    await prepare();
    must(await calls()['integrations:adoption-decide-all']({ table: 'customers', how: 'best' }));
    must(await calls()['integrations:adoption-finish']('billit'));

    expect(test.store.workOrders.get(order.id)?.customer).toMatchObject({ id: before?.id });
    expect(test.store.workOrders.forDocument(order.id)?.customer).toMatchObject({
      externalId: 'b-1',
      active: true,
      extra: { of: 'billit' },
    });
    const runId = test.store.runs.start('first', test.time.nowMs());
    const { counts } = test.store.pull.applyPage({
      link: { package: 'billit', administrationId: 'adm-1' },
      resource: 'customers',
      page: {
        records: test.package.holds.customers.map((record) => ({ kind: 'present', record })),
        parked: [],
        mark: { highWater: null, state: null },
        total: null,
      },
      last: true,
      runId,
      atMs: test.time.nowMs(),
    });
    expect(counts).toMatchObject({ unchanged: 2, written: 1 });
    expect(test.store.wipe.counts()).toMatchObject({ customers: 3, workOrders: 1 });
  });

  it('takes out what is not taken along, but for what an open work order uses', async () => {
    const kept = test.store.customers.byNumber('1003');
    must(test.store.workOrders.create(draft({ customerId: kept?.id ?? null }), test.time.nowMs()));
    await prepare();
    must(await calls()['integrations:adoption-decide-all']({ table: 'customers', how: 'none' }));
    must(await calls()['integrations:adoption-finish']('billit'));

    const { rows: shown } = test.store.customers.list({ search: '', offset: 0, limit: 9 });
    expect(shown.map(({ number, active }) => [number, active])).toEqual([
      ['1001', true],
      ['1003', false],
    ]);
    expect(test.store.articles.list({ search: '', offset: 0, limit: 9 }).rows).toMatchObject([
      { code: 'REIS', unitPrice: '75', active: true },
    ]);
    expect(test.logged()[0]).toContain('1 klanten en 1 artikelen');
  });

  it('lets one record be one row only', async () => {
    test.store.customers.add(
      {
        name: nameOf('1002'),
        address: { name: '', street: '', postcode: '', city: '', country: 'NL' },
      },
      test.time.nowMs(),
    );
    await prepare();
    const [first, second] = (await rows('customers')).filter(({ certainty }) => certainty === 'doubtful');
    must(await calls()['integrations:adoption-decide']({ id: first?.id ?? 0, externalId: 'b-2' }));
    expect(await calls()['integrations:adoption-decide']({ id: second?.id ?? 0, externalId: 'b-2' })).toMatchObject({
      ok: false,
      problem: { code: 'adoption-taken' },
    });
  });

  it('can be left for a wipe after all, and taken back from its backup once it was done', async () => {
    await prepare();
    must(await calls()['integrations:wipe']({ package: 'billit', parts: ['customers', 'articles', 'workOrders'] }));
    expect(await billit()).toMatchObject({ adoption: null });
    expect(await rows('customers')).toEqual([]);
    expect((await billit())?.wipeBackup?.name).toContain('voor wissen billit');
  });

  it('is not offered at the very first activation, which begins empty', async () => {
    const fresh = await TestCompany.open();
    must(await fresh.company.calls['integrations:accept-terms']('snelstart'));
    expect(must(await fresh.company.calls['integrations:wipe-preview']('snelstart')).canAdopt).toBe(false);
    expect(await fresh.company.calls['integrations:adopt']('snelstart')).toMatchObject({
      problem: { code: 'adoption-not-possible' },
    });
    await fresh.close();
  });

  it('goes on reading after the package could not be reached', async () => {
    test.package.isOnline = true;
    test.package.holds.problem = { kind: 'rejected', code: 'no-right', params: {} };
    await expect(prepare()).rejects.toThrow();
    test.package.holds.problem = null;
    expect(must(await calls()['integrations:adoption-read']('billit')).customers.counts).not.toBeNull();
  });
});
