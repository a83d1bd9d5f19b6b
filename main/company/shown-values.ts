import type { ConnectorId } from '../../connectors/_kit/manifest';
import { ok, type Result } from '../../connectors/_kit/result';
import type { Connectors } from '../ports';
import type { LinkConnections } from './link-connections';

export interface ShownValuesParts {
  readonly connectors: Pick<Connectors, 'load'>;
  readonly connections: Pick<LinkConnections, 'values'>;
}

/**
 * Reads what is kept of a link and may be shown: the fields that the manifest does not call secret. A field without a value
 * is left out. Problem: `keychain-unreachable`.
 */
export function createShownValues({ connectors, connections }: ShownValuesParts) {
  return async (id: ConnectorId): Promise<Result<Readonly<Record<string, string>>>> => {
    const { link } = (await connectors.load(id)).manifest;
    const kept = await connections.values(id);
    if (!kept.ok) return kept;
    const shown = [...link.registration, ...link.credentials].filter(({ secret }) => !secret);
    return ok(
      Object.fromEntries(
        shown.flatMap(({ key }) => {
          const value = kept.value[key] ?? '';
          return value === '' ? [] : [[key, value]];
        }),
      ),
    );
  };
}
