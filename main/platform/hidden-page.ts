/** Runs in the main process: a page that nobody sees, for one piece of work that ends in time. */
import { BrowserWindow, type WebPreferences } from 'electron';
import { WEB_PREFERENCES } from './web-preferences';

export interface HiddenPageParts {
  readonly preferences: WebPreferences;
  readonly parent?: BrowserWindow;
  /** Longest that the work may take; then it is broken off. Without one it takes as long as a person wants. */
  readonly limitMs?: number;
  /** Breaks the work off. */
  readonly stop: AbortSignal;
}

/** Opens the page for `work` and closes it whatever becomes of that. Rejects when the work does, is stopped or takes too long. */
export async function onHiddenPage<T>(
  { preferences, parent, limitMs, stop }: HiddenPageParts,
  work: (page: BrowserWindow) => Promise<T>,
): Promise<T> {
  stop.throwIfAborted();
  const page = new BrowserWindow({
    show: false,
    ...(parent && { parent }),
    webPreferences: { ...WEB_PREFERENCES, devTools: false, ...preferences },
  });
  const ends = limitMs === undefined ? stop : AbortSignal.any([stop, AbortSignal.timeout(limitMs)]);
  const brokenOff = new Promise<never>((_resolve, reject) => {
    ends.addEventListener('abort', () => reject(new Error(`not done within ${(limitMs ?? 0) / 1000} s`)), {
      once: true,
    });
  });
  try {
    return await Promise.race([work(page), brokenOff]);
  } finally {
    // Also breaks off a page that hangs.
    page.destroy();
  }
}
