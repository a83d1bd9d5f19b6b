import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../preload/contract/views';
import { must, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
  await test.activate();
  test.pull(['1001', '1002'], ['REIS', 'ARBEID']);
});
afterEach(() => test.close());

const take = async (text: string): Promise<ImportOutcome> => must(await test.company.importWorkOrders(text));
const only = async (record: object): Promise<ReturnType<typeof detail>> => {
  const { imported, refused } = await take(JSON.stringify([record]));
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return detail(imported[0]?.number ?? '');
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

    const outcome = await take(text);

    expect(outcome.imported.map((one) => one.line)).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 11]);
    expect(outcome.refused).toMatchObject([
      { line: 8, record: '1001 · Klus 7', problem: { code: 'import-field-minutes', field: 'times[0].minutes' } },
    ]);
    expect(test.store.workOrders.idsByStatus('planned')).toHaveLength(9);
    expect(test.logged().slice(0, 2)).toEqual([
      'warning |  | Import van werkbonnen: 9 ingelezen, 1 geweigerd. | ',
      'error | 1001 · Klus 7 | Regel 8 van het importbestand is niet ingelezen. Het veld times[0].minutes moet een heel ' +
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
    const { refused } = await take(JSON.stringify([{ description: 'Klus', employee: 'Piet', ...record }]));

    expect(refused).toMatchObject([{ problem: { code, field } }]);
    expect(test.store.workOrders.idsByStatus('planned')).toEqual([]);
    expect(test.store.employees.list()).toEqual([]);
    expect(test.store.customers.byNumber('1001')).not.toBeNull();
    const customer = test.store.customers.get(test.store.customers.byNumber('1001')?.id ?? 0);
    expect(customer?.workAddresses).toHaveLength(1);
  });

  it('makes no doubles of a file that is read in twice, and says which work order it is', async () => {
    const text = JSON.stringify([{ externalId: 'PLAN-1', description: 'Klus' }]);
    const [first] = (await take(text)).imported;

    const again = await take(text);

    expect(again.imported).toEqual([]);
    expect(again.refused).toMatchObject([
      { problem: { code: 'import-already-there', params: { externalId: 'PLAN-1', workOrder: first?.number } } },
    ]);
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
    expect(outcomes.map((one) => one.imported.length)).toEqual([1, 0]);
  });

  it('refuses a file that is no JSON as a whole, with the place', async () => {
    expect(await test.company.importWorkOrders('[\n{"description": "Klus"},\n{description}]')).toMatchObject({
      ok: false,
      problem: { code: 'import-not-json', params: { line: 3, column: 2 } },
    });
    expect(test.store.workOrders.idsByStatus('planned')).toEqual([]);
  });
});
