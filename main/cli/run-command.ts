/** Runs in the main process: one command of the command line, without a window, from start to exit code. */
import { text } from 'node:stream/consumers';
import { compose, withCompany } from '../compose';
import { ok } from '../../connectors/_kit/result';
import type { Lifecycle } from '../lifecycle';
import type { FileLogger } from '../log/logger';
import type { DataFolder } from '../platform/data-folder';
import { endpointNames } from '../../connectors/registry';
import { readEndpointsFile } from '../platform/endpoints-file';
import type { CommandLine, FolderCommand } from './command-line';
import { chosenCompany } from './chosen-company';
import type { CommandContext, FolderContext } from './command-context';
import { activate } from './commands/activate';
import { archive } from './commands/archive';
import { backups, restore } from './commands/backups';
import { addCompany, companies } from './commands/companies';
import { deactivate } from './commands/deactivate';
import { importFile } from './commands/import';
import { articles, customers, workOrders } from './commands/lists';
import { log } from './commands/log';
import { queue } from './commands/queue';
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
    {
      folder,
      practice: line.practice,
      endpoints: endpoints?.value ?? {},
      loginAddresses: null,
      // Whoever runs the command opens it: on a server there is no browser, and nobody in front of it.
      openLoginPage: (url) => early.announce({ authorizeUrl: url }),
    },
    logger,
    lifecycle,
  );
  if (!composed.ok) return early.failure(composed.problem);
  const services = composed.value;
  const about = { version, dataFolder: folder.root };
  const outputAbout = (packageLabel: string): Output =>
    createOutput({
      json: line.json,
      language: services.settings.app().language,
      packageLabel,
      stdout: process.stdout,
      stderr: process.stderr,
    });
  const openCompany: FolderContext['openCompany'] = async (id) => {
    const opened = await withCompany(services, id);
    if (!opened.ok) return opened;
    const active = opened.value.companyStore.settings.activePackage();
    const label = active === null ? '' : (await services.connectors.load(active)).manifest.label;
    await opened.value.company.start({ background: false });
    return ok({ ...about, services: opened.value, output: outputAbout(label) });
  };
  return carryOut(command, {
    ...about,
    services,
    output: outputAbout(''),
    companyOption: line.company,
    readInput: () => text(process.stdin),
    openCompany,
  });
}

/** Before the settings are read, the language is that of the office: Dutch. */
export function outputFor({ json }: Pick<CommandLine, 'json'>): Output {
  return createOutput({ json, language: 'nl', packageLabel: '', stdout: process.stdout, stderr: process.stderr });
}

async function carryOut(command: FolderCommand, context: FolderContext): Promise<ExitCode> {
  switch (command.name) {
    case 'companies':
      return command.add === null ? companies(context) : addCompany(command.add, context);
    case 'activate':
      return activate(command, context);
    case 'backups':
      return backups(context);
    case 'restore':
      return restore(command.file, context);
    default: {
      const chosen = chosenCompany(context.services.companies.register, context.companyOption);
      const opened = chosen.ok ? await context.openCompany(chosen.value) : chosen;
      return opened.ok ? carryOutIn(command, opened.value) : context.output.failure(opened.problem);
    }
  }
}

type CompanyCommand = Exclude<FolderCommand, { readonly name: 'companies' | 'activate' | 'backups' | 'restore' }>;

function carryOutIn(command: CompanyCommand, context: CommandContext): Promise<ExitCode> {
  switch (command.name) {
    case 'sync':
      return sync(command, context);
    case 'import':
      return importFile(command, context);
    case 'ready':
      return ready(command.selection, context);
    case 'archive':
      return archive(command.selection, command.wait, context);
    case 'log':
      return log(command.limit, context);
    case 'queue':
      return queue(command.task, context);
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
