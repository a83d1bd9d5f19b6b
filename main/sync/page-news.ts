import type { PullPage } from '../../connectors/_kit/connector';
import type { Resource } from '../../connectors/_kit/model';
import type { LogEntry, PageOutcome } from '../db/store';
import { logTableOf, type Moment, type OfficeLog } from '../log/office-log';

/** Messages about the records of one page that need the office, or that became work orders. */
export function pageNews(
  log: OfficeLog,
  now: Moment,
  resource: Resource,
  page: Pick<PullPage<Resource>, 'parked'>,
  outcome: PageOutcome,
): readonly LogEntry[] {
  const table = logTableOf(resource);
  return [
    ...page.parked.map(({ externalId, label, problem }) =>
      log.parked(now, { table, id: null, name: label, key: `${resource}-${externalId || label}` }, problem),
    ),
    ...outcome.refused.map((one) =>
      log.parked(now, { table: one.table, id: null, name: one.record, key: `${resource}-${one.record}` }, one.problem),
    ),
    ...outcome.keptInUse.map((one) =>
      log.keptInUse(now, {
        table: one.table,
        id: one.recordId,
        name: one.record,
        key: `${one.table}-${one.recordId}`,
      }),
    ),
    ...outcome.createdWorkOrders.map(({ id, number, sourceNumber }) =>
      log.workOrderCreated(now, { id, number, customerName: '' }, sourceNumber),
    ),
  ];
}
