import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { DeliveryLoop } from './delivery-loop';
import type { Engine } from './engine';

/**
 * Delivers until nothing waits or is looked up any more: sits out quiet periods and pauses, as long as they end within
 * the time that is given. Questions for the office stay open.
 */
export function createSettling(
  store: RemoteStore,
  loop: Pick<DeliveryLoop, 'pass'>,
  time: Time,
  stopped: AbortSignal,
): Engine['settle'] {
  const countOpen = async (): Promise<number> => {
    const { waiting, sending, unsure } = await store.queue.counts();
    return waiting + sending + unsure;
  };

  return async (maxWaitMs, onWait) => {
    const endMs = time.monotonicMs() + maxWaitMs;
    for (;;) {
      const { nextInMs } = await loop.pass();
      const open = await countOpen();
      const isOver = nextInMs === null || time.monotonicMs() + nextInMs > endMs || stopped.aborted;
      if (isOver) return { open };
      onWait(time.nowMs() + nextInMs, open);
      await time.sleep(nextInMs, stopped);
    }
  };
}
