/** What goes wrong, decided by a seed alone: the same seed gives the same troubles at the same moments. */
import type { Fault, FaultKind } from '../../connectors/_kit/simulator/faults';
import { SeededRandom } from '../../connectors/_kit/simulator/random';
import { WRITE_TIMEOUT_MS } from '../../main/sync/transport';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Families of trouble. */
export const TROUBLES = ['network', 'answers', 'late', 'kills', 'disk', 'clock', 'sleep', 'tokens', 'office'] as const;
export type Trouble = (typeof TROUBLES)[number];

const NETWORK: readonly FaultKind[] = [
  'refuse',
  'reset-before',
  'reset-after-commit',
  'timeout-before',
  'timeout-after-commit',
];
const ANSWERS: readonly FaultKind[] = [
  'status',
  'rate-limited',
  'html',
  'truncated',
  'truncated-headers',
  'wrong-content-type',
  'empty',
  'bad-json',
  'wrong-shape',
  'bad-gzip',
  'byte-order-mark',
];
const STATUSES = [500, 502, 503, 504] as const;
/** Just within the shortest quiet period of all packages; the vendors' gateways give up before. */
const LATEST_ARRIVAL_MS = 145_000;

/** Troubles that lead to a bug only together, and would seldom meet among all the others. */
const TOGETHER: readonly (readonly Trouble[])[] = [
  ['late', 'clock'],
  ['late', 'clock', 'kills'],
  ['late', 'sleep'],
  ['network', 'kills'],
  ['network', 'disk'],
  ['answers', 'kills'],
  ['tokens', 'kills'],
  ['tokens', 'network'],
  ['tokens', 'disk'],
];
const SHARE_OF_WORLDS_WITH_ONE_TROUBLE = 0.2;
const SHARE_OF_WORLDS_WITH_FEW = 0.45;
const INTENSITIES = [0.05, 0.2, 0.5, 0.8] as const;
/** The troubles of a world of few must meet within one or two cycles. */
const INTENSITIES_OF_FEW = [0.5, 0.8] as const;
/** How long it may be until something else happens: long enough for a pull, or just longer than a request may take. */
const PAUSES_MS = [5_000, 20_000, 65_000, 3 * MINUTE_MS, 12 * MINUTE_MS] as const;

export class Nemesis {
  private readonly random: SeededRandom;
  private readonly troubles: ReadonlySet<Trouble>;
  private readonly intensity: number;
  readonly counts = new Map<string, number>();

  constructor(seed: number) {
    this.random = new SeededRandom(seed, 'nemesis');
    const kind = this.random.fraction();
    const isFew = kind < SHARE_OF_WORLDS_WITH_FEW;
    const isSingle = !isFew && kind < SHARE_OF_WORLDS_WITH_FEW + SHARE_OF_WORLDS_WITH_ONE_TROUBLE;
    this.troubles = new Set(isFew ? this.random.pick(TOGETHER) : isSingle ? [this.random.pick(TROUBLES)] : TROUBLES);
    this.intensity = this.random.pick(isFew ? INTENSITIES_OF_FEW : INTENSITIES);
  }

  /** Faults of the package and the way to it, for the requests of one cycle. */
  faults(): readonly Fault[] {
    const faults: Fault[] = [];
    if (this.strikes('network')) faults.push(...this.some(() => this.fault(this.random.pick(NETWORK))));
    if (this.strikes('answers')) faults.push(...this.some(() => this.fault(this.random.pick(ANSWERS))));
    if (this.strikes('late')) {
      const delayMs = this.random.whole(this.random.pick([1_000, WRITE_TIMEOUT_MS]), LATEST_ARRIVAL_MS);
      faults.push({ kind: 'late-commit', delayMs, match: { method: 'POST', nth: this.random.whole(1, 3) } });
    }
    for (const { kind } of faults) this.count(kind);
    return faults;
  }

  /** After how many boundaries the program is killed in this cycle; null = it lives on. */
  kill(): number | null {
    if (!this.strikes('kills')) return null;
    this.count('kill');
    return this.random.whole(1, 60);
  }

  /** Whether the disk refuses one of the next writes; the number of the write, or null. */
  refusedWrite(): number | null {
    if (!this.strikes('disk')) return null;
    this.count('disk');
    return this.random.whole(1, 40);
  }

  /** How far from the right time somebody sets the clock of the computer: not at all, once, or again at once. */
  wrongClocksMs(): readonly number[] {
    if (!this.strikes('clock')) return [];
    this.count('clock');
    return Array.from({ length: this.random.whole(1, 2) }, () => this.random.whole(-48 * 60, 48 * 60) * MINUTE_MS);
  }

  /** How long the computer sleeps, or 0. */
  sleepMs(): number {
    if (!this.strikes('sleep')) return 0;
    this.count('sleep');
    return this.random.pick([10 * MINUTE_MS, 8 * HOUR_MS, 72 * HOUR_MS]);
  }

  /** Whether all tokens that were given out stop now. */
  endsGrants(): boolean {
    const does = this.strikes('tokens');
    if (does) this.count('token');
    return does;
  }

  /** Whether the office changes its books in this cycle. */
  officeWorks(): boolean {
    return this.strikes('office');
  }

  /** For what is ordinary in a world: how many work orders, how long until the next cycle. */
  whole(low: number, high: number): number {
    return this.random.whole(low, high);
  }

  /** How long it is quiet, in milliseconds. */
  pauseMs(): number {
    return this.random.pick(PAUSES_MS);
  }

  private strikes(trouble: Trouble): boolean {
    // Drawn in any case, so that one trouble less changes nothing about the others.
    const drawn = this.random.chance(this.intensity);
    return drawn && this.troubles.has(trouble);
  }

  private some<T>(make: () => T): T[] {
    return Array.from({ length: this.random.whole(1, 3) }, make);
  }

  private fault(kind: FaultKind): Fault {
    const match = { nth: this.random.whole(1, 30), times: this.random.pick([1, 1, 3]) };
    const isStatus = kind === 'status';
    const afterCommit = this.random.chance(0.5);
    return {
      kind,
      match,
      ...(isStatus ? { status: this.random.pick(STATUSES), afterCommit } : {}),
      ...(kind === 'rate-limited' ? { retryAfterSeconds: this.random.pick([1, 30, 300]), afterCommit: false } : {}),
      ...(kind === 'refuse' ? { delayMs: this.random.whole(1_000, 600_000) } : {}),
      ...(kind === 'html' || kind === 'empty' ? { afterCommit } : {}),
    };
  }

  private count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}
