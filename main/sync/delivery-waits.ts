import type { Clock } from '../../connectors/_kit/clock';
import type { Problem } from '../../connectors/_kit/problem';
import type { DeliveryState, PdfState } from '../../preload/contract/views';
import type { Random } from '../ports';
import { concernsLink, type LinkHealth } from './link-health';
import { retryDelayMs } from './retry-policy';

export interface DeliveryWaitsParts {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly random: Random;
  /** The connection as a whole. */
  readonly linkHealth: LinkHealth;
  /** Creating documents only, or putting PDFs: pulling may work while rights lack or every write fails. */
  readonly pushHealth: LinkHealth;
}

/** A queue entry or a PDF of one. */
type Waiting = { readonly id: number; readonly state: DeliveryState | PdfState };

/**
 * When each entry of the queue may be acted on, by the monotonic clock and in memory: a wall clock that is set back must
 * not make everything wait, and after a restart everything may be tried at once.
 */
export interface DeliveryWaits {
  /** Milliseconds until this entry may be acted on; 0 = now. */
  readonly leftMs: (entry: Waiting) => number;
  /** Orders entries: who never failed goes first, so that one that fails on and on does not keep the others waiting. */
  readonly compare: (one: Waiting, other: Waiting) => number;
  /** A send was surely not carried out: pauses the link or all sending. Whole milliseconds until the next attempt. */
  readonly sendFailed: (id: number, problem: Problem) => number;
  /** It alone cannot be sent now; nothing else is concerned. Whole milliseconds until the next attempt. */
  readonly notReady: (id: number, problem: Problem) => number;
  /** The package could not be asked: pauses the link, or this entry alone. */
  readonly lookUpFailed: (id: number, problem: Problem) => void;
  /** A bug of ours met this entry; it is tried again later and later. */
  readonly bugMet: (id: number) => void;
  /** The next look-up is this much later. */
  readonly lookUpIn: (id: number, waitMs: number) => void;
  readonly forget: (id: number) => void;
  /** Something was archived, retried or answered: what waits to be sent is due now. */
  readonly nudged: () => void;
  /** The computer woke up: look-ups are due now as well. */
  readonly woken: () => void;
  /** How many entries are left alone. */
  readonly count: () => number;
}

export function createDeliveryWaits({ clock, random, linkHealth, pushHealth }: DeliveryWaitsParts): DeliveryWaits {
  const sendAtMs = new Map<number, number>();
  const lookUpAtMs = new Map<number, number>();
  /** In a row, by entry. */
  const failures = new Map<number, number>();

  const alone = (id: number, problem: Pick<Problem, 'kind' | 'retryAfterMs'>): number => {
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    const waitMs = retryDelayMs(problem, count, random);
    sendAtMs.set(id, clock.monotonicMs() + waitMs);
    lookUpAtMs.set(id, clock.monotonicMs() + waitMs);
    return waitMs;
  };

  return {
    leftMs: ({ id, state }) => {
      const isSend = state === 'waiting';
      const own = (isSend ? sendAtMs : lookUpAtMs).get(id) ?? 0;
      return Math.max(0, own - clock.monotonicMs(), linkHealth.waitLeftMs(), isSend ? pushHealth.waitLeftMs() : 0);
    },
    compare: (one, other) => (sendAtMs.get(one.id) ?? 0) - (sendAtMs.get(other.id) ?? 0),
    sendFailed: (id, problem) => {
      const health = concernsLink(problem.kind) ? linkHealth : pushHealth;
      health.failed(problem);
      sendAtMs.set(id, clock.monotonicMs() + health.waitLeftMs());
      return Math.ceil(health.waitLeftMs());
    },
    notReady: alone,
    lookUpFailed: (id, problem) => {
      if (concernsLink(problem.kind)) linkHealth.failed(problem);
      else alone(id, problem);
    },
    bugMet: (id) => void alone(id, { kind: 'bad-response' }),
    lookUpIn: (id, waitMs) => {
      failures.delete(id);
      lookUpAtMs.set(id, clock.monotonicMs() + waitMs);
    },
    forget: (id) => {
      sendAtMs.delete(id);
      lookUpAtMs.delete(id);
      failures.delete(id);
    },
    nudged: () => sendAtMs.clear(),
    woken: () => {
      sendAtMs.clear();
      lookUpAtMs.clear();
    },
    count: () => new Set([...sendAtMs.keys(), ...lookUpAtMs.keys()]).size,
  };
}
