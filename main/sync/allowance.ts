import type { Clock } from '../../connectors/_kit/clock';
import type { CallsLeft } from '../../connectors/_kit/connector';
import type { CallAllowance } from '../../connectors/_kit/manifest';
import { problem, type Problem } from '../../connectors/_kit/problem';
import type { AllowanceStatus } from '../../preload/contract/views';
import type { Lane } from './pacing';

/** The calls that a package takes in an hour or a day, and the part of them that is left to deliveries. */
export interface Allowance {
  /** Why a call may not be made now; null when it may. Deliveries may use the last one, pulling leaves the reserve. */
  readonly refusal: (lane: Lane) => Problem | null;
  /** A call leaves; what is returned is to be told its answer, or that none came. */
  readonly begin: () => (told: CallsLeft | null) => void;
  /** Null when the package limits none, or did not tell yet. */
  readonly status: () => AllowanceStatus | null;
}

const PERIOD_MS = { hour: 60 * 60 * 1_000, day: 24 * 60 * 60 * 1_000 } as const;

/**
 * Counts what the package told last down with every call that left since, and believes a new word over its own count; where
 * a package tells nothing, it counts its own calls in the period. In memory: the first answer after a start tells again, and
 * one that was counted too high is refused by the package with a Retry-After.
 */
export function createAllowance(declared: CallAllowance | null, clock: Clock): Allowance {
  /** By the monotonic clock. */
  let told: { left: number; readonly refilledAtMs: number } | null = null;
  let ownCallsAtMs: number[] = [];
  let underWay = 0;

  const left = (): { readonly count: number; readonly refilledAtMs: number } | null => {
    if (declared === null) return null;
    const nowMs = clock.monotonicMs();
    if (declared.requests === null) {
      if (told !== null && nowMs >= told.refilledAtMs) told = null;
      return told && { count: told.left, refilledAtMs: told.refilledAtMs };
    }
    const periodMs = PERIOD_MS[declared.per];
    ownCallsAtMs = ownCallsAtMs.filter((atMs) => atMs > nowMs - periodMs);
    const count = declared.requests - ownCallsAtMs.length;
    return { count, refilledAtMs: (ownCallsAtMs[0] ?? nowMs) + periodMs };
  };

  return {
    refusal: (lane) => {
      const now = left();
      if (declared === null || now === null) return null;
      if (now.count > (lane === 'pull' ? declared.reserve : 0)) return null;
      const wait = { retryAfterMs: Math.max(1, now.refilledAtMs - clock.monotonicMs()) };
      // No `rate-limited` while deliveries may go on: that would hold up the whole connection.
      return now.count > 0
        ? problem('maintenance', 'calls-kept-for-deliveries', { left: now.count }, wait)
        : problem('rate-limited', declared.per === 'day' ? 'day-limit' : 'rate-limited', {}, wait);
    },
    begin: () => {
      if (declared?.requests != null) ownCallsAtMs.push(clock.monotonicMs());
      if (told !== null) told.left = Math.max(0, told.left - 1);
      underWay += 1;
      return (answer) => {
        underWay -= 1;
        if (answer === null || declared?.requests !== null) return;
        // Those that are under way still are not in its count.
        const count = Math.max(0, answer.remaining - underWay);
        told = {
          left: count,
          refilledAtMs: clock.monotonicMs() + Math.min(answer.refilledInMs, PERIOD_MS[declared.per]),
        };
      };
    },
    status: () => {
      const now = left();
      if (declared === null || now === null) return null;
      return {
        left: Math.max(0, now.count),
        per: declared.per,
        refilledAtMs: clock.nowMs() + Math.ceil(now.refilledAtMs - clock.monotonicMs()),
        pullsWait: now.count <= declared.reserve,
      };
    },
  };
}
