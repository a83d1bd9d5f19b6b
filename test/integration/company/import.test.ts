import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportRow } from '../../../preload/contract/imports';
import { must, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
  await test.activate();
  test.pull(['1001', '1002'], ['REIS', 'ARBEID']);
});
afterEach(() => test.close());

const file = (text: string, name = 'bonnen.json') => ({ name, bytes: new TextEncoder().encode(text) });
const take = async (text: string, name?: string): Promise<readonly ImportRow[]> =>
  must(await test.company.takeIn(file(text, name))).rows;
const check = async (text: string): Promise<readonly ImportRow[]> =>
  must(await test.company.takeIn(file(text), 'check')).rows;
const only = async (record: object): Promise<ReturnType<typeof detail>> => {
  const [row] = await take(JSON.stringify([record]));
  if (row?.outcome !== 'new') throw new Error(JSON.stringify(row));
  return detail(row.workOrder ?? '');
};
const detail = (number: string) => {
  const found = test.store.workOrders.get(test.store.workOrders.idByNumber(number) ?? 0);
  if (found === null) throw new Error(`No work order ${number}`);
  return found;
};

describe('importing work orders', () => {
  it('takes in nine of ten and reports the tenth with line, record and reason', async () => {
    const records = Array.from({ length: 10 }, (_, index) => ({
      customerNumber: '1001',
      description: `Klus ${index + 1}`,
      times: [{ kind: 'work', minutes: index === 6 ? 'veel' : 60 }],
    }));
    const text = `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]`;

    const rows = await take(text);

    expect(rows.filter((row) => row.outcome === 'new').map((row) => row.line)).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 11]);
    expect(rows.filter((row) => row.outcome === 'refused')).toMatchObject([
      { line: 8, label: '1001 · Klus 7', problem: { code: 'import-field-minutes', field: 'times[0].minutes' } },
    ]);
    expect(test.store.workOrders.idsByStatus('planned')).toHaveLength(9);
    expect(test.logged().slice(0, 2)).toEqual([
      'warning |  | Werkbonnen inlezen: 9 ingelezen, 1 geweigerd. | ',
      'error | 1001 · Klus 7 | Regel 8 van het bestand is niet ingelezen. Het veld times[0].minutes moet een heel ' +
        'aantal minuten zijn, van 0 tot en met 6000. | Schrijf bijvoorbeeld 15.',
    ]);
  });

  it('takes everything over that a record says', async () => {
    const made = await only({
      customerNumber: 1001,
      workAddress: 'dorpsstraat 1001, 1234ab utrecht',
      description: 'Ketel nakijken',
      customerReference: ' PO 4711 ',
      notes: 'Sleutel bij buren',
      employee: 'Piet',
      plannedStart: '2026-11-30T08:00',
      plannedEnd: '2026-11-30T10:00',
      times: [
        { kind: 'travel', minutes: 15 },
        { kind: 'work', minutes: 120, date: '2026-12-01', start: '08:05', employee: 'Klaas', note: 'vat' },
      ],
      articles: [{ code: 'REIS', quantity: '2.5', unitPrice: 12.34567, description: 'op maat' }],
      forms: [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja' }] }],
      ready: true,
    });

    const employees = new Map(test.store.employees.list().map((one) => [one.name, one.id]));
    expect(made).toMatchObject({
      status: 'ready',
      customer: { number: '1001' },
      workAddress: { kind: 'main', city: 'Utrecht' },
      customerReference: 'PO 4711',
      notes: 'Sleutel bij buren',
      employeeId: employees.get('Piet'),
      plannedStartAtMs: Date.parse('2026-11-30T07:00Z'),
      plannedEndAtMs: Date.parse('2026-11-30T09:00Z'),
      times: [
        {
          kind: 'travel',
          minutes: 15,
          date: '2026-11-30',
          startMinute: null,
          employeeId: employees.get('Piet'),
          note: '',
        },
        {
          kind: 'work',
          minutes: 120,
          date: '2026-12-01',
          startMinute: 485,
          employeeId: employees.get('Klaas'),
          note: 'vat',
        },
      ],
      articles: [{ quantity: '2.5', unitPrice: '12.34567', description: 'op maat' }],
      articleRows: [{ code: 'REIS' }],
      forms: [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja' }] }],
    });
  });

  it('fills in what a record leaves out', async () => {
    const made = await only({ customerNumber: '1002', description: 'Kraan', times: [{ kind: 'work', minutes: 30 }] });

    expect(made).toMatchObject({
      status: 'planned',
      workAddress: { street: 'Dorpsstraat 1002' },
      employeeId: null,
      times: [{ employeeId: null, date: '2026-11-22' }],
      articles: [],
    });
  });

  it('takes a work order without a customer; one is chosen later', async () => {
    expect(await only({ description: 'Spoed', customerNumber: null })).toMatchObject({ customerId: null });
  });

  it('makes an unknown work address under the customer, once', async () => {
    const first = await only({ customerNumber: '1001', description: 'a', workAddress: 'Kade 3, 1011 AA Amsterdam' });
    const second = await only({ customerNumber: '1001', description: 'b', workAddress: 'kade 3 1011aa Amsterdam' });

    expect(first.workAddress).toMatchObject({ kind: 'own', street: 'Kade 3', postcode: '1011 AA', city: 'Amsterdam' });
    expect(second.workAddressId).toBe(first.workAddressId);
  });

  it('makes an unknown employee, once', async () => {
    await only({ description: 'a', employee: 'Piet' });
    await only({ description: 'b', employee: 'piet' });
    expect(test.store.employees.list()).toHaveLength(1);
  });

  it.each([
    [{ customerNumber: '9999' }, 'import-customer-unknown', 'customerNumber'],
    [{ workAddress: 'Kade 3' }, 'import-address-without-customer', 'workAddress'],
    [
      { customerNumber: '1001', workAddress: 'Kade 3', articles: [{ code: 'reis', quantity: 1 }] },
      'import-article-unknown',
      'articles[0].code',
    ],
  ])('%#: leaves nothing behind of a record that names what is not there', async (record, code, field) => {
    const rows = await take(JSON.stringify([{ description: 'Klus', employee: 'Piet', ...record }]));

    expect(rows).toMatchObject([{ outcome: 'refused', problem: { code, field } }]);
    expect(test.store.workOrders.idsByStatus('planned')).toEqual([]);
    expect(test.store.employees.list()).toEqual([]);
    expect(test.store.customers.byNumber('1001')).not.toBeNull();
    const customer = test.store.customers.get(test.store.customers.byNumber('1001')?.id ?? 0);
    expect(customer?.workAddresses).toHaveLength(1);
  });

  it('makes no doubles of a file that is read in twice, and says which work order it is', async () => {
    const text = JSON.stringify([{ externalId: 'PLAN-1', description: 'Klus' }]);
    const [first] = await take(text);

    // Of another file, so that it is known by its external id and not by the file.
    const again = await take(`${text} `);

    expect(again).toMatchObject([{ outcome: 'there', workOrder: first?.workOrder, problem: null }]);
    expect(test.store.workOrders.idsByStatus('planned')).toHaveLength(1);
  });

  it('takes it again after the work order was deleted', async () => {
    const { id } = await only({ externalId: 'PLAN-1', description: 'Klus' });
    must(await test.company.calls['work-orders:delete'](id));
    await only({ externalId: 'PLAN-1', description: 'Klus' });
  });

  it('takes two imports at the same time one after the other', async () => {
    const text = JSON.stringify([{ externalId: 'PLAN-1', description: 'Klus' }]);
    const outcomes = await Promise.all([take(text), take(text)]);
    expect(outcomes.flat().map((row) => row.outcome)).toEqual(['new', 'there']);
  });

  it('refuses a file that is no JSON as a whole, with the place', async () => {
    expect(await test.company.takeIn(file('[\n{"description": "Klus"},\n{description}]'))).toMatchObject({
      ok: false,
      problem: { code: 'import-not-json', params: { line: 3, column: 2 } },
    });
    expect(test.store.workOrders.idsByStatus('planned')).toEqual([]);
  });

  it('makes no doubles of the same file without external ids, and makes again what was deleted since', async () => {
    const text = JSON.stringify([{ description: 'Klus' }, { description: 'Klus' }]);
    const [first, second] = await take(text);
    expect(await take(text)).toMatchObject([
      { outcome: 'there', workOrder: first?.workOrder },
      { outcome: 'there', workOrder: second?.workOrder },
    ]);

    must(await test.company.calls['work-orders:delete'](detail(first?.workOrder ?? '').id));
    expect((await take(text)).map((row) => row.outcome)).toEqual(['new', 'there']);
  });

  it('makes no doubles of a file that was mended, under the same name', async () => {
    const good = { description: 'Klus' };
    const first = await take(JSON.stringify([good, { ...good, customerNumber: '9' }, good]));
    expect(first.map((row) => row.outcome)).toEqual(['new', 'refused', 'new']);

    const mended = JSON.stringify([good, { ...good, customerNumber: '1001' }, good, good]);
    expect((await take(mended)).map((row) => row.outcome)).toEqual(['there', 'new', 'there', 'new']);
    // Next month's file may say the same and mean other work.
    expect((await take(`${mended} `, 'december.json')).map((row) => row.outcome)).toEqual(['new', 'new', 'new', 'new']);
  });

  it('leaves no employee or work address of a work order that cannot be reported ready', async () => {
    must(
      await test.company.calls['custom-forms:save']({
        id: null,
        title: 'Oplevering',
        questions: [{ id: 'q1', kind: 'yes-no', label: 'Lekvrij?', required: true, visibleWhen: null }],
      } as never),
    );
    const record = {
      customerNumber: '1001',
      workAddress: 'Kade 3, 1011 AA Amsterdam',
      description: 'Klus',
      employee: 'Piet',
      forms: [{ title: 'Oplevering', answers: [] }],
      ready: true,
    };
    expect(await take(JSON.stringify([record]))).toMatchObject([{ outcome: 'refused' }]);
    expect(test.store.employees.list()).toEqual([]);
    expect(test.store.customers.get(test.store.customers.byNumber('1001')?.id ?? 0)?.workAddresses).toHaveLength(1);
    expect(test.store.workOrders.idsByStatus('planned')).toEqual([]);
  });
});

describe('a check before', () => {
  const records = JSON.stringify([
    { externalId: 'A', customerNumber: '1001', description: 'a', employee: 'Piet', workAddress: 'Kade 3' },
    { externalId: 'A', customerNumber: '1001', description: 'a' },
    {
      customerNumber: '1001',
      description: 'b',
      workAddress: 'kade 3',
      times: [{ kind: 'work', minutes: 60, employee: 'piet' }],
      articles: [{ code: 'REIS', quantity: 1 }],
      ready: true,
    },
    { customerNumber: '9', description: 'c' },
  ]);

  it('tells of every record what would happen, each new name once, and keeps nothing', async () => {
    expect(await check(records)).toMatchObject([
      { outcome: 'new', customer: 'Klant 1001', newEmployees: ['Piet'], newWorkAddress: 'Kade 3', workOrder: null },
      { outcome: 'there' },
      { outcome: 'new', times: 1, articles: 1, newEmployees: [], newWorkAddress: null, ready: true },
      { outcome: 'refused', problem: { code: 'import-customer-unknown' } },
    ]);
    expect(test.store.employees.list()).toEqual([]);
    expect(test.store.workOrders.idsByStatus('planned')).toEqual([]);
  });

  it('is what happens then', async () => {
    const facts = (rows: readonly ImportRow[]) => rows.map((row) => ({ ...row, workOrder: null }));
    const before = await check(records);
    expect(facts(await take(records))).toEqual(before);
    expect(await check(records)).toMatchObject(['there', 'there', 'there', 'refused'].map((outcome) => ({ outcome })));
  });
});

describe('hours for a work order that is there', () => {
  const hours = (more: object, minutes = 60) => ({
    times: [{ kind: 'work', date: '2026-11-30', minutes, employee: 'Piet', ...more }],
  });

  it('are added by its number or by its external id, and no second time', async () => {
    const made = await only({ externalId: 'PLAN-1', customerNumber: '1001', description: 'Ketel' });
    const byNumber = JSON.stringify([{ workOrderNumber: made.number, ...hours({}) }]);
    expect(await take(byNumber)).toMatchObject([
      { outcome: 'added', workOrder: made.number, times: 1, label: `${made.number} · Ketel`, newEmployees: ['Piet'] },
    ]);
    const byId = JSON.stringify([{ externalId: 'PLAN-1', ...hours({}), articles: [{ code: 'REIS', quantity: 2 }] }]);
    expect(await take(byId)).toMatchObject([{ outcome: 'added', times: 0, articles: 1 }]);
    expect(await take(`${byId} `)).toMatchObject([{ outcome: 'there' }]);

    expect(detail(made.number)).toMatchObject({
      times: [{ date: '2026-11-30', minutes: 60 }],
      articles: [{ quantity: '2' }],
      version: made.version + 2,
    });
  });

  it('count as two when there are two the same', async () => {
    const made = await only({ description: 'Ketel', times: hours({}).times });
    const twice = [...hours({}).times, ...hours({}).times];
    expect(await take(JSON.stringify([{ workOrderNumber: made.number, times: twice }]))).toMatchObject([{ times: 1 }]);
    expect(detail(made.number).times).toHaveLength(2);
  });

  it('are not added again by the same file after the office corrected them', async () => {
    const made = await only({ description: 'Ketel' });
    const text = JSON.stringify([{ workOrderNumber: made.number, ...hours({}) }]);
    await take(text);
    const { id, version, ...rest } = detail(made.number);
    const times = rest.times.map((entry) => ({ ...entry, minutes: 45 }));
    must(test.store.workOrders.save(id, version, { ...rest, times }, test.time.nowMs()));
    expect(await take(text)).toMatchObject([{ outcome: 'there' }]);
    expect(detail(made.number).times).toMatchObject([{ minutes: 45 }]);
  });

  it('need a date, and a work order that is there and not archived', async () => {
    const made = await only({ description: 'Ketel' });
    const rows = await take(
      JSON.stringify([
        { workOrderNumber: made.number, ...hours({ date: null }) },
        { workOrderNumber: '1999-0001', ...hours({}) },
        { externalId: 'X', ...hours({}) },
      ]),
    );
    expect(rows.map((row) => row.problem?.code)).toEqual([
      'import-date-missing',
      'import-work-order-unknown',
      'import-external-id-unknown',
    ]);
    must(test.store.workOrders.reportReady(made.id, test.time.nowMs()));
    await test.company.calls['work-orders:archive']([made.id]);
    const later = JSON.stringify([{ workOrderNumber: made.number, ...hours({}, 30) }]);
    expect(await check(later)).toMatchObject([{ outcome: 'refused', problem: { code: 'work-order-archived' } }]);
    expect(await take(later)).toMatchObject([{ outcome: 'refused', problem: { code: 'work-order-archived' } }]);
  });
});

describe('the file on the desk', () => {
  it('is there, with what came of it, for a page that was away meanwhile', async () => {
    const { calls, importDesk } = test.company;
    const { name, bytes } = file('[{"customerNumber": "1001", "description": "Klus"}]');
    must(await importDesk.open(name, bytes));
    must(await calls['imports:check'](undefined));
    expect(await calls['imports:on-desk'](undefined)).toMatchObject({ isDone: false, work: null });

    const running = calls['imports:run'](undefined);
    expect((await calls['imports:on-desk'](undefined)).work).toBe('running');
    const after = await calls['imports:settled'](undefined);
    expect(after).toMatchObject({ opened: { fileName: name }, isDone: true, work: null, problem: null });
    expect(after.result).toEqual(must(await running));
  });
});
