import type { LateBackup, LoginEnd, Overview, SyncStatus } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';

/** As many messages as the overview has room for. */
const ATTENTION_ROWS = 5;

/** Status, counts and what asks for the office, read together for the first screen. */
export function createOverview(
  store: RemoteStore,
  status: () => Promise<SyncStatus>,
  loginEnd: () => Promise<LoginEnd | null>,
  lateBackup: () => LateBackup | null,
): () => Promise<Overview> {
  return async () => {
    const [sync, counts, queue, pdfs, attention, loginEnds] = await Promise.all([
      status(),
      store.info.overviewCounts(),
      store.queue.counts(),
      store.pdfs.counts(),
      store.log.attention(ATTENTION_ROWS),
      loginEnd(),
    ]);
    const { waiting, sending, unsure, booked, skipped, blocked } = queue;
    return {
      sync,
      counts,
      queue: { waiting, sending, unsure, booked, skipped, blocked },
      pdfs,
      attention,
      loginEnds,
      lateBackup: lateBackup(),
    };
  };
}
