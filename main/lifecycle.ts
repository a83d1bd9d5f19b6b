/** Runs in the main process: what was started is stopped in reverse order, once, whatever asks for it. */

export interface Lifecycle {
  /** Remembers how to stop something that was just started. */
  readonly onStop: (part: string, stop: () => void | Promise<void>) => void;
  /**
   * Begins something that must not be cut off half way: an addon that is loading or calling takes the process down with an
   * error. The stop waits for its end; once the stop has begun, this begins nothing and never resolves.
   */
  readonly whole: <T>(part: string, begin: () => Promise<T>) => Promise<T>;
  /**
   * Stops everything, the newest first; a part that fails is reported and holds up no other. Resolves when all is
   * stopped, or when `limitMs` passed. The second caller waits for the same end.
   */
  readonly stop: () => Promise<void>;
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

  const onStop: Lifecycle['onStop'] = (part, stop) => void started.push({ part, stop });

  return {
    onStop,
    whole: (part, begin) => {
      if (stopping !== null) return new Promise(() => undefined);
      const begun = begin();
      onStop(part, () => begun.then(ignore, ignore));
      return begun;
    },
    stop: () => (stopping ??= stopInTime()),
  };
}

const ignore = (): void => undefined;
