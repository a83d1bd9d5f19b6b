import { expect, test } from 'vitest';
import { openTempStore } from './open-temp-store';
import { article, codeOf, customer, draft, everything, frozen, pull, queued, readyWorkOrder, value } from './records';

const unfrozen = { state: 'waiting', frozen: null } as const;

function withBooks() {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1'), customer('2')]);
  pull(store, 'articles', [article('1'), article('2')]);
  const employee = store.employees.add('Bram de Groot');
  return {
    store,
    employee,
    first: store.customers.byNumber('10001')!,
    second: store.customers.byNumber('10002')!,
    articleId: store.articles.byCode('A1')!.id,
  };
}

test('a work order is read back as it was saved, with everything on it in order', () => {
  const { store, employee, first, articleId } = withBooks();
  const full = draft({
    customerId: first.id,
    workAddressId: store.customers.get(first.id)!.workAddresses[0]!.id,
    customerReference: 'PO 12',
    notes: 'Sleutel bij de buren',
    employeeId: employee.id,
    plannedStartAtMs: 1_000,
    plannedEndAtMs: 2_000,
    times: [
      { employeeId: employee.id, kind: 'travel', date: '2026-03-02', startMinute: null, minutes: 15, note: '' },
      { employeeId: employee.id, kind: 'work', date: '2026-03-02', startMinute: 480, minutes: 120, note: 'ketel' },
    ],
    articles: [
      { articleId, quantity: '0.25', unitPrice: '12.34567', description: 'Andere tekst' },
      { articleId, quantity: '1', unitPrice: null, description: null },
    ],
    forms: [{ title: 'Oplevering', answers: [{ question: 'Schoon?', answer: 'Ja' }] }],
  });
  const made = value(store.workOrders.create(full, 500));
  expect(store.workOrders.get(made.id)).toMatchObject({
    ...full,
    number: '1001',
    status: 'planned',
    version: 1,
    createdAtMs: 500,
  });
  expect(store.workOrders.list(everything).rows).toMatchObject([
    {
      customerName: 'Klant 1',
      workAddressText: 'Dorpsstraat 1, 3512 AB Utrecht',
      employeeName: 'Bram de Groot',
      workMinutes: 120,
      travelMinutes: 15,
      delivery: null,
    },
  ]);
  expect(store.customers.get(first.id)?.openWorkOrders).toBe(1);
});

test('a number is never given out twice, whatever is deleted or wiped', () => {
  const { store } = openTempStore();
  const numbers = [1, 2].map(() => value(store.workOrders.create(draft(), 0)).number);
  store.workOrders.remove(store.workOrders.idByNumber(numbers[1]!)!);
  numbers.push(value(store.workOrders.create(draft(), 0)).number);
  store.wipe.run(['workOrders']);
  numbers.push(value(store.workOrders.create(draft(), 0)).number);
  expect(numbers).toEqual(['1001', '1002', '1003', '1004']);
  expect(store.workOrders.idByNumber('1002')).toBeNull();
});

test('a change based on an older version is refused and overwrites nothing', () => {
  const { store } = openTempStore();
  const made = value(store.workOrders.create(draft(), 0));
  const saved = value(store.workOrders.save(made.id, made.version, draft({ description: 'Eerste' }), 0));
  expect(saved.version).toBe(2);
  expect(codeOf(store.workOrders.save(made.id, made.version, draft({ description: 'Tweede' }), 0))).toBe(
    'work-order-changed-elsewhere',
  );
  expect(store.workOrders.get(made.id)?.description).toBe('Eerste');
});

test('planned, reported ready, corrected, planned again, archived: and archived is final', () => {
  const { store } = openTempStore();
  const made = value(store.workOrders.create(draft(), 0));
  expect(codeOf(store.workOrders.archive(made.id, made.version, unfrozen, 1))).toBe('work-order-not-ready');
  expect(value(store.workOrders.reportReady(made.id, 2))).toMatchObject({ status: 'ready', reportedReadyAtMs: 2 });
  expect(value(store.workOrders.reopen(made.id, 3))).toMatchObject({ status: 'planned', reportedReadyAtMs: null });
  expect(value(store.workOrders.reopen(made.id, 3)).status).toBe('planned');
  value(store.workOrders.reportReady(made.id, 4));
  expect(value(store.workOrders.reportReady(made.id, 5)).reportedReadyAtMs).toBe(4);
  const corrected = value(store.workOrders.save(made.id, made.version, draft({ description: 'Beter' }), 5));
  expect(corrected.status).toBe('ready');
  expect(codeOf(store.workOrders.archive(made.id, made.version, unfrozen, 6))).toBe('work-order-changed-elsewhere');
  const entryId = value(store.workOrders.archive(made.id, corrected.version, unfrozen, 6));

  expect(store.workOrders.get(made.id)).toMatchObject({ status: 'archived', archivedAtMs: 6, queueEntryId: entryId });
  const refused = [
    store.workOrders.save(made.id, corrected.version, draft(), 7),
    store.workOrders.remove(made.id),
    store.workOrders.reportReady(made.id, 7),
    store.workOrders.reopen(made.id, 7),
    store.workOrders.archive(made.id, corrected.version, unfrozen, 7),
  ];
  expect(refused.map(codeOf)).toEqual(refused.map(() => 'work-order-archived'));
  expect(store.queue.list(everything).total).toBe(1);
});

test('a work order that is not there is refused by its own code', () => {
  const { store } = openTempStore();
  const refused = [
    store.workOrders.save(9, 1, draft(), 0),
    store.workOrders.remove(9),
    store.workOrders.reportReady(9, 0),
    store.workOrders.reopen(9, 0),
    store.workOrders.archive(9, 1, unfrozen, 0),
  ];
  expect(refused.map(codeOf)).toEqual(refused.map(() => 'work-order-not-found'));
  expect([store.workOrders.get(9), store.workOrders.forDocument(9)]).toEqual([null, null]);
});

test('a draft may only name what is there and can be chosen', () => {
  const { store, first, second, articleId } = withBooks();
  const addressOfFirst = store.customers.get(first.id)!.workAddresses[0]!.id;
  const line = { articleId, quantity: '1', unitPrice: null, description: null };
  pull(store, 'customers', [], { gone: ['2'] });
  const inactive = value(store.workOrders.create(draft({ articles: [line] }), 0));
  pull(store, 'articles', [], { gone: ['1'] });
  const codes = [
    draft({ customerId: second.id }),
    draft({ customerId: first.id, workAddressId: 999 }),
    draft({ customerId: null, workAddressId: addressOfFirst }),
    draft({ employeeId: 999 }),
    draft({ times: [{ employeeId: 999, kind: 'work', date: '2026-03-02', startMinute: null, minutes: 5, note: '' }] }),
    draft({ articles: [{ ...line, articleId: 999 }] }),
    draft({ articles: [line] }),
  ].map((wrong) => codeOf(store.workOrders.create(wrong, 0)));
  expect(codes).toEqual([
    'customer-not-found',
    'work-address-not-found',
    'work-address-of-other-customer',
    'employee-not-found',
    'employee-not-found',
    'article-not-found',
    'article-not-selectable',
  ]);
  // What was booked when it could be chosen stays.
  expect(codeOf(store.workOrders.save(inactive.id, inactive.version, draft({ articles: [line, line] }), 0))).toBe(
    'accepted',
  );
});

test('what a document is built from is one snapshot with the sums of the times', () => {
  const { store, first, articleId, employee } = withBooks();
  const time = { employeeId: employee.id, date: '2026-03-02', startMinute: null, note: '' };
  const { id, number } = readyWorkOrder(store, {
    customerId: first.id,
    employeeId: employee.id,
    forms: [{ title: 'Oplevering', answers: [{ question: 'Lekvrij?', answer: 'ja' }] }],
    workAddressId: store.customers.get(first.id)!.workAddresses[0]!.id,
    times: [
      { ...time, kind: 'work', minutes: 50 },
      { ...time, kind: 'work', minutes: 70 },
      { ...time, kind: 'travel', minutes: 15 },
    ],
    articles: [{ articleId, quantity: '3', unitPrice: '1.5', description: 'Anders' }],
  });
  expect(store.workOrders.forDocument(id)).toEqual({
    id,
    number,
    version: 1,
    status: 'ready',
    description: 'Lekkage verhelpen',
    customerReference: '',
    customer: { externalId: '1', number: '10001', name: 'Klant 1', active: true, extra: { inkoop: false } },
    workAddress: { name: '', street: 'Dorpsstraat 1', postcode: '3512 AB', city: 'Utrecht', country: 'NL' },
    employee: { id: employee.id, name: employee.name },
    hasForms: true,
    workMinutes: 120,
    travelMinutes: 15,
    articles: [
      {
        id: articleId,
        externalId: '1',
        code: 'A1',
        description: 'Artikel 1',
        unit: 'st',
        unitPrice: '12.34567',
        vatRate: '21',
        active: true,
        extra: null,
        quantity: '3',
        priceOverride: '1.5',
        descriptionOverride: 'Anders',
      },
    ],
    nextRevision: 1,
    workDay: '2026-03-02',
    maybeSent: false,
  });
});

test('a work order is found by its number, texts, customer, address and employee, also after the customer was renamed', () => {
  const { store, first, employee } = withBooks();
  const address = store.customers.get(first.id)!.workAddresses[0]!.id;
  value(store.workOrders.create(draft({ customerId: first.id, workAddressId: address, employeeId: employee.id }), 0));
  value(store.workOrders.create(draft({ description: 'Iets anders' }), 0));
  const found = (search: string) => store.workOrders.list({ ...everything, search }).rows.map((row) => row.number);
  for (const search of ['1001', 'lekkage', 'KLANT 1', 'dorpsstr', '3512ab', 'bram', 'utrecht lekkage']) {
    expect([search, found(search)]).toEqual([search, ['1001']]);
  }
  pull(store, 'customers', [customer('1', { name: 'Café Ruïne' })]);
  expect([found('cafe ruine'), found('klant 1')]).toEqual([['1001'], []]);
});

test('the list shows the delivery of archived work orders only', () => {
  const { store } = openTempStore();
  const { entryId, workOrderId } = queued(store);
  expect(store.workOrders.list(everything).rows).toMatchObject([{ delivery: 'waiting' }]);
  value(store.queue.takeBack(entryId, 0));
  expect(store.workOrders.list(everything).rows).toMatchObject([{ status: 'ready', delivery: null }]);
  expect(store.workOrders.get(workOrderId)?.queueEntryId).toBeNull();
});

test('work orders are counted and listed by status', () => {
  const { store } = openTempStore();
  value(store.workOrders.create(draft(), 0));
  readyWorkOrder(store);
  queued(store);
  expect(store.info.overviewCounts()).toEqual({ customers: 0, articles: 0, planned: 1, ready: 1, archived: 1 });
  expect(store.workOrders.list({ ...everything, status: 'ready' }).rows.map((row) => row.number)).toEqual(['1002']);
  expect(store.workOrders.idsByStatus('archived')).toHaveLength(1);
});

test('an employee is one person however the name is typed', () => {
  const { store } = openTempStore();
  const added = store.employees.add('José Pérez');
  expect(store.employees.add(' jose perez ').id).toBe(added.id);
  expect(store.employees.byName('JOSE PEREZ')).toEqual({ id: added.id, name: 'José Pérez', active: true });
  expect(store.employees.list()).toHaveLength(1);
});

test('archiving with a document of another revision is a bug, and leaves the work order as it was', () => {
  const { store } = openTempStore();
  const { id, version } = readyWorkOrder(store);
  const wrong = frozen(store, id);
  expect(() =>
    store.workOrders.archive(
      id,
      version,
      { state: 'waiting', frozen: { ...wrong, document: { ...wrong.document, revision: 2 } } },
      0,
    ),
  ).toThrow('revision');
  expect(store.workOrders.get(id)?.status).toBe('ready');
  expect(store.queue.list(everything).total).toBe(0);
});
