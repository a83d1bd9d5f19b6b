import { partOf, type DraftPart, type EditorDraft } from './work-order-draft';

/** What one press of Ctrl+Z takes back. */
export interface Step {
  readonly part: DraftPart;
  readonly before: Partial<EditorDraft>;
  readonly after: Partial<EditorDraft>;
}

export interface History {
  readonly past: readonly Step[];
  /** What was undone, the next one last. */
  readonly future: readonly Step[];
  /** The field that is being typed in: its next change belongs to the last step. Null: the next change is a step of its own. */
  readonly typingIn: string | null;
}

export const NO_HISTORY: History = { past: [], future: [], typingIn: null };

/** As many as anybody would go back; older ones are forgotten. */
const MOST_STEPS = 500;

/** Remembers a change that is made to `draft`. Changes of one field after each other are one step until `endTyping`. */
export function record(history: History, draft: EditorDraft, change: Partial<EditorDraft>): History {
  const fields = fieldsOf(change);
  const [field] = fields;
  if (field === undefined) return history;
  const before = Object.fromEntries(fields.map((name) => [name, draft[name]])) as Partial<EditorDraft>;
  const typingIn = typedField(draft, change);
  const last = history.past.at(-1);
  if (last !== undefined && typingIn !== null && typingIn === history.typingIn) {
    return { past: history.past.with(-1, { ...last, after: { ...last.after, ...change } }), future: [], typingIn };
  }
  const step: Step = { part: partOf(field), before, after: change };
  return { past: [...history.past, step].slice(-MOST_STEPS), future: [], typingIn };
}

/** What follows from the last step by itself belongs to it, such as the main work address of the customer. */
export function addToLast(history: History, draft: EditorDraft, change: Partial<EditorDraft>): History {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  const before = Object.fromEntries(fieldsOf(change).map((name) => [name, draft[name]]));
  const step: Step = { ...last, before: { ...before, ...last.before }, after: { ...last.after, ...change } };
  return { ...history, past: history.past.with(-1, step) };
}

/** The next change of the same field is a step of its own. */
export const endTyping = (history: History): History =>
  history.typingIn === null ? history : { ...history, typingIn: null };

/** The step to take back and the history without it; null when there is none. */
export function undo({ past, future }: History): { readonly step: Step; readonly history: History } | null {
  const step = past.at(-1);
  if (step === undefined) return null;
  return { step, history: { past: past.slice(0, -1), future: [...future, step], typingIn: null } };
}

/** The step to do again; null when nothing was undone since the last change. */
export function redo({ past, future }: History): { readonly step: Step; readonly history: History } | null {
  const step = future.at(-1);
  if (step === undefined) return null;
  return { step, history: { past: [...past, step], future: future.slice(0, -1), typingIn: null } };
}

/** Steps of parts that were changed elsewhere since: undoing them would undo that too. */
export function forget(history: History, parts: readonly DraftPart[]): History {
  if (parts.length === 0) return history;
  const keep = ({ part }: Step): boolean => !parts.includes(part);
  return { past: history.past.filter(keep), future: history.future.filter(keep), typingIn: null };
}

const fieldsOf = (change: Partial<EditorDraft>): readonly (keyof EditorDraft)[] =>
  Object.keys(change) as (keyof EditorDraft)[];

const TEXTS: readonly (keyof EditorDraft)[] = ['description', 'notes', 'customerReference'];

type Row = { readonly rowKey: number };

/** Names the one field that a change is in, of the work order or of one of its rows; null when it is more than that. */
function typedField(draft: EditorDraft, change: Partial<EditorDraft>): string | null {
  const [name, ...others] = fieldsOf(change);
  if (name === undefined || others.length > 0) return null;
  if (TEXTS.includes(name)) return name;
  if (name !== 'times' && name !== 'articles' && name !== 'forms') return null;
  const before: readonly Row[] = draft[name];
  const after: readonly Row[] = change[name] ?? [];
  if (before.length !== after.length || before.some((row, index) => row.rowKey !== after[index]?.rowKey)) return null;
  const places = before.flatMap((row, index) => changedPlaces(row, after[index] ?? row));
  return places.length === 1 ? `${name}.${places[0]}` : null;
}

function changedPlaces(before: Row, after: Row): readonly string[] {
  const values = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([key, value]: [string, unknown]) => values.get(key) !== value)
    .map(([key, value]) => [after.rowKey, key, ...changedAnswers(values.get(key), value)].join('.'));
}

/** The questions of a form whose answer differs. */
function changedAnswers(before: unknown, after: unknown): readonly string[] {
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return [];
  const [one, other] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => one[key] !== other[key]);
}
