/** Plays worlds one after another. */
import { BREAKS } from './breaks';
import { CHAOS_PACKAGES } from './packages';
import { World, type WorldEnd } from './world';

/** Cycles of one world: long enough for one trouble to follow from another. */
export const CYCLES_OF_A_WORLD = 25;

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

type Counts = Readonly<Record<string, number>>;

/** Plain data: it goes from one process to another. */
export interface PlayedWorld extends Omit<WorldEnd, 'trace' | 'faults' | 'faultsAt' | 'deaths'> {
  /** Plays the same world again, in this package. */
  readonly seed: number;
  readonly package: string;
  readonly faults: Counts;
  readonly faultsAt: Counts;
  readonly deaths: Counts;
}

export async function* play(request: PlayRequest): AsyncGenerator<PlayedWorld> {
  const broken = request.broken === null ? null : known(BREAKS, request.broken);
  const only = broken?.package ?? request.package;
  const names = only === null ? Object.keys(CHAOS_PACKAGES) : [only];
  const worlds = Math.ceil(request.cycles / CYCLES_OF_A_WORLD);
  for (let index = request.player; index < worlds; index += request.players) {
    const seed = request.seed + index;
    const name = names[seed % names.length] ?? '';
    const cycles = Math.min(CYCLES_OF_A_WORLD, request.cycles - index * CYCLES_OF_A_WORLD);
    yield await playWorld({ seed, cycles, package: name, broken: request.broken });
  }
}

/** One world, in one package. */
export async function playWorld(request: {
  readonly seed: number;
  readonly cycles: number;
  readonly package: string;
  readonly broken: string | null;
  /** See `WorldOptions`. */
  readonly together?: boolean;
}): Promise<PlayedWorld> {
  const { seed, package: name, cycles } = request;
  const end = await World.play({
    seed,
    cycles,
    package: known(CHAOS_PACKAGES, name),
    broken: request.broken === null ? null : known(BREAKS, request.broken),
    ...(request.together === undefined ? {} : { together: request.together }),
  });
  const { workOrders, documents, crashes, violations, traceHash } = end;
  const [faults, faultsAt, deaths] = [end.faults, end.faultsAt, end.deaths].map((counts) =>
    Object.fromEntries(counts),
  ) as [Counts, Counts, Counts];
  return {
    seed,
    package: name,
    cycles,
    workOrders,
    documents,
    crashes,
    faults,
    faultsAt,
    deaths,
    violations,
    traceHash,
  };
}

function known<T>(all: Readonly<Record<string, T>>, name: string): T {
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (found === undefined) throw new Error(`There is no ${name}. Known: ${Object.keys(all).join(', ')}`);
  return found;
}
