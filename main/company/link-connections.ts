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

  const connect = async (
    connector: Connector,
    values: { readonly read: () => Promise<Secrets>; readonly write: (secrets: Secrets) => Promise<void> },
  ): Promise<Connection> =>
    createConnection({
      connector,
      endpoints: await connectors.endpoints(connector.manifest.id),
      secrets: values.read,
      keepSecrets: values.write,
      fetch: parts.fetch,
      clock: time,
      sleep: time.sleep,
    });
  const forget = (id: ConnectorId): void => {
    open.get(id)?.close();
    open.delete(id);
  };

  return {
    trial: (connector, values) => {
      let held = values;
      const write = (next: Secrets): Promise<void> => {
        held = next;
        return Promise.resolve();
      };
      return connect(connector, { read: () => Promise.resolve(held), write });
    },
    linked: async (connector) => {
      const { id } = connector.manifest;
      const scope = { companyId, package: id };
      const keychain = { read: () => secrets.read(scope), write: (next: Secrets) => secrets.write(scope, next) };
      const made = open.get(id) ?? (await connect(connector, keychain));
      // Another check may have made one while this one waited.
      const kept = open.get(id) ?? made;
      open.set(id, kept);
      return kept;
    },
    forget,
    closeAll: () => [...open.keys()].forEach(forget),
  };
}
