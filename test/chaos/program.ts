/**
 * The last step of `npm run chaos`.
 *
 *   program [--seed N] [--cycles N] [--package NAME] [--break NAME|list] [--json]
 */
import { parseArgs } from 'node:util';
import { BREAKS } from './breaks';
import { play } from './play';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    cycles: { type: 'string' },
    package: { type: 'string' },
    break: { type: 'string' },
    json: { type: 'boolean' },
  },
});
if (values.break === 'list') {
  for (const [name, { what }] of Object.entries(BREAKS)) console.log(`${name.padEnd(30)} ${what}`);
  process.exit(0);
}
const startedMs = performance.now();
const end = await play(
  {
    seed: Number(values.seed ?? '1'),
    cycles: Number(values.cycles ?? '100'),
    broken: values.break ?? null,
    package: values.package ?? null,
    players: 1,
    player: 0,
  },
  (soFar) => {
    console.error(
      `${soFar.cycles} cycles, ${((performance.now() - startedMs) / 1000).toFixed(1)} s ${JSON.stringify(soFar.violations.slice(-3))}`,
    );
    return values.break === undefined || soFar.violations.length === 0;
  },
);
console.log(JSON.stringify({ ...end, violations: end.violations.slice(0, 10) }));
