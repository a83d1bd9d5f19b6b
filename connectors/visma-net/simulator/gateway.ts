import { FixedWindow, type WindowState } from '../../_kit/simulator/fixed-window';
import type { SimulatorResponse } from '../../_kit/simulator/http-exchange';
import type { Access } from './access';
import type { Quirks } from './quirks';

const HOUR_MS = 3_600_000;
/** Page "Change base URL": calls to the old address, for each application. */
const OLD_ADDRESS_LIMIT = 500;

/** A limit by the name that the vendor gives it. Page "Rate limits". */
export type RatePolicy = '4-fixed-window' | '6-fixed-window';

/** Counts the requests of each company and client, and puts the count on every answer. */
export class Gateway {
  private readonly standard: FixedWindow | null;
  private readonly oldAddress: FixedWindow;

  constructor(quirks: Pick<Quirks, 'hourlyLimit'>, now: () => number) {
    this.standard = quirks.hourlyLimit === null ? null : new FixedWindow(quirks.hourlyLimit, HOUR_MS, now);
    this.oldAddress = new FixedWindow(OLD_ADDRESS_LIMIT, HOUR_MS, now);
  }

  /** Answers a request with its place in the limit, or with `tooMany` when there is none left. */
  async limited(
    policy: RatePolicy,
    access: Access | null,
    tooMany: (retryAfterSeconds: number) => SimulatorResponse,
    answer: () => SimulatorResponse | Promise<SimulatorResponse>,
  ): Promise<SimulatorResponse> {
    const window = policy === '4-fixed-window' ? this.standard : this.oldAddress;
    if (window === null) return answer();
    const company = policy === '4-fixed-window' ? (access?.books.company.tenantId ?? '') : '';
    const state = window.take(`${company} ${access?.clientId ?? ''}`);
    const response = state.allowed ? await answer() : tooMany(state.resetSeconds);
    return { ...response, headers: { ...response.headers, ...headersOf(policy, state) } };
  }
}

const headersOf = (policy: RatePolicy, state: WindowState): Record<string, string> => ({
  'x-ratelimit-limit': String(state.limit),
  'x-ratelimit-remaining': String(state.remaining),
  'x-ratelimit-reset': String(state.resetSeconds),
  'x-ratelimit-policy': policy,
  ...(state.allowed ? {} : { 'retry-after': String(state.resetSeconds) }),
});
