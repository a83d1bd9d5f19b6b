/** What the tests of this folder share: a simulator that stops by itself, a clock, and a client written from the vendor's pages. */
import { onTestFinished } from 'vitest';
import type { SimulatorOptions } from '../../_kit/simulator/contract';
import { readAnswer, type Answer } from '../../_kit/simulator/testing/read-answer';
import { TestClock } from '../../_kit/simulator/testing/test-clock';
import { startSimulator, type RunningSnelstart } from './index';

type Query = Readonly<Record<string, string | number>>;

/** Speaks to SnelStart as its developer portal describes: token by clientkey, subscription key in a header. */
export class PortalClient {
  token = '';

  constructor(
    private readonly endpoints: Readonly<Record<string, string>>,
    private readonly subscriptionKey: string,
  ) {}

  async login(
    koppelsleutel: string,
  ): Promise<Answer<{ access_token: string; token_type: string; expires_in: number }>> {
    const answer = await this.askToken(new URLSearchParams({ grant_type: 'clientkey', clientkey: koppelsleutel }));
    if (answer.status === 200) this.token = answer.json.access_token;
    return answer;
  }

  async askToken(
    body: URLSearchParams | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<{ access_token: string; token_type: string; expires_in: number }>> {
    return readAnswer(await fetch(`${this.endpoints.auth}/b2b/token`, { method: 'POST', body, headers }));
  }

  get<T = Record<string, unknown>[]>(path: string, query: Query = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, query);
  }

  async send<T = unknown>(method: string, path: string, body?: unknown, query: Query = {}): Promise<Answer<T>> {
    const url = new URL(this.endpoints.api + path);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, String(value));
    return readAnswer<T>(
      await fetch(url, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          'ocp-apim-subscription-key': this.subscriptionKey,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  }
}

export interface Harness {
  readonly simulator: RunningSnelstart;
  readonly client: PortalClient;
  readonly clock: TestClock;
}

/** Starts a simulator on a turned clock, logged in, and stops it when the test ends. */
export async function startHarness(options: SimulatorOptions = {}): Promise<Harness> {
  const clock = new TestClock();
  const simulator = await startSimulator({ seed: 7, books: 'small', now: clock.now, ...options });
  onTestFinished(() => simulator.close());
  const client = new PortalClient(simulator.endpoints, simulator.registration.subscriptionKey ?? '');
  await client.login(simulator.credentials.koppelsleutel ?? '');
  simulator.control.clearRequests();
  return { simulator, client, clock };
}

/** The smallest order that SnelStart takes. */
export const smallOrder = (simulator: RunningSnelstart): Record<string, unknown> => ({
  relatie: { id: simulator.control.books.customer('Café Zoë').id },
  datum: '2025-06-12T00:00:00',
});

/** A line with an article of the practice books. */
export const articleLine = (
  simulator: RunningSnelstart,
  code: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({ artikel: { id: simulator.control.books.article(code).id }, aantal: 1, ...more });
