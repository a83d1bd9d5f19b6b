/** Runs in the main process: one command of the command line, without a window, from start to exit code. */
import { text } from 'node:stream/consumers';
import { compose } from '../compose';
import type { Lifecycle } from '../lifecycle';
import type { FileLogger } from '../log/logger';
import type { DataFolder } from '../platform/data-folder';
import { endpointNames } from '../../connectors/registry';
import { readEndpointsFile } from '../platform/endpoints-file';
import type { CommandLine, FolderCommand } from './command-line';
import type { CommandContext } from './command-context';
import { activate } from './commands/activate';
import { archive } from './commands/archive';
import { deactivate } from './commands/deactivate';
import { importFile } from './commands/import';
import { articles, customers, queue, workOrders } from './commands/lists';
import { log } from './commands/log';
import { ready } from './commands/ready';
import { status } from './commands/status';
import { sync } from './commands/sync';
import type { ExitCode } from './exit-codes';
import { createOutput, type Output } from './output';

export interface CommandParts {
  readonly command: FolderCommand;
  readonly line: Omit<CommandLine, 'command'>;
  readonly folder: DataFolder;
  readonly version: string;
  readonly lifecycle: Lifecycle;
  readonly logger: FileLogger;
}

/** Opens what the command works with, and carries it out. What was opened is stopped with the lifecycle. */
export async function runCommand(parts: CommandParts): Promise<ExitCode> {
  const { command, line, folder, version, lifecycle, logger } = parts;
  const early = outputFor(line);
  const endpoints =
    line.endpointsFile === null ? null : await readEndpointsFile(line.endpointsFile, await endpointNames());
  if (endpoints?.ok === false) return early.failure(endpoints.problem);
  const composed = await compose(
    { folder, practice: line.practice, endpoints: endpoints?.value ?? {}, loginAddresses: null },
    logger,
    lifecycle,
  );
  if (!composed.ok) return early.failure(composed.problem);
  const services = composed.value;
  const { company } = services;
  const active = services.companyStore.settings.activePackage();
  const packageLabel = active === null ? '' : (await services.connectors.load(active)).manifest.label;
  const output = createOutput({
    json: line.json,
    language: services.settings.app().language,
    packageLabel,
    stdout: process.stdout,
    stderr: process.stderr,
  });
  await company.start({ background: false });
  return carryOut(command, {
    services,
    output,
    version,
    dataFolder: folder.root,
    readInput: () => text(process.stdin),
  });
}

/** Before the settings are read, the language is that of the office: Dutch. */
export function outputFor({ json }: Pick<CommandLine, 'json'>): Output {
  return createOutput({ json, language: 'nl', packageLabel: '', stdout: process.stdout, stderr: process.stderr });
}

function carryOut(command: FolderCommand, context: CommandContext): Promise<ExitCode> {
  switch (command.name) {
    case 'activate':
      return activate(command.wipe, context);
    case 'sync':
      return sync(command, context);
    case 'import':
      return importFile(command.file, context);
    case 'ready':
      return ready(command.selection, context);
    case 'archive':
      return archive(command.selection, command.wait, context);
    case 'log':
      return log(command.limit, context);
    case 'queue':
      return queue(context);
    case 'status':
      return status(context);
    case 'customers':
      return customers(context);
    case 'articles':
      return articles(context);
    case 'workorders':
      return workOrders(context);
    case 'deactivate':
      return deactivate(context);
  }
}
