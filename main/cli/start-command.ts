/** Runs in the main process: starts the program as a command of the command line, and ends it with its exit code. */
import { openLog } from '../compose';
import { catchBugs, openFolder } from '../open-folder';
import { createApplication, endAtOnce } from '../platform/application';
import { dataFolderAt } from '../platform/data-folder';
import { asksForJson, readCommandLine, type CommandLine, type FolderCommand, type WrongUsage } from './command-line';
import { manifest } from './commands/manifest';
import { EXIT, type ExitCode } from './exit-codes';
import { COMMAND_WORD } from './launch';
import type { Output } from './output';
import { outputFor, runCommand } from './run-command';

/** `standardFolder`: the data folder when none is named. */
export async function startCommand(args: readonly string[], standardFolder: string): Promise<void> {
  // A reader that went away (`| head`) is no reason to report a bug.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  const line = readCommandLine(args);
  if (!line.ok) return endAtOnce(await wrongUsage(line.problem, outputFor({ json: asksForJson(args) })));
  const { command } = line.value;
  if (command.name === 'manifest') return endAtOnce(await manifest(command.package, outputFor(line.value)));
  startInFolder(command, line.value, line.value.dataFolder ?? standardFolder);
}

function startInFolder(command: FolderCommand, line: CommandLine, path: string): void {
  const output = outputFor(line);
  const folder = dataFolderAt(path);
  const created = createApplication(folder, { window: false });
  if (!created.ok) {
    void output.failure(created.problem).then(endAtOnce);
    return;
  }
  const application = created.value;
  const logger = openLog(folder);
  application.harden();
  const stopForBug = async (id: string): Promise<void> => {
    const message = output.say('bug', { id, folder: folder.logs });
    output.note(message);
    await output.answer({ error: { kind: 'bug', code: 'bug', id, message, action: null } }, []);
    await application.exit(EXIT.bug);
  };
  catchBugs(logger, (id) => void stopForBug(id));

  const run = async (): Promise<ExitCode> => {
    const opened = await openFolder(folder, `${COMMAND_WORD} ${command.name}`, application, logger);
    if (!opened.ok) return output.failure(opened.problem);
    return runCommand({ command, line, folder, version: application.version, lifecycle: opened.value, logger });
  };
  run().then(
    (code) => application.exit(code),
    (error: unknown) => (application.isExiting() ? undefined : stopForBug(logger.bug('command', error))),
  );
}

async function wrongUsage({ sentence, params }: WrongUsage, output: Output): Promise<ExitCode> {
  const message = output.say(`usage.${sentence}`, params);
  output.note(`${message}\n\n${output.say('help')}`);
  await output.answer({ error: { kind: 'invalid-input', code: sentence, message, action: null } }, []);
  return EXIT.wrongUsage;
}
