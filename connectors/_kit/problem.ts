import type { LocalizedText } from './text';

/**
 * Why something did not work, as far as the engine has to act differently on it.
 *
 * - `offline`          nothing reached the package (refused, name not found, TLS, no network); safe to repeat
 * - `rate-limited`     the package asks to wait; the whole connection pauses for `retryAfterMs`
 * - `maintenance`      the package is out of order for now (5xx on a read, a gateway page); tried again by itself
 * - `needs-login`      the key, code or token is refused or withdrawn; only the office can mend it
 * - `not-allowed`      the link is fine but lacks a right or a module
 * - `rejected`         the package understood the request and refuses its content; nothing was stored there
 * - `bad-response`     the answer could not be read; on a write use `outcome-unknown`
 * - `outcome-unknown`  a write was sent and nobody knows whether it was carried out
 * - `blocked`          our own rule stops it until the office acts (no customer, unknown article, clean-up guard)
 * - `invalid-input`    what the user or a file gave cannot be used
 * - `cancelled`        stopped on request
 * - `storage`          the local disk or database refused (full, read-only, locked)
 */
export type ProblemKind =
  | 'offline'
  | 'rate-limited'
  | 'maintenance'
  | 'needs-login'
  | 'not-allowed'
  | 'rejected'
  | 'bad-response'
  | 'outcome-unknown'
  | 'blocked'
  | 'invalid-input'
  | 'cancelled'
  | 'storage';

/** What on a work order may be chosen anew. */
export type Mendable = 'article' | 'customer';

/** What the package itself said. `text` is its own sentence, at most 300 characters, never a whole body. */
export interface VendorAnswer {
  readonly status: number | null;
  readonly code: string | null;
  readonly text: string | null;
}

/**
 * An expected failure. It is plain data: it is stored in the outbox and the log and crosses IPC.
 * It never holds a token, a key or a response body.
 */
export interface Problem {
  readonly kind: ProblemKind;
  /** Stable id of the cause, e.g. `offline`, `article-unknown`, `snelstart.VOR-0002`. Equal causes are folded on it. */
  readonly code: string;
  /** Values for the texts, e.g. `{ article: 'ARBEID' }`. */
  readonly params: Readonly<Record<string, string | number>>;
  /**
   * The sentence and the action for the office, when a connector knows better than the catalogue.
   * Without it both come from the catalogue under `problems.<code>.message` and `.action`.
   */
  readonly text?: { readonly message: LocalizedText; readonly action: LocalizedText | null };
  /** How long the package asks to wait, in milliseconds. Only with `rate-limited` and `maintenance`. */
  readonly retryAfterMs?: number;
  /** Only with `maintenance`, on a write: the package told that it was not carried out, so that nothing needs looking up. */
  readonly notCarriedOut?: true;
  /** Only with `outcome-unknown`: the package told that it took the document before, so that finding none proves nothing. */
  readonly taken?: true;
  /** The field of the document or the setting at fault, when known. */
  readonly field?: string;
  /** Another article or customer on the work order mends it, so that the queue offers to choose one. */
  readonly mends?: readonly Mendable[];
  readonly vendor?: VendorAnswer;
}

/** Makes a problem whose texts come from the catalogue. */
export function problem(
  kind: ProblemKind,
  code: string,
  params: Problem['params'] = {},
  more: Pick<Problem, 'text' | 'retryAfterMs' | 'field' | 'mends' | 'vendor'> = {},
): Problem {
  return { kind, code, params, ...more };
}

/** What a connector knows better than the catalogue about a refusal. */
export interface Explanation {
  readonly message: LocalizedText;
  readonly action: LocalizedText;
  /** What the office may choose anew on the work order. */
  readonly mends?: readonly Mendable[];
}

/** A refusal of the package that the connector explains. */
export const explainedRefusal = (
  code: string,
  { message, action, mends }: Explanation,
  params: Problem['params'] = {},
  more: Pick<Problem, 'vendor'> = {},
): Problem => ({
  ...problem('rejected', code, params, { text: { message, action }, ...more }),
  ...(mends === undefined ? {} : { mends }),
});

/** Problems that pass by themselves: tried again without the office. */
export function passesByItself(kind: ProblemKind): boolean {
  return (
    kind === 'offline' ||
    kind === 'rate-limited' ||
    kind === 'maintenance' ||
    kind === 'bad-response' ||
    kind === 'storage'
  );
}
