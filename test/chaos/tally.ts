/** Adds up what was found in many worlds. */
import type { PlayedWorld } from './play';
import { VIOLATIONS, type Violation } from './violation';

export interface FoundViolation extends Violation {
  readonly seed: number;
  readonly package: string;
}

const MOST_SHOWN = 20;

export class Tally {
  cycles = 0;
  found = 0;
  private readonly foundByKind = new Map<Violation['kind'], number>();
  /** The first ones. */
  private readonly shown: FoundViolation[] = [];
  private workOrders = 0;
  private documents = 0;
  private crashes = 0;
  private readonly faults = new Map<string, number>();
  private readonly faultsAt = new Map<string, number>();
  private readonly deaths = new Map<string, number>();

  add(world: PlayedWorld): void {
    this.cycles += world.cycles;
    this.workOrders += world.workOrders;
    this.documents += world.documents;
    this.crashes += world.crashes;
    addTo(this.faults, world.faults);
    addTo(this.faultsAt, world.faultsAt);
    addTo(this.deaths, world.deaths);
    const { seed, package: packageName } = world;
    this.found += world.violations.length;
    for (const one of world.violations) {
      this.foundByKind.set(one.kind, (this.foundByKind.get(one.kind) ?? 0) + 1);
      if (this.shown.length < MOST_SHOWN) this.shown.push({ ...one, seed, package: packageName });
    }
  }

  /** As `npm run chaos -- --json` prints it. */
  report(): Readonly<Record<string, unknown>> {
    const counts = VIOLATIONS.map((kind) => [
      kind.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase()),
      this.foundByKind.get(kind) ?? 0,
    ]);
    return {
      cycles: this.cycles,
      workOrders: this.workOrders,
      documents: this.documents,
      ...(Object.fromEntries(counts) as Record<string, number>),
      faults: inOrder(this.faults),
      crashes: this.crashes,
      faultsAt: inOrder(this.faultsAt),
      crashesAt: inOrder(this.deaths),
      violations: this.shown,
    };
  }
}

function addTo(sums: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + count);
}

const inOrder = (counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
