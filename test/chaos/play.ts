/** Plays worlds one after another until enough cycles were played or something was found. */
import { BREAKS } from './breaks';
import type { Violation } from './auditor';
import { CHAOS_PACKAGES } from './packages';
import { World } from './world';

/** Cycles of one world: long enough for one trouble to follow from another. */
const CYCLES_OF_A_WORLD = 25;

export interface PlayRequest {
  /** Of the first world; each later one has the next. */
  readonly seed: number;
  readonly cycles: number;
  /** Name in BREAKS; null = the engine as it is. */
  readonly broken: string | null;
  /** Null: all packages in turn. */
  readonly package: string | null;
  /** Worlds are dealt out among this many players; this one plays those of its number. */
  readonly players: number;
  readonly player: number;
}

export interface PlayEnd {
  readonly cycles: number;
  readonly workOrders: number;
  readonly documents: number;
  readonly crashes: number;
  readonly faults: Readonly<Record<string, number>>;
  /** With the seed of the world, which plays the same again. */
  readonly violations: readonly (Violation & { readonly seed: number; readonly package: string })[];
}

/** `onWorld` is told after each world how many cycles were played; returns whether to go on. */
export async function play(request: PlayRequest, onWorld: (end: PlayEnd) => boolean): Promise<PlayEnd> {
  const broken = request.broken === null ? null : BREAKS[request.broken];
  if (broken === undefined) throw new Error(`There is no break ${request.broken ?? ''}`);
  const only = broken?.package ?? request.package;
  const names = only === null ? Object.keys(CHAOS_PACKAGES) : [only];
  const worlds = Math.ceil(request.cycles / CYCLES_OF_A_WORLD);
  let total: PlayEnd = { cycles: 0, workOrders: 0, documents: 0, crashes: 0, faults: {}, violations: [] };
  for (let index = request.player; index < worlds; index += request.players) {
    const seed = request.seed + index;
    const name = names[seed % names.length] ?? '';
    const chaosPackage = CHAOS_PACKAGES[name];
    if (chaosPackage === undefined) throw new Error(`There is no package ${name}`);
    const cycles = Math.min(CYCLES_OF_A_WORLD, request.cycles - index * CYCLES_OF_A_WORLD);
    const end = await World.play({ seed, cycles, package: chaosPackage, broken });
    total = {
      cycles: total.cycles + end.cycles,
      workOrders: total.workOrders + end.workOrders,
      documents: total.documents + end.documents,
      crashes: total.crashes + end.crashes,
      faults: sum(total.faults, Object.fromEntries(end.faults)),
      violations: [...total.violations, ...end.violations.map((one) => ({ ...one, seed, package: name }))],
    };
    if (!onWorld(total)) break;
  }
  return total;
}

export function sum(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...names].sort().map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}
