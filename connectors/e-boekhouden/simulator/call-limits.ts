import { amsterdamDay } from '../../_kit/amsterdam-day';
import { RateLimits } from '../../_kit/simulator/rate-limits';
import type { OperationName } from './description';
import type { Quirks } from './quirks';

const MINUTE_MS = 60_000;
/** Manual, 3.12: GetMutaties has a limit of 5,000 calls a month. */
const ENTRY_CALLS_PER_MONTH = 5000;

/** Counts calls. Both limits answer E003.1, and no header tells how long to wait. */
export class CallLimits {
  private readonly perMinute: RateLimits;
  private month = '';
  private entryCalls = 0;

  constructor(
    quirks: Pick<Quirks, 'callsPerMinute'>,
    private readonly now: () => number,
  ) {
    const limit = quirks.callsPerMinute;
    const windows = limit === null ? [] : [{ name: 'minute', limit, windowMs: MINUTE_MS }];
    this.perMinute = new RateLimits(windows, Number.POSITIVE_INFINITY, now);
  }

  /** Whether there is room for this call, which is then counted. */
  take(operation: OperationName): boolean {
    if (!this.perMinute.take().allowed) return false;
    if (operation !== 'GetMutaties') return true;
    this.startMonth();
    if (this.entryCalls >= ENTRY_CALLS_PER_MONTH) return false;
    this.entryCalls += 1;
    return true;
  }

  /** As if this month's calls for entries had all been made. */
  useUpMonth(): void {
    this.startMonth();
    this.entryCalls = ENTRY_CALLS_PER_MONTH;
  }

  /** Begins to count again when a month has begun in the Netherlands. */
  private startMonth(): void {
    const month = amsterdamDay(this.now()).slice(0, 'YYYY-MM'.length);
    if (month === this.month) return;
    this.month = month;
    this.entryCalls = 0;
  }
}
