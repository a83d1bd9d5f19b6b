import type { Connector, Secrets } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import type { Connectors, Fetch, SecretStore, Time } from '../ports';
import { createConnection, type Connection } from '../sync/connection';

export interface LinkConnectionsParts {
  readonly companyId: string;
  readonly connectors: Connectors;
  readonly secrets: SecretStore;
  readonly fetch: Fetch;
  readonly time: Time;
}

/**
 * Connections of the wizard and the settings screen, apart from those of the engine: a check works before the
 * integration is active and never waits behind a pull.
 */
export interface LinkConnections {
  /** With values that are not kept yet. The caller closes it. */
  readonly trial: (connector: Connector, values: Secrets) => Promise<Connection>;
  /** With the values in the keychain; the same one each time, so that sixteen checks need one grant. */
  readonly linked: (connector: Connector) => Promise<Connection>;
  /** Closes the connection that was made with values that changed. */
  readonly forget: (id: ConnectorId) => void;
  readonly closeAll: () => void;
}

export function createLinkConnections(parts: LinkConnectionsParts): LinkConnections {
  const { connectors, secrets, companyId, time } = parts;
  const open = new Map<ConnectorId, Connection>();

  const connect = async (connector: Connector, values: () => Promise<Secrets>): Promise<Connection> =>
    createConnection({
      connector,
      endpoints: await connectors.endpoints(connector.manifest.id),
      secrets: values,
      fetch: parts.fetch,
      clock: time,
      sleep: time.sleep,
    });
  const forget = (id: ConnectorId): void => {
    open.get(id)?.close();
    open.delete(id);
  };

  return {
    trial: (connector, values) => connect(connector, () => Promise.resolve(values)),
    linked: async (connector) => {
      const { id } = connector.manifest;
      const made = open.get(id) ?? (await connect(connector, () => secrets.read({ companyId, package: id })));
      // Another check may have made one while this one waited.
      const kept = open.get(id) ?? made;
      open.set(id, kept);
      return kept;
    },
    forget,
    closeAll: () => [...open.keys()].forEach(forget),
  };
}
