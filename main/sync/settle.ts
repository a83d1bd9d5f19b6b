import type { RemoteStore } from '../db/store';
import type { Time } from '../ports';
import type { DeliveryLoop } from './delivery-loop';
import type { Engine } from './engine';
import type { LinkHealth } from './link-health';

export interface SettlingParts {
  readonly store: RemoteStore;
  readonly loop: Pick<DeliveryLoop, 'pass'>;
  readonly time: Time;
  readonly stopped: AbortSignal;
  /** The connection as a whole, sending documents, and putting PDFs: while one is stopped, only the office gets it going. */
  readonly linkHealth: Pick<LinkHealth, 'state'>;
  readonly pushHealth: Pick<LinkHealth, 'state'>;
  readonly pdfHealth: Pick<LinkHealth, 'state'>;
}

/**
 * Delivers until nothing waits or is looked up any more, documents and their PDFs: sits out quiet periods and pauses, as long
 * as they end within the time that is given. Questions for the office stay open.
 */
export function createSettling(parts: SettlingParts): Engine['settle'] {
  const { store, loop, time, stopped } = parts;
  const isStopped = (health: Pick<LinkHealth, 'state'>): boolean => health.state().kind === 'stopped';
  const left = async (): Promise<{ readonly open: number; readonly isForOffice: boolean }> => {
    const [{ waiting, sending, unsure }, pdfs] = await Promise.all([store.queue.counts(), store.pdfs.counts()]);
    const isLookedUp = sending + unsure > 0;
    const documentsStand = waiting === 0 || isStopped(parts.pushHealth);
    const pdfsStand = pdfs.open === 0 || isStopped(parts.pdfHealth);
    return {
      open: waiting + sending + unsure + pdfs.open,
      isForOffice: isStopped(parts.linkHealth) || (!isLookedUp && documentsStand && pdfsStand),
    };
  };

  return async (maxWaitMs, onWait, { waitsForOffice } = { waitsForOffice: true }) => {
    const endMs = time.monotonicMs() + maxWaitMs;
    for (;;) {
      const { nextInMs } = await loop.pass();
      const { open, isForOffice } = await left();
      const isTooLong = nextInMs === null || time.monotonicMs() + nextInMs > endMs;
      if (isTooLong || (isForOffice && !waitsForOffice) || stopped.aborted) return { open };
      onWait(time.nowMs() + nextInMs, open);
      await time.sleep(nextInMs, stopped);
    }
  };
}
