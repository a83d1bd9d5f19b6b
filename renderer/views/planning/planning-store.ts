import { create } from 'zustand';
import type { Result } from '../../../preload/contract/model';
import type { PlannedWorkOrder, PlanningRow, WorkOrderPlan } from '../../../preload/contract/views';
import { api } from '../../api';
import type { Who } from './lanes';
import { dayEndMs, dayStartMs, officeDay, weekOf } from '../../i18n/office-clock';
import { isPlanned, isSamePlan, planOf } from './plan';

export type BoardMode = 'day' | 'week';

/** A work order whose new plan is being saved; the board shows it there already. */
export interface Saving {
  readonly row: PlanningRow;
  readonly plan: WorkOrderPlan;
}

/** A work order that is on its way, and where it would land now. */
export interface Carried {
  readonly row: PlanningRow;
  readonly plan: WorkOrderPlan;
  readonly by: 'pointer' | 'keyboard';
}

interface Move {
  readonly row: PlanningRow;
  readonly before: WorkOrderPlan;
}

interface PlanningStore {
  readonly mode: BoardMode;
  /** `YYYY-MM-DD` on the clock of the office; in a week, one of its days. */
  readonly day: string;
  readonly who: Who;
  /** Whether a week shows Saturday and Sunday; as the company chose. */
  readonly showsWeekend: boolean;
  /** What the list of unplanned work orders is searched for. */
  readonly search: string;
  /** As main has them, for the days that show; null until the first answer. */
  readonly rows: readonly PlannedWorkOrder[] | null;
  /** The days of these rows: what is drawn, until those of other days are there. */
  readonly drawn: { readonly mode: BoardMode; readonly days: readonly string[] } | null;
  readonly failure: unknown;
  readonly saving: ReadonlyMap<number, Saving>;
  readonly carried: Carried | null;
  /** What screen readers hear of a work order that is moved by keyboard. */
  readonly said: string;
  /** The moves that can be undone, the last one at the end. */
  readonly moves: readonly Move[];
  readonly showMode: (mode: BoardMode) => void;
  readonly showDay: (day: string) => void;
  readonly showWho: (who: Who) => void;
  readonly showWeekend: (showsWeekend: boolean) => void;
  readonly setSearch: (search: string) => void;
  readonly carry: (carried: Carried | null) => void;
  readonly say: (said: string) => void;
  /** Reads what the board shows; answers to older questions are dropped. */
  readonly read: () => Promise<void>;
  /** Shows the work order at its new place at once, and back where it was when that is refused. */
  readonly plan: (row: PlanningRow, next: WorkOrderPlan) => Promise<Result<PlanningRow>>;
  /** Puts the last move back; null when there is none. What becomes of it is told as of any move. */
  readonly undo: () => Promise<{ readonly row: PlanningRow; readonly result: Result<PlanningRow> } | null>;
}

/** The days of which the work is read: of a week all, also when its weekend does not show. */
export const readDays = ({ mode, day }: Pick<PlanningStore, 'mode' | 'day'>): readonly string[] =>
  mode === 'day' ? [day] : weekOf(day);

/** From Monday to Friday. */
const WORKING_DAYS = 5;

/** The days of a week that are drawn; of one day that day, also in the weekend. */
export const withoutWeekend = (days: readonly string[], showsWeekend: boolean): readonly string[] =>
  showsWeekend || days.length <= WORKING_DAYS ? days : days.slice(0, WORKING_DAYS);

/** The days that are shown. */
export const shownDays = ({
  showsWeekend,
  ...shown
}: Pick<PlanningStore, 'mode' | 'day' | 'showsWeekend'>): readonly string[] =>
  withoutWeekend(readDays(shown), showsWeekend);

/** The day that is offered for work without one: today where it shows, else the first that shows. */
export function offeredDay(days: readonly string[]): string {
  const today = officeDay(Date.now());
  return days.includes(today) ? today : (days[0] ?? today);
}

/** What the board draws: what main has, with what is being saved where it goes. */
export function shownRows(
  rows: readonly PlannedWorkOrder[],
  saving: ReadonlyMap<number, Saving>,
): readonly PlannedWorkOrder[] {
  if (saving.size === 0) return rows;
  const moved = [...saving.values()].map(({ row, plan }) => ({ ...row, ...plan })).filter(isPlanned);
  return [...rows.filter(({ id }) => !saving.has(id)), ...moved];
}

/** As many moves as somebody may still remember. */
const KEPT_MOVES = 50;

/** What the planning board shows and what is done on it. */
export const usePlanningStore = create<PlanningStore>()((set, get) => {
  let question = 0;
  /** Saves go one after another: the second move of a work order builds on the version that the first one made. */
  let saves: Promise<unknown> = Promise.resolve();
  /** Versions that our own saves made, for moves of rows that were drawn before. */
  const versions = new Map<number, number>();

  const without = (saving: ReadonlyMap<number, Saving>, id: number) =>
    new Map([...saving].filter(([savingId]) => savingId !== id));
  const save = (row: PlanningRow, plan: WorkOrderPlan): Promise<Result<PlanningRow>> => {
    const mine: Saving = { row, plan };
    set(({ saving }) => ({ saving: new Map([...saving, [row.id, mine]]) }));
    const saved = saves.then(async () => {
      try {
        const version = Math.max(row.version, versions.get(row.id) ?? 0);
        const result = await api.planning.plan({ id: row.id, version, plan: planOf(plan) });
        if (result.ok) versions.set(row.id, result.value.version);
        await get().read();
        return result;
      } finally {
        // A later move of the same work order shows on.
        if (get().saving.get(row.id) === mine) set(({ saving }) => ({ saving: without(saving, row.id) }));
      }
    });
    saves = saved.catch(() => undefined);
    return saved;
  };

  return {
    mode: 'day',
    day: officeDay(Date.now()),
    who: 'all',
    showsWeekend: true,
    search: '',
    rows: null,
    drawn: null,
    failure: null,
    saving: new Map(),
    carried: null,
    said: '',
    moves: [],
    showMode: (mode) => set({ mode, carried: null }),
    showDay: (day) => set({ day, carried: null }),
    showWho: (who) => set({ who, carried: null }),
    showWeekend: (showsWeekend) => set({ showsWeekend }),
    setSearch: (search) => set({ search }),
    carry: (carried) => set({ carried }),
    say: (said) => set({ said }),
    read: async () => {
      const mine = ++question;
      const { mode } = get();
      const days = readDays(get());
      try {
        const rows = await api.planning.board({
          fromMs: dayStartMs(days[0] ?? ''),
          toMs: dayEndMs(days.at(-1) ?? ''),
        });
        if (mine !== question) return;
        set((before) => ({
          rows: unchangedKept(before.rows ?? [], rows),
          // Not another array for the same days: everything would be drawn again.
          drawn: before.drawn?.mode === mode && before.drawn.days[0] === days[0] ? before.drawn : { mode, days },
          failure: null,
        }));
      } catch (failure) {
        if (mine === question) set({ failure });
      }
    },
    plan: async (row, next) => {
      const before = planOf(row);
      const result = await save(row, next);
      if (result.ok) set(({ moves }) => ({ moves: [...moves, { row: result.value, before }].slice(-KEPT_MOVES) }));
      return result;
    },
    undo: async () => {
      const { moves, rows } = get();
      const last = moves.at(-1);
      if (last === undefined) return null;
      set({ moves: moves.slice(0, -1) });
      // Something else may have been changed on it since; where it was put still stands, so that this may go back.
      const now = rows?.find(({ id }) => id === last.row.id);
      const row = now !== undefined && isSamePlan(now, last.row) ? now : last.row;
      return { row, result: await save(row, last.before) };
    },
  };
});

/** The new rows; one that says the same as before stays the same object, so that it is not drawn again. */
function unchangedKept(
  before: readonly PlannedWorkOrder[],
  now: readonly PlannedWorkOrder[],
): readonly PlannedWorkOrder[] {
  const known = new Map(before.map((row) => [row.id, row]));
  return now.map((row) => {
    const old = known.get(row.id);
    return old !== undefined && isSameRow(old, row) ? old : row;
  });
}

const isSameRow = (a: PlannedWorkOrder, b: PlannedWorkOrder): boolean =>
  (Object.keys(b) as (keyof PlannedWorkOrder)[]).every((key) => a[key] === b[key]);
