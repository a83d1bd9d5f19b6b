/** Where the program can die, or a backup be made: before and after each write, at each request and each answer. */

/** Boundaries that are rare among all others, by the beginning of their names; see `Life`. */
export const BOUNDARY_PLACES = [
  'request create',
  'answer create',
  'request look-up',
  'answer look-up',
  'request renewal',
  'answer renewal',
  'request attachment',
  'answer attachment',
  'keychain',
  'queue.',
  'pdfs.',
  'pull.',
  'cleanUp.',
] as const;

/** The `nth` boundary from now whose name begins with `place`; null = any. */
export interface BoundaryOrder {
  readonly place: string | null;
  readonly nth: number;
}
