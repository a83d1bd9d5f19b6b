/** What the program was started for, read from its command line. Pure. */
import { parseArgs } from 'node:util';

export type Launch =
  | {
      readonly kind: 'window';
      readonly practice: boolean;
      /** Started with the computer: only the tray shows. */
      readonly hidden: boolean;
      /** Null: the default data folder. */
      readonly dataFolder: string | null;
      readonly endpointsFile: string | null;
    }
  | {
      /** The main job in the practice administration, without a window. */
      readonly kind: 'practice-job';
      /** Null: the first one that can be practised with. */
      readonly package: string | null;
      readonly reportFile: string | null;
      /** Null: a new temporary folder. */
      readonly dataFolder: string | null;
    }
  /** `koppel ...`; read further by command-line.ts. */
  | { readonly kind: 'command'; readonly args: readonly string[] };

const WINDOW_OPTIONS = {
  practice: { type: 'boolean' },
  hidden: { type: 'boolean' },
  headless: { type: 'boolean' },
  data: { type: 'string' },
  endpoints: { type: 'string' },
  report: { type: 'string' },
  package: { type: 'string' },
} as const;

/** Options that start a window again as it was started now: by the system, rather than by hand. */
export function startArguments({
  practice,
  dataFolder,
}: Pick<Extract<Launch, { kind: 'window' }>, 'practice' | 'dataFolder'>): readonly string[] {
  return [...(practice ? ['--practice'] : []), ...(dataFolder === null ? [] : ['--data', dataFolder])];
}

/** First word of the command line that makes it one of the command line tool. */
export const COMMAND_WORD = 'koppel';

/**
 * The app's own arguments in `argv`: behind the program, and in a checkout also behind the folder of the app. Modules
 * that a debugger loads first (`-r FILE`) stand before that folder.
 */
export function ownArguments(argv: readonly string[], startedFromCheckout: boolean): readonly string[] {
  const args = argv.slice(1);
  if (!startedFromCheckout) return args;
  let index = 0;
  while (index < args.length && args[index]?.startsWith('-') === true) {
    index += args[index] === '-r' || args[index] === '--require' ? 2 : 1;
  }
  return args.slice(index + 1);
}

/** Options that are not ours are left to Chromium, which reads the same command line. */
export function readLaunch(args: readonly string[]): Launch {
  const [first, ...rest] = args;
  if (first === COMMAND_WORD) return { kind: 'command', args: rest };
  const { values } = parseArgs({ args: [...args], options: WINDOW_OPTIONS, strict: false, allowPositionals: true });
  const text = (value: string | boolean | undefined): string | null => (typeof value === 'string' ? value : null);
  const practice = values.practice === true;
  if (practice && values.headless === true) {
    return {
      kind: 'practice-job',
      package: text(values.package),
      reportFile: text(values.report),
      dataFolder: text(values.data),
    };
  }
  return {
    kind: 'window',
    practice,
    hidden: values.hidden === true,
    dataFolder: text(values.data),
    endpointsFile: text(values.endpoints),
  };
}
