/** What the tests of this folder share: a simulator that stops by itself, a clock, and a client written from the vendor's pages. */
import { expect, onTestFinished } from 'vitest';
import type { SimulatorOptions } from '../../_kit/simulator/contract';
import { readAnswer, type Answer } from '../../_kit/simulator/testing/read-answer';
import { TestClock } from '../../_kit/simulator/testing/test-clock';
import { startSimulator, type RunningExactOnline } from './index';

export type Json = Record<string, unknown>;
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: unknown;
  readonly refresh_token: string;
  readonly error?: string;
  readonly error_description?: string;
}
type Query = Readonly<Record<string, string | number>>;

/** Speaks to Exact Online as its pages describe: authorization code, bearer token, OData v2 in JSON. */
export class RestClient {
  accessToken = '';
  refreshToken = '';
  division = 0;

  constructor(
    readonly endpoints: Readonly<Record<string, string>>,
    readonly registration: Readonly<Record<string, string>>,
  ) {}

  /** Address of the page on which the user agrees. */
  authorizeAddress(changes: Query = {}): URL {
    const url = new URL(`${this.endpoints.auth}/api/oauth2/auth`);
    const { clientId = '', redirectUri = '' } = this.registration;
    const query = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', state: 'a b', ...changes };
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
    return url;
  }

  /** Fills in the page for a user (the first one unless told otherwise); returns the address gone back to. */
  async agree(changes: Query = {}): Promise<URL> {
    const address = this.authorizeAddress();
    const page = await (await fetch(address)).text();
    const users = [...page.matchAll(/name="practice_user" value="([^"]+)"/g)].map(([, id = '']) => id);
    const form = new URLSearchParams(address.searchParams);
    const answer = { practice_user: users[0] ?? '', practice_decision: 'allow', ...changes };
    for (const [key, value] of Object.entries(answer)) form.set(key, String(value));
    const response = await fetch(address.origin + address.pathname, { method: 'POST', body: form, redirect: 'manual' });
    return new URL(response.headers.get('location') ?? 'about:blank');
  }

  askToken(fields: Query): Promise<Answer<TokenAnswer>> {
    const { clientId = '', clientSecret = '' } = this.registration;
    const form = new URLSearchParams({ client_id: clientId, client_secret: clientSecret });
    for (const [key, value] of Object.entries(fields)) form.set(key, String(value));
    return this.post(form);
  }

  async post(body: URLSearchParams | string): Promise<Answer<TokenAnswer>> {
    const answer = await readAnswer<TokenAnswer>(
      await fetch(`${this.endpoints.auth}/api/oauth2/token`, { method: 'POST', body }),
    );
    if (answer.status === 200) {
      this.accessToken = answer.json.access_token;
      this.refreshToken = answer.json.refresh_token;
    }
    return answer;
  }

  redeem(code: string): Promise<Answer<TokenAnswer>> {
    const { redirectUri = '' } = this.registration;
    return this.askToken({ grant_type: 'authorization_code', code, redirect_uri: redirectUri });
  }

  refresh(token: string = this.refreshToken): Promise<Answer<TokenAnswer>> {
    return this.askToken({ grant_type: 'refresh_token', refresh_token: token });
  }

  /** Logs in, and works in the company last used. */
  async login(): Promise<void> {
    const back = await this.agree();
    expect((await this.redeem(back.searchParams.get('code') ?? '')).status).toBe(200);
    const me = await this.get<{ d: { results: Json[] } }>('/api/v1/current/Me', { $select: 'CurrentDivision' });
    this.division = Number(me.json.d.results[0]?.CurrentDivision);
  }

  /** A path below the company, or a whole address. */
  get<T = { d: Json }>(
    path: string,
    query: Query = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, query, headers);
  }

  async send<T = { d: Json }>(
    method: string,
    path: string,
    body?: unknown,
    query: Query = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const url = path.startsWith('http')
      ? new URL(path)
      : new URL(path.startsWith('/') ? path : `/api/v1/${this.division}/${path}`, this.endpoints.api);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
    return readAnswer<T>(
      await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${this.accessToken}`,
          accept: 'application/json',
          prefer: 'return=representation',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  }

  /** Rows of a list, first page. */
  async list(path: string, query: Query = {}): Promise<Json[]> {
    const answer = await this.get<{ d: Json[] | { results: Json[] } }>(path, query);
    expect(answer.status, answer.text).toBe(200);
    return Array.isArray(answer.json.d) ? answer.json.d : answer.json.d.results;
  }

  /** Rows of all pages, by following `__next`. */
  async all(path: string, query: Query = {}): Promise<Json[]> {
    const rows: Json[] = [];
    let answer = await this.get<{ d: { results: Json[]; __next?: string } }>(path, query);
    for (;;) {
      expect(answer.status, answer.text).toBe(200);
      rows.push(...answer.json.d.results);
      const next = answer.json.d.__next;
      if (next === undefined) return rows;
      answer = await this.get(next);
    }
  }
}

/** The text of a refusal. */
export const refusalOf = (answer: Answer): string =>
  (answer.json as { error: { message: { value: string } } }).error.message.value;

export interface Harness {
  readonly simulator: RunningExactOnline;
  readonly client: RestClient;
  readonly clock: TestClock;
}

/** Starts a simulator on a turned clock without logging in, and stops it when the test ends. */
export async function startLoggedOut(options: SimulatorOptions = {}): Promise<Harness> {
  const clock = new TestClock();
  const simulator = await startSimulator({ seed: 7, books: 'small', now: clock.now, ...options });
  onTestFinished(() => simulator.close());
  return { simulator, client: new RestClient(simulator.endpoints, simulator.registration), clock };
}

/** The same, logged in. */
export async function startHarness(options: SimulatorOptions = {}): Promise<Harness> {
  const harness = await startLoggedOut(options);
  await harness.client.login();
  harness.simulator.control.clearRequests();
  return harness;
}

/** The smallest invoice that Exact Online takes. */
export const smallInvoice = ({ simulator }: Harness, more: Json = {}): Json => ({
  OrderedBy: simulator.control.books.customer('Café Zoë').id,
  SalesInvoiceLines: [line(simulator, 'SPOED')],
  ...more,
});

/** A line with an article of the practice books. */
export const line = (simulator: RunningExactOnline, code: string, more: Json = {}): Json => ({
  Item: simulator.control.books.article(code).id,
  Quantity: 1,
  ...more,
});
