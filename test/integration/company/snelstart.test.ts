import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from './test-company';
import { SnelstartCompany } from './snelstart-company';

let test: SnelstartCompany;
beforeEach(async () => {
  test = await SnelstartCompany.open();
});
afterEach(() => test.close());
const calls = () => test.company.calls;

/** Codes of two articles that are not blocked in the books. */
const articleCodes = (): readonly string[] =>
  test.simulator.control.books
    .articles()
    .filter((article) => !article.inactive)
    .map((article) => article.code);

describe('linking and settings with SnelStart', () => {
  it('says in plain words that a key is wrong, and keeps nothing', async () => {
    must(await calls()['integrations:accept-terms']('snelstart'));
    must(await calls()['integrations:wipe']({ package: 'snelstart', parts: ['customers', 'articles', 'workOrders'] }));
    const credentials = { ...test.simulator.registration, koppelsleutel: 'verkeerd' };

    expect(await calls()['integrations:link']({ package: 'snelstart', credentials })).toMatchObject({
      ok: false,
      problem: { kind: 'needs-login', text: { message: { nl: 'SnelStart herkent deze koppel-sleutel niet.' } } },
    });
  });

  it('refuses a wrong article code and a group in the wrong case, and saves once they are right', async () => {
    await test.link();
    const [travel = '', work = ''] = articleCodes();
    const [group] = test.simulator.control.books.groups();
    const name = group?.name ?? '';

    expect(await test.save({ travelArticle: 'BESTAATNIET', articleGroups: [name.toUpperCase()] })).toEqual([
      'travelArticle',
      'articleGroups',
    ]);
    expect(await test.save({ travelArticle: travel, workArticle: work, descriptionMarker: 'XXXX' })).toEqual([
      'descriptionMarker',
    ]);
    expect(await test.save({ travelArticle: travel, workArticle: work, descriptionMarker: 'XXX' })).toEqual([]);
  });
});

describe('the main job with SnelStart', () => {
  it('makes one sales order of an archived work order', async () => {
    await test.link();
    const [travel = '', work = ''] = articleCodes();
    await test.save({ travelArticle: travel, workArticle: work });
    await test.pull();
    const id = await test.readyWorkOrder({
      times: [
        { employeeId: null, kind: 'travel', date: '2026-11-22', startMinute: null, minutes: 15, note: '' },
        { employeeId: null, kind: 'work', date: '2026-11-22', startMinute: null, minutes: 120, note: '' },
      ],
    });

    const preview = must(await calls()['work-orders:preview'](id));
    await calls()['work-orders:archive']([id]);
    expect(await test.company.settle(15_000, () => undefined)).toEqual({ open: 0 });

    const [order, ...others] = test.simulator.control.documents();
    expect(others).toEqual([]);
    expect(order?.lines.map((line) => [line.articleCode, line.quantity])).toEqual([
      [work, '2'],
      [travel, '0.25'],
    ]);
    if (preview.kind !== 'document') throw new Error(`Preview is ${preview.kind}`);
    expect(order?.lines.map((line) => line.description)).toEqual(preview.request.lines.map((line) => line.description));
    expect(await calls()['work-orders:get'](id)).toMatchObject({ status: 'archived' });
    expect((await calls()['work-orders:list']({ search: '', offset: 0, limit: 10 })).rows).toMatchObject([
      { delivery: 'booked', documentNumber: order?.number },
    ]);
  });

  it('sends after re-activation what was archived while deactivated', async () => {
    await test.link();
    const [, work = ''] = articleCodes();
    await test.save({ workArticle: work });
    await test.pull();
    must(await calls()['integrations:deactivate']('snelstart'));
    const times = [
      { employeeId: null, kind: 'work' as const, date: '2026-11-22', startMinute: null, minutes: 60, note: '' },
    ];
    await calls()['work-orders:archive']([await test.readyWorkOrder({ times })]);
    expect(test.simulator.control.documents()).toEqual([]);

    must(await calls()['integrations:accept-terms']('snelstart'));
    expect(await test.save({ workArticle: work })).toEqual([]);

    expect(await test.company.settle(15_000, () => undefined)).toEqual({ open: 0 });
    expect(test.simulator.control.documents()).toHaveLength(1);
  });

  it('blocks one without a customer, with the action, and sends the others', async () => {
    await test.link();
    const [, work = ''] = articleCodes();
    await test.save({ workArticle: work });
    await test.pull();
    const times = [
      { employeeId: null, kind: 'work' as const, date: '2026-11-22', startMinute: null, minutes: 60, note: '' },
    ];
    const without = await test.readyWorkOrder({ times, customerId: null });
    const right = await test.readyWorkOrder({ times });

    const outcome = await calls()['work-orders:archive']([without, right]);

    expect(outcome.archived).toMatchObject([
      { state: 'blocked', problem: { code: 'no-customer' } },
      { state: 'waiting', problem: null },
    ]);
    await test.company.settle(15_000, () => undefined);
    expect(test.simulator.control.documents()).toHaveLength(1);
    const { rows } = await calls()['log:list']({ filter: { levels: ['error'] }, limit: 10 });
    expect(rows).toMatchObject([{ message: { nl: expect.stringContaining('geen klant') as string }, count: 1 }]);
    expect(rows[0]?.action?.nl).toContain('kies een klant');
  });

  it('sends a blocked one after the office mended the cause', async () => {
    await test.link();
    await test.save({});
    await test.pull();
    const times = [
      { employeeId: null, kind: 'work' as const, date: '2026-11-22', startMinute: null, minutes: 60, note: '' },
    ];
    const id = await test.readyWorkOrder({ times });
    expect((await calls()['work-orders:archive']([id])).archived).toMatchObject([{ problem: { code: 'no-lines' } }]);
    const { queueEntryId } = (await calls()['work-orders:get'](id)) ?? {};

    const [, work = ''] = articleCodes();
    await test.save({ workArticle: work });
    expect(must(await calls()['queue:retry']([queueEntryId ?? 0]))).toEqual({ retried: 1 });

    expect(await test.company.settle(15_000, () => undefined)).toEqual({ open: 0 });
    expect(test.simulator.control.documents()).toHaveLength(1);
  });
});
