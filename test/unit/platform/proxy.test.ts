import { describe, expect, it } from 'vitest';
import { proxyConfig, proxyOnTheWay } from '../../../main/platform/proxy-config';
import { createProxyPassword } from '../../../main/platform/proxy-password';
import { isProxyAddress } from '../../../preload/contract/proxy-address';

describe('the proxy of the office', () => {
  it.each([
    ['as the computer', { mode: 'system', address: 'old:1', userName: '' }, { mode: 'system' }],
    ['none', { mode: 'none', address: 'old:1', userName: '' }, { mode: 'direct' }],
    ['an own one', { mode: 'own', address: ' p:8080 ', userName: '' }, { mode: 'fixed_servers', proxyRules: 'p:8080' }],
    ['an own one without address', { mode: 'own', address: '', userName: '' }, { mode: 'system' }],
  ] as const)('%s', (_, chosen, config) => {
    expect(proxyConfig(chosen)).toEqual(config);
  });

  it('is told when its address cannot be one', () => {
    expect(() => proxyConfig({ mode: 'own', address: 'de proxy', userName: '' })).toThrow('PROXY_ADDRESS_WRONG');
  });

  it.each(['proxy.bedrijf.nl:8080', 'http://10.0.0.1:3128', 'socks5://proxy:1080', '[fe80::1]:8080'])(
    'may be %s',
    (address) => expect(isProxyAddress(address)).toBe(true),
  );
  it.each(['', 'proxy', 'proxy:', 'proxy:0', 'proxy:70000', 'jan:geheim@proxy:8080', 'proxy:8080;DIRECT', 'p x:80'])(
    'is not "%s"',
    (address) => expect(isProxyAddress(address)).toBe(false),
  );

  it('on the way to a host is the first that Chromium would try', () => {
    expect(proxyOnTheWay('PROXY proxy:8080; DIRECT')).toBe('proxy:8080');
    expect(proxyOnTheWay('SOCKS5 proxy:1080')).toBe('proxy:1080');
    expect(proxyOnTheWay('DIRECT')).toBeNull();
  });
});

it('its password is in the keychain, and can be taken away', async () => {
  const entries = new Map<string, string>();
  const keychain = {
    getPassword: (_: string, account: string) => Promise.resolve(entries.get(account) ?? null),
    setPassword: (_: string, account: string, value: string) => Promise.resolve(void entries.set(account, value)),
    deletePassword: (_: string, account: string) => Promise.resolve(entries.delete(account)),
  };
  const password = createProxyPassword(() => Promise.resolve(keychain), 'installation');
  await password.write('geheim');
  expect(await password.read()).toBe('geheim');
  expect([...entries.keys()]).toEqual(['installation/proxy']);
  await password.write(null);
  expect(await password.read()).toBeNull();
  expect(entries.size).toBe(0);
});
