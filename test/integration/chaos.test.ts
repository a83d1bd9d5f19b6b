/** A short chaos at every test; `npm run chaos` plays as many worlds as one likes (docs/reliability.md). */
import { describe, expect, it } from 'vitest';
import { BREAKS } from '../chaos/breaks';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { playWorld } from '../chaos/play';
import { REGRESSIONS } from '../chaos/regressions';

const PACKAGES = Object.keys(CHAOS_PACKAGES);
const CYCLES = 25;
const TIMEOUT_MS = 60_000;

describe('a world full of trouble', () => {
  it.each(PACKAGES)(
    'loses nothing and sends nothing twice: %s',
    async (name) => {
      for (const seed of [1, 2]) {
        const { violations } = await playWorld({ seed, cycles: CYCLES, package: name, broken: null });
        expect(violations, `seed ${seed}`).toEqual([]);
      }
    },
    TIMEOUT_MS,
  );

  it.each(PACKAGES)(
    'puts work orders together and makes further documents by choice, each once: %s',
    async (name) => {
      const { violations } = await playWorld({ seed: 11, cycles: CYCLES, package: name, broken: null, together: true });
      expect(violations).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it.each(PACKAGES)(
    'happens in the same way each time: %s',
    async (name) => {
      const request = { seed: 4, cycles: 15, package: name, broken: null };
      const [first, second] = [await playWorld(request), await playWorld(request)];
      expect(second.traceHash).toBe(first.traceHash);
      expect(second).toEqual(first);
    },
    TIMEOUT_MS,
  );

  it.each(REGRESSIONS)(
    'went wrong before: $package, seed $seed: $what',
    async ({ package: name, seed }) => {
      // They were found before offices put work orders together.
      const { violations } = await playWorld({ seed, cycles: CYCLES, package: name, broken: null, together: false });
      expect(violations).toEqual([]);
    },
    TIMEOUT_MS,
  );
});

describe('the chaos itself', () => {
  it(
    'finds an engine that sends again without looking',
    async () => {
      const broken = 'outbox-no-lookup';
      const name = BREAKS[broken]?.package ?? '';
      const kinds = new Set<string>();
      for (let seed = 1; seed <= 20 && kinds.size === 0; seed += 1) {
        const { violations } = await playWorld({ seed, cycles: CYCLES, package: name, broken });
        for (const { kind } of violations) kinds.add(kind);
      }
      expect(kinds).toContain('duplicated');
    },
    TIMEOUT_MS,
  );
});
