/** How the choice of the office reads for Chromium. Pure. */
import type { ProxySettings } from '../../preload/contract/app-settings';
import { isProxyAddress } from '../../preload/contract/proxy-address';
import { ProxyError } from './proxy-error';

/** The part of Electron's ProxyConfig that is used. */
export interface ProxyConfig {
  readonly mode: 'system' | 'direct' | 'fixed_servers';
  readonly proxyRules?: string;
}

/**
 * An own proxy without an address is none: then the computer's is used. One with an address that cannot be one, as a file
 * of settings may hold it, throws `PROXY_ADDRESS_WRONG`: Chromium would pass it over and go without.
 */
export function proxyConfig({ mode, address }: ProxySettings): ProxyConfig {
  if (mode === 'none') return { mode: 'direct' };
  if (mode === 'system' || address.trim() === '') return { mode: 'system' };
  if (!isProxyAddress(address)) throw new ProxyError('PROXY_ADDRESS_WRONG');
  return { mode: 'fixed_servers', proxyRules: address.trim() };
}

/** What `resolveProxy` answers: `PROXY host:port; DIRECT`. The first way counts; null = without a proxy. */
export function proxyOnTheWay(answer: string): string | null {
  const [kind = '', address] = (answer.split(';')[0] ?? '').trim().split(/\s+/u);
  return kind === 'DIRECT' || address === undefined ? null : address;
}
