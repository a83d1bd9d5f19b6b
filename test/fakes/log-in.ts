import { createHash, randomBytes } from 'node:crypto';
import type { Connector, Secrets } from '../../connectors/_kit/connector';
import type { Fetch, Time } from '../../main/ports';
import { createTransport } from '../../main/sync/transport';

const NEVER = new AbortController().signal;
const STATE = 'of-this-test';

export interface LogInParts {
  readonly connector: Connector;
  readonly endpoints: Readonly<Record<string, string>>;
  readonly registration: Secrets;
  readonly fetch: Fetch;
  readonly time: Time;
}

/**
 * The values with those of a login, when the package asks for one: the way of a browser to the login page of a simulator
 * that agrees by itself, and back with a code.
 */
export async function logIn({ connector, endpoints, registration, fetch, time }: LogInParts): Promise<Secrets> {
  const { login } = connector.auth;
  if (login === undefined) return registration;
  const codeVerifier = randomBytes(32).toString('base64url');
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const address = login.authorizeUrl({ endpoints, registration, state: STATE, codeChallenge });
  const page = await fetch(address, { redirect: 'manual' });
  // Nobody reads the page; left alone it would hold its connection.
  await page.body?.cancel();
  const back = new URL(page.headers.get('location') ?? 'nowhere:');
  const code = back.searchParams.get('code');
  if (code === null || back.searchParams.get('state') !== STATE) throw new Error(`No code came back: ${back.href}`);
  const transport = createTransport({ fetch, sleep: time.sleep, clock: time });
  const send = (call: Parameters<typeof transport.send>[0]) => transport.send(call, NEVER);
  const granted = await login.exchange({ endpoints, clock: time, signal: NEVER, send }, registration, {
    code,
    codeVerifier,
  });
  if (!granted.ok) throw new Error(`The code was refused: ${JSON.stringify(granted.problem)}`);
  return { ...registration, ...granted.value.keep };
}
