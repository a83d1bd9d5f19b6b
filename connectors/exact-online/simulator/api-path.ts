import type { Resource } from './resource';
import { resourceAt } from './resources';

/** What an address below /api/v1 asks for. */
export type ApiTarget =
  | { readonly kind: 'list'; readonly resource: Resource }
  | { readonly kind: 'count'; readonly resource: Resource }
  | { readonly kind: 'row'; readonly resource: Resource; readonly id: string }
  | { readonly kind: 'collection'; readonly resource: Resource; readonly id: string; readonly collection: string }
  | { readonly kind: 'sync-timestamp' };

export interface ApiPath {
  /** Null: an address without company (`current/Me`). */
  readonly division: number | null;
  /** Address without company and key: what errors are counted by. */
  readonly endpoint: string;
  /** Null: there is no such address. */
  readonly target: ApiTarget | null;
}

const BASE = /^\/api\/v1\/(?:(\d{1,9})\/)?(.+?)\/?$/i;
const WITH_KEY = /^([^(]+)\((?:ID=)?(?:guid'([0-9a-f-]{36})'|'?(\d+)L?'?)\)(?:\/(\w+))?$/i;

/** Reads a decoded path; null when it is not below /api/v1. */
export function readApiPath(path: string): ApiPath | null {
  const [, code, rest = ''] = BASE.exec(path) ?? [];
  if (rest === '') return null;
  const division = code === undefined ? null : Number(code);
  const [, keyed, guid, number, collection] = WITH_KEY.exec(rest) ?? [];
  if (keyed === undefined) return { division, endpoint: rest.toLowerCase(), target: listTarget(rest, division) };
  const resource = resourceAt(keyed);
  const id = (guid ?? number ?? '').toLowerCase();
  const endpoint = keyed.toLowerCase();
  if (resource === null || division === null) return { division, endpoint, target: null };
  if (collection === undefined) return { division, endpoint, target: { kind: 'row', resource, id } };
  const isKnown = resource.collections[collection] !== undefined;
  return { division, endpoint, target: isKnown ? { kind: 'collection', resource, id, collection } : null };
}

function listTarget(rest: string, division: number | null): ApiTarget | null {
  if (/^read\/sync\/Sync\/SyncTimestamp$/i.test(rest)) return division === null ? null : { kind: 'sync-timestamp' };
  const counts = /\/\$count$/i.test(rest);
  const resource = resourceAt(counts ? rest.slice(0, -'/$count'.length) : rest);
  if (resource === null || (division === null) !== (resource.kind === 'single')) return null;
  return { kind: counts ? 'count' : 'list', resource };
}
