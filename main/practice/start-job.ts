/** Runs in the main process: the main job in the practice administration, without a window, from start to exit code. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../connectors/_kit/problem';
import { EXIT, exitCodeOf, type ExitCode } from '../cli/exit-codes';
import type { Launch } from '../cli/launch';
import { compose, openLog, withCompany, type CompanyServices } from '../compose';
import { PRACTICE_COMPANY } from '../companies/company-register';
import { knownText } from '../log/catalogue';
import { describe } from '../log/problem-text';
import { catchBugs, openFolder } from '../open-folder';
import { createApplication, endAtOnce } from '../platform/application';
import { dataFolderAt, type DataFolder } from '../platform/data-folder';
import { runPracticeJob, type Tell } from './practice-job';

/** Those who run it without a screen read Dutch, like the office. */
const LANGUAGE = 'nl';

export function startPracticeJob(launch: Extract<Launch, { kind: 'practice-job' }>): void {
  const startedAtMs = performance.now();
  const folder = dataFolderAt(launch.dataFolder ?? mkdtempSync(join(tmpdir(), 'simon-koppel-practice-')));
  const created = createApplication(folder, { window: false });
  if (!created.ok) return endAtOnce(refusal(created.problem));
  const application = created.value;
  const logger = openLog(folder);
  application.harden();
  const stopForBug = async (id: string): Promise<void> => {
    complain(knownText('cli.bug', { id, folder: folder.logs })[LANGUAGE]);
    await application.exit(EXIT.bug);
  };
  catchBugs(logger, (id) => void stopForBug(id));

  const run = async (): Promise<ExitCode> => {
    const opened = await openFolder(folder, 'npm start', application, logger);
    if (!opened.ok) return refusal(opened.problem);
    const composed = await compose(
      { folder, practice: true, endpoints: {}, loginAddresses: null, openLoginPage: null },
      logger,
      opened.value,
    );
    if (!composed.ok) return refusal(composed.problem);
    const services = await withCompany(composed.value, PRACTICE_COMPANY);
    if (!services.ok) return refusal(services.problem);
    const done = await runPracticeJob(services.value, { ...launch, startedAtMs, tell });
    if (!done.ok) return refusal(done.problem);
    if (launch.dataFolder === null && done.value === EXIT.done) await leaveNothing(services.value, folder);
    return done.value;
  };
  run().then(
    (code) => application.exit(code),
    (error: unknown) => (application.isExiting() ? undefined : stopForBug(logger.bug('practice', error))),
  );
}

/** Of a run in a folder of its own nothing is kept, unless something was wrong: then its log is of use. */
async function leaveNothing({ company, practice, secrets }: CompanyServices, folder: DataFolder): Promise<void> {
  for (const id of practice?.ids ?? []) await secrets.remove({ companyId: company.id, package: id });
  // When all files are closed.
  process.on('exit', () => rmSync(folder.root, { recursive: true, force: true }));
}

function refusal(problem: Problem): ExitCode {
  const { message, action } = describe(problem, '');
  complain([message[LANGUAGE], action?.[LANGUAGE]].filter(Boolean).join(' '));
  return exitCodeOf(problem);
}

const tell: Tell = (key, values) => {
  process.stdout.write(`${knownText(`practice.job.${key}`, values)[LANGUAGE]}\n`);
};

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
