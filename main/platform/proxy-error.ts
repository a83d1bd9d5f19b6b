/** What a proxy, or its address, refuses. Pure. */

/** RFC 9110 section 15.5.8: the proxy does not know who asks. */
export const PROXY_AUTHENTICATION_REQUIRED = 407;

export type ProxyErrorCode = 'PROXY_ADDRESS_WRONG' | 'PROXY_ASKS_NAME' | 'PROXY_REFUSES_NAME';

/** Nothing went further than the proxy. `sync/network-failure.ts` knows the codes, as those of Node and Chromium. */
export class ProxyError extends Error {
  constructor(readonly code: ProxyErrorCode) {
    super(code);
    this.name = 'ProxyError';
  }
}
