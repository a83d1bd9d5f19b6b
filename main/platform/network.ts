/**
 * Runs in the main process: HTTP to accounting packages through Chromium, so through the system's proxy or the one that the
 * office chose, with the system's trusted issuers.
 */
import { session, type Session } from 'electron';
import type { ProxySettings } from '../../preload/contract/app-settings';
import type { Fetch } from '../ports';
import { isAllowedAddress } from './allowed-address';
import { proxyConfig, proxyOnTheWay } from './proxy-config';
import { PROXY_AUTHENTICATION_REQUIRED, ProxyError } from './proxy-error';
import { logInAtProxy } from './proxy-login';
import type { ProxyPassword } from './proxy-password';

/** Partitions without `persist:` are kept in memory only: no cookies and no answers on disk. */
const READ_PARTITION = 'packages-read';
const WRITE_PARTITION = 'packages-write';
const READING_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD']);
const BODILESS_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);
/** What Electron's `net` says when a redirect was not followed, as `redirect: 'manual'` asks. */
const REDIRECT_NOT_FOLLOWED = 'Redirect was cancelled';

export interface Network {
  readonly fetch: Fetch;
  /** The proxy became another one: what goes out from now on goes through that. */
  readonly proxyChanged: () => void;
  /** A proxy that refused the name is asked once more whether it knows it. */
  readonly askProxyAgain: () => void;
  /** Sends nothing before the session has the proxy of the moment, and is known there. */
  readonly through: (own: Session, url: string) => Promise<void>;
}

export interface NetworkParts {
  readonly proxy: () => ProxySettings;
  readonly proxyPassword: Pick<ProxyPassword, 'read'>;
}

/** What the accounting packages are reached through. */
export function createNetwork({ proxy, proxyPassword }: NetworkParts): Network {
  let proxyChanges = 0;
  /** What came of the name where it was given first, with the settings of the moment. */
  let firstLogIn: Promise<void> | null = null;
  /** What each session was last made ready for. */
  const readyFor = new WeakMap<Session, { readonly change: number; readonly origins: Map<string, Promise<void>> }>();

  const setProxy = async (own: Session): Promise<void> => {
    await own.setProxy(proxyConfig(proxy()));
    // A kept connection would go on through the former one.
    await own.closeAllConnections();
  };
  const logIn = async (own: Session, url: string): Promise<void> => {
    const { mode, userName } = proxy();
    if (mode !== 'own' || userName === '') return;
    // Chromium goes past the proxy for what is on this computer.
    if (proxyOnTheWay(await own.resolveProxy(url)) === null) return;
    const giveName = async (): Promise<void> =>
      logInAtProxy(own, url, { userName, password: (await proxyPassword.read()) ?? '' });
    if (firstLogIn === null) return (firstLogIn = giveName());
    // A few wrong passwords lock an account: one that was refused is not given again by itself.
    await firstLogIn.catch((error: unknown) => {
      if (error instanceof ProxyError) throw error;
    });
    await giveName();
  };
  const through: Network['through'] = async (own, url) => {
    let ready = readyFor.get(own);
    if (ready?.change !== proxyChanges) {
      ready = { change: proxyChanges, origins: new Map() };
      readyFor.set(own, ready);
      ready.origins.set('', setProxy(own));
    }
    await ready.origins.get('');
    const { origin } = new URL(url);
    const known = ready.origins.get(origin) ?? logIn(own, url);
    ready.origins.set(origin, known);
    try {
      await known;
    } catch (error) {
      ready.origins.delete(origin);
      throw error;
    }
  };

  return {
    fetch: createFetch(through),
    through,
    proxyChanged: () => {
      proxyChanges += 1;
      firstLogIn = null;
    },
    askProxyAgain: () => {
      firstLogIn = null;
    },
  };
}

/**
 * The standard `fetch` with three differences. A redirect is never followed: it comes back as a 3xx answer without body,
 * so that no key or document goes to another host. Only https, and http on this computer itself, is sent at all. And a
 * request that writes gets a connection of its own.
 *
 * The latter because Chromium repeats a request by itself, a POST too, when a kept connection breaks before the answer
 * came: it takes that for an idle connection the server had closed (ShouldResendRequest in Chromium's
 * net/http/http_network_transaction.cc). A server that books an order and then drops the connection would book it twice.
 */
function createFetch(through: Network['through']): Fetch {
  const forReading = prepare(READ_PARTITION);
  const idle: Session[] = [];
  let made = 0;
  const takeForWriting = async (): Promise<Session> => {
    const taken = idle.pop();
    if (taken === undefined) return prepare(`${WRITE_PARTITION}-${(made += 1)}`);
    await taken.closeAllConnections();
    return taken;
  };

  return async (url, init) => {
    assertAllowed(new URL(url));
    if (READING_METHODS.has((init.method ?? 'GET').toUpperCase())) {
      await through(forReading, url);
      return send(forReading, url, init);
    }
    const own = await takeForWriting();
    const giveBack = (): void => void idle.push(own);
    try {
      await through(own, url);
      return whenRead(await send(own, url, init), giveBack);
    } catch (error) {
      giveBack();
      throw error;
    }
  };
}

function prepare(partition: string): Session {
  return session.fromPartition(partition, { cache: false });
}

async function send(through: Session, url: string, init: RequestInit): Promise<Response> {
  try {
    const answer = await through.fetch(url, { ...init, redirect: 'manual', credentials: 'omit', cache: 'no-store' });
    if (answer.status === PROXY_AUTHENTICATION_REQUIRED) throw new ProxyError('PROXY_ASKS_NAME');
    return answer;
  } catch (error) {
    if (error instanceof Error && error.message === REDIRECT_NOT_FOLLOWED) return new Response(null, { status: 302 });
    throw error;
  }
}

/** The same response, and `done` once its body was read, refused or broken. */
function whenRead(response: Response, done: () => void): Response {
  if (response.body === null || BODILESS_STATUSES.has(response.status)) {
    done();
    return response;
  }
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done: ended, value } = await reader.read();
        if (!ended) return controller.enqueue(value);
        done();
        controller.close();
      } catch (error) {
        done();
        throw error;
      }
    },
    cancel: async (reason) => {
      done();
      await reader.cancel(reason);
    },
  });
  return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
}

function assertAllowed(url: URL): void {
  if (isAllowedAddress(url)) return;
  throw new Error(`Nothing is sent to ${url.protocol}//${url.host}: only https, or http on this computer`);
}
