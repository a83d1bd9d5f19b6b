import type { Problem, Result } from '../../../preload/contract/model';
import type { WorkOrderDetail, WorkOrderDraft, WorkOrderStatus } from '../../../preload/contract/views';
import { article, customer, workOrder } from './books';

/** Work orders that remember what was saved, each with its version. */
export interface Orders {
  readonly get: (id: number) => WorkOrderDetail | null;
  readonly create: (draft: WorkOrderDraft) => Result<WorkOrderDetail>;
  readonly save: (request: { id: number; version: number; draft: WorkOrderDraft }) => Result<WorkOrderDetail>;
  readonly setStatus: (id: number, status: WorkOrderStatus) => Result<WorkOrderDetail>;
  /** Somebody else changes it. */
  readonly changeElsewhere: (id: number, change: Partial<WorkOrderDetail>) => WorkOrderDetail;
  readonly delete: (id: number) => void;
  /** Why nothing can be saved from now on; null: all is well again. */
  readonly refuse: (problem: Problem | null) => void;
}

const problemOf = (code: string): Problem => ({ kind: 'blocked', code, params: {} });

export function createOrders(count: number): Orders {
  const kept = new Map<number, WorkOrderDetail | null>();
  let refusal: Problem | null = null;
  let newest = count;

  const get = (id: number): WorkOrderDetail | null => {
    const known = kept.get(id);
    return known === undefined ? (id <= count ? workOrder(id) : null) : known;
  };
  const put = (detail: WorkOrderDetail): Result<WorkOrderDetail> => {
    kept.set(detail.id, detail);
    return { ok: true, value: detail };
  };
  const filled = (detail: WorkOrderDetail, draft: WorkOrderDraft): WorkOrderDetail => ({
    ...detail,
    ...draft,
    customer: draft.customerId === null ? null : customer(draft.customerId),
    articleRows: [...new Set(draft.articles.map(({ articleId }) => articleId))].map(article),
  });

  return {
    get,
    create: (draft) => {
      if (refusal) return { ok: false, problem: refusal };
      newest += 1;
      const number = String(2600 + newest);
      return put(filled({ ...workOrder(2), id: newest, number, version: 1, sourceNumber: null }, draft));
    },
    save: ({ id, version, draft }) => {
      const before = get(id);
      if (refusal) return { ok: false, problem: refusal };
      if (before === null) return { ok: false, problem: problemOf('work-order-not-found') };
      if (before.status === 'archived') return { ok: false, problem: problemOf('work-order-archived') };
      if (before.version !== version) return { ok: false, problem: problemOf('work-order-changed-elsewhere') };
      return put(filled({ ...before, version: version + 1 }, draft));
    },
    setStatus: (id, status) => {
      const before = get(id);
      return before === null ? { ok: false, problem: problemOf('work-order-not-found') } : put({ ...before, status });
    },
    changeElsewhere: (id, change) => {
      const before = get(id);
      if (before === null) throw new Error(`There is no work order ${id}`);
      const after = { ...before, ...change, version: before.version + 1 };
      kept.set(id, after);
      return after;
    },
    delete: (id) => void kept.set(id, null),
    refuse: (problem) => {
      refusal = problem;
    },
  };
}
