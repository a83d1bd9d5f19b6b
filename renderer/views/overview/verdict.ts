import type { Overview, SyncStatus } from '../../../preload/contract/views';
import type { View } from '../../../preload/contract/events';
import { endOfPause } from '../../shell/end-of-pause';

/** Why not all is well: what it is, how many, and where it is mended. */
export interface Cause {
  readonly what:
    | 'storage'
    | 'login'
    | 'link'
    | 'blocked'
    | 'pdfsHeld'
    | 'cleanUps'
    | 'loginEnds'
    | 'backup'
    | 'messages'
    | 'offline';
  readonly count: number;
  readonly view: View;
  readonly detail?: string;
}

/** Whether all is well. `wait`: it is, and the package asked for some patience. `paused`: until the office goes on. */
export type Verdict =
  | { readonly kind: 'well' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'wait'; readonly untilMs: number }
  | { readonly kind: 'not-well'; readonly weight: 'error' | 'warning'; readonly causes: readonly Cause[] };

/** What there is to say in one line. The messages that are the same as another cause are not counted again. */
export function verdictOf(sync: SyncStatus, overview: Pick<Overview, Counted>): Verdict {
  const { queue, pdfs, attentionTotal, loginEnds, lateBackup } = overview;
  const needsLogin = sync.connection === 'needs-login';
  const refuses = sync.problem?.kind === 'storage';
  const isStopped = sync.connection === 'attention' && sync.problem !== null && !refuses;
  const cleanUps = sync.cleanUps.filter(({ reason }) => reason !== 'asked-for').length;
  const toldElsewhere =
    queue.blocked + pdfs.held + cleanUps + (lateBackup?.problem ? 1 : 0) + (needsLogin || isStopped ? 1 : 0);
  const link = sync.package ?? undefined;
  const all: readonly (Cause | false)[] = [
    refuses && { what: 'storage', count: 1, view: 'settings' },
    needsLogin && place('login', 'integrations', link),
    isStopped && place('link', 'integrations', link),
    queue.blocked > 0 && { what: 'blocked', count: queue.blocked, view: 'queue', detail: 'blocked' },
    pdfs.held > 0 && { what: 'pdfsHeld', count: pdfs.held, view: 'queue', detail: 'pdfs' },
    cleanUps > 0 && { ...place('cleanUps', 'integrations', link), count: cleanUps },
    loginEnds !== null && place('loginEnds', 'integrations', loginEnds.package),
    lateBackup !== null && { what: 'backup', count: 1, view: 'settings' },
    attentionTotal > toldElsewhere && { what: 'messages', count: attentionTotal - toldElsewhere, view: 'log' },
    sync.connection === 'offline' && place('offline', 'integrations', link),
  ];
  const causes = all.filter((cause) => cause !== false);
  if (causes.length > 0) return { kind: 'not-well', weight: needsLogin ? 'error' : 'warning', causes };
  if (sync.pausedByUser && sync.connection !== 'not-linked') return { kind: 'paused' };
  const untilMs = endOfPause(sync);
  return untilMs === null ? { kind: 'well' } : { kind: 'wait', untilMs };
}

type Counted = 'queue' | 'pdfs' | 'attentionTotal' | 'loginEnds' | 'lateBackup';

const place = (what: Cause['what'], view: View, detail: string | undefined): Cause => ({
  what,
  count: 1,
  view,
  ...(detail === undefined ? {} : { detail }),
});
