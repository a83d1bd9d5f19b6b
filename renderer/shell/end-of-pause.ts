import type { SyncStatus } from '../../preload/contract/views';

/** Until when (UTC ms) the link is left alone without anybody in the office having asked for it; null when it is not. */
export const endOfPause = (sync: SyncStatus | null): number | null =>
  sync?.connection === 'paused' && !sync.pausedByUser ? sync.pausedUntilMs : null;
