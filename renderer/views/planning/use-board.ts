import { useCallback, useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { EmployeeRow, PlannedWorkOrder, WorkOrderPlan } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { dayEndMs } from '../../i18n/office-clock';
import { useLoaded } from '../../ui/use-loaded';
import { lanesOf, type Lane } from './lanes';
import { overlapsAt, overlapsOfLane } from './overlaps';
import { isPlanned, isSamePlan } from './plan';
import { readDays, shownRows, usePlanningStore, withoutWeekend, type BoardMode } from './planning-store';

export interface Board {
  readonly mode: BoardMode;
  readonly days: readonly string[];
  readonly lanes: readonly Lane[];
  readonly employees: readonly EmployeeRow[];
  /** Nobody works here: there is no one to plan work on. */
  readonly hasNobody: boolean;
  /** In the order of their starts; null until the first answer. */
  readonly rows: readonly PlannedWorkOrder[] | null;
  /** Those of the lanes that show, lane by lane. */
  readonly shown: readonly PlannedWorkOrder[];
  readonly byEmployee: RowsByEmployee;
  /** Pairs of work orders of one employee that are planned at the same time. */
  readonly overlapCount: number;
  /** Whether this one is among them. */
  readonly isOverlapping: (row: PlannedWorkOrder) => boolean;
  /** Numbers of the work orders that one, by its id, would overlap with when planned here. */
  readonly overlapsAt: (workOrderId: number, plan: WorkOrderPlan) => readonly string[];
  /** Work on days of the weekend that do not show. */
  readonly hiddenInWeekend: number;
  readonly failure: unknown;
}

const NO_EMPLOYEES: readonly EmployeeRow[] = [];
const NO_ROWS: readonly PlannedWorkOrder[] = [];
const NO_DAYS: readonly string[] = [];

/** Reads what the board shows: other days, and again whenever something of it changes. */
export function useBoardReading(): void {
  const mode = usePlanningStore((store) => store.mode);
  const firstDay = usePlanningStore((store) => readDays(store)[0]);
  const revision = useRevision('workOrders', 'customers', 'employees');
  useEffect(() => {
    void usePlanningStore.getState().read();
  }, [mode, firstDay, revision]);
}

/** What the board shows, with what is worked out of it. */
export function useBoard(): Board {
  const { mode, who, showsWeekend, read, drawn, saving, failure } = usePlanningStore(
    useShallow(({ mode, who, showsWeekend, rows, drawn, saving, failure }) => ({
      mode,
      who,
      showsWeekend,
      read: rows,
      drawn,
      saving,
      failure,
    })),
  );
  const { value: known } = useLoaded(() => api.employees.list(), 'employees', useRevision('employees'));
  const employees = known ?? NO_EMPLOYEES;

  const days = useMemo(() => withoutWeekend(drawn?.days ?? NO_DAYS, showsWeekend), [drawn, showsWeekend]);
  const all = useMemo(() => {
    if (read === null) return null;
    return [...shownRows(read, saving)].sort((a, b) => a.plannedStartAtMs - b.plannedStartAtMs || a.id - b.id);
  }, [read, saving]);
  const rows = useMemo(() => {
    const lastDay = days.at(-1);
    if (all === null || lastDay === undefined) return all;
    const untilMs = dayEndMs(lastDay);
    return all.every(({ plannedStartAtMs }) => plannedStartAtMs < untilMs)
      ? all
      : all.filter(({ plannedStartAtMs }) => plannedStartAtMs < untilMs);
  }, [all, days]);
  const hiddenInWeekend = all === null || rows === null ? 0 : all.length - rows.length;
  const lanes = useMemo(() => lanesOf(employees, rows ?? NO_ROWS, who), [employees, rows, who]);
  const [grouped] = useState(createGrouping);
  const byEmployee = useMemo(() => grouped(rows ?? NO_ROWS), [grouped, rows]);
  const shown = useMemo(
    () => lanes.flatMap(({ employeeId }) => byEmployee.get(employeeId) ?? NO_ROWS),
    [lanes, byEmployee],
  );
  const overlapCount = useMemo(
    () => lanes.reduce((sum, { employeeId }) => sum + overlapsOfLane(byEmployee.get(employeeId) ?? NO_ROWS).count, 0),
    [lanes, byEmployee],
  );
  const wouldOverlap = useCallback(
    (workOrderId: number, plan: WorkOrderPlan) =>
      overlapsAt(byEmployee.get(plan.employeeId) ?? NO_ROWS, workOrderId, plan),
    [byEmployee],
  );

  return {
    mode: drawn?.mode ?? mode,
    days,
    lanes,
    employees,
    hasNobody: known?.every(({ active }) => !active) ?? false,
    rows,
    shown,
    byEmployee,
    overlapCount,
    isOverlapping: (row) => overlapsOfLane(byEmployee.get(row.employeeId) ?? NO_ROWS).of.has(row.id),
    overlapsAt: wouldOverlap,
    hiddenInWeekend,
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
