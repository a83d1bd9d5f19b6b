import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RowSource } from './row-source';

export type LoadPage<T> = (
  offset: number,
  limit: number,
) => Promise<{ readonly total: number; readonly rows: readonly T[] }>;

export const PAGE_ROWS = 100;
/** Pages kept in memory; those read longest ago go first. */
const KEPT_PAGES = 40;

interface Loaded<T> {
  readonly total: number | null;
  readonly pages: ReadonlyMap<number, readonly T[]>;
  readonly failure: unknown;
}

const NOTHING = { total: null, pages: new Map<number, never>(), failure: null };

/**
 * Reads a long list in pages, only those that are on screen.
 *
 * `query` names what is listed (search text, filter, sort): another query starts over. `revision` rises when the data
 * changed: what is shown stays until the new rows are there. Answers to an older query are dropped.
 */
export function useRowWindow<T>(loadPage: LoadPage<T>, query: string, revision: number): RowSource<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>(NOTHING);
  const shown = useRef({ first: 0, last: 0 });
  const asked = useRef(new Set<number>());
  const generation = useRef(0);
  const load = useRef(loadPage);
  useEffect(() => {
    load.current = loadPage;
  });

  const read = useCallback((page: number) => {
    if (asked.current.has(page)) return;
    asked.current.add(page);
    const mine = generation.current;
    load.current(page * PAGE_ROWS, PAGE_ROWS).then(
      ({ total, rows }) => {
        if (mine !== generation.current) return;
        setLoaded((before) => {
          const pages = new Map(before.pages);
          pages.delete(page);
          pages.set(page, rows);
          for (const oldest of pages.keys()) {
            if (pages.size <= KEPT_PAGES) break;
            pages.delete(oldest);
            asked.current.delete(oldest);
          }
          return { total, pages, failure: null };
        });
      },
      (failure: unknown) => {
        if (mine !== generation.current) return;
        asked.current.delete(page);
        setLoaded((before) => ({ ...before, failure }));
      },
    );
  }, []);

  const readShown = useCallback(() => {
    generation.current += 1;
    asked.current.clear();
    const lastPage = Math.floor(shown.current.last / PAGE_ROWS);
    for (let page = Math.floor(shown.current.first / PAGE_ROWS); page <= lastPage; page += 1) read(page);
  }, [read]);

  const lastQuery = useRef<string | null>(null);
  useEffect(() => {
    if (lastQuery.current !== query) {
      lastQuery.current = query;
      setLoaded((before) => ({ ...before, pages: new Map(), failure: null }));
    }
    readShown();
  }, [query, revision, readShown]);

  // Stays the same function, so that a failure does not make the table ask again by itself.
  const show = useCallback(
    (first: number, last: number) => {
      shown.current = { first, last };
      // The table tells its rows before the first query is known; that query reads them.
      if (lastQuery.current === null) return;
      for (let page = Math.floor(first / PAGE_ROWS); page <= Math.floor(last / PAGE_ROWS); page += 1) read(page);
    },
    [read],
  );

  return useMemo(
    () => ({
      list: query,
      total: loaded.total,
      failure: loaded.failure,
      row: (index) => loaded.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
      show,
      retry: readShown,
    }),
    [query, loaded, show, readShown],
  );
}
