import { useCallback, useEffect, useRef, useState } from 'react';

/** Something read from main. `value` stays while a newer one is being read. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly failure: unknown;
  readonly retry: () => void;
}

/** Reads again when `key` (another thing) or `revision` (the same thing, changed) differs. */
export function useLoaded<T>(load: () => Promise<T>, key: string, revision: number): Loaded<T> {
  const [loaded, setLoaded] = useState<{ key: string; value: T | undefined; failure: unknown }>({
    key,
    value: undefined,
    failure: null,
  });
  const [attempt, setAttempt] = useState(0);
  const current = useRef(load);
  useEffect(() => {
    current.current = load;
  });

  useEffect(() => {
    let isWanted = true;
    current.current().then(
      (value) => {
        if (isWanted) setLoaded({ key, value, failure: null });
      },
      (failure: unknown) => {
        if (isWanted) setLoaded((before) => ({ ...before, key, failure }));
      },
    );
    return () => {
      isWanted = false;
    };
  }, [key, revision, attempt]);

  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  // What belongs to another key must never be seen under this one.
  const isCurrent = loaded.key === key;
  return { value: isCurrent ? loaded.value : undefined, failure: isCurrent ? loaded.failure : null, retry };
}
