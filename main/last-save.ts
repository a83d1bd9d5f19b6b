/** Runs in the main process: before it ends, the page saves what was typed a moment ago. */
import type { Time } from './ports';

/** A page that is well answers in milliseconds; one that broke must not hold up the end. The stop as a whole has 4.5 s. */
export const LAST_SAVE_LIMIT_MS = 1_500;

export interface LastSave {
  /** Asks the page to save; resolves when it has, or when it took too long. */
  readonly ask: () => Promise<void>;
  /** The page has saved all. */
  readonly done: () => void;
}

/** `tell`: lets the page know that the end is near. */
export function createLastSave(tell: () => void, sleep: Time['sleep']): LastSave {
  const answered = new AbortController();
  return {
    ask: () => {
      tell();
      return sleep(LAST_SAVE_LIMIT_MS, answered.signal);
    },
    done: () => answered.abort(),
  };
}
