/** Runs in the main process: the password of the company's own proxy, in the keychain of the computer. */
import type { Keychain } from './secrets';

const SERVICE = 'Simon Koppel';

export interface ProxyPassword {
  /** Null when none is kept. Rejects when the keychain cannot be reached. */
  readonly read: () => Promise<string | null>;
  /** Null takes it away. */
  readonly write: (password: string | null) => Promise<void>;
}

export function createProxyPassword(load: () => Promise<Keychain>, installationId: string): ProxyPassword {
  const account = `${installationId}/proxy`;
  return {
    read: async () => (await load()).getPassword(SERVICE, account),
    write: async (password) => {
      const keychain = await load();
      if (password === null) await keychain.deletePassword(SERVICE, account);
      else await keychain.setPassword(SERVICE, account, password);
    },
  };
}
