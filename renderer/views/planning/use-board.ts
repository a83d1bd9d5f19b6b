import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { EmployeeRow, PlannedWorkOrder } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { useLoaded } from '../../ui/use-loaded';
import { lanesOf, type Lane } from './lanes';
import { overlapsOf, type Overlaps } from './overlaps';
import { isPlanned, isSamePlan } from './plan';
import { shownDays, shownRows, usePlanningStore, type BoardMode } from './planning-store';

export interface Board {
  readonly mode: BoardMode;
  readonly days: readonly string[];
  readonly lanes: readonly Lane[];
  readonly employees: readonly EmployeeRow[];
  /** In the order of their starts; null until the first answer. */
  readonly rows: readonly PlannedWorkOrder[] | null;
  /** Those of the lanes that show, lane by lane. */
  readonly shown: readonly PlannedWorkOrder[];
  readonly byEmployee: RowsByEmployee;
  readonly overlaps: Overlaps;
  readonly failure: unknown;
}

const NO_EMPLOYEES: readonly EmployeeRow[] = [];
const NO_ROWS: readonly PlannedWorkOrder[] = [];
const NO_DAYS: readonly string[] = [];

/** Reads what the board shows, again whenever it changes, and works out what is drawn of it. */
export function useBoard(): Board {
  const { mode, day, who, read, drawn, saving, failure } = usePlanningStore(
    useShallow(({ mode, day, who, rows, drawn, saving, failure }) => ({
      mode,
      day,
      who,
      read: rows,
      drawn,
      saving,
      failure,
    })),
  );
  const revision = useRevision('workOrders', 'customers', 'employees');
  const employees = useLoaded(() => api.employees.list(), 'employees', useRevision('employees')).value ?? NO_EMPLOYEES;
  const firstDay = shownDays({ mode, day })[0];
  useEffect(() => {
    void usePlanningStore.getState().read();
  }, [mode, firstDay, revision]);

  const rows = useMemo(() => {
    if (read === null) return null;
    return [...shownRows(read, saving)].sort((a, b) => a.plannedStartAtMs - b.plannedStartAtMs || a.id - b.id);
  }, [read, saving]);
  const lanes = useMemo(() => lanesOf(employees, rows ?? NO_ROWS, who), [employees, rows, who]);
  const [grouped] = useState(createGrouping);
  const byEmployee = useMemo(() => grouped(rows ?? NO_ROWS), [grouped, rows]);
  const shown = useMemo(
    () => lanes.flatMap(({ employeeId }) => byEmployee.get(employeeId) ?? NO_ROWS),
    [lanes, byEmployee],
  );
  const overlaps = useMemo(() => overlapsOf(shown), [shown]);

  return {
    mode: drawn?.mode ?? mode,
    days: drawn?.days ?? NO_DAYS,
    lanes,
    employees,
    rows,
    shown,
    byEmployee,
    overlaps,
    failure,
  };
}

/** A work order that is held, where it would land; null when that is where it is, or nowhere. */
export function useGhost(): PlannedWorkOrder | null {
  const carried = usePlanningStore((store) => store.carried);
  return useMemo(() => {
    if (carried === null || (carried.by === 'pointer' && isSamePlan(carried.plan, carried.row))) return null;
    const moved = { ...carried.row, ...carried.plan };
    return isPlanned(moved) ? moved : null;
  }, [carried]);
}

/** The work order that is held. */
export const useCarriedId = (): number | null => usePlanningStore((store) => store.carried?.row.id ?? null);

type RowsByEmployee = ReadonlyMap<number | null, readonly PlannedWorkOrder[]>;

/** Groups rows by employee; a group in which nothing changed stays the same array, so that it is not drawn again. */
function createGrouping(): (rows: readonly PlannedWorkOrder[]) => RowsByEmployee {
  let before: RowsByEmployee = new Map();
  return (rows) => {
    const groups = new Map<number | null, PlannedWorkOrder[]>();
    for (const row of rows) {
      const group = groups.get(row.employeeId);
      if (group) group.push(row);
      else groups.set(row.employeeId, [row]);
    }
    before = new Map([...groups].map(([id, group]) => [id, sameOr(before.get(id), group)]));
    return before;
  };
}

function sameOr<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  const isSame = before?.length === now.length && now.every((row, index) => row === before[index]);
  return isSame ? before : now;
}
