import { create } from 'zustand';
import type { Address, Result } from '../../../preload/contract/model';
import type { CustomerDetail, WorkAddressRow } from '../../../preload/contract/views';
import { api } from '../../api';
import type { Sort } from '../../ui/DataTable';

interface CustomersStore {
  readonly search: string;
  /** Null: by name, and the best first while something is searched. */
  readonly sort: Sort | null;
  readonly setSearch: (search: string) => void;
  readonly setSort: (sort: Sort) => void;
  readonly addCustomer: (name: string, address: Address) => Promise<Result<CustomerDetail>>;
  readonly addWorkAddress: (customerId: number, address: Address) => Promise<Result<WorkAddressRow>>;
}

/** What is chosen on the screen Klanten. The rows and the opened customer come from main. */
export const useCustomersStore = create<CustomersStore>()((set) => ({
  search: '',
  sort: null,
  // What is searched anew is shown best first again.
  setSearch: (search) => set({ search, sort: null }),
  setSort: (sort) => set({ sort }),
  addCustomer: (name, address) => api.customers.add({ name, address }),
  addWorkAddress: (customerId, address) => api.customers.addWorkAddress({ customerId, address }),
}));
