/**
 * Runs in the main process: the credentials of a link, in the keychain of the computer (Windows Credential Manager,
 * macOS Keychain, the Secret Service of a Linux desktop).
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CredentialScope, SecretStore } from '../ports';

/** What is needed of a keychain; keytar has this shape. Everything may reject when the keychain cannot be reached. */
export interface Keychain {
  readonly getPassword: (service: string, account: string) => Promise<string | null>;
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>;
  readonly deletePassword: (service: string, account: string) => Promise<boolean>;
}

const SERVICE = 'Simon Koppel';
/** Windows keeps at most 2,560 bytes in one entry: CRED_MAX_CREDENTIAL_BLOB_SIZE of wincred.h. */
const MAX_ENTRY_BYTES = 2_560;
/** Base64, so that a part can be cut anywhere. */
const PART_CHARACTERS = 2_400;

/** The entry that names a link's values: the values themselves, or where their parts are. */
const head = z.union([
  z.strictObject({ secrets: z.record(z.string(), z.string()) }),
  z.strictObject({ parts: z.number().int().positive(), generation: z.string() }),
]);
type Head = z.output<typeof head>;
const secretsSchema = z.record(z.string(), z.string());

export interface KeychainSecrets extends SecretStore {
  /** Resolves when no call to the keychain is under way: its addon must not outlive the process. */
  readonly settled: () => Promise<void>;
}

/**
 * Credentials in a keychain, apart per installation (two data folders of one user never share an entry), company and
 * package. `load` fetches the keychain itself; on Linux that fails when its library is missing.
 */
export function createSecretStore(load: () => Promise<Keychain>, installationId: string): KeychainSecrets {
  const underWay = new Set<Promise<unknown>>();
  const tracked = async <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    try {
      return await work;
    } finally {
      underWay.delete(work);
    }
  };
  const accountOf = ({ companyId, package: id }: CredentialScope): string => `${installationId}/${companyId}/${id}`;
  const partOf = (account: string, generation: string, index: number): string => `${account}/${generation}/${index}`;

  const readHead = async (keychain: Keychain, account: string): Promise<Head | null> => {
    const text = await keychain.getPassword(SERVICE, account);
    return text === null ? null : head.parse(JSON.parse(text));
  };
  const removeParts = async (keychain: Keychain, account: string, old: Head | null): Promise<void> => {
    if (old === null || !('parts' in old)) return;
    for (let index = 0; index < old.parts; index += 1) {
      await keychain.deletePassword(SERVICE, partOf(account, old.generation, index));
    }
  };

  const store: SecretStore = {
    probe: async () => {
      const account = `${installationId}/probe-${randomUUID()}`;
      try {
        const keychain = await load();
        await keychain.setPassword(SERVICE, account, account);
        const kept = await keychain.getPassword(SERVICE, account);
        await keychain.deletePassword(SERVICE, account);
        return kept === account
          ? { available: true, detail: '' }
          : { available: false, detail: 'The keychain did not give back what was stored.' };
      } catch (error) {
        return { available: false, detail: error instanceof Error ? error.message : String(error) };
      }
    },

    read: async (link) => {
      const account = accountOf(link);
      const keychain = await load();
      const found = await readHead(keychain, account);
      if (found === null) return {};
      if ('secrets' in found) return found.secrets;
      let text = '';
      for (let index = 0; index < found.parts; index += 1) {
        const part = await keychain.getPassword(SERVICE, partOf(account, found.generation, index));
        if (part === null) throw new Error(`Part ${index + 1} of ${found.parts} is missing in the keychain`);
        text += part;
      }
      return secretsSchema.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
    },

    // The head is replaced last of all: an end half way leaves the values of before.
    write: async (link, secrets) => {
      const account = accountOf(link);
      const keychain = await load();
      const old = await readHead(keychain, account);
      const whole: Head = { secrets: { ...secrets } };
      if (Buffer.byteLength(JSON.stringify(whole)) <= MAX_ENTRY_BYTES) {
        await keychain.setPassword(SERVICE, account, JSON.stringify(whole));
      } else {
        const text = Buffer.from(JSON.stringify(secrets)).toString('base64');
        const parts = text.match(new RegExp(`.{1,${PART_CHARACTERS}}`, 'gu')) ?? [];
        const generation = randomUUID();
        for (const [index, part] of parts.entries()) {
          await keychain.setPassword(SERVICE, partOf(account, generation, index), part);
        }
        const next: Head = { parts: parts.length, generation };
        await keychain.setPassword(SERVICE, account, JSON.stringify(next));
      }
      await removeParts(keychain, account, old);
    },

    remove: async (link) => {
      const account = accountOf(link);
      const keychain = await load();
      const old = await readHead(keychain, account);
      await keychain.deletePassword(SERVICE, account);
      await removeParts(keychain, account, old);
    },
  };

  return {
    probe: () => tracked(store.probe()),
    read: (link) => tracked(store.read(link)),
    write: (link, values) => tracked(store.write(link, values)),
    remove: (link) => tracked(store.remove(link)),
    settled: async () => {
      await Promise.allSettled(underWay);
    },
  };
}

/** The keychain of this computer. Rejects when the system library behind it is missing. */
export async function loadKeychain(): Promise<Keychain> {
  const { default: keytar } = await import('keytar');
  return keytar;
}
