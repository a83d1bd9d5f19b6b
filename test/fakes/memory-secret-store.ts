import type { Secrets } from '../../connectors/_kit/connector';
import type { CredentialScope, SecretStore } from '../../main/ports';

/** A keychain in memory. `available = false`: locked, every access fails as that of the computer does. */
export class MemorySecretStore implements SecretStore {
  available = true;
  private readonly values = new Map<string, Secrets>();

  readonly probe = (): Promise<{ available: boolean; detail: string }> =>
    Promise.resolve({ available: this.available, detail: this.available ? '' : 'locked' });
  readonly read = (scope: CredentialScope): Promise<Secrets> => this.reach(() => this.values.get(keyOf(scope)) ?? {});
  readonly write = (scope: CredentialScope, secrets: Secrets): Promise<void> =>
    this.reach(() => void this.values.set(keyOf(scope), { ...secrets }));
  readonly remove = (scope: CredentialScope): Promise<void> => this.reach(() => void this.values.delete(keyOf(scope)));

  private reach<T>(work: () => T): Promise<T> {
    return this.available ? Promise.resolve(work()) : Promise.reject(new Error('The keychain is locked'));
  }
}

const keyOf = (scope: CredentialScope): string => `${scope.companyId}/${scope.package}`;
