import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { article, customer, frozen, pull, readyWorkOrder } from '../db/records';
import { SnelstartCompany } from './snelstart-company';
import { draft, must, TestCompany } from './test-company';

const closing: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

const time = (minutes: number, kind: 'work' | 'travel' = 'work') => ({
  employeeId: null,
  kind,
  date: '2026-11-20',
  startMinute: null,
  minutes,
  note: '',
});
const amount = (places: number) =>
  fc.integer({ min: -99_999, max: 999_999 }).map((whole) => new Decimal(whole).dividedBy(10 ** places).toFixed());

/** A company that is linked with the simulated SnelStart, with articles for work and travel time. */
async function linked() {
  const office = await SnelstartCompany.open();
  closing.push(office);
  await office.link();
  const codes = office.simulator.control.books
    .articles()
    .filter(({ inactive }) => !inactive)
    .map(({ code }) => code);
  const settings = { workArticle: codes[0] ?? '', travelArticle: codes[1] ?? '' };
  expect(await office.save(settings)).toEqual([]);
  await office.pull();
  const { calls } = office.company;
  const articleIds = (await calls['articles:list']({ search: '', offset: 0, limit: 100 })).rows.map(({ id }) => id);

  /** What the previews of these work orders come to, added here. */
  const previewed = async (ids: readonly number[]) => {
    const totals: (string | null)[] = [];
    for (const id of ids) {
      const preview = must(await calls['work-orders:preview'](id));
      totals.push(preview.kind === 'document' ? preview.document.totals.exclVat : null);
    }
    const known = totals.filter((total) => total !== null);
    const exclVat = known.reduce((sum, total) => sum.plus(total), new Decimal(0)).toFixed(2);
    return { count: ids.length, exclVat, unknown: totals.length - known.length };
  };
  const ready = async () => (await calls['overview:figures'](undefined)).ready;
  return { office, calls, settings, codes, articleIds, previewed, ready };
}

describe('what work comes to', () => {
  it('is exactly the sum of what each work order would be booked for', async () => {
    const { office, calls, articleIds, previewed, ready } = await linked();
    const some = fc.record({
      times: fc.array(
        fc.tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom('work', 'travel')).map(([n, kind]) => time(n, kind)),
        { maxLength: 4 },
      ),
      articles: fc.array(
        fc.record({
          articleId: fc.constantFrom(...articleIds),
          quantity: amount(3),
          unitPrice: fc.option(amount(4)),
          description: fc.constant(null),
        }),
        { maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(some, { minLength: 1, maxLength: 5 }), async (drafts) => {
        const ids: number[] = [];
        for (const change of drafts) ids.push(await office.readyWorkOrder(change));
        expect(await ready()).toEqual(await previewed(ids));
        for (const id of ids) {
          must(await calls['work-orders:reopen'](id));
          must(await calls['work-orders:delete'](id));
        }
      }),
      { numRuns: 40 },
    );
  }, 180_000);

  it('follows a change of the work order, of the hour policy and of the settings', async () => {
    const { office, calls, settings, codes, previewed, ready } = await linked();
    const id = await office.readyWorkOrder({ times: [time(100)] });
    const amounts = new Set<string>();
    const isFollowed = async () => {
      const figure = await ready();
      expect(figure).toEqual(await previewed([id]));
      amounts.add(figure.exclVat);
    };
    await isFollowed();

    const { version, customerId } = (await calls['work-orders:get'](id))!;
    must(await calls['work-orders:save']({ id, version, draft: draft({ customerId, times: [time(60)] }) }));
    await isFollowed();

    const rule = { stepMinutes: null, direction: 'up', minimumMinutes: 120 } as const;
    must(await calls['company-settings:save']({ hourPolicy: { work: rule, travel: rule } }));
    await isFollowed();

    expect(await office.save({ ...settings, standardArticle: codes[2] ?? '' })).toEqual([]);
    await isFollowed();
    expect(amounts.size).toBe(4);
  }, 60_000);

  it('of what is archived is that of its document, and it is not invoiced until it is booked', async () => {
    const office = await TestCompany.open();
    closing.push(office);
    const { store } = office;
    const nowMs = office.time.nowMs();
    pull(store, 'customers', [customer('1')]);
    pull(store, 'articles', [article('1', { unitPrice: '61.5' })]);
    const customerId = store.customers.list({ search: '', offset: 0, limit: 1 }).rows[0]!.id;
    const totals = ['100.10', '-0.05', null];
    const entryIds = totals.map((exclVat) => {
      const { id, version } = readyWorkOrder(store, { customerId });
      const made = frozen(store, id);
      const document = { ...made.document, totals: { ...made.document.totals, exclVat } };
      const start = { state: 'waiting', frozen: { ...made, document } } as const;
      return must(store.workOrders.archive(id, version, start, nowMs));
    });
    store.queue.sending(entryIds[0]!, nowMs);
    const remote = { externalId: 'o-1', number: 'VO-1', marker: 'm', customerExternalId: '1' };
    store.queue.booked(entryIds[0]!, { ...remote, totalExclVat: null, totalInclVat: null }, 'booked', nowMs);
    const line = { articleId: 1, quantity: '2', unitPrice: null, description: null };
    readyWorkOrder(store, { customerId, articles: [line] });

    expect(await office.company.calls['overview:figures'](undefined)).toMatchObject({
      ready: { count: 1, exclVat: '123.00', unknown: 0 },
      archived: { count: 2, exclVat: '-0.05', unknown: 1 },
      notInvoiced: { count: 3, exclVat: '122.95', unknown: 1 },
      bookedThisWeek: { count: 1, exclVat: '100.10', unknown: 0 },
      bookedThisMonth: { count: 1, exclVat: '100.10', unknown: 0 },
    });
    const listed = await office.company.calls['work-orders:list']({
      search: '',
      offset: 0,
      limit: 10,
      notInvoiced: true,
    });
    expect(listed.total).toBe(3);
  });
});

describe('the charts', () => {
  it('count hours by the week they were booked on, and what is ready by whole days on the clock of the office', async () => {
    const office = await TestCompany.open();
    closing.push(office);
    const { store } = office;
    // Wednesday 25 November 2026, just after midnight in the office.
    office.time.setWallClock(Date.parse('2026-11-24T23:30:00Z'));
    const dates = ['2026-11-23', '2026-11-22', '2026-09-07', '2026-09-06'];
    const times = dates.flatMap((date) => [
      { ...time(60), date },
      { ...time(15, 'travel'), date },
    ]);
    must(store.workOrders.create(draft({ times }), 0));
    for (const day of [
      '2026-11-25T00:10',
      '2026-11-23T00:00',
      '2026-11-22T23:59',
      '2026-10-25T00:00',
      '2026-10-24T12:00',
    ]) {
      const { id } = must(store.workOrders.create(draft(), 0));
      must(store.workOrders.reportReady(id, Date.parse(`${day}+01:00`)));
    }
    const { weeks, readyAges } = await office.company.calls['overview:figures'](undefined);
    expect(weeks).toHaveLength(12);
    expect(weeks.filter(({ workMinutes }) => workMinutes > 0)).toEqual([
      { monday: '2026-09-07', workMinutes: 60, travelMinutes: 15 },
      { monday: '2026-11-16', workMinutes: 60, travelMinutes: 15 },
      { monday: '2026-11-23', workMinutes: 60, travelMinutes: 15 },
    ]);
    expect(readyAges).toEqual([2, 1, 0, 0, 2]);
  });

  it('count documents by the day of archiving on the calendar of the office, also across the change of the clock', async () => {
    const office = await TestCompany.open();
    closing.push(office);
    const { store } = office;
    office.time.setWallClock(Date.parse('2026-10-26T12:00:00Z'));
    pull(store, 'customers', [customer('1')]);
    const customerId = store.customers.list({ search: '', offset: 0, limit: 1 }).rows[0]!.id;
    // In the office: Saturday 23:59, the long Sunday 00:00 and 23:59, Monday 00:00; the last one is not booked.
    const moments = [
      '2026-10-24T21:59Z',
      '2026-10-24T22:00Z',
      '2026-10-25T22:59Z',
      '2026-10-25T23:00Z',
      '2026-10-26T08:00Z',
    ];
    moments.forEach((moment, index) => {
      const { id, version } = readyWorkOrder(store, { customerId });
      const start = { state: 'waiting', frozen: frozen(store, id) } as const;
      const entryId = must(store.workOrders.archive(id, version, start, Date.parse(moment)));
      if (index === moments.length - 1) return;
      store.queue.sending(entryId, Date.parse(moment));
      const remote = { externalId: `o-${index}`, number: `VO-${index}`, marker: 'm', customerExternalId: '1' };
      store.queue.booked(entryId, { ...remote, totalExclVat: null, totalInclVat: null }, 'booked', Date.parse(moment));
    });
    const { days } = await office.company.calls['overview:figures'](undefined);
    expect(days).toHaveLength(30);
    expect(days.at(0)?.day).toBe('2026-09-27');
    expect(days.slice(-4)).toEqual([
      { day: '2026-10-23', booked: 0 },
      { day: '2026-10-24', booked: 1 },
      { day: '2026-10-25', booked: 2 },
      { day: '2026-10-26', booked: 1 },
    ]);
  });
});
