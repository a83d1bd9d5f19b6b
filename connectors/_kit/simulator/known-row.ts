/** The row that an edit by the office names. Throws when the books have none: that is a mistake in the test. */
export function knownRow<T>(row: T | null | undefined, what: string): T {
  if (row === undefined || row === null) throw new Error(`These books have no ${what}`);
  return row;
}
