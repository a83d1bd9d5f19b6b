/** What goes wrong, decided by a seed alone: the same seed gives the same troubles at the same moments. */
import type { Fault, FaultMatch } from '../../connectors/_kit/simulator/faults';
import { SeededRandom } from '../../connectors/_kit/simulator/random';
import { WRITE_TIMEOUT_MS } from '../../main/sync/transport';
import { BOUNDARY_PLACES, type BoundaryOrder } from './boundary-places';
import { CALLS, type Call, type Calls } from './calls';
import { drawFault, FAMILIES, type Family } from './fault-draw';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const FAULT_FAMILIES = Object.keys(FAMILIES) as readonly Family[];
/** Families of trouble. */
export const TROUBLES = [
  ...FAULT_FAMILIES,
  'late',
  'kills',
  'disk',
  'clock',
  'sleep',
  'tokens',
  'office',
  'restore',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Just within the shortest quiet period of all packages; the vendors' gateways give up before. */
const LATEST_ARRIVAL_MS = 145_000;

/** Troubles that lead to a bug only together, and would seldom meet among all the others. */
const TOGETHER: readonly (readonly Trouble[])[] = [
  ['late', 'clock'],
  ['late', 'clock', 'kills'],
  ['late', 'sleep'],
  ['network', 'kills'],
  ['network', 'disk'],
  ['errors', 'kills'],
  ['answers', 'kills'],
  ['limits', 'kills'],
  ['slow', 'kills'],
  ['refusals', 'office'],
  ['tokens', 'kills'],
  ['tokens', 'network'],
  ['tokens', 'disk'],
  ['restore', 'network'],
  ['restore', 'kills'],
];
const SHARE_OF_WORLDS_WITH_ONE_TROUBLE = 0.2;
const SHARE_OF_WORLDS_WITH_FEW = 0.5;
const INTENSITIES = [0.05, 0.2, 0.5, 0.8] as const;
/** The troubles of a world of few must meet within one or two cycles. */
const INTENSITIES_OF_FEW = [0.5, 0.8] as const;
/** A backup is put back once in a while: what follows from it takes its time. */
const SHARE_OF_RESTORES = 0.25;
const SHARE_OF_BACKUPS = 0.4;
/** A world ends before a login ends by itself, which is after 30 days at Visma.net. */
const MOST_SLEEP_MS = 20 * 24 * HOUR_MS;
/** How long it may be until something else happens: long enough for a pull, or just longer than a request may take. */
const PAUSES_MS = [5_000, 20_000, 65_000, 3 * MINUTE_MS, 12 * MINUTE_MS] as const;
const SHARE_WITH_RESTORE = 0.2;
/** Creates are few among all calls, and most depends on them. */
const AIMS: readonly Call[] = ['create', 'create', 'create', ...CALLS];
/** The others fall on whatever request comes. */
const SHARE_AIMED = 0.6;
/** The others fall at any boundary. */
const SHARE_OF_AIMED_KILLS = 0.4;

export class Nemesis {
  private readonly random: SeededRandom;
  private readonly troubles: ReadonlySet<Trouble>;
  private readonly intensity: number;
  /** What was done, apart from faults of requests: those show in what the package recorded. */
  readonly counts = new Map<string, number>();
  private sleptMs = 0;

  constructor(
    seed: number,
    private readonly calls: Calls,
    /** Wall clock of the package, UTC ms. */
    private readonly vendorNowMs: () => number,
  ) {
    this.random = new SeededRandom(seed, 'nemesis');
    const kind = this.random.fraction();
    const isFew = kind < SHARE_OF_WORLDS_WITH_FEW;
    const isSingle = !isFew && kind < SHARE_OF_WORLDS_WITH_FEW + SHARE_OF_WORLDS_WITH_ONE_TROUBLE;
    // Files take time: among all the others, backups are put back in few worlds.
    const all = this.random.chance(SHARE_WITH_RESTORE) ? TROUBLES : TROUBLES.filter((one) => one !== 'restore');
    this.troubles = new Set(isFew ? this.random.pick(TOGETHER) : isSingle ? [this.random.pick(TROUBLES)] : all);
    this.intensity = this.random.pick(isFew ? INTENSITIES_OF_FEW : INTENSITIES);
  }

  /** Faults of the package and the way to it, for the requests of one cycle. */
  faults(): readonly Fault[] {
    const faults: Fault[] = [];
    for (const family of FAULT_FAMILIES) {
      if (this.strikes(family)) faults.push(...this.some(() => this.fault(family)));
    }
    if (this.strikes('late')) {
      const delayMs = this.random.whole(this.random.pick([1_000, WRITE_TIMEOUT_MS]), LATEST_ARRIVAL_MS);
      faults.push({ kind: 'late-commit', delayMs, match: { ...this.aimAt('create'), nth: this.random.whole(1, 2) } });
    }
    return faults;
  }

  /** Where the program is killed in this cycle; null = it lives on. */
  kill(): BoundaryOrder | null {
    if (!this.strikes('kills')) return null;
    if (!this.random.chance(SHARE_OF_AIMED_KILLS)) return { place: null, nth: this.random.whole(1, 60) };
    return { place: this.random.pick(BOUNDARY_PLACES), nth: this.random.whole(1, 3) };
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
    const sleepMs = this.random.pick([10 * MINUTE_MS, 8 * HOUR_MS, 72 * HOUR_MS]);
    if (this.sleptMs + sleepMs > MOST_SLEEP_MS) return 0;
    this.sleptMs += sleepMs;
    this.count('sleep');
    return sleepMs;
  }

  /** Which tokens stop now: none, all that were given out, or the login itself. */
  endsGrants(): 'none' | 'tokens' | 'login' {
    if (!this.strikes('tokens')) return 'none';
    const what = this.random.pick(['tokens', 'tokens', 'login'] as const);
    this.count(what);
    return what;
  }

  /** Whether the office changes its books in this cycle. */
  officeWorks(): boolean {
    return this.strikes('office');
  }

  /** Whether the backup is put back that was made last. */
  restores(): boolean {
    const does = this.strikes('restore') && this.random.chance(SHARE_OF_RESTORES);
    if (does) this.count('restore');
    return does;
  }

  /** Where a backup is made in this cycle; null = none. */
  backup(): BoundaryOrder | null {
    if (!this.troubles.has('restore') || !this.random.chance(SHARE_OF_BACKUPS)) return null;
    return { place: this.random.pick(['queue.', 'pdfs.', null]), nth: this.random.whole(1, 6) };
  }

  /** For what is ordinary in a world: how many work orders, how long until the next cycle. */
  whole(low: number, high: number): number {
    return this.random.whole(low, high);
  }

  chance(share: number): boolean {
    return this.random.chance(share);
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

  private fault(family: Family): Fault {
    const drawn = drawFault(family, this.random, this.vendorNowMs());
    const times = this.random.pick([1, 1, 3]);
    const match = this.random.chance(SHARE_AIMED)
      ? { ...this.aimAt(this.random.pick(AIMS)), nth: this.random.whole(1, 3) }
      : { nth: this.random.whole(1, 30) };
    return { ...drawn, match: { ...match, times } };
  }

  /** Any request where the package has no such call. */
  private aimAt(call: Call): FaultMatch {
    const matches = this.calls[call];
    return matches.length === 0 ? {} : this.random.pick(matches);
  }

  private count(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1);
  }
}
