import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RowSource } from './row-source';

export type LoadMore<T> = (
  after: T | null,
  limit: number,
) => Promise<{ readonly rows: readonly T[]; readonly more: boolean }>;

const PAGE_ROWS = 200;
/** How far before the end the next rows are asked. */
const AHEAD_ROWS = 60;

interface Stream<T> {
  readonly rows: readonly T[] | null;
  readonly more: boolean;
  readonly failure: unknown;
}

/**
 * Reads a list of unknown length from the newest on, further as the user scrolls. Changed data starts it over; what is
 * shown stays until the new rows are there.
 */
export function useRowStream<T>(loadMore: LoadMore<T>, query: string, revision: number): RowSource<T> {
  const [stream, setStream] = useState<Stream<T>>({ rows: null, more: false, failure: null });
  const generation = useRef(0);
  const isReading = useRef(false);
  const load = useRef(loadMore);
  useEffect(() => {
    load.current = loadMore;
  });

  const read = useCallback((after: T | null) => {
    const mine = generation.current;
    isReading.current = true;
    load.current(after, PAGE_ROWS).then(
      ({ rows, more }) => {
        if (mine !== generation.current) return;
        isReading.current = false;
        setStream((before) => ({
          rows: after === null ? rows : [...(before.rows ?? []), ...rows],
          more,
          failure: null,
        }));
      },
      (failure: unknown) => {
        if (mine !== generation.current) return;
        isReading.current = false;
        setStream((before) => ({ ...before, failure }));
      },
    );
  }, []);

  const startOver = useCallback(() => {
    generation.current += 1;
    read(null);
  }, [read]);
  useEffect(startOver, [query, revision, startOver]);

  // Stays the same function, so that a failure does not make the table ask again by itself.
  const current = useRef(stream);
  useEffect(() => {
    current.current = stream;
  });
  const show = useCallback(
    (_first: number, last: number) => {
      const { rows, more } = current.current;
      if (more && !isReading.current && last >= (rows?.length ?? 0) - AHEAD_ROWS) read(rows?.at(-1) ?? null);
    },
    [read],
  );

  return useMemo(
    () => ({
      total: stream.rows === null ? null : stream.rows.length + (stream.more ? 1 : 0),
      hasMore: stream.more,
      failure: stream.failure,
      row: (index) => stream.rows?.[index],
      show,
      retry: startOver,
    }),
    [stream, show, startOver],
  );
}
