/** Runs in the main process: starts the app with its window, and tells what kept it from starting. */
import type { Problem } from '../connectors/_kit/problem';
import { endpointNames } from '../connectors/registry';
import { EXIT, exitCodeOf } from './cli/exit-codes';
import { startArguments, type Launch } from './cli/launch';
import { openLog } from './compose';
import { describe } from './log/problem-text';
import { knownText } from './log/catalogue';
import { catchBugs, openFolder } from './open-folder';
import { createApplication, endAtOnce, type Application } from './platform/application';
import type { DataFolder } from './platform/data-folder';
import { readEndpointsFile } from './platform/endpoints-file';
import { createLoginAddresses } from './platform/login-addresses';
import { showStop } from './platform/message-box';
import { startWindowApp } from './window-app';

/** Before the settings are read, the language is that of the office: Dutch. */
const LANGUAGE = 'nl';

/** A second start of the same data folder brings the window of the first to the front, and ends. */
export function startWindow(launch: Extract<Launch, { kind: 'window' }>, folder: DataFolder): void {
  const created = createApplication(folder, { window: true });
  if (!created.ok) {
    const { problem } = created;
    void showStop(describe(problem, ''), LANGUAGE).then(() => endAtOnce(exitCodeOf(problem)));
    return;
  }
  const application = created.value;
  if (!application.claimWindow()) {
    void application.exit(EXIT.done);
    return;
  }
  const logger = openLog(folder);
  const loginAddresses = createLoginAddresses(startArguments(launch));
  application.harden();
  const stopForBug = async (id: string): Promise<void> => {
    const message = knownText('cli.bug', { id, folder: folder.logs });
    await showStop({ message, action: null }, LANGUAGE);
    await application.exit(EXIT.bug);
  };
  catchBugs(logger, (id) => void stopForBug(id));

  const start = async (): Promise<void> => {
    const opened = await openFolder(folder, 'Simon Koppel', application, logger);
    if (!opened.ok) return stopFor(opened.problem, application);
    const endpoints =
      launch.endpointsFile === null ? null : await readEndpointsFile(launch.endpointsFile, await endpointNames());
    if (endpoints?.ok === false) return stopFor(endpoints.problem, application);
    const started = await startWindowApp({
      launch,
      application,
      folder,
      logger,
      lifecycle: opened.value,
      practice: launch.practice,
      endpoints: endpoints?.value ?? {},
      loginAddresses,
      openLoginPage: null,
    });
    if (!started.ok) await stopFor(started.problem, application);
  };
  start().catch((error: unknown) => (application.isExiting() ? undefined : stopForBug(logger.bug('start', error))));
}

async function stopFor(problem: Problem, application: Application): Promise<void> {
  await showStop(describe(problem, ''), LANGUAGE);
  await application.exit(exitCodeOf(problem));
}
