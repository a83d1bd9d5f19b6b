import { expect, it } from 'vitest';
import { createSecretStore, type Keychain } from '../../../main/platform/secrets';

const WINDOWS_LIMIT_BYTES = 2_560;
const LINK = { companyId: 'main', package: 'exact-online' } as const;

/** A keychain that refuses what Windows refuses, and whose writes can be made to fail. */
class MemoryKeychain implements Keychain {
  readonly entries = new Map<string, string>();
  writesUntilFailure = Infinity;

  readonly getPassword = (service: string, account: string): Promise<string | null> =>
    Promise.resolve(this.entries.get(`${service}|${account}`) ?? null);
  readonly setPassword = (service: string, account: string, password: string): Promise<void> => {
    if (Buffer.byteLength(password) > WINDOWS_LIMIT_BYTES)
      return Promise.reject(new Error('The stub received bad data'));
    if (this.writesUntilFailure <= 0) return Promise.reject(new Error('Locked'));
    this.writesUntilFailure -= 1;
    this.entries.set(`${service}|${account}`, password);
    return Promise.resolve();
  };
  readonly deletePassword = (service: string, account: string): Promise<boolean> =>
    Promise.resolve(this.entries.delete(`${service}|${account}`));
}

const storeOn = (keychain: Keychain, installation = 'installation-1') =>
  createSecretStore(() => Promise.resolve(keychain), installation);
const long = (mark: string) => ({ accessToken: mark.repeat(4_000), refreshToken: `${mark}é€ "\\` });

it('gives back what was stored, and nothing where nothing was', async () => {
  const store = storeOn(new MemoryKeychain());
  expect(await store.read(LINK)).toEqual({});
  await store.write(LINK, { koppelsleutel: 'a+b/c==' });
  expect(await store.read(LINK)).toEqual({ koppelsleutel: 'a+b/c==' });
});

it('keeps values that are larger than one entry may be', async () => {
  const store = storeOn(new MemoryKeychain());
  await store.write(LINK, long('x'));
  expect(await store.read(LINK)).toEqual(long('x'));
});

it('leaves nothing behind when values are replaced or removed', async () => {
  const keychain = new MemoryKeychain();
  const store = storeOn(keychain);
  await store.write(LINK, long('x'));
  await store.write(LINK, long('y'));
  await store.write(LINK, { key: 'small' });
  expect(keychain.entries.size).toBe(1);
  await store.write(LINK, long('z'));
  await store.remove(LINK);
  expect(keychain.entries.size).toBe(0);
});

it.each([0, 1, 2, 3])('has the old values or the new ones when writing ends after %i entries', async (writes) => {
  const keychain = new MemoryKeychain();
  const store = storeOn(keychain);
  await store.write(LINK, long('x'));
  keychain.writesUntilFailure = writes;
  const wrote = await store.write(LINK, long('y')).then(
    () => true,
    () => false,
  );
  expect(await store.read(LINK)).toEqual(long(wrote ? 'y' : 'x'));
});

it('keeps companies, packages and installations apart', async () => {
  const keychain = new MemoryKeychain();
  await storeOn(keychain).write(LINK, { key: 'mine' });
  expect(await storeOn(keychain).read({ ...LINK, companyId: 'practice' })).toEqual({});
  expect(await storeOn(keychain).read({ ...LINK, package: 'billit' })).toEqual({});
  expect(await storeOn(keychain, 'installation-2').read(LINK)).toEqual({});
});

it('tells in a probe whether the keychain works, and leaves nothing', async () => {
  const keychain = new MemoryKeychain();
  expect(await storeOn(keychain).probe()).toEqual({ available: true, detail: '' });
  expect(keychain.entries.size).toBe(0);

  keychain.writesUntilFailure = 0;
  expect(await storeOn(keychain).probe()).toEqual({ available: false, detail: 'Locked' });
  const withoutLibrary = createSecretStore(() => Promise.reject(new Error('libsecret-1.so.0: not found')), 'x');
  expect(await withoutLibrary.probe()).toEqual({ available: false, detail: 'libsecret-1.so.0: not found' });
});
