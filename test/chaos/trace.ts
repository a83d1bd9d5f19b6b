import { createHash } from 'node:crypto';
import type { RecordedRequest } from '../../connectors/_kit/simulator/contract';
import type { Store } from '../../main/db/store';

/**
 * Everything that could be seen of a world, as lines: each request with its moment and answer, and each step of each
 * work order. The tag in the markers is another one in each database, so that it is left out.
 */
export function traceOf(requests: readonly RecordedRequest[], store: Store, entryIds: readonly number[]): string[] {
  const { markerTag } = store.info.identity();
  const called = requests.map(({ atMs, method, path, operation, query, status, fault }) =>
    [atMs, method, path, operation ?? '', JSON.stringify(query), status ?? 'none', fault ?? ''].join(' '),
  );
  const stepped = entryIds.flatMap((id) =>
    (store.queue.get(id)?.steps ?? []).map(({ atMs, step }) => [atMs, 'entry', id, step].join(' ')),
  );
  return [...called, ...stepped].map((line) => line.replaceAll(markerTag, 'TAG'));
}

/** Equal for equal traces. */
export const hashOf = (trace: readonly string[]): string => createHash('sha256').update(trace.join('\n')).digest('hex');
