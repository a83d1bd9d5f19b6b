/** The address that a login page sends the browser to afterwards, and what can be listened to because of it. Pure. */

/** Scheme of the app itself; the installer registers the same. */
export const LOGIN_SCHEME = 'simon-koppel';

/** Where our return page (resources/login-return) delivers what it got, on this computer. */
export const RETURN_PATH = '/login-return';
export const RETURN_SCHEME_ADDRESS = `${LOGIN_SCHEME}:/${RETURN_PATH}`;

export type RedirectAddress =
  | {
      /** This computer itself (RFC 8252 section 7.3). */
      readonly kind: 'loopback';
      /** IP addresses to listen on; one that the computer does not have may be missing. */
      readonly hosts: readonly string[];
      /** 0: any free one. */
      readonly port: number;
      readonly path: string;
    }
  /** The app's own scheme (RFC 8252 section 7.1). */
  | { readonly kind: 'scheme' }
  /** A page on the web that hands the answer over: resources/login-return, put there by the office's IT. */
  | { readonly kind: 'hosted' };

/** What the browser may make of a host name; `localhost` is either. */
const LOOPBACK_HOSTS: Readonly<Record<string, readonly string[]>> = {
  '127.0.0.1': ['127.0.0.1'],
  '[::1]': ['::1'],
  localhost: ['127.0.0.1', '::1'],
};

/** Null: no answer can come back to this address. */
export function readRedirectAddress(redirectUri: string): RedirectAddress | null {
  if (!URL.canParse(redirectUri)) return null;
  const { protocol, hostname, port, pathname, hash } = new URL(redirectUri);
  // An address to come back to has no fragment (RFC 6749 section 3.1.2).
  if (hash !== '') return null;
  if (protocol === `${LOGIN_SCHEME}:`) return { kind: 'scheme' };
  if (protocol === 'https:') return { kind: 'hosted' };
  const hosts = protocol === 'http:' ? LOOPBACK_HOSTS[hostname] : undefined;
  return hosts === undefined ? null : { kind: 'loopback', hosts, port: Number(port), path: pathname };
}

/** The same address with the port that is listened on. */
export function withPort(redirectUri: string, port: number): string {
  const url = new URL(redirectUri);
  url.port = String(port);
  return url.href;
}

/** Whether a browser that was sent to `expected` would be at `address`, whatever parameters it carries. */
export function isSameAddress(address: URL, expected: URL): boolean {
  const place = ({ protocol, host, pathname }: URL): string =>
    `${protocol}//${host}${pathname.replace(/\/+$/u, '')}`.toLowerCase();
  return place(address) === place(expected);
}
