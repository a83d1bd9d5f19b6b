/** What the tests of this folder share: a simulator that stops by itself, a clock, and a client written from the vendor's pages. */
import { onTestFinished } from 'vitest';
import type { SimulatorOptions } from '../../_kit/simulator/contract';
import { readAnswer, type Answer } from '../../_kit/simulator/testing/read-answer';
import { TestClock } from '../../_kit/simulator/testing/test-clock';
import { startSimulator, type RunningBillit } from './index';

export type Row = Record<string, unknown>;
export interface Page {
  readonly Items: Row[];
  readonly NextPageLink?: string;
  readonly Count?: number;
}
export interface Tokens {
  readonly token_type: string;
  readonly expires_in: number;
  readonly access_token: string;
  readonly refresh_token: string;
}

type Query = Readonly<Record<string, string | number>>;
type Headers = Readonly<Record<string, string>>;

/** Speaks to Billit as its documentation describes: logon address, token in JSON, Bearer and PartyID in headers. */
export class DocsClient {
  token = '';
  refreshToken = '';
  partyId = '';

  constructor(
    readonly endpoints: Readonly<Record<string, string>>,
    readonly registration: Readonly<Record<string, string>>,
  ) {}

  /** The address to open in the browser, as page "OAuth" shows it. */
  logonAddress(more: Query = {}): URL {
    const url = new URL(`${this.endpoints.auth}/Account/Logon`);
    const query = { client_id: this.registration.clientId, redirect_uri: this.registration.redirectUri, ...more };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return url;
  }

  /** Opens the logon address; what comes back goes to the redirect address. */
  async logon(more: Query = {}): Promise<URL> {
    const response = await fetch(this.logonAddress(more), { redirect: 'manual' });
    return new URL(response.headers.get('location') ?? `none:${response.status}`);
  }

  async askToken(changes: Readonly<Record<string, unknown>>, headers: Headers = {}): Promise<Answer<Tokens>> {
    const { clientId, clientSecret } = this.registration;
    const body = { client_id: clientId, client_secret: clientSecret, ...changes };
    return readAnswer<Tokens>(
      await fetch(`${this.endpoints.api}/OAuth2/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  }

  exchange(code: string | null, changes: Readonly<Record<string, unknown>> = {}): Promise<Answer<Tokens>> {
    return this.askToken({
      grant_type: 'authorization_code',
      code,
      redirect_uri: this.registration.redirectUri,
      ...changes,
    });
  }

  refresh(refreshToken = this.refreshToken): Promise<Answer<Tokens>> {
    return this.askToken({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  async login(): Promise<void> {
    const back = await this.logon();
    this.take(await this.exchange(back.searchParams.get('code')));
  }

  take({ json }: Answer<Tokens>): void {
    this.token = json.access_token;
    this.refreshToken = json.refresh_token;
  }

  get<T = Page>(path: string, query: Query = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, query);
  }

  async send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    query: Query = {},
    headers: Headers = {},
  ): Promise<Answer<T>> {
    const url = new URL(`${this.endpoints.api}/v1${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return readAnswer<T>(
      await fetch(url, {
        method,
        headers: {
          ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
          ...(this.partyId === '' ? {} : { partyid: this.partyId }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  }

  /** Every row of a list, by following NextPageLink. */
  async all(path: string, query: Query = {}): Promise<Row[]> {
    const rows: Row[] = [];
    let page = (await this.get(path, query)).json;
    for (;;) {
      rows.push(...page.Items);
      if (page.NextPageLink === undefined) return rows;
      const next = new URL(page.NextPageLink);
      page = (await this.get(next.pathname.slice('/v1'.length), Object.fromEntries(next.searchParams))).json;
    }
  }
}

export interface Harness {
  readonly simulator: RunningBillit;
  readonly client: DocsClient;
  readonly clock: TestClock;
}

/** Starts a simulator on a turned clock, logged in, and stops it when the test ends. */
export async function startHarness({ quirks, ...options }: SimulatorOptions = {}): Promise<Harness> {
  const clock = new TestClock();
  const simulator = await startSimulator({
    seed: 7,
    books: 'small',
    now: clock.now,
    ...options,
    quirks: { consent: 'automatic', ...quirks },
  });
  onTestFinished(() => simulator.close());
  const client = new DocsClient(simulator.endpoints, simulator.registration);
  client.partyId = simulator.credentials.partyId ?? '';
  if (quirks?.consent !== 'page') await client.login();
  simulator.control.clearRequests();
  return { simulator, client, clock };
}

/** The smallest invoice that Billit takes: page "Creating Sales Invoices", with CustomerID in place of a customer. */
export const smallInvoice = (simulator: RunningBillit, more: Row = {}): Row => ({
  OrderType: 'Invoice',
  OrderDirection: 'Income',
  OrderDate: '2025-06-12',
  ExpiryDate: '2025-07-12',
  CustomerID: Number(simulator.control.books.customer('Café Zoë').id),
  OrderLines: [productLine(simulator, 'SPOED')],
  ...more,
});

/** A line with an article of the practice books. */
export const productLine = (simulator: RunningBillit, reference: string, more: Row = {}): Row => ({
  ProductID: Number(simulator.control.books.article(reference).id),
  ...more,
});

/** Sends an invoice; its id, or the refusal. */
export const create = (
  { simulator, client }: Harness,
  more: Row = {},
  headers: Headers = {},
): Promise<Answer<number>> => client.send<number>('POST', '/orders', smallInvoice(simulator, more), {}, headers);

/** Sends an invoice and reads it back. */
export async function created(harness: Harness, more: Row = {}): Promise<Row> {
  const answer = await create(harness, more);
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  return (await harness.client.get<Row>(`/orders/${answer.json}`)).json;
}

/** The codes of a refusal. */
export const codesOf = (answer: Answer): string[] =>
  ((answer.json as { errors?: { Code: string }[] } | undefined)?.errors ?? []).map(({ Code }) => Code);
