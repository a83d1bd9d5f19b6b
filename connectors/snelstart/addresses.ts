/**
 * The addresses of SnelStart. The endpoints file may name them as the vendor's pages do (a whole token address, a base
 * with its version) or as a bare origin; both mean the same.
 */

type Endpoints = Readonly<Record<string, string>>;

/** Token service: `https://auth.snelstart.nl` and `https://auth.snelstart.nl/b2b/token` are the same address. */
export function tokenAddress(endpoints: Endpoints): string {
  const address = baseAddress(endpoints, 'auth');
  if (isOrigin(address)) return `${address}/b2b/token`;
  return address.endsWith('/token') ? address : `${address}/token`;
}

/** B2B API: `https://b2bapi.snelstart.nl` means its version 2, the only one there is. */
export function apiAddress(endpoints: Endpoints): string {
  const address = baseAddress(endpoints, 'api');
  return isOrigin(address) ? `${address}/v2` : address;
}

/** A base address without slash at its end. The manifest names both, so that a missing one is a bug. */
function baseAddress(endpoints: Endpoints, name: 'auth' | 'api'): string {
  const address = endpoints[name];
  if (address === undefined) throw new Error(`No address for ${name} of SnelStart`);
  return address.replace(/\/+$/, '');
}

const isOrigin = (address: string): boolean => new URL(address).pathname === '/';
