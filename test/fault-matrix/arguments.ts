/** Reads the command line of `npm run fault-matrix`. */
import { parseArgs } from 'node:util';
import { CHAOS_PACKAGES } from '../chaos/packages';
import { GROUPS, type CellChoice, type Group } from './cell';

export interface MatrixArguments extends CellChoice {
  readonly json: boolean;
  /** Writes docs/fault-matrix.md. */
  readonly markdown: boolean;
}

/** Throws an error whose message tells what is wrong. */
export function readArguments(args: readonly string[]): MatrixArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      package: { type: 'string' },
      json: { type: 'boolean' },
      markdown: { type: 'boolean' },
    },
  });
  const groups = (values.only ?? []).map(groupOf);
  const packages = Object.keys(CHAOS_PACKAGES);
  if (values.package !== undefined && !packages.includes(values.package)) {
    throw new Error(`--package is one of: ${packages.join(', ')}.`);
  }
  if (values.markdown === true && (groups.length > 0 || values.package !== undefined)) {
    throw new Error('--markdown is for the whole matrix, without --only and --package.');
  }
  return {
    groups,
    package: values.package ?? null,
    json: values.json === true,
    markdown: values.markdown === true,
  };
}

function groupOf(name: string): Group {
  const group = GROUPS.find((one) => one === name.toUpperCase());
  if (group === undefined) throw new Error(`--only is one of: ${GROUPS.join(', ')}.`);
  return group;
}
