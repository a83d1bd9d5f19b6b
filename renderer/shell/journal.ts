/**
 * What was typed and is not saved yet, kept by the browser of the window: it is there again when the screen, the page or
 * the whole app ended in between. Never a secret.
 */

/** Keeps a value under a name, in the place of what was there. */
export function keepInJournal(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch (error) {
    // No room: it is still on the screen, and is kept at the next change.
    if (!(error instanceof DOMException)) throw error;
  }
}

export const forgetInJournal = (name: string): void => localStorage.removeItem(name);

/** What is kept under a name, for the reader to check: another version of the app may have kept it. Null: nothing. */
export function readJournal(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** The names that begin so. */
export const journalNames = (prefix: string): readonly string[] =>
  Object.keys(localStorage).filter((name) => name.startsWith(prefix));
