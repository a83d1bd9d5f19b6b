import { BREAKS } from './breaks';
import { CYCLES_OF_A_WORLD, playWorld } from './play';
import { playTogether } from './players';
import type { Violation } from './violation';

/** Until then a broken engine must have been caught. */
const MOST_CYCLES = 20_000;

export interface BreakEnd {
  readonly break: string;
  readonly caught: boolean;
  /** Cycles that were played until it was caught. */
  readonly cycles: number;
  /** Of the world in which it was caught. */
  readonly seed: number | null;
  readonly violation: Violation | null;
}

/** Plays with a broken engine until that shows. */
export async function catchBreak(broken: string, seed: number, cycles: number | null): Promise<BreakEnd> {
  const known = BREAKS[broken];
  if (known === undefined) throw new Error(`There is no break ${broken}`);
  const { shows, package: packageName } = known;
  let played = 0;
  let caught: { readonly seed: number; readonly violation: Violation } | null = null;
  const request = { seed, cycles: cycles ?? MOST_CYCLES, broken, package: packageName };
  await playTogether(request, (world) => {
    if (caught !== null) return false;
    played += world.cycles;
    const violation = world.violations.find(({ kind }) => shows.includes(kind));
    if (violation !== undefined) caught = { seed: world.seed, violation };
    return caught === null;
  });
  const found = caught as { readonly seed: number; readonly violation: Violation } | null;
  return {
    break: broken,
    caught: found !== null,
    cycles: played,
    seed: found?.seed ?? null,
    violation: found?.violation ?? null,
  };
}

/** Plays only the world that is known to show a break. */
export async function catchBreakAgain(broken: string, seed: number): Promise<BreakEnd> {
  const known = BREAKS[broken];
  if (known === undefined) throw new Error(`There is no break ${broken}`);
  const { shows, package: packageName } = known;
  const { cycles, violations } = await playWorld({ seed, cycles: CYCLES_OF_A_WORLD, package: packageName, broken });
  const violation = violations.find(({ kind }) => shows.includes(kind)) ?? null;
  return { break: broken, caught: violation !== null, cycles, seed, violation };
}
