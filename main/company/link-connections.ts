import type { AuthContext, Connector, Grant, LoginAnswer, Secrets } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { RemoteStore } from '../db/store';
import type { Connectors, Fetch, Logger, SecretStore, Time } from '../ports';
import { createConnection, type Connection, type ConnectionParts } from '../sync/connection';
import type { PauseKeeping } from '../sync/pause';
import { createTransport } from '../sync/transport';
import { createKeptValues, type KeptValues } from './kept-values';
import { createOneAtATime, type OneAtATime } from './one-at-a-time';

export interface LinkConnectionsParts {
  readonly companyId: string;
  readonly connectors: Connectors;
  readonly secrets: SecretStore;
  /** Where a pause outlives the program. */
  readonly store: Pick<RemoteStore, 'limits'>;
  readonly fetch: Fetch;
  readonly time: Time;
  readonly logger: Pick<Logger, 'warn'>;
}

/** A connection with values that are tried before they are kept. */
export interface Trial {
  readonly connection: Connection;
  /** The values tried, with what a renewal brought meanwhile. */
  readonly values: () => Secrets;
}

/**
 * The connections of a company, one with each package: the engine and every check work through the same one, so that
 * nothing else ever renews a grant, and limits and pauses hold for all. It alone touches the values in the keychain.
 */
export interface LinkConnections {
  /** The one connection with the values in the keychain; made when there is none. */
  readonly linked: (connector: Connector) => Promise<Connection>;
  /** What is in the keychain, empty when nothing was kept. Problem: `keychain-unreachable`. */
  readonly values: (id: ConnectorId) => Promise<Result<Secrets>>;
  /**
   * Puts other values in the place of those in the keychain. The connection with the old ones is closed first, so that it
   * writes nothing over the new ones. Problem: `keychain-unreachable`; then the old ones are there still.
   */
  readonly replace: (id: ConnectorId, values: Secrets) => Promise<Result<null>>;
  /** With values that are not kept yet. The caller closes its connection. */
  readonly trial: (connector: Connector, values: Secrets) => Promise<Trial>;
  /** Trades what a login page gave for a grant. Problems: those of the connector, and of the network. */
  readonly exchange: (
    connector: Connector,
    registration: Secrets,
    answer: LoginAnswer,
    signal: AbortSignal,
  ) => Promise<Result<Grant>>;
  /** Closes the connection with a package that is not the active one any more. Its engine must have stopped. */
  readonly close: (id: ConnectorId) => Promise<void>;
  readonly closeAll: () => Promise<void>;
}

interface Link {
  readonly values: KeptValues;
  /** Opening and closing never cross: a connection made half way would read values that are being replaced. */
  readonly inTurn: OneAtATime;
  connection: Connection | null;
}

export function createLinkConnections(parts: LinkConnectionsParts): LinkConnections {
  const { connectors, companyId, time, logger } = parts;
  const { limits } = parts.store;
  const links = new Map<ConnectorId, Link>();

  const linkOf = (id: ConnectorId): Link => {
    const known = links.get(id);
    if (known !== undefined) return known;
    const values = createKeptValues(parts.secrets, { companyId, package: id });
    const link: Link = { values, inTurn: createOneAtATime(), connection: null };
    links.set(id, link);
    return link;
  };
  /** A database that refuses must not keep a link from working: the pause is known in memory. */
  const pausesOf = async (id: ConnectorId): Promise<PauseKeeping> => {
    const refused = (error: unknown): void => logger.warn('link', 'a pause was not kept', { error: String(error) });
    return {
      kept: await limits.pauseOf(id).catch((error: unknown) => {
        refused(error);
        return null;
      }),
      keep: (pause) => limits.keepPause(id, pause).catch(refused),
    };
  };
  const noteRenewal = (id: ConnectorId): void => {
    limits.loginRenewed(id, time.nowMs()).catch((error: unknown) => {
      logger.warn('link', 'a renewal was not noted', { error: String(error) });
    });
  };
  const connect = async (
    connector: Connector,
    values: Pick<ConnectionParts, 'secrets' | 'keepSecrets' | 'onRenewed'>,
  ): Promise<Connection> =>
    createConnection({
      connector,
      endpoints: await connectors.endpoints(connector.manifest.id),
      ...values,
      // Also while other values are tried: it is the package that asked to be left alone.
      pauses: await pausesOf(connector.manifest.id),
      fetch: parts.fetch,
      clock: time,
      sleep: time.sleep,
    });
  const closeLink = async (link: Link): Promise<void> => {
    const closing = link.connection;
    link.connection = null;
    await closing?.close();
  };
  const close = (id: ConnectorId): Promise<void> => {
    const link = linkOf(id);
    return link.inTurn(() => closeLink(link));
  };

  return {
    linked: (connector) => {
      const link = linkOf(connector.manifest.id);
      const { read, keepRenewed } = link.values;
      return link.inTurn(
        async () =>
          (link.connection ??= await connect(connector, {
            secrets: read,
            keepSecrets: keepRenewed,
            onRenewed: () => noteRenewal(connector.manifest.id),
          })),
      );
    },
    values: (id) => {
      const { inTurn, values } = linkOf(id);
      return inTurn(() => reachKeychain(values.read));
    },
    replace: (id, values) => {
      const link = linkOf(id);
      return link.inTurn(async () => {
        await closeLink(link);
        const written = await reachKeychain(() => link.values.replace(values));
        return written.ok ? ok(null) : written;
      });
    },
    trial: async (connector, values) => {
      let held = values;
      const keepSecrets = (next: Secrets): Promise<void> => {
        held = next;
        return Promise.resolve();
      };
      const connection = await connect(connector, { secrets: () => Promise.resolve(held), keepSecrets });
      return { connection, values: () => held };
    },
    exchange: async (connector, registration, answer, signal) => {
      const { login } = connector.auth;
      if (login === undefined) throw new Error(`${connector.manifest.id} has no login`);
      const transport = createTransport({ fetch: parts.fetch, sleep: time.sleep, clock: time });
      const context: AuthContext = {
        endpoints: await connectors.endpoints(connector.manifest.id),
        clock: time,
        signal,
        send: (call) => transport.send(call, signal),
      };
      return login.exchange(context, registration, answer);
    },
    close,
    closeAll: async () => {
      await Promise.all([...links.keys()].map(close));
    },
  };
}

async function reachKeychain<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch {
    return fail(problem('storage', 'keychain-unreachable'));
  }
}
