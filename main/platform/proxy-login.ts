/** Runs in the main process: makes a session known at a proxy that asks for a name and a password. */
import { net, type Session } from 'electron';
import { ProxyError } from './proxy-error';

const LIMIT_MS = 15_000;

/**
 * `session.fetch` answers no proxy that asks who is there; a request of `net` can. It asks for the front page of the host
 * behind it, without following anything, and Chromium keeps the name for whatever this session sends afterwards. A proxy
 * that refuses the name asks again: then this rejects with `PROXY_REFUSES_NAME`. Rejects with Chromium's error when the
 * proxy or the host cannot be reached.
 * https://www.electronjs.org/docs/latest/api/client-request#event-login
 */
export function logInAtProxy(
  own: Session,
  url: string,
  { userName, password }: { readonly userName: string; readonly password: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = net.request({
      method: 'HEAD',
      url: new URL(url).origin,
      session: own,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    });
    let isAnswered = false;
    const limit = setTimeout(() => request.abort(), LIMIT_MS);
    const end = (error?: Error): void => {
      clearTimeout(limit);
      if (error === undefined) resolve();
      else reject(error);
    };
    // A website that asks is never given the name of the proxy.
    request.on('login', ({ isProxy }, answer) => {
      if (!isProxy) return answer();
      if (isAnswered) {
        end(new ProxyError('PROXY_REFUSES_NAME'));
        return answer();
      }
      isAnswered = true;
      answer(userName, password);
    });
    request.on('redirect', () => request.abort());
    request.on('abort', () => end());
    request.on('error', end);
    request.on('response', (response) => {
      response.on('data', () => undefined);
      response.on('end', () => end());
      response.on('error', () => end());
    });
    request.end();
  });
}
