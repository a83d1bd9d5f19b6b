import type { Clock } from '../../connectors/_kit/clock';

/** What an empty look-up proves. `absent`: surely not there. Otherwise look again after `waitMs` (monotonic). */
export type Verdict = { readonly kind: 'absent' } | { readonly kind: 'too-early' | 'first'; readonly waitMs: number };

export interface QuietPeriods {
  /** The period of this entry begins now: it was sent, or its look-up began again. */
  readonly begin: (id: number, quietMs: number) => void;
  readonly isRunning: (id: number) => boolean;
  /** Judges a look-up that found nothing and that was asked at `askedAtMs` (monotonic). */
  readonly judge: (id: number, askedAtMs: number) => Verdict;
  /** All periods begin again, as after a restart: a suspended computer may only now send what it had in its buffers. */
  readonly beginAgain: () => void;
  readonly end: (id: number) => void;
}

interface Period {
  readonly quietMs: number;
  beganAtMs: number;
  /** First empty look-up after the period; null = not yet. */
  firstAbsentAtMs: number | null;
}

/**
 * When "not found" may be believed: after a quiet period since the send in which a late request could still arrive, and
 * after a second look-up `repeatMs` later, because an index may lag. Measured on the monotonic clock of this process, so
 * that it begins again at every start and no clock change can shorten it.
 */
export function createQuietPeriods(clock: Pick<Clock, 'monotonicMs'>, repeatMs: number): QuietPeriods {
  const periods = new Map<number, Period>();

  return {
    begin: (id, quietMs) => {
      periods.set(id, { quietMs, beganAtMs: clock.monotonicMs(), firstAbsentAtMs: null });
    },
    isRunning: (id) => periods.has(id),
    judge: (id, askedAtMs) => {
      const period = periods.get(id);
      if (period === undefined) throw new Error(`No quiet period was begun for entry ${id}`);
      const quietAtMs = period.beganAtMs + period.quietMs;
      if (askedAtMs < quietAtMs) return { kind: 'too-early', waitMs: quietAtMs - clock.monotonicMs() };
      if (period.firstAbsentAtMs === null) {
        period.firstAbsentAtMs = askedAtMs;
        return { kind: 'first', waitMs: repeatMs };
      }
      const leftMs = period.firstAbsentAtMs + repeatMs - askedAtMs;
      return leftMs > 0 ? { kind: 'first', waitMs: leftMs } : { kind: 'absent' };
    },
    beginAgain: () => {
      for (const period of periods.values()) {
        period.beganAtMs = clock.monotonicMs();
        period.firstAbsentAtMs = null;
      }
    },
    end: (id) => {
      periods.delete(id);
    },
  };
}
