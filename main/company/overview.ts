import { ok } from '../../connectors/_kit/result';
import type { LateBackup, LoginEnd, Overview, SyncStatus } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import { orStorageProblem } from './storage-refusal';

/** As many messages as the overview has room for. */
const ATTENTION_ROWS = 5;

/** Status, counts and what asks for the office, read together for the first screen. */
export function createOverview(
  store: RemoteStore,
  status: () => Promise<SyncStatus>,
  loginEnd: () => Promise<LoginEnd | null>,
  lateBackup: () => LateBackup | null,
): () => Promise<Overview> {
  const attentionNow = async () => {
    const { rows, total, mended } = await store.log.attention(ATTENTION_ROWS);
    // A disk that refuses hides nothing: they are found again the next time.
    if (mended.length > 0) await orStorageProblem(async () => ok(await store.log.settle(mended)));
    return { rows, total };
  };
  return async () => {
    const [sync, counts, queue, pdfs, attention, loginEnds] = await Promise.all([
      status(),
      store.info.overviewCounts(),
      store.queue.counts(),
      store.pdfs.counts(),
      attentionNow(),
      loginEnd(),
    ]);
    const { waiting, sending, unsure, booked, skipped, blocked } = queue;
    return {
      sync,
      counts,
      queue: { waiting, sending, unsure, booked, skipped, blocked },
      pdfs,
      attention: attention.rows,
      attentionTotal: attention.total,
      loginEnds,
      lateBackup: lateBackup(),
    };
  };
}
