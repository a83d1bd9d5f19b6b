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
  readonly violations: FoundViolation[] = [];
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
    this.violations.push(...world.violations.map((one) => ({ ...one, seed, package: packageName })));
  }

  /** As `npm run chaos -- --json` prints it. */
  report(): Readonly<Record<string, unknown>> {
    const counts = VIOLATIONS.map((kind) => [
      kind.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase()),
      this.violations.filter((one) => one.kind === kind).length,
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
      violations: this.violations.slice(0, MOST_SHOWN),
    };
  }
}

function addTo(sums: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + count);
}

const inOrder = (counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
