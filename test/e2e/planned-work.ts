/** Work orders on the planning board, made by the calls of the screens. */
import type { Page } from '@playwright/test';
import { DateTime } from 'luxon';
import type { WorkOrderDetail } from '../../preload/contract/views';
import { ask, right } from './bridge';

const ZONE = 'Europe/Amsterdam';

/** A work order in words of the office. */
export interface PlannedJob {
  readonly customer?: string;
  readonly city?: string;
  readonly description?: string;
  readonly employee?: string;
  /** Times of today on the office's clock, `08:00`; absent: not planned. */
  readonly from?: string;
  readonly until?: string;
  /** Days from today. */
  readonly inDays?: number;
  /** Days that it goes on after the first. */
  readonly lastingDays?: number;
}

/** The moment of a time (`HH:MM`) on the office's clock, today or some days from it. */
export const momentOf = (time: string, inDays = 0): number =>
  DateTime.fromFormat(time, 'HH:mm', { zone: ZONE }).plus({ days: inDays }).toMillis();

/** A board of one office: employees and customers are made once, by name. */
export class PlannedWork {
  private readonly employees = new Map<string, number>();
  private readonly customers = new Map<string, number>();

  constructor(private readonly window: Page) {}

  async add(job: PlannedJob): Promise<WorkOrderDetail> {
    const { customer, employee, description = 'Lekkage verhelpen', from, until, inDays = 0, lastingDays = 0 } = job;
    return right(
      await ask(this.window, 'work-orders:create', {
        customerId: customer === undefined ? null : await this.customer(customer, job.city ?? 'Utrecht'),
        workAddressId: null,
        description,
        customerReference: '',
        notes: '',
        employeeId: employee === undefined ? null : await this.employee(employee),
        plannedStartAtMs: from === undefined ? null : momentOf(from, inDays),
        plannedEndAtMs: until === undefined ? null : momentOf(until, inDays + lastingDays),
        times: [],
        articles: [],
        forms: [],
      }),
    );
  }

  async employee(name: string): Promise<number> {
    const known = this.employees.get(name);
    if (known !== undefined) return known;
    const { id } = right(await ask(this.window, 'employees:add', { name }));
    this.employees.set(name, id);
    return id;
  }

  private async customer(name: string, city: string): Promise<number> {
    const known = this.customers.get(name);
    if (known !== undefined) return known;
    const address = { name: '', street: 'Dorpsstraat 1', postcode: '3512 AB', city, country: 'NL' };
    const { id } = right(await ask(this.window, 'customers:add', { name, address }));
    this.customers.set(name, id);
    return id;
  }
}
