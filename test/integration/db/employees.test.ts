import { expect, test } from 'vitest';
import { NOON, openTempStore } from './open-temp-store';
import { codeOf, draft, value } from './records';

test('employees stand in the order that was chosen, then by name', () => {
  const { store } = openTempStore();
  const [zoe, anna] = ['Zoë', 'Anna'].map((name) => store.employees.add(name).id);
  const names = () => store.employees.list().map(({ name }) => name);
  expect(names()).toEqual(['Anna', 'Zoë']);
  store.employees.order([zoe ?? 0, anna ?? 0]);
  store.employees.add('Bram');
  expect(names()).toEqual(['Zoë', 'Anna', 'Bram']);
});

test('somebody gets another name or leaves, and stays on the work done before', () => {
  const { store } = openTempStore();
  const henk = store.employees.add('Henk');
  store.employees.add('Fatima');
  const made = value(store.workOrders.create(draft({ employeeId: henk.id }), NOON));
  expect(value(store.employees.save(henk.id, { name: ' Henk de Monteur ', active: false }))).toEqual({
    id: henk.id,
    name: 'Henk de Monteur',
    active: false,
  });
  expect(store.workOrders.get(made.id)?.employeeId).toBe(henk.id);
  expect(codeOf(store.employees.save(henk.id, { name: 'FATIMA', active: true }))).toBe('employee-exists');
  expect(codeOf(store.employees.save(99, { name: 'Niemand', active: true }))).toBe('employee-not-found');
});
