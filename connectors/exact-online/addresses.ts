/**
 * The addresses of Exact Online. The endpoints file may name them as a bare origin or with the paths of the vendor's
 * pages; both mean the same.
 */
import { baseAddress, isOrigin } from '../_kit/base-address';

type Endpoints = Readonly<Record<string, string>>;

/** Login page: `https://start.exactonline.nl` means `https://start.exactonline.nl/api/oauth2/auth`. */
export const authorizeAddress = (endpoints: Endpoints): string => `${loginAddress(endpoints)}/auth`;

export const tokenAddress = (endpoints: Endpoints): string => `${loginAddress(endpoints)}/token`;

/** REST API: `https://start.exactonline.nl` means its version 1, the only one there is. */
export function apiAddress(endpoints: Endpoints): string {
  const address = baseAddress(endpoints, 'api');
  return isOrigin(address) ? `${address}/api/v1` : address;
}

/** Whether an address that an answer gave lies below our API: only there may the token go. */
export function isBelowApi(endpoints: Endpoints, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const api = new URL(apiAddress(endpoints));
  const given = new URL(address);
  return given.origin === api.origin && given.pathname.toLowerCase().startsWith(`${api.pathname.toLowerCase()}/`);
}

function loginAddress(endpoints: Endpoints): string {
  const address = baseAddress(endpoints, 'auth');
  return isOrigin(address) ? `${address}/api/oauth2` : address.replace(/\/(auth|token)$/, '');
}
