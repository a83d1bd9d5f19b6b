import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { DeliveryLoop } from './delivery-loop';
import type { Engine } from './engine';

/**
 * Delivers until nothing waits or is looked up any more, documents and their PDFs: sits out quiet periods and pauses, as long as they end within
 * the time that is given. Questions for the office stay open.
 */
export function createSettling(
  store: RemoteStore,
  loop: Pick<DeliveryLoop, 'pass'>,
  time: Time,
  stopped: AbortSignal,
): Engine['settle'] {
  const countOpen = async (): Promise<number> => {
    const [{ waiting, sending, unsure }, pdfs] = await Promise.all([store.queue.counts(), store.pdfs.counts()]);
    return waiting + sending + unsure + pdfs.open;
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
