/** `koppel COMMAND ...`: which command, with which options. Pure. The same is told to people in docs/command-line.md. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { RESOURCES, type Resource } from '../../connectors/_kit/model';

/** Which work orders a command is about. */
export type Selection = { readonly all: true } | { readonly all: false; readonly number: string };

/** What is asked of the archive queue: all of it, the record of one work order, or a table of all in a file. */
export type QueueTask =
  | { readonly kind: 'list' }
  | { readonly kind: 'show'; readonly number: string }
  | { readonly kind: 'export'; readonly file: string };

export type Command =
  | { readonly name: 'manifest'; readonly package: string }
  | { readonly name: 'activate'; readonly wipe: boolean; readonly login: boolean }
  | {
      readonly name: 'sync';
      readonly resources: readonly Resource[];
      readonly cleanUp: boolean;
      readonly confirmCleanUp: boolean;
      readonly wait: boolean;
    }
  | { readonly name: 'import'; readonly file: string; readonly dryRun: boolean }
  | { readonly name: 'ready'; readonly selection: Selection }
  | { readonly name: 'archive'; readonly selection: Selection; readonly wait: boolean }
  | { readonly name: 'log'; readonly limit: number }
  /** `add`: the name of a company to be made; null only lists. */
  | { readonly name: 'companies'; readonly add: string | null }
  /** `file`: a name from `backups`, or a path. */
  | { readonly name: 'restore'; readonly file: string }
  | { readonly name: 'backups' }
  | { readonly name: 'queue'; readonly task: QueueTask }
  | { readonly name: 'status' | 'customers' | 'articles' | 'workorders' | 'deactivate' };

/** The commands that work in a data folder: all but `manifest`. */
export type FolderCommand = Exclude<Command, { readonly name: 'manifest' }>;

export interface CommandLine {
  readonly command: Command;
  /** One JSON object on stdout instead of text for people. */
  readonly json: boolean;
  /** Null: the app's own data folder. */
  readonly dataFolder: string | null;
  readonly endpointsFile: string | null;
  readonly practice: boolean;
  /** Name or id; null: the first company, or the one that `activate` is about. */
  readonly company: string | null;
}

/** Why a command line cannot be carried out: a sentence of the catalogue under `cli.usage`. */
export interface WrongUsage {
  readonly sentence:
    | 'no-command'
    | 'unknown-command'
    | 'wrong-option'
    | 'argument-missing'
    | 'argument-too-many'
    | 'number-or-all'
    | 'unknown-resource'
    | 'wrong-limit';
  readonly params: Readonly<Record<string, string>>;
}

const COMMON = {
  json: { type: 'boolean' },
  data: { type: 'string' },
  endpoints: { type: 'string' },
  practice: { type: 'boolean' },
  company: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

/** Options of each command besides the common ones. */
const COMMANDS = {
  manifest: {},
  activate: { wipe: { type: 'boolean' }, login: { type: 'boolean' } },
  sync: {
    only: { type: 'string' },
    'clean-up': { type: 'boolean' },
    'confirm-clean-up': { type: 'boolean' },
    'no-wait': { type: 'boolean' },
  },
  import: { 'dry-run': { type: 'boolean' } },
  ready: { all: { type: 'boolean' } },
  archive: { all: { type: 'boolean' }, 'no-wait': { type: 'boolean' } },
  queue: {},
  log: { limit: { type: 'string' } },
  status: {},
  customers: {},
  articles: {},
  workorders: {},
  deactivate: {},
  companies: {},
  backups: {},
  restore: {},
} as const satisfies Record<Command['name'], ParseArgsConfig['options']>;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly Command['name'][];

/** Articles come with their groups. */
const ONLY: Readonly<Record<string, readonly Resource[]>> = {
  customers: ['customers'],
  articles: ['articleGroups', 'articles'],
  orders: ['orders'],
};
const DEFAULT_LOG_ROWS = 500;

interface Words {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
}

/** Reads what stands behind `koppel`. Never throws. */
export function readCommandLine(args: readonly string[]): Result<CommandLine, WrongUsage> {
  const name = commandNameIn(args);
  if (name === null) return wrong('no-command');
  if (!isCommand(name)) return wrong('unknown-command', { command: name });
  const options: ParseArgsConfig['options'] = { ...COMMON, ...COMMANDS[name] };
  let words: Words;
  try {
    words = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    return wrong('wrong-option', { command: name, detail: error instanceof Error ? error.message : String(error) });
  }
  const { values } = words;
  const command = commandOf(name, { values, positionals: words.positionals.slice(1) });
  if (!command.ok) return command;
  return ok({
    command: command.value,
    json: values.json === true,
    dataFolder: textOf(values.data),
    endpointsFile: textOf(values.endpoints),
    practice: values.practice === true,
    company: textOf(values.company),
  });
}

/** Whether JSON was asked for, also when the rest cannot be understood. */
export const asksForJson = (args: readonly string[]): boolean => args.includes('--json');

/** The command may stand behind the common options: `koppel --data DIR status`. */
function commandNameIn(args: readonly string[]): string | null {
  const { positionals } = parseArgs({ args: [...args], options: COMMON, strict: false, allowPositionals: true });
  return positionals[0] ?? null;
}

function commandOf(name: Command['name'], { positionals, values }: Words): Result<Command, WrongUsage> {
  const [first, ...tooMany] = positionals;
  if (name === 'companies') return companiesOf(positionals);
  if (name === 'queue') return queueOf(positionals);
  const surplus = takesArgument(name) ? tooMany[0] : first;
  if (surplus !== undefined) return wrong('argument-too-many', { command: name, argument: surplus });
  switch (name) {
    case 'manifest':
      return first === undefined ? wrong('argument-missing', { command: name }) : ok({ name, package: first });
    case 'import':
      return first === undefined
        ? wrong('argument-missing', { command: name })
        : ok({ name, file: first, dryRun: values['dry-run'] === true });
    case 'restore':
      return first === undefined ? wrong('argument-missing', { command: name }) : ok({ name, file: first });
    case 'activate':
      return ok({ name, wipe: values.wipe === true, login: values.login === true });
    case 'ready':
    case 'archive': {
      const selection = selectionOf(first, values.all === true);
      if (selection === null) return wrong('number-or-all', { command: name });
      return ok(name === 'ready' ? { name, selection } : { name, selection, wait: values['no-wait'] !== true });
    }
    case 'sync': {
      const resources = resourcesOf(textOf(values.only));
      if (!resources.ok) return resources;
      const confirmCleanUp = values['confirm-clean-up'] === true;
      const cleanUp = confirmCleanUp || values['clean-up'] === true;
      return ok({ name, resources: resources.value, cleanUp, confirmCleanUp, wait: values['no-wait'] !== true });
    }
    case 'log': {
      const limit = textOf(values.limit) ?? String(DEFAULT_LOG_ROWS);
      return /^[1-9]\d{0,6}$/u.test(limit) ? ok({ name, limit: Number(limit) }) : wrong('wrong-limit', { limit });
    }
    case 'backups':
    case 'status':
    case 'customers':
    case 'articles':
    case 'workorders':
    case 'deactivate':
      return ok({ name });
  }
}

/** `companies`, or `companies add NAME`. */
function companiesOf([verb, company, surplus]: readonly string[]): Result<Command, WrongUsage> {
  const name = 'companies';
  if (verb === undefined) return ok({ name, add: null });
  if (verb !== 'add') return wrong('argument-too-many', { command: name, argument: verb });
  if (company === undefined) return wrong('argument-missing', { command: `${name} ${verb}` });
  return surplus === undefined
    ? ok({ name, add: company })
    : wrong('argument-too-many', { command: `${name} ${verb}`, argument: surplus });
}

/** `queue`, `queue show NUMBER`, or `queue export FILE`. */
function queueOf([verb, argument, surplus]: readonly string[]): Result<Command, WrongUsage> {
  const name = 'queue';
  if (verb === undefined) return ok({ name, task: { kind: 'list' } });
  if (verb !== 'show' && verb !== 'export') return wrong('argument-too-many', { command: name, argument: verb });
  if (argument === undefined) return wrong('argument-missing', { command: `${name} ${verb}` });
  if (surplus !== undefined) return wrong('argument-too-many', { command: `${name} ${verb}`, argument: surplus });
  return ok({ name, task: verb === 'show' ? { kind: verb, number: argument } : { kind: verb, file: argument } });
}

const takesArgument = (name: Command['name']): boolean =>
  ['manifest', 'import', 'restore', 'ready', 'archive'].includes(name);

function selectionOf(number: string | undefined, all: boolean): Selection | null {
  if (all) return number === undefined ? { all } : null;
  return number === undefined ? null : { all, number };
}

function resourcesOf(only: string | null): Result<readonly Resource[], WrongUsage> {
  if (only === null) return ok(RESOURCES);
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !Object.hasOwn(ONLY, name));
  if (unknown !== undefined)
    return wrong('unknown-resource', { resource: unknown, known: Object.keys(ONLY).join(', ') });
  return ok(RESOURCES.filter((resource) => names.some((name) => ONLY[name]?.includes(resource) === true)));
}

const isCommand = (name: string): name is Command['name'] => Object.hasOwn(COMMANDS, name);
const textOf = (value: Words['values'][string]): string | null => (typeof value === 'string' ? value : null);
const wrong = (
  sentence: WrongUsage['sentence'],
  params: WrongUsage['params'] = {},
): { readonly ok: false; readonly problem: WrongUsage } => fail({ sentence, params });
