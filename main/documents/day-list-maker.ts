import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { EmployeeRow, Language, WorkOrderDetail } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { PdfPrinter } from '../ports';
import { dayListSheet, type DayList } from './day-list-sheet';
import { dayListFileName } from './pdf-file-name';
import { sheetFormats } from './sheet-formats';

/** Whose list: everybody's who has work, that of work without an employee, or one employee's (their id). */
export interface DayListRequest {
  /** `YYYY-MM-DD` on the clock of the office. */
  readonly day: string;
  readonly who: 'all' | 'nobody' | number;
}

export interface DayListMaker {
  /** The list as a PDF. Problems: `day-list-empty`, `employee-not-found` and those of the printer. */
  readonly pdf: (request: DayListRequest) => Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }>>;
}

interface Parts {
  readonly store: Pick<RemoteStore, 'planning' | 'employees'>;
  readonly print: PdfPrinter;
  readonly companyName: () => string;
  readonly language: () => Language;
}

export function createDayListMaker({ store, print, companyName, language }: Parts): DayListMaker {
  const listsOf = async ({ day, who }: DayListRequest): Promise<Result<readonly DayList[]>> => {
    const start = DateTime.fromISO(day, { zone: OFFICE_ZONE });
    const span = { fromMs: start.toMillis(), toMs: start.plus({ days: 1 }).toMillis() };
    const [workOrders, employees] = await Promise.all([store.planning.boardDetails(span), store.employees.list()]);
    if (who !== 'all') return oneList(workOrders, employees, who === 'nobody' ? null : who);
    const lists = [null, ...employees.map(({ id }) => id)].map((id) => listOf(workOrders, employees, id));
    const busy = lists.filter((list) => list.workOrders.length > 0);
    if (busy.length > 0) return ok(busy);
    return fail(problem('blocked', 'day-list-empty', { day: sheetFormats(language()).day(day) }));
  };

  return {
    pdf: async (request) => {
      const lists = await listsOf(request);
      if (!lists.ok) return lists;
      const { day, who } = request;
      const page = dayListSheet({ language: language(), companyName: companyName(), day, lists: lists.value });
      const printed = await print(page);
      if (!printed.ok) return printed;
      const employeeName = who === 'all' ? null : (lists.value[0]?.employeeName ?? null);
      return ok({ fileName: dayListFileName({ day, employeeName }, language()), bytes: printed.value });
    },
  };
}

function oneList(
  workOrders: readonly WorkOrderDetail[],
  employees: readonly EmployeeRow[],
  id: number | null,
): Result<readonly DayList[]> {
  if (id !== null && !employees.some((employee) => employee.id === id)) {
    return fail(problem('invalid-input', 'employee-not-found'));
  }
  return ok([listOf(workOrders, employees, id)]);
}

const listOf = (
  workOrders: readonly WorkOrderDetail[],
  employees: readonly EmployeeRow[],
  id: number | null,
): DayList => ({
  employeeName: employees.find((employee) => employee.id === id)?.name ?? null,
  workOrders: workOrders.filter(({ employeeId }) => employeeId === id),
});
