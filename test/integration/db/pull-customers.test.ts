import { expect, test } from 'vitest';
import { openTempStore } from './open-temp-store';
import { customer, draft, everything, LINK, OTHER_LINK, pull, value } from './records';

test('a pulled customer can be chosen, with its addresses and the mark of its page', () => {
  const { store } = openTempStore();
  const outcome = pull(store, 'customers', [customer('1', { name: 'Özgür Installatie' })], { highWater: '2026-03-01' });

  expect(outcome.counts).toEqual({ read: 1, written: 1, unchanged: 0, removed: 0, parked: 0 });
  const [row] = store.customers.list(everything).rows;
  expect(row).toMatchObject({
    number: '10001',
    name: 'Özgür Installatie',
    city: 'Utrecht',
    origin: 'package',
    active: true,
  });
  expect(store.customers.get(row!.id)?.workAddresses).toMatchObject([
    { kind: 'main', origin: 'package', street: 'Dorpsstraat 1' },
  ]);
  expect(store.pull.mark(LINK, 'customers')).toEqual({
    mark: { highWater: '2026-03-01', state: { page: 1 } },
    complete: true,
  });
});

test('the same page a second time changes nothing and says so', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1'), customer('2')]);
  const before = store.customers.list(everything);
  expect(pull(store, 'customers', [customer('1'), customer('2')]).counts).toMatchObject({ written: 0, unchanged: 2 });
  expect(store.customers.list(everything)).toEqual(before);
});

test('a change in the package, also of an address, reaches the same row', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const id = store.customers.list(everything).rows[0]!.id;
  const moved = { name: '', street: 'Kade 9', postcode: '1011 AA', city: 'Amsterdam', country: 'NL' };
  pull(store, 'customers', [
    customer('1', { name: 'Nieuwe naam', workAddresses: [{ ...moved, kind: 'main', key: '' }] }),
  ]);

  expect(store.customers.list(everything)).toMatchObject({ total: 1, rows: [{ id, name: 'Nieuwe naam' }] });
  expect(store.customers.get(id)?.workAddresses).toMatchObject([{ street: 'Kade 9' }]);
});

test('a work address made in Simon survives every pull, also that its customer is away for a while', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const id = store.customers.list(everything).rows[0]!.id;
  const own = { name: 'Loods', street: 'Industrieweg 5', postcode: '', city: 'Zeist', country: 'NL' };
  value(store.customers.addWorkAddress(id, own, 0));
  pull(store, 'customers', [customer('1', { name: 'Anders' })]);
  pull(store, 'customers', [], { gone: ['1'] });
  expect(store.customers.list(everything).total).toBe(0);
  pull(store, 'customers', [customer('1')]);

  expect(store.customers.get(id)?.workAddresses.map(({ kind, street }) => [kind, street])).toEqual([
    ['main', 'Dorpsstraat 1'],
    ['own', 'Industrieweg 5'],
  ]);
});

test('a work address that is gone in the package but used on an open work order is kept and reported', () => {
  const { store } = openTempStore();
  const delivery = {
    name: '',
    street: 'Haven 2',
    postcode: '',
    city: 'Rotterdam',
    country: 'NL',
    kind: 'delivery',
    key: '',
  } as const;
  const main = customer('1').workAddresses[0]!;
  pull(store, 'customers', [customer('1', { workAddresses: [main, delivery] })]);
  const found = store.customers.get(store.customers.list(everything).rows[0]!.id)!;
  const addressId = found.workAddresses.find((address) => address.kind === 'delivery')!.id;
  const order = value(store.workOrders.create(draft({ customerId: found.id, workAddressId: addressId }), 0));

  const outcome = pull(store, 'customers', [customer('1')]);
  expect(outcome.keptInUse).toEqual([
    { table: 'workAddress', recordId: addressId, record: '10001 Klant 1, Haven 2, Rotterdam' },
  ]);
  expect(store.customers.get(found.id)?.workAddresses.map((address) => address.kind)).toEqual(['main']);
  expect(store.workOrders.get(order.id)?.workAddress?.street).toBe('Haven 2');
  // The work order may be saved with what it had; a new one cannot choose it.
  expect(
    store.workOrders.save(order.id, order.version, draft({ customerId: found.id, workAddressId: addressId }), 0).ok,
  ).toBe(true);
  expect(store.workOrders.create(draft({ customerId: found.id, workAddressId: addressId }), 0)).toMatchObject({
    ok: false,
    problem: { code: 'work-address-not-selectable', params: { address: 'Haven 2, Rotterdam' } },
  });
});

test('a customer that is gone leaves when nothing uses it and stays unselectable on an open work order', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1'), customer('2')]);
  const used = store.customers.byNumber('10001')!;
  const order = value(store.workOrders.create(draft({ customerId: used.id }), 0));

  const outcome = pull(store, 'customers', [], { gone: ['1', '2', 'never seen'] });
  expect(outcome.counts).toMatchObject({ removed: 1, written: 1, unchanged: 1 });
  expect(outcome.keptInUse).toEqual([{ table: 'customer', recordId: used.id, record: '10001 Klant 1' }]);
  expect(store.customers.list(everything).rows).toMatchObject([{ id: used.id, active: false }]);
  expect(pull(store, 'customers', [], { gone: ['1'] }).keptInUse).toEqual([]);
  expect(store.workOrders.get(order.id)?.customer).toMatchObject({ name: 'Klant 1', active: false });
});

test('a customer made by hand is never replaced by a pulled one', () => {
  const { store } = openTempStore();
  const byHand = store.customers.add({ name: 'Klant 1', address: customer('1').address }, 0);
  pull(store, 'customers', [customer('1')]);
  expect(store.customers.list(everything).rows.map(({ id, origin }) => [id === byHand.id, origin])).toEqual([
    [true, 'simon'],
    [false, 'package'],
  ]);
  expect(byHand.workAddresses).toMatchObject([{ kind: 'own', origin: 'simon', street: 'Dorpsstraat 1' }]);
});

test('when another administration leads, customers of the former one cannot be chosen and their ids are not told', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')]);
  const former = store.customers.byNumber('10001')!;
  const order = value(store.workOrders.create(draft({ customerId: former.id }), 0));
  expect(store.workOrders.forDocument(order.id)?.customer?.externalId).toBe('1');

  pull(store, 'customers', [customer('1', { name: 'Zelfde id, ander bedrijf' })], { link: OTHER_LINK });
  expect(store.customers.list(everything).rows.map(({ name, active }) => [name, active])).toEqual([
    ['Klant 1', false],
    ['Zelfde id, ander bedrijf', true],
  ]);
  expect(store.workOrders.forDocument(order.id)?.customer).toMatchObject({ externalId: null, active: false });
  // Coming back, the first one is read from the start: its mark would skip what was made unselectable.
  expect(store.pull.mark(LINK, 'customers')).toBeNull();
});

test('a page that cannot be stored leaves neither rows nor mark', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')], { highWater: 'first' });
  const poisoned = { ...customer('3'), name: undefined as unknown as string };
  expect(() => pull(store, 'customers', [customer('2'), poisoned], { highWater: 'second' })).toThrow();
  expect(store.customers.list(everything).total).toBe(1);
  expect(store.pull.mark(LINK, 'customers')?.mark.highWater).toBe('first');
  expect(store.runs.last()?.resources).toMatchObject([{ counts: { read: 1 } }]);
});

test('a table is complete after its last page, and stays so until its mark is forgotten', () => {
  const { store } = openTempStore();
  pull(store, 'customers', [customer('1')], { last: false });
  expect(store.pull.mark(LINK, 'customers')?.complete).toBe(false);
  pull(store, 'customers', [customer('2')], { last: true });
  pull(store, 'customers', [customer('3')], { last: false });
  expect(store.pull.marks(LINK)).toMatchObject([{ resource: 'customers', complete: true }]);
  store.pull.resetMarks(LINK, ['customers']);
  expect(store.pull.marks(LINK)).toEqual([]);
});

test('a run that is cut off still tells what it read', () => {
  const { store } = openTempStore();
  const run = store.runs.start('first', 0);
  pull(store, 'customers', [customer('1'), customer('2')], { last: false });
  pull(store, 'customers', [customer('3')], { last: false });
  store.runs.closeInterrupted(5);
  expect(store.runs.last()).toMatchObject({
    id: run,
    result: 'cancelled',
    endedAtMs: 5,
    problem: { code: 'run-interrupted' },
    resources: [{ resource: 'customers', counts: { read: 3, written: 3 } }],
  });
});
