/**
 * What a failed fetch tells. Under Node the cause carries a code (`ECONNREFUSED`), in Electron the message carries
 * Chromium's name for it (`net::ERR_CONNECTION_REFUSED`).
 */
export interface NetworkFailure {
  /** Code of the problem in the catalogue. */
  readonly code: NetworkFailureCode;
  /** True when it is certain that no byte of the request left: only then a write was surely not carried out. */
  readonly nothingSent: boolean;
}

export type NetworkFailureCode =
  | 'connection-refused'
  | 'no-network'
  | 'name-not-found'
  | 'connect-timed-out'
  | 'proxy-address-wrong'
  | 'proxy-asks-name'
  | 'proxy-refuses-name'
  | 'proxy-unreached'
  | 'proxy-failed'
  | 'tls-unknown-issuer'
  | 'tls-expired'
  | 'tls-wrong-name'
  | 'tls-failed'
  | 'answer-damaged'
  | 'connection-lost';

interface Family extends NetworkFailure {
  readonly names: readonly (string | RegExp)[];
}

const FAMILIES: readonly Family[] = [
  {
    code: 'connection-refused',
    nothingSent: true,
    names: ['ECONNREFUSED', 'ERR_CONNECTION_REFUSED'],
  },
  {
    code: 'no-network',
    nothingSent: true,
    names: [
      'ENETUNREACH',
      'EHOSTUNREACH',
      'ENETDOWN',
      'EADDRNOTAVAIL',
      'ERR_INTERNET_DISCONNECTED',
      'ERR_ADDRESS_UNREACHABLE',
      'ERR_NETWORK_ACCESS_DENIED',
    ],
  },
  {
    code: 'name-not-found',
    nothingSent: true,
    names: ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'ERR_NAME_NOT_RESOLVED', 'ERR_NAME_RESOLUTION_FAILED', /^ERR_DNS_/],
  },
  {
    code: 'connect-timed-out',
    nothingSent: true,
    names: ['UND_ERR_CONNECT_TIMEOUT', 'ERR_CONNECTION_TIMED_OUT'],
  },
  { code: 'proxy-address-wrong', nothingSent: true, names: ['PROXY_ADDRESS_WRONG'] },
  {
    code: 'proxy-asks-name',
    nothingSent: true,
    names: ['PROXY_ASKS_NAME', /^ERR_PROXY_AUTH_/, 'ERR_UNEXPECTED_PROXY_AUTH', 'ERR_INVALID_AUTH_CREDENTIALS'],
  },
  { code: 'proxy-refuses-name', nothingSent: true, names: ['PROXY_REFUSES_NAME'] },
  { code: 'proxy-unreached', nothingSent: true, names: ['ERR_PROXY_CONNECTION_FAILED'] },
  {
    code: 'proxy-failed',
    nothingSent: true,
    names: [
      'ERR_TUNNEL_CONNECTION_FAILED',
      'ERR_SOCKS_CONNECTION_FAILED',
      'ERR_NO_SUPPORTED_PROXIES',
      'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
      /^ERR_PROXY_/,
      /^ERR_PAC_/,
    ],
  },
  {
    code: 'tls-unknown-issuer',
    nothingSent: true,
    names: [
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      /^UNABLE_TO_GET_ISSUER_CERT/,
      'CERT_UNTRUSTED',
      'ERR_CERT_AUTHORITY_INVALID',
    ],
  },
  {
    code: 'tls-expired',
    nothingSent: true,
    names: ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_CERT_DATE_INVALID'],
  },
  {
    code: 'tls-wrong-name',
    nothingSent: true,
    names: ['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_CERT_COMMON_NAME_INVALID'],
  },
  { code: 'tls-failed', nothingSent: true, names: [/^ERR_CERT_/, 'CERT_REVOKED'] },
  // A TLS alert may come after the request: with TLS 1.3 the client sends before the server has judged it.
  { code: 'tls-failed', nothingSent: false, names: [/^ERR_SSL_/, /^ERR_TLS_/, 'EPROTO'] },
  {
    code: 'answer-damaged',
    nothingSent: false,
    names: [
      /^Z_/,
      'ERR_CONTENT_DECODING_FAILED',
      'ERR_ENCODING_INVALID_ENCODED_DATA',
      'ERR_INVALID_HTTP_RESPONSE',
      /^HPE_/,
    ],
  },
];

const UNKNOWN: NetworkFailure = { code: 'connection-lost', nothingSent: false };
const MAX_DEPTH = 5;

/** Reads the error of a fetch. What is not recognised counts as a connection lost after the request had left. */
export function networkFailure(error: unknown): NetworkFailure {
  const names = errorNames(error, MAX_DEPTH);
  const found = FAMILIES.find((family) => names.some((name) => family.names.some((known) => isName(known, name))));
  if (found !== undefined) return { code: found.code, nothingSent: found.nothingSent };
  // The operating system's own time-out while connecting; the same code while reading means something else.
  return isConnectTimeout(error, MAX_DEPTH) ? { code: 'connect-timed-out', nothingSent: true } : UNKNOWN;
}

/** Codes and Chromium names in an error, its causes and its parts (one per address that was tried), outermost first. */
function errorNames(error: unknown, depth: number): readonly string[] {
  if (depth === 0 || typeof error !== 'object' || error === null) return [];
  const own: string[] = [];
  if ('code' in error && typeof error.code === 'string') own.push(error.code);
  const chromium =
    'message' in error && typeof error.message === 'string' ? /net::(ERR_\w+)/.exec(error.message) : null;
  if (chromium?.[1] !== undefined) own.push(chromium[1]);
  const parts: readonly unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  const cause = 'cause' in error ? [error.cause] : [];
  return [...own, ...[...cause, ...parts].flatMap((inner) => errorNames(inner, depth - 1))];
}

function isConnectTimeout(error: unknown, depth: number): boolean {
  if (depth === 0 || typeof error !== 'object' || error === null) return false;
  if ('code' in error && error.code === 'ETIMEDOUT' && 'syscall' in error && error.syscall === 'connect') return true;
  return 'cause' in error && isConnectTimeout(error.cause, depth - 1);
}

const isName = (known: string | RegExp, name: string): boolean =>
  typeof known === 'string' ? known === name : known.test(name);
