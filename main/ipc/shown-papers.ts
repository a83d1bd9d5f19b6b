/** Runs in the main process: the papers that a page was just shown. */
import { createHash } from 'node:crypto';

interface ShownPaper {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface ShownPapers {
  /** Keeps it for a while. Its id, the same for the same paper. */
  readonly keep: (paper: ShownPaper) => string;
  /** Null: too many others were shown since. */
  readonly get: (id: string) => ShownPaper | null;
}

/** One that is looked at, those it was chosen from, and no more: each may be megabytes. */
const MOST = 4;

/** What is kept, printed or opened is what was seen, also when the work order has changed meanwhile. */
export function createShownPapers(): ShownPapers {
  const shown = new Map<string, ShownPaper>();
  return {
    keep: (paper) => {
      const id = createHash('sha256').update(paper.fileName).update('\0').update(paper.bytes).digest('hex');
      shown.delete(id);
      shown.set(id, paper);
      for (const oldest of [...shown.keys()].slice(0, -MOST)) shown.delete(oldest);
      return id;
    },
    get: (id) => shown.get(id) ?? null,
  };
}
