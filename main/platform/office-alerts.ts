/** What is worth disturbing the office for: each cause once, never routine. Pure but for what it remembers. */
import type { Problem } from '../../connectors/_kit/problem';
import type { LogRow, SyncStatus } from '../../preload/contract/views';

export type Alert =
  | { readonly about: 'link'; readonly problem: Problem }
  /** New messages in the log that ask for an action. */
  | { readonly about: 'records'; readonly newest: LogRow; readonly count: number };

export interface OfficeAlerts {
  /** The link stands still until somebody acts. Told again only after it has worked in between. */
  readonly ofStatus: (status: SyncStatus) => Alert | null;
  /** Messages that came since `known`, newest first, or null. The link itself is told by its status. */
  readonly ofAttention: (rows: readonly LogRow[]) => Alert | null;
}

/** `known`: what asked for the office when the app started; that is on the overview and was told before. */
export function createOfficeAlerts(known: readonly LogRow[]): OfficeAlerts {
  let toldCause: string | null = null;
  let newestKnownId = Math.max(0, ...known.map((row) => row.id));

  return {
    ofStatus: ({ connection, problem }) => {
      if (connection === 'idle') toldCause = null;
      if ((connection !== 'needs-login' && connection !== 'attention') || problem === null) return null;
      if (toldCause === problem.code) return null;
      toldCause = problem.code;
      return { about: 'link', problem };
    },
    ofAttention: (rows) => {
      const fresh = rows.filter((row) => row.id > newestKnownId);
      newestKnownId = Math.max(newestKnownId, ...fresh.map((row) => row.id));
      // One that only came again was told before, the same day.
      const records = fresh.filter((row) => row.table !== 'link' && row.count === 1);
      const [newest] = records;
      return newest === undefined ? null : { about: 'records', newest, count: records.length };
    },
  };
}
