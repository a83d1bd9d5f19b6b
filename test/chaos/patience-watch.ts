import type { Fetch } from '../../main/ports';
import type { FakeTime } from '../fakes/fake-time';
import type { Violation } from './violation';

/** Watches what leaves the program: it must leave a package alone as long as that asked for. */
export class PatienceWatch {
  readonly violations: Violation[] = [];
  /** By the clock that only goes forward; a program that starts again knows nothing of it. */
  private quietUntilMs = -Infinity;
  private askedAtMs = -Infinity;

  constructor(private readonly time: FakeTime) {}

  /** The program starts. */
  begin(): void {
    this.quietUntilMs = -Infinity;
  }

  watch(fetch: Fetch): Fetch {
    return async (url, init) => {
      const nowMs = this.time.monotonicMs();
      const leftMs = this.quietUntilMs - nowMs;
      // What leaves at the moment in which another request is answered cannot know that answer.
      if (leftMs > 0 && nowMs > this.askedAtMs) {
        this.violations.push({ kind: 'impatient', detail: `${init.method ?? 'GET'} ${url}, ${leftMs} ms too early` });
      }
      const response = await fetch(url, init);
      const seconds = Number(response.headers.get('retry-after') ?? 'none');
      if (response.status === 429 && seconds > 0) {
        this.askedAtMs = this.time.monotonicMs();
        this.quietUntilMs = Math.max(this.quietUntilMs, this.askedAtMs + seconds * 1000);
      }
      return response;
    };
  }
}
