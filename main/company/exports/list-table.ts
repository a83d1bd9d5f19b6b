import { assertNever } from '../../../connectors/_kit/result';
import type { ConnectorId } from '../../../connectors/_kit/manifest';
import type { ExportedList } from '../../../preload/contract/exports';
import type { CleanUpRow, Language, LogFilter, LogRow, RunRow } from '../../../preload/contract/views';
import type { RemoteStore } from '../../db/store';
import type { Table } from '../../tables/table';
import { ARTICLE_COLUMNS } from './article-columns';
import { CLEAN_UP_COLUMNS } from './clean-up-columns';
import { CUSTOMER_COLUMNS } from './customer-columns';
import { DELIVERY_COLUMNS } from './delivery-columns';
import { EMPLOYEE_COLUMNS } from './employee-columns';
import { FORM_COLUMNS } from './form-columns';
import { PAGE_ROWS, rowsAtHand, rowsByIds, tableOf, type ListRows } from './list-columns';
import { logColumns } from './log-columns';
import { planningColumns } from './planning-columns';
import { runColumns, type NamedRun } from './run-columns';
import { TIME_COLUMNS, type PricedTime } from './time-columns';
import { WORK_ORDER_COLUMNS } from './work-order-columns';

export interface ListTableParts {
  readonly store: RemoteStore;
  readonly language: () => Language;
  /** The name of a package as people know it. */
  readonly labelOf: (packageId: ConnectorId) => Promise<string>;
  /** Booked time with its share in what is invoiced. */
  readonly pricedTimes: (span: { readonly fromDay: string; readonly toDay: string }) => Promise<ListRows<PricedTime>>;
}

/** All rows that a list shows, in its order, with the columns of its file. */
export function createListTable({ store, language, labelOf, pricedTimes }: ListTableParts) {
  const { wholeLists } = store;
  const named = async (run: RunRow): Promise<NamedRun> => ({
    ...run,
    packageLabel: run.package === null ? '' : await labelOf(run.package),
  });
  return async (what: ExportedList): Promise<Table> => {
    const inLanguage = language();
    switch (what.list) {
      case 'customers': {
        const rows = rowsByIds(await wholeLists.customerIds(what), wholeLists.customers);
        return tableOf(what.list, CUSTOMER_COLUMNS, rows, inLanguage);
      }
      case 'articles': {
        const rows = rowsByIds(await wholeLists.articleIds(what), wholeLists.articles);
        return tableOf(what.list, ARTICLE_COLUMNS, rows, inLanguage);
      }
      case 'work-orders': {
        const rows = rowsByIds(await wholeLists.workOrderIds(what), wholeLists.workOrders);
        return tableOf(what.list, WORK_ORDER_COLUMNS, rows, inLanguage);
      }
      case 'hours':
        return tableOf(what.list, TIME_COLUMNS, await pricedTimes(what), inLanguage);
      case 'planning': {
        const planned = await store.planning.board(what);
        const rows = rowsAtHand(planned.filter(({ employeeId }) => isOf(what.who, employeeId)));
        return tableOf(what.list, planningColumns(await employeeNames(store)), rows, inLanguage);
      }
      case 'unplanned': {
        const rows = rowsByIds(await wholeLists.unplannedIds(what), wholeLists.unplanned);
        return tableOf(what.list, planningColumns(await employeeNames(store)), rows, inLanguage);
      }
      case 'forms':
        return tableOf(what.list, FORM_COLUMNS, rowsAtHand(await store.customForms.list()), inLanguage);
      case 'queue': {
        const rows = rowsByIds(await wholeLists.deliveryIds(what), wholeLists.deliveries);
        return tableOf(what.list, DELIVERY_COLUMNS, rows, inLanguage);
      }
      case 'log':
        return tableOf(what.list, logColumns(inLanguage), logRows(store, what.filter), inLanguage);
      case 'runs': {
        const rows = rowsByIds(await wholeLists.runIds(what), async (ids) =>
          Promise.all((await wholeLists.runs(ids)).map(named)),
        );
        return tableOf(what.list, runColumns(inLanguage), rows, inLanguage);
      }
      case 'employees':
        return tableOf(what.list, EMPLOYEE_COLUMNS, rowsAtHand(await store.employees.list()), inLanguage);
      case 'clean-up':
        return tableOf(what.list, CLEAN_UP_COLUMNS, cleanUpRows(store, what.id), inLanguage);
      default:
        return assertNever(what);
    }
  };
}

/** Whether the board of this choice shows the work of this employee; null: of nobody. */
const isOf = (who: 'all' | 'nobody' | number, employeeId: number | null): boolean =>
  who === 'all' || (who === 'nobody' ? employeeId === null : employeeId === who);

async function employeeNames({ employees }: Pick<RemoteStore, 'employees'>): Promise<(id: number) => string> {
  const names = new Map((await employees.list()).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

/** From the newest on; nobody counts them, there may be a million. */
const logRows = (store: RemoteStore, filter: LogFilter): ListRows<LogRow> => ({
  total: null,
  pages: async function* () {
    let before: { lastAtMs: number; id: number } | undefined;
    for (;;) {
      const { rows, more } = await store.log.list({ filter, before, limit: PAGE_ROWS });
      yield rows;
      const last = rows.at(-1);
      if (!more || last === undefined) return;
      before = { lastAtMs: last.lastAtMs, id: last.id };
    }
  },
});

/** By number. */
const cleanUpRows = (store: RemoteStore, id: number): ListRows<CleanUpRow> => ({
  total: null,
  pages: async function* () {
    const sort = { key: 'number', descending: false };
    for (let offset = 0; ; offset += PAGE_ROWS) {
      const { rows } = await store.cleanUp.questionRows({ id, search: '', offset, limit: PAGE_ROWS, sort });
      yield rows;
      if (rows.length < PAGE_ROWS) return;
    }
  },
});
