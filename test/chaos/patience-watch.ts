import type { Fetch } from '../../main/ports';
import type { Violation } from './violation';

/** Statuses with which a package may ask to be left alone. */
const ASKING: ReadonlySet<number> = new Set([429, 503]);

/** Watches what leaves the program: it must leave a package alone as long as that asked for, also when it is started again. */
export class PatienceWatch {
  readonly violations: Violation[] = [];
  private quietUntilMs = -Infinity;
  private askedAtMs = -Infinity;
  /** What was asked may not be known at the next start, for a reason that is not the program. */
  private isForgivable = false;
  private isEnded = false;
  /** How often the program ended. */
  private ends = 0;

  /** `nowMs`: a clock that nobody sets, and that goes on while the computer sleeps. */
  constructor(private readonly nowMs: () => number) {}

  /** The clock of the computer was set, its disk did not take the pause, or a backup was put back. */
  forgive(): void {
    if (this.isEnded) this.quietUntilMs = -Infinity;
    else this.isForgivable = true;
  }

  /** The program ended: what it was told at this moment, nobody knows any more. */
  ended(): void {
    if (this.isForgivable || this.askedAtMs === this.nowMs()) this.quietUntilMs = -Infinity;
    this.isForgivable = false;
    this.isEnded = true;
    this.ends += 1;
  }

  watch(fetch: Fetch): Fetch {
    return async (url, init) => {
      this.isEnded = false;
      const nowMs = this.nowMs();
      const leftMs = this.quietUntilMs - nowMs;
      // What leaves at the moment in which another request is answered cannot know that answer.
      if (leftMs > 0 && nowMs > this.askedAtMs) {
        this.violations.push({ kind: 'impatient', detail: `${init.method ?? 'GET'} ${url}, ${leftMs} ms too early` });
      }
      const { ends } = this;
      const response = await fetch(url, init);
      // The program that asked is gone: nobody hears the answer.
      if (ends !== this.ends) return response;
      const forMs = ASKING.has(response.status) ? this.askedForMs(response.headers.get('retry-after')) : 0;
      if (forMs > 0) {
        this.askedAtMs = this.nowMs();
        this.quietUntilMs = Math.max(this.quietUntilMs, this.askedAtMs + forMs);
      }
      return response;
    };
  }

  /** For how long, in milliseconds: seconds, or the moment until when. */
  private askedForMs(text: string | null): number {
    if (text === null) return 0;
    return /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - this.nowMs();
  }
}
