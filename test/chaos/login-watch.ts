import type { Fetch } from '../../main/ports';
import type { FakeTime } from '../fakes/fake-time';
import type { Violation } from './violation';

/** The address at which each package gives tokens ends so. */
const TOKEN_PATH = /\/token$/i;
/** Billit's question of whose login this is: a refusal of it can be about nothing but the login. */
const LOGIN_PATH = '/account/accountInformation';

/**
 * Watches the renewals of a login. A refresh token works once, so that an answer that is lost ends the login; that is the
 * only excuse for asking the office to log in again.
 */
export class LoginWatch {
  readonly violations: Violation[] = [];
  private underWay = 0;
  /** Calls in a row that were refused because the token had ended, or as if it had. */
  private refusals = 0;
  /** An answer was lost on its way, or with the program, or the keychain did not take it. */
  private isExcused = false;
  /** When the last answer came (monotonic) that is not in the keychain yet; null = none. */
  private unkeptSinceMs: number | null = null;

  constructor(
    private readonly time: FakeTime,
    /** The fault that the package played on its newest request of this path, or none. */
    private readonly faultOn: (path: string) => string | undefined,
  ) {}

  watch(fetch: Fetch): Fetch {
    return async (url, init) => {
      const { pathname } = new URL(url);
      if (!TOKEN_PATH.test(pathname)) return this.called(fetch(url, init), pathname);
      this.underWay += 1;
      if (this.underWay > 1) this.violations.push({ kind: 'two-renewals', detail: `${this.underWay} at once` });
      try {
        // Called first, so that the newest request is this one.
        const answer = fetch(url, init);
        await Promise.resolve();
        this.excuse(pathname);
        const response = await answer;
        if (response.ok) this.unkeptSinceMs = this.time.monotonicMs();
        return response;
      } finally {
        // Over a socket it arrives only now.
        this.excuse(pathname);
        this.underWay -= 1;
      }
    };
  }

  private excuse(path: string): void {
    if (this.faultOn(path) !== undefined) this.isExcused = true;
  }

  /** A refusal without a word is how packages refuse a login: one whose body was lost cannot be told from it. */
  private async called(answer: Promise<Response>, path: string): Promise<Response> {
    const inMemory = this.faultOn(path);
    const response = await answer;
    const fault = inMemory ?? this.faultOn(path);
    if (response.status === 401 && (fault === 'empty' || (fault === 'status' && path.endsWith(LOGIN_PATH))))
      this.isExcused = true;
    // One refusal is answered with a renewal; who is refused again with the new token has no other way.
    if (response.status === 401) this.refusals += 1;
    else if (response.ok) this.refusals = 0;
    if (this.refusals > 1 && fault === 'status') this.isExcused = true;
    return response;
  }

  /** Somebody withdrew the login at the package. */
  withdrawn(): void {
    this.isExcused = true;
  }

  /** The keychain was asked to keep what came, and did or did not. */
  kept(wasWritten: boolean): void {
    if (!wasWritten) this.isExcused = true;
    this.unkeptSinceMs = null;
  }

  /** The program ended. */
  ended(): void {
    const wasAnsweredNow = this.unkeptSinceMs === this.time.monotonicMs();
    if (this.underWay > 0 || wasAnsweredNow) this.isExcused = true;
    this.underWay = 0;
    this.unkeptSinceMs = null;
  }

  /** The program asks for a login. */
  askedFor(why: string): void {
    if (!this.isExcused) this.violations.push({ kind: 'logged-out', detail: why });
  }

  loggedIn(): void {
    this.isExcused = false;
  }
}
