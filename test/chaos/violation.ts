/** What must never be found. */
export const VIOLATIONS = [
  /** A work order that is not in the books, and never will be. */
  'lost',
  /** More than one document of one work order, or a document that nobody archived. */
  'duplicated',
  /** Another customer or other lines than the work order has. */
  'wrong-lines',
  /** Neither delivered nor brought to the office with something to do. */
  'stuck',
  /** Simon says something else of it than the books do. */
  'wrong-state',
  /** A PDF that is not there, or there twice. */
  'wrong-pdfs',
  /** Customers or articles differ from those of the package. */
  'wrong-data',
  /** A package was called although it had asked to wait. */
  'impatient',
  /** Two renewals of the login at once. */
  'two-renewals',
  /** The office had to log in again, and nothing but the program was to blame. */
  'logged-out',
  /** The engine met a bug of its own. */
  'bug',
  /** The database is not sound. */
  'damaged',
] as const;

export interface Violation {
  readonly kind: (typeof VIOLATIONS)[number];
  readonly detail: string;
}
