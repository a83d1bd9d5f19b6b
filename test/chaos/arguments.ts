/** Reads the command line of `npm run chaos`. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { BREAKS } from './breaks';
import { CHAOS_PACKAGES } from './packages';

export interface ChaosArguments {
  readonly seed: number;
  /** Null: until something is found, where a break is played. */
  readonly cycles: number | null;
  readonly package: string | null;
  /** `list`, `all`, `quick` (each in a world that shows it), the name of one, or null. */
  readonly broken: string | null;
  readonly json: boolean;
}

/** Seeds are 32-bit numbers without sign; half of them is enough. */
const MOST_SEED = 2 ** 31;
const MOST_CYCLES = 10_000_000;

/** Throws an error whose message tells what is wrong. */
export function readArguments(args: readonly string[]): ChaosArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string' },
      cycles: { type: 'string' },
      package: { type: 'string' },
      break: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  return {
    seed: whole('seed', values.seed, 0, MOST_SEED) ?? randomInt(MOST_SEED),
    cycles: whole('cycles', values.cycles, 1, MOST_CYCLES),
    package: oneOf('package', values.package, Object.keys(CHAOS_PACKAGES)),
    broken: oneOf('break', values.break, ['list', 'all', 'quick', ...Object.keys(BREAKS)]),
    json: values.json === true,
  };
}

function whole(name: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`--${name} is a whole number from ${least} to ${most}.`);
}

function oneOf(name: string, text: string | undefined, known: readonly string[]): string | null {
  if (text === undefined) return null;
  if (known.includes(text)) return text;
  throw new Error(`--${name} is one of: ${known.join(', ')}.`);
}
