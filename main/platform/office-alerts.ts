/** What is worth disturbing the office for: each cause once, never routine. Pure but for what it remembers. */
import type { Problem } from '../../connectors/_kit/problem';
import type { LoginEnd, LogRow, SyncStatus } from '../../preload/contract/views';

export type Alert =
  | { readonly about: 'link'; readonly problem: Problem }
  | { readonly about: 'login-end'; readonly end: LoginEnd }
  /** New messages in the log that ask for an action. */
  | { readonly about: 'records'; readonly newest: LogRow; readonly count: number };

export interface OfficeAlerts {
  /** The link stands still until somebody acts. Told again only after it has worked in between. */
  readonly ofStatus: (status: SyncStatus) => Alert | null;
  /** A login that is about to end, when that was told in the log since the app started. */
  readonly ofLoginEnd: (end: LoginEnd | null) => Alert | null;
  /** Messages that came since `known`, newest first, or null. The link itself is told by its status. */
  readonly ofAttention: (rows: readonly LogRow[]) => Alert | null;
}

/** `known`: what asked for the office when the app started; that is on the overview and was told before. */
export function createOfficeAlerts(known: readonly LogRow[], knownEnd: LoginEnd | null = null): OfficeAlerts {
  let toldCause: string | null = null;
  let toldEndAtMs = knownEnd?.toldAtMs ?? null;
  let newestKnownId = Math.max(0, ...known.map((row) => row.id));

  return {
    ofStatus: ({ connection, problem }) => {
      if (connection === 'idle') toldCause = null;
      if ((connection !== 'needs-login' && connection !== 'attention') || problem === null) return null;
      if (toldCause === problem.code) return null;
      toldCause = problem.code;
      return { about: 'link', problem };
    },
    ofLoginEnd: (end) => {
      const toldAtMs = end?.toldAtMs ?? null;
      if (end === null || toldAtMs === null || toldAtMs === toldEndAtMs) return null;
      toldEndAtMs = toldAtMs;
      return { about: 'login-end', end };
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
