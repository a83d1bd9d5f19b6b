import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { WorkOrderRow, WorkOrderStatus } from '../../preload/contract/views';
import type { Company } from '../company/company';
import type { Selection } from './command-line';
import { allRows } from './pages';

/**
 * The work orders a command is about: one by its number, whatever its status, or all with this status,
 * oldest first. Problem:
 * `work-order-number-unknown`.
 */
export async function selectedWorkOrders(
  { calls }: Company,
  selection: Selection,
  status: WorkOrderStatus,
): Promise<Result<readonly WorkOrderRow[]>> {
  if (selection.all) {
    const rows = await allRows((window) => calls['work-orders:list']({ ...window, status }));
    return ok(rows.toSorted((a, b) => a.id - b.id));
  }
  const { number } = selection;
  const found = (await allRows((window) => calls['work-orders:list']({ ...window, search: number }))).find(
    (row) => row.number === number,
  );
  return found === undefined
    ? fail(problem('invalid-input', 'work-order-number-unknown', { workOrder: number }))
    : ok([found]);
}
