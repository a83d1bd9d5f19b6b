import { createStore } from 'zustand';
import type { FormVersion } from '../../../preload/contract/custom-forms';
import type { Problem, Result } from '../../../preload/contract/model';
import type {
  ArchiveOutcome,
  ArticleRow,
  CustomerRow,
  TimeEntry,
  WorkAddressRow,
  WorkOrderArticle,
  WorkOrderDetail,
  WorkOrderDraft,
  WorkOrderForm,
} from '../../../preload/contract/views';
import { api } from '../../api';
import type { BookedArticle } from './pasted-articles';

/** Rows of the editor keep their identity while they are typed in. */
export type Keyed<T> = T & { readonly rowKey: number };

/** The work order as it stands on screen. */
export interface EditorDraft extends Omit<WorkOrderDraft, 'times' | 'articles' | 'forms'> {
  readonly times: readonly Keyed<TimeEntry>[];
  readonly articles: readonly Keyed<WorkOrderArticle>[];
  readonly forms: readonly Keyed<WorkOrderForm>[];
}

export interface WorkOrderEditorState {
  /** As main has it; null for a new work order. */
  readonly saved: WorkOrderDetail | null;
  readonly draft: EditorDraft;
  readonly customer: CustomerRow | null;
  readonly workAddresses: readonly WorkAddressRow[];
  readonly articleRows: Readonly<Record<number, ArticleRow>>;
  /** The questions of the designed forms, by the id of their version. */
  readonly formVersions: Readonly<Record<number, FormVersion>>;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  readonly change: (change: Partial<EditorDraft>) => void;
  /** Another customer: the work address starts over with the main one of that customer. */
  readonly chooseCustomer: (customer: CustomerRow | null) => Promise<void>;
  /** Reads the work addresses of the customer again; chooses one by its id, or the main one, when asked. */
  readonly readWorkAddresses: (choose?: number | 'main') => Promise<void>;
  readonly addTime: (entry: TimeEntry) => void;
  readonly addArticles: (booked: readonly BookedArticle[]) => void;
  readonly addFreeForm: () => void;
  /** Returns the key of the new form's row. */
  readonly addForm: (version: FormVersion) => number;
  /** What main tells, unless the user has changes that would be lost. */
  readonly takeOver: (detail: WorkOrderDetail) => void;
  /** The saved work order, or null when it was refused. */
  readonly save: () => Promise<WorkOrderDetail | null>;
  /** Saves what was changed, then reports ready. */
  readonly reportReady: () => Promise<boolean>;
  readonly reopen: () => Promise<boolean>;
  readonly archive: () => Promise<ArchiveOutcome | null>;
  readonly remove: () => Promise<boolean>;
  /** Back to what main has; a new work order becomes empty. */
  readonly discard: () => void;
}

const EMPTY_DRAFT: EditorDraft = {
  customerId: null,
  workAddressId: null,
  description: '',
  customerReference: '',
  notes: '',
  employeeId: null,
  plannedStartAtMs: null,
  plannedEndAtMs: null,
  times: [],
  articles: [],
  forms: [],
};

const forNew = (customer: CustomerRow | null) => ({
  saved: null,
  draft: { ...EMPTY_DRAFT, customerId: customer?.id ?? null },
  customer,
  articleRows: {},
  formVersions: {},
  isChanged: false,
  problem: null,
});

/** True when a row misses something that a work order cannot be saved without. */
export function hasGaps({ articles, forms }: EditorDraft): boolean {
  return articles.some(({ quantity }) => quantity === '') || forms.some(({ title }) => title.trim() === '');
}

/** The editor of one work order; made anew for each that is opened. */
export function createWorkOrderEditor(detail: WorkOrderDetail | null, newFor: CustomerRow | null) {
  let lastKey = 0;
  const keyed = <T extends object>(row: T): Keyed<T> => ({ ...row, rowKey: (lastKey += 1) });

  const fromDetail = (from: WorkOrderDetail) => ({
    saved: from,
    draft: {
      customerId: from.customerId,
      workAddressId: from.workAddressId,
      description: from.description,
      customerReference: from.customerReference,
      notes: from.notes,
      employeeId: from.employeeId,
      plannedStartAtMs: from.plannedStartAtMs,
      plannedEndAtMs: from.plannedEndAtMs,
      times: from.times.map(keyed),
      articles: from.articles.map(keyed),
      forms: from.forms.map(keyed),
    },
    customer: from.customer,
    articleRows: Object.fromEntries(from.articleRows.map((row) => [row.id, row])),
    formVersions: Object.fromEntries(from.formVersions.map((version) => [version.id, version])),
    isChanged: false,
    problem: null,
  });

  return createStore<WorkOrderEditorState>()((set, get) => {
    const busy = async <T>(work: () => Promise<T>): Promise<T> => {
      set({ isBusy: true, problem: null });
      try {
        return await work();
      } finally {
        set({ isBusy: false });
      }
    };
    const takeResult = (outcome: Result<WorkOrderDetail>): WorkOrderDetail | null => {
      if (outcome.ok) {
        set(fromDetail(outcome.value));
        return outcome.value;
      }
      set({ problem: outcome.problem });
      return null;
    };
    const save = () =>
      busy(async () => {
        const { saved, draft } = get();
        const call = toCall(draft);
        return takeResult(
          saved === null
            ? await api.workOrders.create(call)
            : await api.workOrders.save({ id: saved.id, version: saved.version, draft: call }),
        );
      });
    /** The saved work order without unsaved changes, or null when saving was refused. */
    const savedNow = async (): Promise<WorkOrderDetail | null> => {
      const { isChanged, saved } = get();
      return isChanged || saved === null ? save() : saved;
    };

    return {
      ...(detail === null ? forNew(newFor) : fromDetail(detail)),
      workAddresses: [],
      isBusy: false,
      change: (change) => set(({ draft }) => ({ draft: { ...draft, ...change }, isChanged: true })),
      chooseCustomer: async (customer) => {
        set(({ draft }) => ({
          customer,
          workAddresses: [],
          draft: { ...draft, customerId: customer?.id ?? null, workAddressId: null },
          isChanged: true,
        }));
        await get().readWorkAddresses('main');
      },
      readWorkAddresses: async (choose) => {
        const { customerId } = get().draft;
        const customer = customerId === null ? null : await api.customers.get(customerId);
        if (get().draft.customerId !== customerId) return;
        const workAddresses = customer?.workAddresses ?? [];
        set({ workAddresses });
        if (choose === undefined) return;
        const chosen = choose === 'main' ? workAddresses.find(({ kind }) => kind === 'main')?.id : choose;
        if (chosen === undefined) return;
        // Filling in the main address is Simon's doing, not a change of the user.
        set(({ draft, isChanged }) => ({
          draft: { ...draft, workAddressId: chosen },
          isChanged: isChanged || choose !== 'main',
        }));
      },
      addTime: (entry) => get().change({ times: [...get().draft.times, keyed(entry)] }),
      addArticles: (booked) => {
        const rows = Object.fromEntries(booked.map(({ article }) => [article.id, article]));
        set(({ articleRows }) => ({ articleRows: { ...articleRows, ...rows } }));
        get().change({
          articles: [
            ...get().draft.articles,
            ...booked.map(({ article, ...line }) => keyed({ articleId: article.id, ...line })),
          ],
        });
      },
      addFreeForm: () =>
        get().change({ forms: [...get().draft.forms, keyed({ title: '', answers: [{ question: '', answer: '' }] })] }),
      addForm: (version) => {
        const added = keyed({ formVersionId: version.id, title: version.title, answers: {} });
        set(({ formVersions }) => ({ formVersions: { ...formVersions, [version.id]: version } }));
        get().change({ forms: [...get().draft.forms, added] });
        return added.rowKey;
      },
      takeOver: (from) => {
        const { saved, isChanged } = get();
        if (!isChanged && (saved?.version !== from.version || saved.status !== from.status)) {
          set(fromDetail(from));
        }
      },
      save,
      reportReady: async () => {
        const current = await savedNow();
        if (current === null) return false;
        return busy(async () => takeResult(await api.workOrders.reportReady(current.id)) !== null);
      },
      reopen: async () => {
        const { saved } = get();
        if (saved === null) return false;
        return busy(async () => takeResult(await api.workOrders.reopen(saved.id)) !== null);
      },
      archive: async () => {
        const current = await savedNow();
        if (current === null) return null;
        return busy(async () => {
          const outcome = await api.workOrders.archive([current.id]);
          const refusal = outcome.refused[0];
          if (refusal) set({ problem: refusal.problem });
          return outcome;
        });
      },
      remove: async () => {
        const { saved } = get();
        if (saved === null) return true;
        return busy(async () => {
          const outcome = await api.workOrders.delete(saved.id);
          if (!outcome.ok) set({ problem: outcome.problem });
          return outcome.ok;
        });
      },
      discard: () => {
        const { saved, readWorkAddresses } = get();
        set(saved === null ? forNew(null) : fromDetail(saved));
        void readWorkAddresses();
      },
    };
  });
}

export type WorkOrderEditorStore = ReturnType<typeof createWorkOrderEditor>;

/** The draft as the call takes it: without row keys. */
function toCall(draft: EditorDraft) {
  return {
    ...draft,
    times: draft.times.map(({ rowKey: _, ...entry }) => entry),
    articles: draft.articles.map(({ rowKey: _, ...line }) => line),
    forms: draft.forms.map(({ rowKey: _, ...form }) =>
      form.formVersionId === undefined
        ? { title: form.title, answers: [...form.answers] }
        : { ...form, answers: { ...form.answers } },
    ),
  };
}
