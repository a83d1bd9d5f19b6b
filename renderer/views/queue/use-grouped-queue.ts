import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { QueueGroups } from '../../../preload/contract/queue-decisions';
import type { QueueRow } from '../../../preload/contract/views';
import { api } from '../../api';
import type { RowSource } from '../../ui/row-source';
import { at, entryItem, lengthOf, placed, type PlacedGroup, type QueueItem } from './queue-items';

type Shown = Parameters<typeof api.queue.groups>[0];
type Pages = ReadonlyMap<string, readonly QueueRow[]>;

const PAGE_ROWS = 100;
const NOTHING: { readonly groups: QueueGroups | null; readonly pages: Pages; readonly failure: unknown } = {
  groups: null,
  pages: new Map(),
  failure: null,
};

const pageKey = (cause: string, page: number): string => `${page} ${cause}`;

/**
 * The queue by cause: the groups are counted in main, and of each only the entries on screen are read. `query` and
 * `revision` as in `useRowWindow`.
 */
export function useGroupedQueue(
  shown: Shown,
  query: string,
  revision: number,
  turned: ReadonlySet<string>,
  isOn: boolean,
): RowSource<QueueItem> & { readonly otherEntries: number } {
  const [loaded, setLoaded] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  const filter = useRef(shown);
  const generation = useRef(0);
  const asked = useRef(new Set<string>());
  const visible = useRef({ first: 0, last: 0 });
  const groups = useMemo(() => placed(loaded.groups?.groups ?? [], turned), [loaded.groups, turned]);
  const current = useRef<readonly PlacedGroup[]>([]);
  useEffect(() => {
    filter.current = shown;
    current.current = groups;
  });

  const read = useCallback((cause: string, page: number) => {
    const key = pageKey(cause, page);
    if (asked.current.has(key)) return;
    asked.current.add(key);
    const mine = generation.current;
    api.queue.list({ ...filter.current, cause, offset: page * PAGE_ROWS, limit: PAGE_ROWS }).then(
      ({ rows }) => {
        if (mine !== generation.current) return;
        setLoaded((before) => ({ ...before, pages: new Map(before.pages).set(key, rows), failure: null }));
      },
      (failure: unknown) => {
        if (mine !== generation.current) return;
        asked.current.delete(key);
        setLoaded((before) => ({ ...before, failure }));
      },
    );
  }, []);

  const readVisible = useCallback(() => {
    const { first, last } = visible.current;
    for (let index = first; index <= last; index += 1) {
      const place = at(current.current, index);
      if (place?.entry == null) continue;
      read(place.in.group.cause, Math.floor(place.entry / PAGE_ROWS));
    }
  }, [read]);

  const lastQuery = useRef<string | null>(null);
  useEffect(() => {
    if (!isOn) return;
    generation.current += 1;
    asked.current.clear();
    if (lastQuery.current !== query) {
      lastQuery.current = query;
      setLoaded(NOTHING);
    }
    const mine = generation.current;
    api.queue.groups(filter.current).then(
      (found) => {
        if (mine === generation.current) setLoaded((before) => ({ ...before, groups: found, failure: null }));
      },
      (failure: unknown) => {
        if (mine === generation.current) setLoaded((before) => ({ ...before, failure }));
      },
    );
  }, [query, revision, attempt, isOn]);

  // After the groups are there, or one is unfolded.
  useEffect(() => {
    if (isOn && loaded.groups !== null) readVisible();
  }, [groups, isOn, loaded.groups, readVisible]);

  const show = useCallback(
    (first: number, last: number) => {
      visible.current = { first, last };
      readVisible();
    },
    [readVisible],
  );

  return useMemo(
    () => ({
      list: query,
      total: loaded.groups === null ? null : lengthOf(groups),
      otherEntries: loaded.groups?.otherEntries ?? 0,
      failure: loaded.failure,
      row: (index) => rowAt(groups, loaded.pages, index),
      show,
      retry: () => setAttempt((count) => count + 1),
    }),
    [query, loaded, groups, show],
  );
}

function rowAt(groups: readonly PlacedGroup[], pages: Pages, index: number): QueueItem | undefined {
  const place = at(groups, index);
  if (place === null) return undefined;
  const { group, index: number, isOpen } = place.in;
  if (place.entry === null) return { kind: 'group', group, index: number, isOpen };
  const entry = pages.get(pageKey(group.cause, Math.floor(place.entry / PAGE_ROWS)))?.[place.entry % PAGE_ROWS];
  return entry && entryItem(entry);
}
