import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { LoginReturn, LoginWait, OpenLoginPage } from '../../main/ports';

/** The way back from a login page, in memory: a test says what comes back, and sees what was opened and closed. */
export class FakeLoginReturn implements LoginReturn {
  /** Addresses that were waited at, and whether they still are. */
  readonly waits: { readonly redirectUri: string; open: boolean }[] = [];
  stateTail = '';
  /** When set, there is no way back: the address belongs to another program. */
  refused: string | null = null;
  private readonly arrived: URLSearchParams[] = [];
  private wake: () => void = () => undefined;

  readonly open = (redirectUri: string): Promise<Result<LoginWait>> => {
    if (this.refused !== null) return Promise.resolve(fail(problem('blocked', this.refused)));
    const wait = { redirectUri, open: true };
    this.waits.push(wait);
    return Promise.resolve(
      ok({
        redirectUri,
        stateTail: this.stateTail,
        answer: (signal) => this.next(signal),
        give: (text) => {
          if (!text.startsWith(redirectUri)) return false;
          this.comeBack(new URL(text).searchParams);
          return true;
        },
        close: () => {
          wait.open = false;
          return Promise.resolve();
        },
      }),
    );
  };

  /** The browser ends at the address with these parameters. */
  comeBack(parameters: URLSearchParams | Readonly<Record<string, string>>): void {
    this.arrived.push(new URLSearchParams(parameters));
    this.wake();
  }

  private async next(signal: AbortSignal): Promise<Result<URLSearchParams>> {
    for (;;) {
      if (signal.aborted) return fail(problem('cancelled', 'cancelled'));
      const parameters = this.arrived.shift();
      if (parameters !== undefined) return ok(parameters);
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }
}

/** The browser of a test: keeps the addresses that were opened, and does with each what the test says. */
export class FakeBrowser {
  readonly opened: URL[] = [];
  /** What the person at the computer does with the page. */
  visit: (page: URL) => void | Promise<void> = () => undefined;

  readonly open: OpenLoginPage = async (url) => {
    const page = new URL(url);
    this.opened.push(page);
    await this.visit(page);
  };
}
