import { problem } from '../../connectors/_kit/problem';
import { fail, ok } from '../../connectors/_kit/result';
import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<
  CompanyCalls,
  | 'customers:list'
  | 'customers:find'
  | 'customers:find-work-addresses'
  | 'customers:get'
  | 'customers:add'
  | 'customers:add-work-address'
  | 'articles:list'
  | 'articles:find'
  | 'articles:with-codes'
  | 'employees:list'
  | 'employees:add'
  | 'employees:save'
  | 'employees:order'
>;

/**
 * Customers, articles and employees. What is added by hand is marked as such; the clean-up removes customers that did
 * not come from the package, work addresses stay.
 */
export function createMasterDataCalls(store: RemoteStore, time: Time, events: CompanyEvents): Calls {
  return {
    'customers:list': (request) => store.customers.list(request),
    'customers:find': ({ text, limit }) => store.customers.find(text, limit),
    'customers:find-work-addresses': ({ customerId, text }) => store.customers.findAddresses(customerId, text),
    'customers:get': (id) => store.customers.get(id),
    'customers:add': (customer) =>
      orStorageProblem(async () => {
        const added = await store.customers.add(customer, time.nowMs());
        events.changed('customers');
        return ok(added);
      }),
    'customers:add-work-address': ({ customerId, address }) =>
      orStorageProblem(async () => {
        const added = await store.customers.addWorkAddress(customerId, address, time.nowMs());
        if (added.ok) events.changed('customers');
        return added;
      }),
    'articles:list': (request) => store.articles.list(request),
    'articles:find': ({ text, limit }) => store.articles.find(text, limit),
    'articles:with-codes': (codes) => store.articles.withCodes(codes),
    'employees:list': () => store.employees.list(),
    'employees:add': ({ name }) =>
      orStorageProblem(async () => {
        const trimmed = name.trim();
        if (trimmed === '') return fail(problem('invalid-input', 'employee-without-name'));
        if ((await store.employees.byName(trimmed)) !== null) {
          return fail(problem('invalid-input', 'employee-exists', { employee: trimmed }));
        }
        const added = await store.employees.add(trimmed);
        events.changed('employees');
        return ok(added);
      }),
    'employees:save': ({ id, name, active }) =>
      orStorageProblem(async () => {
        if (name.trim() === '') return fail(problem('invalid-input', 'employee-without-name'));
        const saved = await store.employees.save(id, { name, active });
        if (saved.ok) events.changed('employees', 'workOrders');
        return saved;
      }),
    'employees:order': (ids) =>
      orStorageProblem(async () => {
        const ordered = await store.employees.order(ids);
        events.changed('employees');
        return ok(ordered);
      }),
  };
}
