import type { Input } from '../../../preload/contract/calls';
import type { Result } from '../../../preload/contract/model';
import type { ListPage, PlannedWorkOrder, PlanningRow } from '../../../preload/contract/views';
import { NOW_MS, workOrder } from './books';

/** What is planned when, in memory: one in four work orders is not planned yet. */
export interface Plans {
  readonly board: (span: Input<'planning:board'>) => readonly PlannedWorkOrder[];
  readonly unplanned: (request: Input<'planning:unplanned'>) => ListPage<PlanningRow>;
  readonly plan: (request: Input<'planning:plan'>) => Result<PlanningRow>;
}

const HOUR_MS = 3_600_000;
/** 08:00 on the day of the fake, a Monday in November, on the clock of the office. */
const FIRST_MS = NOW_MS - (NOW_MS % (24 * HOUR_MS)) + 7 * HOUR_MS;

function rowOf(id: number): PlanningRow {
  const { number, status, version, customer, description } = workOrder(id);
  const start = FIRST_MS + ((id * 7) % 9) * HOUR_MS + (Math.floor(id / 8) % 5) * 24 * HOUR_MS;
  const isPlanned = id % 4 !== 2;
  return {
    id,
    number,
    status,
    version,
    customerName: customer?.name ?? '',
    city: customer?.city ?? '',
    description,
    employeeId: id % 3 === 2 ? null : (id % 3) + 1,
    plannedStartAtMs: isPlanned ? start : null,
    plannedEndAtMs: isPlanned ? start + HOUR_MS + (id % 3) * (HOUR_MS / 2) : null,
  };
}

const isPlanned = (row: PlanningRow): row is PlannedWorkOrder => row.plannedStartAtMs !== null;

const refused = (code: string, number: string): Result<never> => ({
  ok: false,
  problem: { kind: 'blocked', code, params: { workOrder: number } },
});

export function createPlans(count: number): Plans {
  const rows = new Map(Array.from({ length: count }, (_, index) => [index + 1, rowOf(index + 1)]));
  return {
    board: ({ fromMs, toMs }) =>
      [...rows.values()]
        .filter(isPlanned)
        .filter((row) => row.plannedStartAtMs < toMs && (row.plannedEndAtMs ?? row.plannedStartAtMs) >= fromMs),
    unplanned: ({ search = '', offset, limit }) => {
      const found = [...rows.values()].filter(
        (row) => !isPlanned(row) && JSON.stringify(row).toLowerCase().includes(search.toLowerCase()),
      );
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
    plan: ({ id, version, plan }) => {
      const row = rows.get(id);
      if (row === undefined) return refused('work-order-not-found', String(id));
      if (row.status === 'archived') return refused('work-order-archived', row.number);
      if (row.version !== version) return refused('work-order-changed-elsewhere', row.number);
      const planned = { ...row, ...plan, version: version + 1 };
      rows.set(id, planned);
      return { ok: true, value: planned };
    },
  };
}
