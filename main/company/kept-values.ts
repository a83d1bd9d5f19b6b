import type { Secrets } from '../../connectors/_kit/connector';
import type { CredentialScope, SecretStore } from '../ports';

/**
 * The values of one link: in the keychain, and in memory until they are there. A package that renews a login gives a
 * refresh token that works once, and takes the old one back: what it gave may be the only copy.
 */
export interface KeptValues {
  /** The newest values; writes first what could not be written before. Rejects when the keychain cannot be reached. */
  readonly read: () => Promise<Secrets>;
  /** Keeps what came with a renewal. When it rejects, they are held in memory until `read` can write them. */
  readonly keepRenewed: (values: Secrets) => Promise<void>;
  /** Puts what the office entered in the place of what was there. When it rejects, what was there stays. */
  readonly replace: (values: Secrets) => Promise<void>;
}

export function createKeptValues(store: Pick<SecretStore, 'read' | 'write'>, scope: CredentialScope): KeptValues {
  let unwritten: Secrets | null = null;

  const write = async (values: Secrets): Promise<void> => {
    await store.write(scope, values);
    unwritten = null;
  };

  return {
    read: async () => {
      if (unwritten === null) return store.read(scope);
      const values = unwritten;
      await write(values);
      return values;
    },
    keepRenewed: (values) => {
      unwritten = values;
      return write(values);
    },
    replace: write,
  };
}
