import { createStore } from 'zustand';
import { EMPTY_DRAFT } from '../../../preload/contract/empty-draft';
import type { FormAnswers, FormVersion } from '../../../preload/contract/custom-forms';
import type { Problem, Result } from '../../../preload/contract/model';
import type {
  ArticleRow,
  CustomerRow,
  TimeEntry,
  WorkAddressRow,
  WorkOrderDetail,
  WorkOrderDraft,
} from '../../../preload/contract/views';
import { api, RefusedByComputer } from '../../api';
import { createAutosave, type SaveOutcome } from './autosave';
import { addToLast, endTyping, forget, NO_HISTORY, record, redo, undo, type History, type Step } from './draft-history';
import { merge } from './draft-merge';
import type { BookedArticle } from './pasted-articles';
import { partOfProblem } from './refused-part';
import {
  createRowKeys,
  DRAFT_PARTS,
  hasGaps,
  isWorthKeeping,
  PART_NAMES,
  sameDraft,
  samePart,
  savable,
  toCall,
  withPart,
  type DraftPart,
  type EditorDraft,
} from './work-order-draft';

export type { EditorDraft, Keyed } from './work-order-draft';

/** Why a part of the draft is not saved: main refused it, or it was changed elsewhere as well. */
export type Held = Problem | 'changed-elsewhere';

/** What was typed and could not be saved yet, as it is kept outside the editor. */
export interface KeptTyping {
  readonly draft: WorkOrderDraft;
  /** What main had when it was typed. */
  readonly base: WorkOrderDraft;
}

export interface WorkOrderEditorState {
  /** As main has it; null for a work order that has no number yet. */
  readonly saved: WorkOrderDetail | null;
  readonly draft: EditorDraft;
  /** What main has of the draft. */
  readonly base: EditorDraft;
  readonly customer: CustomerRow | null;
  readonly workAddresses: readonly WorkAddressRow[];
  readonly articleRows: Readonly<Record<number, ArticleRow>>;
  /** The questions of the designed forms, by the id of their version. */
  readonly formVersions: Readonly<Record<number, FormVersion>>;
  readonly history: History;
  /** What was undone or done again last, to say so; null after another change. */
  readonly lastStep: { readonly kind: 'undone' | 'redone'; readonly part: DraftPart } | null;
  /** The key of the row that was added last: what is typed goes there. */
  readonly addedRow: number | null;
  /** Texts in fields of rows that mean nothing yet, by the row's key and the name of the field. */
  readonly unfinished: Readonly<Record<string, string>>;
  /** Something is on screen that main does not have. */
  readonly isChanged: boolean;
  /** Reporting ready, archiving or deleting goes on. */
  readonly isBusy: boolean;
  readonly isSaving: boolean;
  /** When it was last saved from here; null when it was not. UTC ms. */
  readonly savedAtMs: number | null;
  /** Why the last save failed, while what was typed is not saved. A bug is named by the one handler of bugs. */
  readonly saveProblem: Problem | 'bug' | null;
  /** Parts that are left out of a save until they are changed or chosen; the others are saved. */
  readonly held: Readonly<Partial<Record<DraftPart, Held>>>;
  /** Somebody deleted the work order. */
  readonly isGone: boolean;
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
  /** Another version of the same form takes the place of a form; the answers that fit go along. */
  readonly moveForm: (rowKey: number, version: FormVersion, answers: FormAnswers) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Keeps what is typed in a field and means nothing yet; null: it means something, or is gone. */
  readonly keepUnfinished: (rowKey: number, field: string, text: string | null) => void;
  /** The field is left: what is typed next is a step of its own, and what was typed is saved. */
  readonly leaveField: () => void;
  /** What main tells: what was not changed here follows, what was typed stays. */
  readonly takeOver: (detail: WorkOrderDetail) => void;
  /** Main has it no more. */
  readonly tellGone: () => void;
  /** Goes on with what was typed in an earlier life of the page. */
  readonly restore: (kept: KeptTyping) => void;
  /** Of what was changed here and elsewhere: keeps what stands here, or takes what stands there. */
  readonly settle: (choice: 'mine' | 'theirs') => void;
  /** Saves at once. True when nothing is left to save. */
  readonly save: () => Promise<boolean>;
  /** Makes a new work order of one that somebody deleted. */
  readonly saveAsNew: () => Promise<boolean>;
  /** Saves what was changed, then reports ready. */
  readonly reportReady: () => Promise<boolean>;
  readonly reopen: () => Promise<boolean>;
  readonly remove: () => Promise<boolean>;
  /** Back to what main has; can be undone. */
  readonly discard: () => void;
}

/** The editor of one work order, made anew for each that is opened. It saves by itself. */
export function createWorkOrderEditor(detail: WorkOrderDetail | null, newFor: CustomerRow | null) {
  const { keyed, draftOf } = createRowKeys();
  /** Every customer that the draft ever had: an undone choice knows its name again. */
  const customers = new Map<number, CustomerRow>();
  const rowsOf = (from: WorkOrderDetail) => ({
    articleRows: Object.fromEntries(from.articleRows.map((row) => [row.id, row])),
    formVersions: Object.fromEntries(from.formVersions.map((version) => [version.id, version])),
  });
  const start = detail === null ? { ...EMPTY_DRAFT, customerId: newFor?.id ?? null } : draftOf(detail);
  const startCustomer = detail === null ? newFor : detail.customer;
  if (startCustomer) customers.set(startCustomer.id, startCustomer);

  return createStore<WorkOrderEditorState>()((set, get) => {
    /** What came while a save was under way: its answer comes first. */
    let told: WorkOrderDetail | null = null;

    const put = (changed: Partial<WorkOrderEditorState>): void => {
      const { draft, base } = { ...get(), ...changed };
      set({ ...changed, isChanged: !sameDraft(draft, base) });
    };
    /** What can be saved now. */
    const toSend = (): EditorDraft => {
      const { draft, base, held } = get();
      return (Object.keys(held) as DraftPart[]).reduce(
        (sent, part) => withPart(sent, base, part),
        savable(draft, base),
      );
    };
    const wants = (): boolean => {
      const { saved, base, isGone, isBusy } = get();
      if (isGone || isBusy || saved?.status === 'archived') return false;
      const sent = toSend();
      return (saved !== null || isWorthKeeping(sent)) && !sameDraft(sent, base);
    };
    /** Brings what main has into the editor; `base` is what main had before, as far as this editor knows. */
    const absorb = (theirs: WorkOrderDetail, base: EditorDraft): void => {
      const { draft, held, history, articleRows, formVersions } = get();
      const merged = merge(base, draft, draftOf(theirs));
      const rows = rowsOf(theirs);
      const stillHeld = Object.fromEntries(
        Object.entries(held).filter(([part]) => !samePart(merged.draft, merged.base, part as DraftPart)),
      );
      const disputed = Object.fromEntries(merged.disputed.map((part) => [part, 'changed-elsewhere' as const]));
      put({
        saved: theirs,
        draft: merged.draft,
        base: merged.base,
        held: { ...stillHeld, ...disputed },
        history: forget(history, merged.taken),
        articleRows: { ...articleRows, ...rows.articleRows },
        formVersions: { ...formVersions, ...rows.formVersions },
      });
      if (theirs.customer) customers.set(theirs.customer.id, theirs.customer);
      if (merged.taken.includes('customer')) {
        set({ customer: theirs.customer });
        void get().readWorkAddresses();
      }
    };
    const reread = async (id: number): Promise<SaveOutcome> => {
      const theirs = await api.workOrders.get(id);
      if (theirs === null) get().tellGone();
      else {
        absorb(theirs, get().base);
        if (wants()) return saveNow();
      }
      return 'refused';
    };
    /** Leaves out of the save what main refuses of it; true when something else is left to save. */
    const holdBack = (problem: Problem, sent: EditorDraft): boolean => {
      const { base, held } = get();
      const parts = partOfProblem(problem).filter((part) => !samePart(sent, base, part));
      if (parts.length === 0) return false;
      put({ held: { ...held, ...Object.fromEntries(parts.map((part) => [part, problem])) } });
      return true;
    };
    const takeAnswer = async (outcome: Result<WorkOrderDetail>, sent: EditorDraft): Promise<SaveOutcome> => {
      const { saved } = get();
      if (outcome.ok) {
        set({ savedAtMs: Date.now(), saveProblem: null, problem: null, history: endTyping(get().history) });
        absorb(outcome.value, sent);
        return 'saved';
      }
      const { problem } = outcome;
      if (problem.kind === 'storage') {
        set({ saveProblem: problem });
        return 'try-again';
      }
      if (saved !== null && OVERTAKEN.includes(problem.code)) {
        if (problem.code !== CHANGED_ELSEWHERE) set({ saveProblem: problem });
        return reread(saved.id);
      }
      if (holdBack(problem, sent)) return wants() ? saveNow() : 'refused';
      set({ saveProblem: problem });
      return 'refused';
    };
    const saveNow = async (): Promise<SaveOutcome> => {
      const { saved } = get();
      const sent = toSend();
      const call = toCall(sent);
      const answer =
        saved === null
          ? await api.workOrders.create(call)
          : await api.workOrders.save({ id: saved.id, version: saved.version, draft: call });
      return takeAnswer(answer, sent);
    };
    const autosave = createAutosave({
      wants,
      save: async () => {
        set({ isSaving: true });
        try {
          return await saveNow();
        } catch (error) {
          if (error instanceof RefusedByComputer) set({ saveProblem: error.problem });
          // Told once, not at each attempt.
          else if (get().saveProblem !== 'bug') {
            set({ saveProblem: 'bug' });
            window.dispatchEvent(new ErrorEvent('error', { error, message: String(error) }));
          }
          return 'try-again';
        } finally {
          set({ isSaving: false });
          const newest = told;
          told = null;
          if (newest) get().takeOver(newest);
        }
      },
    });
    const busy = async <T>(work: () => Promise<T>): Promise<T> => {
      set({ isBusy: true, problem: null });
      try {
        return await work();
      } finally {
        set({ isBusy: false });
        if (wants()) autosave.touch();
      }
    };
    /** The saved work order when nothing is left to save, else null. */
    const savedNow = async (): Promise<WorkOrderDetail | null> => ((await get().save()) ? get().saved : null);
    const takeStatus = (outcome: Result<WorkOrderDetail>): boolean => {
      if (outcome.ok) absorb(outcome.value, get().base);
      else set({ problem: outcome.problem });
      return outcome.ok;
    };
    const replay = (step: Step, history: History, change: Partial<EditorDraft>, kind: 'undone' | 'redone'): void => {
      const draft = { ...get().draft, ...change };
      const held = released(get().held, step.part);
      put({ draft, history, held, lastStep: { kind, part: step.part }, saveProblem: null });
      if ('customerId' in change) {
        const { customerId } = draft;
        set({ customer: customerId === null ? null : (customers.get(customerId) ?? null), workAddresses: [] });
        void get().readWorkAddresses();
      }
      autosave.touch();
    };

    return {
      saved: detail,
      draft: start,
      base: start,
      customer: startCustomer,
      articleRows: {},
      formVersions: {},
      ...(detail === null ? {} : rowsOf(detail)),
      workAddresses: [],
      history: NO_HISTORY,
      lastStep: null,
      addedRow: null,
      unfinished: {},
      isChanged: false,
      isBusy: false,
      isSaving: false,
      savedAtMs: null,
      saveProblem: null,
      held: {},
      isGone: false,
      problem: null,
      change: (change) => {
        const { draft, history, held } = get();
        const parts = PART_NAMES.filter((part) => DRAFT_PARTS[part].some((field) => field in change));
        put({
          draft: { ...draft, ...change },
          history: record(history, draft, change),
          held: parts.reduce(released, held),
          lastStep: null,
          saveProblem: null,
        });
        autosave.touch();
      },
      chooseCustomer: async (customer) => {
        if (customer) customers.set(customer.id, customer);
        set({ customer, workAddresses: [] });
        get().change({ customerId: customer?.id ?? null, workAddressId: null });
        await get().readWorkAddresses('main');
      },
      readWorkAddresses: async (choose) => {
        const { customerId } = get().draft;
        const customer = customerId === null ? null : await api.customers.get(customerId);
        if (get().draft.customerId !== customerId) return;
        const workAddresses = customer?.workAddresses ?? [];
        set({ workAddresses });
        if (choose === undefined) return;
        if (choose !== 'main') {
          get().change({ workAddressId: choose });
          return;
        }
        const main = workAddresses.find(({ kind }) => kind === 'main')?.id;
        const { draft, base, history } = get();
        if (main === undefined || draft.workAddressId !== null) return;
        const filled = { workAddressId: main };
        // Filling in the main address is Simon's doing: part of the choice of the customer, or of how a new one begins.
        if (draft.customerId === base.customerId) set({ draft: { ...draft, ...filled }, base: { ...base, ...filled } });
        else {
          put({ draft: { ...draft, ...filled }, history: addToLast(history, draft, filled) });
          autosave.touch();
        }
      },
      addTime: (entry) => {
        const row = keyed(entry);
        set({ addedRow: row.rowKey });
        get().change({ times: [...get().draft.times, row] });
      },
      addArticles: (booked) => {
        const rows = Object.fromEntries(booked.map(({ article }) => [article.id, article]));
        const lines = booked.map(({ article, ...line }) => keyed({ articleId: article.id, ...line }));
        set(({ articleRows }) => ({
          articleRows: { ...articleRows, ...rows },
          // Of many, out of a spreadsheet, none is typed in next.
          addedRow: lines.length === 1 ? (lines[0]?.rowKey ?? null) : null,
        }));
        get().change({ articles: [...get().draft.articles, ...lines] });
      },
      addFreeForm: () =>
        get().change({ forms: [...get().draft.forms, keyed({ title: '', answers: [{ question: '', answer: '' }] })] }),
      addForm: (version) => {
        const added = keyed({ formVersionId: version.id, title: version.title, answers: {} });
        set(({ formVersions }) => ({ formVersions: { ...formVersions, [version.id]: version } }));
        get().change({ forms: [...get().draft.forms, added] });
        return added.rowKey;
      },
      moveForm: (rowKey, version, answers) => {
        set(({ formVersions }) => ({ formVersions: { ...formVersions, [version.id]: version } }));
        const moved = { formVersionId: version.id, title: version.title, answers, rowKey };
        get().change({ forms: get().draft.forms.map((form) => (form.rowKey === rowKey ? moved : form)) });
      },
      undo: () => {
        const taken = undo(get().history);
        if (taken && !isLocked(get())) replay(taken.step, taken.history, taken.step.before, 'undone');
      },
      redo: () => {
        const again = redo(get().history);
        if (again && !isLocked(get())) replay(again.step, again.history, again.step.after, 'redone');
      },
      keepUnfinished: (rowKey, field, text) => {
        const { unfinished } = get();
        const name = unfinishedName(rowKey, field);
        if ((unfinished[name] ?? null) === text) return;
        const others = Object.entries(unfinished).filter(([other]) => other !== name);
        set({ unfinished: Object.fromEntries(text === null ? others : [...others, [name, text]]) });
      },
      leaveField: () => {
        set({ history: endTyping(get().history) });
        if (wants()) void autosave.flush();
      },
      takeOver: (from) => {
        const { saved, base, isSaving } = get();
        if (isSaving) told = from;
        else if (saved === null || from.version > saved.version) absorb(from, base);
        else if (from.version === saved.version && from.status !== saved.status) set({ saved: from });
      },
      tellGone: () => {
        autosave.stop();
        set({ isGone: true });
      },
      restore: ({ draft, base }) => {
        const merged = merge(draftOf(base), draftOf(draft), get().base);
        const disputed = merged.disputed.map((part) => [part, 'changed-elsewhere'] as const);
        put({ draft: merged.draft, base: merged.base, held: Object.fromEntries(disputed) });
        autosave.touch();
      },
      settle: (choice) => {
        const { draft, base, held } = get();
        const disputed = PART_NAMES.filter((part) => held[part] === 'changed-elsewhere');
        put({ held: Object.fromEntries(Object.entries(held).filter(([, why]) => why !== 'changed-elsewhere')) });
        if (choice === 'mine') autosave.touch();
        else takeFields(disputed, draft, base);
      },
      save: async () => {
        await autosave.flush();
        return !get().isChanged && get().saved !== null;
      },
      saveAsNew: async () => {
        put({ saved: null, isGone: false, base: EMPTY_DRAFT, saveProblem: null, held: {} });
        return get().save();
      },
      reportReady: async () => {
        const current = await savedNow();
        if (current === null) return false;
        return busy(async () => takeStatus(await api.workOrders.reportReady(current.id)));
      },
      reopen: async () => {
        const current = await savedNow();
        if (current === null) return false;
        return busy(async () => takeStatus(await api.workOrders.reopen(current.id)));
      },
      remove: async () => {
        const { saved } = get();
        if (saved === null) return true;
        autosave.stop();
        return busy(async () => {
          const outcome = await api.workOrders.delete(saved.id);
          if (outcome.ok) put({ isGone: true, draft: get().base });
          else set({ problem: outcome.problem });
          return outcome.ok;
        });
      },
      discard: () => {
        const { draft, base } = get();
        put({ held: {}, saveProblem: null });
        takeFields(
          PART_NAMES.filter((part) => !samePart(draft, base, part)),
          draft,
          base,
        );
      },
    };

    /** One step: these parts as main has them. */
    function takeFields(parts: readonly DraftPart[], draft: EditorDraft, base: EditorDraft): void {
      const fields = parts.flatMap((part): readonly (keyof EditorDraft)[] => DRAFT_PARTS[part]);
      if (fields.length === 0) return;
      const change: Partial<EditorDraft> = Object.fromEntries(fields.map((field) => [field, base[field]]));
      // Not the end of what was being typed in such a field, and not the beginning of what is typed next.
      set({ history: endTyping(get().history) });
      get().change(change);
      set({ history: endTyping(get().history) });
      if (draft.customerId !== base.customerId) {
        set({ customer: base.customerId === null ? null : (customers.get(base.customerId) ?? null) });
        void get().readWorkAddresses();
      }
    }
  });
}

export type WorkOrderEditorStore = ReturnType<typeof createWorkOrderEditor>;

export const unfinishedName = (rowKey: number, field: string): string => `${rowKey}.${field}`;

/** Whether a field of a row that is still there holds something that means nothing yet. */
export const hasUnfinished = ({ unfinished, draft }: WorkOrderEditorState): boolean =>
  [...draft.times, ...draft.articles].some(({ rowKey }) =>
    Object.keys(unfinished).some((name) => name.startsWith(unfinishedName(rowKey, ''))),
  );

/** True when a field misses something, or holds something that means nothing yet: then it is not reported ready. */
export const isIncomplete = (state: WorkOrderEditorState): boolean => hasGaps(state.draft) || hasUnfinished(state);

const CHANGED_ELSEWHERE = 'work-order-changed-elsewhere';
/** What main has now says what to do next. */
const OVERTAKEN: readonly string[] = [CHANGED_ELSEWHERE, 'work-order-archived', 'work-order-not-found'];

const isLocked = ({ saved }: WorkOrderEditorState): boolean => saved?.status === 'archived';

/** A part that is changed is saved again; one that was changed elsewhere waits for the choice. */
function released(held: WorkOrderEditorState['held'], part: DraftPart): WorkOrderEditorState['held'] {
  if (held[part] === undefined || held[part] === 'changed-elsewhere') return held;
  return Object.fromEntries(Object.entries(held).filter(([name]) => name !== part));
}
