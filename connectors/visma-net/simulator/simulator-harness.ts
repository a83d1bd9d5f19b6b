/** What the tests of this folder share: a simulator that stops by itself, a clock, and a client written from the vendor's pages. */
import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { SimulatorOptions } from '../../_kit/simulator/contract';
import { readAnswer, type Answer } from '../../_kit/simulator/testing/read-answer';
import { TestClock } from '../../_kit/simulator/testing/test-clock';
import { startSimulator, type RunningVisma } from './index';

export const FINANCE_SCOPE =
  'vismanet_erp_service_api:read vismanet_erp_service_api:create vismanet_erp_service_api:update vismanet_erp_service_api:delete';
export const ORDER_SCOPE = 'visma.net.erp.salesorder:read visma.net.erp.salesorder:write';
export const LOGIN_SCOPE =
  'openid email profile tenants offline_access vismanet_erp_interactive_api:read vismanet_erp_interactive_api:create vismanet_erp_interactive_api:update';
export const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
  readonly token_type: string;
  readonly scope: string;
  readonly error?: string;
}

type Query = Readonly<Record<string, string | number>>;
export type Row = Record<string, unknown>;
type Announced = Pick<RunningVisma, 'endpoints' | 'credentials' | 'registration'>;

/** Speaks to Visma as its documentation describes: a service token for each service, values wrapped for the finance API. */
export class VismaClient {
  financeToken = '';
  orderToken = '';

  constructor(private readonly visma: Announced) {}

  /** Gets a token for each of the two services. */
  async logIn(): Promise<void> {
    this.financeToken = (await this.serviceToken(FINANCE_SCOPE)).json.access_token;
    this.orderToken = (await this.serviceToken(ORDER_SCOPE)).json.access_token;
  }

  serviceToken(scope: string, more: Readonly<Record<string, string>> = {}): Promise<Answer<Tokens>> {
    const { tenantId = '', serviceClientId = '', serviceClientSecret = '' } = this.visma.credentials;
    return this.askToken({
      grant_type: 'client_credentials',
      client_id: serviceClientId,
      client_secret: serviceClientSecret,
      tenant_id: tenantId,
      scope,
      ...more,
    });
  }

  async askToken(form: Readonly<Record<string, string>>): Promise<Answer<Tokens>> {
    const body = new URLSearchParams(form);
    return readAnswer(await fetch(`${this.visma.endpoints.auth}/connect/token`, { method: 'POST', body }));
  }

  /** Opens the page on which a person logs in, or posts its form. */
  authorize(parameters: Query = {}, form?: Readonly<Record<string, string>>): Promise<Response> {
    const url = new URL(`${this.visma.endpoints.auth}/connect/authorize`);
    const asked = {
      client_id: this.visma.registration.clientId ?? '',
      redirect_uri: this.visma.registration.redirectUri ?? '',
      response_type: 'code',
      scope: LOGIN_SCOPE,
      state: 'toestand-1',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      ...parameters,
    };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, String(value));
    if (form === undefined) return fetch(url, { redirect: 'manual' });
    const body = new URLSearchParams([...url.searchParams, ...Object.entries(form)]);
    return fetch(url.origin + url.pathname, { method: 'POST', redirect: 'manual', body });
  }

  /** Trades the code of a redirect for tokens. */
  exchange(back: Response, more: Readonly<Record<string, string>> = {}): Promise<Answer<Tokens>> {
    return this.askToken({
      grant_type: 'authorization_code',
      ...this.loginApp(),
      redirect_uri: this.visma.registration.redirectUri ?? '',
      code: sentBack(back, 'code') ?? '',
      code_verifier: VERIFIER,
      ...more,
    });
  }

  refresh(refreshToken: string | undefined): Promise<Answer<Tokens>> {
    return this.askToken({
      grant_type: 'refresh_token',
      ...this.loginApp(),
      refresh_token: refreshToken ?? '',
    });
  }

  private loginApp(): { client_id: string; client_secret: string } {
    const { clientId = '', clientSecret = '' } = this.visma.registration;
    return { client_id: clientId, client_secret: clientSecret };
  }

  /** A call to the finance API. */
  finance<T = Row[]>(
    method: string,
    path: string,
    body?: unknown,
    query: Query = {},
    headers: Row = {},
  ): Promise<Answer<T>> {
    return this.send<T>(this.visma.endpoints.api ?? '', this.financeToken, method, path, body, query, headers);
  }

  get<T = Row[]>(path: string, query: Query = {}): Promise<Answer<T>> {
    return this.finance<T>('GET', path, undefined, query);
  }

  /** A call to the sales order service. */
  orders<T = Row>(
    method: string,
    path: string,
    body?: unknown,
    query: Query = {},
    headers: Row = {},
  ): Promise<Answer<T>> {
    return this.send<T>(this.visma.endpoints.salesOrders ?? '', this.orderToken, method, path, body, query, headers);
  }

  /** Sends a file to the finance API. */
  async upload(path: string, name: string, text: string): Promise<Answer> {
    const body = new FormData();
    body.append('v', new Blob([text], { type: 'application/pdf' }), name);
    const headers = { authorization: `Bearer ${this.financeToken}` };
    return readAnswer(await fetch(`${this.visma.endpoints.api}${path}`, { method: 'POST', body, headers }));
  }

  private async send<T>(
    base: string,
    token: string,
    method: string,
    path: string,
    body: unknown,
    query: Query,
    headers: Row,
  ): Promise<Answer<T>> {
    const url = new URL(path.startsWith('http') ? path : base + path);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
    return readAnswer<T>(
      await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(headers as Record<string, string>),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  }
}

/** A parameter of the address that a login goes back to. */
export const sentBack = (response: Response, name: string): string | null =>
  new URL(response.headers.get('location') ?? 'about:blank').searchParams.get(name);

/** Wraps every scalar as the finance API wants it; `operation` stays bare. */
export function wrapped(values: unknown): unknown {
  if (Array.isArray(values)) return values.map(wrapped);
  if (values === null || typeof values !== 'object') return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]: [string, unknown]) => {
      if (Array.isArray(value) || name === 'operation') return [name, wrapped(value)];
      return [name, { value: wrapped(value) }];
    }),
  );
}

export interface Harness {
  readonly simulator: RunningVisma;
  readonly client: VismaClient;
  readonly clock: TestClock;
}

/** Starts a simulator on a turned clock, logged in at both services, and stops it when the test ends. */
export async function startHarness(
  quirks: Readonly<Record<string, string>> = {},
  options: SimulatorOptions = {},
): Promise<Harness> {
  const clock = new TestClock();
  const simulator = await startSimulator({ seed: 7, books: 'small', now: clock.now, quirks, ...options });
  onTestFinished(() => simulator.close());
  const client = new VismaClient(simulator);
  await client.logIn();
  simulator.control.clearRequests();
  return { simulator, client, clock };
}

/** An invoice in Hold with one line of work. */
export const smallInvoice = (more: Row = {}, line: Row = {}): unknown =>
  wrapped({
    customerNumber: '10003',
    documentDate: '2025-06-12T00:00:00',
    hold: true,
    invoiceLines: [{ operation: 'Insert', inventoryNumber: 'ARBEID', quantity: 2.5, unitPriceInCurrency: 48, ...line }],
    ...more,
  });

/** A sales order in Hold with one line of work. */
export const smallOrder = (more: Row = {}, line: Row = {}): Row => ({
  type: 'SO',
  customer: { id: '10003' },
  status: 'Hold',
  orderLines: [{ inventoryId: 'ARBEID', quantity: 2, unitPrice: 48, hasManualPrice: true, ...line }],
  ...more,
});

/** Creates an order and gives its address and version. */
export async function createOrder(
  client: VismaClient,
  more: Row = {},
  line: Row = {},
): Promise<{ path: string; etag: string }> {
  const created = await client.orders('POST', '/api/v3/SalesOrders', smallOrder(more, line));
  if (created.status !== 201) throw new Error(created.text);
  return {
    path: new URL(created.headers.get('location') ?? '').pathname,
    etag: created.headers.get('etag') ?? '',
  };
}
