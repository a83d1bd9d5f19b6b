import type { Clock } from '../../connectors/_kit/clock';
import type { Problem, ProblemKind } from '../../connectors/_kit/problem';
import { assertNever } from '../../connectors/_kit/result';
import type { Random } from '../ports';
import { retryDelayMs } from './retry-policy';

/**
 * Whether something can be used, and if not, until when it is left alone (monotonic milliseconds).
 *
 * ```
 *            failed, passes by itself
 *  working ──────────────────────────► pausing ─┐ failed again: longer
 *     ▲  ▲                              │  │ ◄──┘
 *     │  └────────── worked ◄───────────┘  │ failed, the office must act
 *     │                                    ▼
 *     └───────────── worked ◄────────── stopped
 * ```
 */
export type HealthState =
  | { readonly kind: 'working' }
  | { readonly kind: 'pausing'; readonly problem: Problem; readonly untilMs: number }
  | { readonly kind: 'stopped'; readonly problem: Problem; readonly untilMs: number };

export interface LinkHealth {
  readonly state: () => HealthState;
  /** Milliseconds until it may be tried again; 0 = now. */
  readonly waitLeftMs: () => number;
  /** Leaves it alone for a while, longer each time. What was stopped stays so until it worked. */
  readonly failed: (problem: Problem) => void;
  readonly worked: () => void;
  /** Somebody asks for it, or the computer woke up: it may be tried at once. */
  readonly tryNow: () => void;
}

export interface LinkHealthParts {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly random: Random;
  /** Told when the state became another one, not when only its end moved. */
  readonly onChange: (now: HealthState, before: HealthState) => void;
}

export function createLinkHealth({ clock, random, onChange }: LinkHealthParts): LinkHealth {
  let state: HealthState = { kind: 'working' };
  let failures = 0;

  const become = (next: HealthState): void => {
    const before = state;
    state = next;
    if (before.kind !== next.kind || causeOf(before) !== causeOf(next)) onChange(next, before);
  };

  return {
    state: () => state,
    waitLeftMs: () => (state.kind === 'working' ? 0 : Math.max(0, state.untilMs - clock.monotonicMs())),
    failed: (problem) => {
      failures += 1;
      const untilMs = clock.monotonicMs() + retryDelayMs(problem, failures, random);
      if (needsOffice(problem.kind)) become({ kind: 'stopped', problem, untilMs });
      else if (state.kind === 'stopped') become({ ...state, untilMs });
      else become({ kind: 'pausing', problem, untilMs });
    },
    worked: () => {
      failures = 0;
      become({ kind: 'working' });
    },
    tryNow: () => {
      if (state.kind !== 'working') become({ ...state, untilMs: clock.monotonicMs() });
    },
  };
}

/** Two calls may word the same cause differently; the office is told of it once. */
const causeOf = (state: HealthState): ProblemKind | null => (state.kind === 'working' ? null : state.problem.kind);

/** Whether nothing but an act of the office helps. */
function needsOffice(kind: ProblemKind): boolean {
  switch (kind) {
    case 'needs-login':
    case 'not-allowed':
    case 'rejected':
    case 'blocked':
    case 'invalid-input':
      return true;
    case 'offline':
    case 'rate-limited':
    case 'maintenance':
    case 'bad-response':
    case 'outcome-unknown':
    case 'cancelled':
    case 'storage':
      return false;
    default:
      return assertNever(kind);
  }
}

/** Whether a problem is one of the connection as a whole, so that nothing else is worth trying meanwhile. */
export function concernsLink(kind: ProblemKind): boolean {
  return kind === 'offline' || kind === 'rate-limited' || kind === 'needs-login' || kind === 'storage';
}
