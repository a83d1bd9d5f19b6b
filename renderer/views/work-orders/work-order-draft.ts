import type {
  TimeEntry,
  WorkOrderArticle,
  WorkOrderDetail,
  WorkOrderDraft,
  WorkOrderForm,
} from '../../../preload/contract/views';

/** Rows of the editor keep their identity while they are typed in. */
export type Keyed<T> = T & { readonly rowKey: number };

/** The work order as it stands on screen. */
export interface EditorDraft extends Omit<WorkOrderDraft, 'times' | 'articles' | 'forms'> {
  readonly times: readonly Keyed<TimeEntry>[];
  readonly articles: readonly Keyed<WorkOrderArticle>[];
  readonly forms: readonly Keyed<WorkOrderForm>[];
}

/** Fields that belong together: they are taken over, held back and undone as one. */
export const DRAFT_PARTS = {
  customer: ['customerId', 'workAddressId'],
  planning: ['employeeId', 'plannedStartAtMs', 'plannedEndAtMs'],
  description: ['description'],
  notes: ['notes'],
  reference: ['customerReference'],
  times: ['times'],
  articles: ['articles'],
  forms: ['forms'],
} as const satisfies Readonly<Record<string, readonly (keyof EditorDraft)[]>>;

export type DraftPart = keyof typeof DRAFT_PARTS;
export const PART_NAMES = Object.keys(DRAFT_PARTS) as readonly DraftPart[];

/** The part that a field belongs to. */
export const partOf = (field: keyof EditorDraft): DraftPart =>
  PART_NAMES.find((part) => (DRAFT_PARTS[part] as readonly string[]).includes(field)) ?? 'description';

/** `draft` with this part as it is in `from`. */
export const withPart = (draft: EditorDraft, from: EditorDraft, part: DraftPart): EditorDraft => ({
  ...draft,
  ...Object.fromEntries(DRAFT_PARTS[part].map((field) => [field, from[field]])),
});

/** Whether a part says the same in both, whatever the keys of its rows. */
export const samePart = (one: EditorDraft, other: EditorDraft, part: DraftPart): boolean =>
  DRAFT_PARTS[part].every((field) => one[field] === other[field] || valueText(one[field]) === valueText(other[field]));

export const sameDraft = (one: EditorDraft, other: EditorDraft): boolean =>
  one === other || PART_NAMES.every((part) => samePart(one, other, part));

const valueText = (value: unknown): string =>
  JSON.stringify(value, (key, inner: unknown) => (key === 'rowKey' ? undefined : ordered(inner)));

/** Answers by question mean the same in any order. */
const ordered = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const endsBeforeStart = ({ plannedStartAtMs: start, plannedEndAtMs: end }: EditorDraft): boolean =>
  end !== null && (start === null || end < start);

/** True when a row misses something, or the plan cannot be: then the work order cannot be reported ready. */
export function hasGaps(draft: EditorDraft): boolean {
  const { articles, forms } = draft;
  return (
    articles.some(({ quantity }) => quantity === '') ||
    forms.some(({ title }) => title.trim() === '') ||
    endsBeforeStart(draft)
  );
}

/** A work order without both would be a number for nothing. */
export const isWorthKeeping = ({ customerId, description }: EditorDraft): boolean =>
  customerId !== null || description.trim() !== '';

/**
 * What can be saved of a draft: an article line without a quantity goes with the one that was saved before, or 0, and an
 * end before its start stays as it was saved. The rest must not wait for them.
 */
export function savable(draft: EditorDraft, saved: EditorDraft): EditorDraft {
  const planned = endsBeforeStart(draft) ? withPart(draft, saved, 'planning') : draft;
  if (!draft.articles.some(({ quantity }) => quantity === '')) return planned;
  const quantityOf = (rowKey: number): string => saved.articles.find((line) => line.rowKey === rowKey)?.quantity ?? '0';
  return {
    ...planned,
    articles: draft.articles.map((line) =>
      line.quantity === '' ? { ...line, quantity: quantityOf(line.rowKey) } : line,
    ),
  };
}

/** The draft as the call takes it: without row keys. */
export function toCall(draft: EditorDraft) {
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

/** Gives rows their keys; each key is given once. */
export function createRowKeys() {
  let last = 0;
  const keyed = <T extends object>(row: T): Keyed<T> => ({ ...row, rowKey: (last += 1) });
  const draftOf = (from: WorkOrderDraft | WorkOrderDetail): EditorDraft => ({
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
  });
  return { keyed, draftOf };
}
