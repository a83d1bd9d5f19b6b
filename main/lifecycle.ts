/** Runs in the main process: what was started is stopped in reverse order, once, whatever asks for it. */

export interface Lifecycle {
  /** Remembers how to stop something that was just started. */
  readonly onStop: (part: string, stop: () => void | Promise<void>) => void;
  /**
   * Stops everything, the newest first; a part that fails is reported and holds up no other. Resolves when all is
   * stopped, or when `limitMs` passed. The second caller waits for the same end.
   */
  readonly stop: () => Promise<void>;
  readonly isStopping: () => boolean;
}

export interface LifecycleParts {
  /** Longer than aborting requests and closing the database takes, shorter than the systems wait at a log-off. */
  readonly limitMs: number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** A part could not be stopped. */
  readonly onFailure: (part: string, error: unknown) => void;
}

export function createLifecycle({ limitMs, sleep, onFailure }: LifecycleParts): Lifecycle {
  const started: { readonly part: string; readonly stop: () => void | Promise<void> }[] = [];
  let stopping: Promise<void> | null = null;

  const stopAll = async (): Promise<void> => {
    for (let last = started.pop(); last !== undefined; last = started.pop()) {
      try {
        await last.stop();
      } catch (error) {
        onFailure(last.part, error);
      }
    }
  };
  const stopInTime = async (): Promise<void> => {
    const done = new AbortController();
    await Promise.race([stopAll().finally(() => done.abort()), sleep(limitMs, done.signal)]);
  };

  return {
    onStop: (part, stop) => void started.push({ part, stop }),
    stop: () => (stopping ??= stopInTime()),
    isStopping: () => stopping !== null,
  };
}
