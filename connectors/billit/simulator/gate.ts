import type { SimulatorRequest, SimulatorResponse } from '../../_kit/simulator/http-exchange';
import { RateLimits } from '../../_kit/simulator/rate-limits';
import type { Account, CompanyBooks } from './books';
import type { Login } from './login';
import { loginMissing, loginRefused, notAllowed, tooManyRequests } from './problems';
import type { Quirks } from './quirks';

const MINUTE_MS = 60_000;
const CALLS_PER_MINUTE = 60;

/** What stands before every call to /v1: the login, the company of the header PartyID, and a limit when there is one. */
export class Gate {
  private readonly limits: RateLimits;

  constructor(
    private readonly login: Login,
    private readonly account: Account,
    private readonly quirks: Pick<Quirks, 'limits' | 'retryAfterHeader' | 'missingPartyID'>,
    now: () => number,
  ) {
    const minute = { name: 'minute', limit: CALLS_PER_MINUTE, windowMs: MINUTE_MS };
    this.limits = new RateLimits(quirks.limits === 'none' ? [] : [minute], Number.POSITIVE_INFINITY, now);
  }

  /** Lets a request of the account through; `release` must be called when it is over. */
  admit(request: SimulatorRequest): { readonly release: () => void } | { readonly refusal: SimulatorResponse } {
    const login = this.login.check(request);
    if (login === null) return { refusal: loginMissing() };
    if (login !== 'valid') return { refusal: loginRefused(login) };
    const decision = this.limits.take();
    if (decision.allowed) return decision;
    const { retryAfterSeconds } = decision;
    return {
      refusal: tooManyRequests(
        retryAfterSeconds,
        this.quirks.retryAfterHeader === 'yes' ? { 'retry-after': String(retryAfterSeconds) } : {},
      ),
    };
  }

  /** The company that the request is about. One that the user may not open, or not by a program, is a 401 without body. */
  companyOf(request: SimulatorRequest): CompanyBooks | { readonly refusal: SimulatorResponse } {
    const partyId = request.headers.partyid?.trim() ?? '';
    const asked = partyId === '' ? this.firstCompany() : this.account.company(partyId);
    return asked?.company.apiAllowed === true ? asked : { refusal: notAllowed() };
  }

  private firstCompany(): CompanyBooks | null {
    return this.quirks.missingPartyID === 'refuse' ? null : (this.account.open()[0] ?? null);
  }
}
