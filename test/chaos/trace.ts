import { createHash } from 'node:crypto';
import type { RecordedRequest } from '../../connectors/_kit/simulator/contract';
import type { Store } from '../../main/db/store';

/**
 * Everything that could be seen of a world, as lines: each request with its moment and answer, and each step of each
 * work order. What is another one each time is left out: the tag in the markers, and the secret of a login.
 */
export function traceOf(
  requests: readonly RecordedRequest[],
  store: Store,
  entryIds: readonly number[],
  neighbourTag: string | null,
): string[] {
  const { markerTag } = store.info.identity();
  const called = requests.map(({ atMs, method, path, operation, query, status, fault }) =>
    [atMs, method, path, operation ?? '', queryText(query), status ?? 'none', fault ?? ''].join(' '),
  );
  const stepped = entryIds.flatMap((id) =>
    (store.queue.get(id)?.steps ?? []).map(({ atMs, step }) => [atMs, 'entry', id, step].join(' ')),
  );
  const lines = [...called, ...stepped].map((line) => line.replaceAll(markerTag, 'TAG'));
  return neighbourTag === null ? lines : lines.map((line) => line.replaceAll(neighbourTag, 'NEIGHBOUR'));
}

const queryText = (query: RecordedRequest['query']): string =>
  JSON.stringify(Object.entries(query).filter(([name]) => name !== 'code_challenge'));

/** Equal for equal traces. */
export const hashOf = (trace: readonly string[]): string => createHash('sha256').update(trace.join('\n')).digest('hex');
