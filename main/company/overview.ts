import { ok } from '../../connectors/_kit/result';
import type { LateBackup, Overview, SyncStatus } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { LoginEnds } from './login-end';
import { orStorageProblem } from './storage-refusal';

/** As many messages as the overview has room for. */
const ATTENTION_ROWS = 5;

/** Status, counts and what asks for the office, read together for the first screen. */
export function createOverview(
  store: RemoteStore,
  status: () => Promise<SyncStatus>,
  logins: Pick<LoginEnds, 'facts' | 'current'>,
  lateBackup: () => LateBackup | null,
): () => Promise<Overview> {
  const attentionNow = async () => {
    const { rows, total, mended } = await store.log.attention(ATTENTION_ROWS);
    // A disk that refuses hides nothing: they are found again the next time.
    if (mended.length > 0) await orStorageProblem(async () => ok(await store.log.settle(mended)));
    return { rows, total };
  };
  return async () => {
    const [sync, counts, queue, pdfs, attention, login, loginEnds] = await Promise.all([
      status(),
      store.info.overviewCounts(),
      store.queue.counts(),
      store.pdfs.counts(),
      attentionNow(),
      logins.facts(),
      logins.current(),
    ]);
    const { waiting, sending, unsure, booked, skipped, blocked } = queue;
    return {
      sync,
      counts,
      queue: { waiting, sending, unsure, booked, skipped, blocked },
      pdfs,
      attention: attention.rows,
      attentionTotal: attention.total,
      login,
      loginEnds,
      lateBackup: lateBackup(),
    };
  };
}
