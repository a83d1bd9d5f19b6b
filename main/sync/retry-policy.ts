import type { Problem, ProblemKind } from '../../connectors/_kit/problem';
import type { Random } from '../ports';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

interface BackOff {
  /** Longest wait after the first failure. */
  readonly firstMs: number;
  /** No wait is longer, however often it failed. */
  readonly ceilingMs: number;
}

/** How long to leave something alone, by what went wrong. */
const BACK_OFF: Readonly<Record<ProblemKind, BackOff>> = {
  offline: { firstMs: 10 * SECOND_MS, ceilingMs: 5 * MINUTE_MS },
  // Without a word from the package on how long to wait.
  'rate-limited': { firstMs: MINUTE_MS, ceilingMs: 15 * MINUTE_MS },
  maintenance: { firstMs: 30 * SECOND_MS, ceilingMs: 15 * MINUTE_MS },
  'bad-response': { firstMs: MINUTE_MS, ceilingMs: 30 * MINUTE_MS },
  // Between an unknown outcome and the next attempt to send, on top of the look-ups.
  'outcome-unknown': { firstMs: MINUTE_MS, ceilingMs: HOUR_MS },
  storage: { firstMs: 30 * SECOND_MS, ceilingMs: 10 * MINUTE_MS },
  cancelled: { firstMs: 10 * SECOND_MS, ceilingMs: MINUTE_MS },
  // Only the office mends these. They are tried again now and then, because a fault of the vendor can look the same.
  'needs-login': { firstMs: 30 * MINUTE_MS, ceilingMs: 4 * HOUR_MS },
  'not-allowed': { firstMs: 15 * MINUTE_MS, ceilingMs: 4 * HOUR_MS },
  rejected: { firstMs: 30 * MINUTE_MS, ceilingMs: 4 * HOUR_MS },
  blocked: { firstMs: 30 * MINUTE_MS, ceilingMs: 4 * HOUR_MS },
  'invalid-input': { firstMs: 30 * MINUTE_MS, ceilingMs: 4 * HOUR_MS },
};

/** Room above what a package asked for, so that many computers do not come back in the same second. */
const MAX_EXTRA_MS = 5 * SECOND_MS;

/**
 * How long to wait, in milliseconds, after the `failures`th failure in a row (1 = the first). Doubles up to a ceiling;
 * the wait is drawn from its upper half, so that computers which failed together do not try again together. What the
 * package itself asked for is never undercut.
 */
export function retryDelayMs(
  problem: Pick<Problem, 'kind' | 'retryAfterMs'>,
  failures: number,
  random: Random,
): number {
  if (problem.retryAfterMs !== undefined) return Math.ceil(problem.retryAfterMs + random() * MAX_EXTRA_MS);
  const { firstMs, ceilingMs } = BACK_OFF[problem.kind];
  const longestMs = Math.min(ceilingMs, firstMs * 2 ** (Math.max(1, failures) - 1));
  return Math.round(longestMs / 2 + (random() * longestMs) / 2);
}
