import type { Secrets } from '../../connectors/_kit/connector';
import type { CredentialScope, SecretStore } from '../../main/ports';

/** A keychain in memory. `available = false`: locked, every access fails as that of the computer does. */
export class MemorySecretStore implements SecretStore {
  available = true;
  /** Waited for before each write; a promise that never settles lets the program die there. */
  beforeWrite: () => Promise<void> = () => Promise.resolve();
  private readonly values = new Map<string, Secrets>();

  readonly probe = (): Promise<{ available: boolean; detail: string }> =>
    Promise.resolve({ available: this.available, detail: this.available ? '' : 'locked' });
  readonly read = (scope: CredentialScope): Promise<Secrets> => this.reach(() => this.values.get(keyOf(scope)) ?? {});
  readonly write = async (scope: CredentialScope, secrets: Secrets): Promise<void> => {
    await this.beforeWrite();
    return this.reach(() => void this.values.set(keyOf(scope), { ...secrets }));
  };
  readonly remove = (scope: CredentialScope): Promise<void> => this.reach(() => void this.values.delete(keyOf(scope)));

  private reach<T>(work: () => T): Promise<T> {
    return this.available ? Promise.resolve(work()) : Promise.reject(new Error('The keychain is locked'));
  }
}

const keyOf = (scope: CredentialScope): string => `${scope.companyId}/${scope.package}`;
