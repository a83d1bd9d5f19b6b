/**
 * The addresses of Billit. The endpoints file may name an origin, as the vendor's pages do, or go on to the version or the
 * page; both mean the same.
 */
import { baseAddress } from '../_kit/base-address';

type Endpoints = Readonly<Record<string, string>>;

const LOGON_PATH = '/Account/Logon';
const VERSION_PATH = '/v1';

/** Login page: `https://my.billit.be` and `https://my.billit.be/Account/Logon` are the same address. */
export function logonAddress(endpoints: Endpoints): string {
  const address = baseAddress(endpoints, 'auth');
  return address.toLowerCase().endsWith(LOGON_PATH.toLowerCase()) ? address : `${address}${LOGON_PATH}`;
}

/** Token address, beside the API and outside its version. */
export const tokenAddress = (endpoints: Endpoints): string => `${apiBase(endpoints)}/OAuth2/token`;

/** API: `https://api.billit.be` means its version 1, the only one there is. */
export const apiAddress = (endpoints: Endpoints): string => `${apiBase(endpoints)}${VERSION_PATH}`;

function apiBase(endpoints: Endpoints): string {
  const address = baseAddress(endpoints, 'api');
  return address.endsWith(VERSION_PATH) ? address.slice(0, -VERSION_PATH.length) : address;
}
