import { RateLimits, type RateDecision, type RateWindow } from '../../_kit/simulator/rate-limits';
import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { gatewayProblem } from './problems';
import type { Quirks } from './quirks';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Vendor portal, page "Gebruikersbeleid": requests per minute, per hour, and at the same time. */
const PRODUCTS = {
  productie: { perMinute: 500, perHour: 5000, concurrent: 50 },
  ontwikkeling: { perMinute: 100, perHour: 1000, concurrent: 5 },
} as const;

/** Azure API Management in front of the API: knows the subscription keys and counts. */
export class Gateway {
  private readonly limits: ReadonlyMap<string, RateLimits>;
  private readonly rejected = new Set<string>();

  constructor(
    readonly keys: { readonly primary: string; readonly secondary: string },
    private readonly quirks: Pick<Quirks, 'limits' | 'retryAfterHeader' | 'hourlyLimit'>,
    now: () => number,
  ) {
    this.limits = new Map(Object.values(keys).map((key) => [key, limitsOf(quirks.limits, now)]));
  }

  /** The subscription key no longer counts: its product was ended or has run out. */
  rejectKey(key: string): void {
    this.rejected.add(key);
  }

  /** Lets a request through until `release` is called, or answers it. */
  admit(request: SimulatorRequest): { readonly release: () => void } | { readonly refusal: SimulatorResponse } {
    const key = request.headers['ocp-apim-subscription-key'] ?? request.query.get('subscription-key') ?? '';
    const limits = this.limits.get(key);
    if (key === '') {
      return {
        refusal: gatewayProblem(
          401,
          'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
        ),
      };
    }
    if (limits === undefined || this.rejected.has(key)) {
      return {
        refusal: gatewayProblem(
          401,
          'Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.',
        ),
      };
    }
    const decision = limits.take();
    return decision.allowed ? decision : { refusal: this.tooMany(decision) };
  }

  /** The body and header of a 429 with this many seconds to wait. */
  rateLimited(retryAfterSeconds: number): SimulatorResponse {
    return gatewayProblem(
      429,
      `Rate limit is exceeded. Try again in ${retryAfterSeconds} seconds.`,
      this.quirks.retryAfterHeader === 'yes' ? { 'retry-after': String(retryAfterSeconds) } : {},
    );
  }

  private tooMany(decision: Extract<RateDecision, { allowed: false }>): SimulatorResponse {
    if (decision.exceeded === 'hour' && this.quirks.hourlyLimit === '403') {
      const clock = new Date(decision.retryAfterSeconds * 1000).toISOString().slice(11, 19);
      return gatewayProblem(403, `Out of call volume quota. Quota will be replenished in ${clock}.`);
    }
    return this.rateLimited(decision.retryAfterSeconds);
  }
}

function limitsOf(product: Quirks['limits'], now: () => number): RateLimits {
  if (product === 'off') return new RateLimits([], Number.POSITIVE_INFINITY, now);
  const { perMinute, perHour, concurrent } = PRODUCTS[product];
  const windows: RateWindow[] = [
    { name: 'minute', limit: perMinute, windowMs: MINUTE_MS },
    { name: 'hour', limit: perHour, windowMs: HOUR_MS },
  ];
  return new RateLimits(windows, concurrent, now);
}
