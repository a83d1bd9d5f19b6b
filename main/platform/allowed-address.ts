const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Plain http on this computer itself: a simulator. Pure. */
export function isLoopbackAddress({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && LOOPBACK_HOSTS.has(hostname);
}

/** Keys and documents go to an address by https only, or by http to this computer itself (a simulator). Pure. */
export function isAllowedAddress(url: URL): boolean {
  return url.protocol === 'https:' || isLoopbackAddress(url);
}
