/**
 * The addresses of SnelStart. The endpoints file may name them as the vendor's pages do (a whole token address, a base
 * with its version) or as a bare origin; both mean the same.
 */
import { baseAddress, isOrigin } from '../_kit/base-address';

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
