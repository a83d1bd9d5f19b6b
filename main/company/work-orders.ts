import { fail, type Result } from '../../connectors/_kit/result';
import type { WorkOrderDraft } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { planProblem } from './planning';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<
  CompanyCalls,
  | 'work-orders:list'
  | 'work-orders:get'
  | 'work-orders:times-elsewhere'
  | 'work-orders:create'
  | 'work-orders:save'
  | 'work-orders:delete'
  | 'work-orders:report-ready'
  | 'work-orders:reopen'
>;

/** Making, planning, correcting and reporting ready. The store guards the rules, each in one transaction. */
export function createWorkOrderCalls(store: RemoteStore, time: Time, events: CompanyEvents): Calls {
  const { workOrders } = store;

  /** Tells the screens when something was really changed. */
  const told = async <T>(change: () => Promise<Result<T>>): Promise<Result<T>> => {
    const result = await orStorageProblem(change);
    if (result.ok) events.changed('workOrders');
    return result;
  };

  const planned =
    <T>(draft: WorkOrderDraft, change: () => Promise<Result<T>>): (() => Promise<Result<T>>) =>
    () => {
      const refused = planProblem(draft);
      return refused === null ? change() : Promise.resolve(fail(refused));
    };

  return {
    'work-orders:list': (request) => workOrders.list(request),
    'work-orders:get': (id) => workOrders.get(id),
    'work-orders:times-elsewhere': (request) => workOrders.timesElsewhere(request),
    'work-orders:create': (draft) => told(planned(draft, () => workOrders.create(draft, time.nowMs()))),
    'work-orders:save': ({ id, version, draft }) =>
      told(planned(draft, () => workOrders.save(id, version, draft, time.nowMs()))),
    'work-orders:delete': (id) => told(() => workOrders.remove(id)),
    'work-orders:report-ready': (id) => told(() => workOrders.reportReady(id, time.nowMs())),
    'work-orders:reopen': (id) => told(() => workOrders.reopen(id, time.nowMs())),
  };
}
