import type { SyncStatus } from '../../../preload/contract/views';
import { momentText } from '../../log/moment-text';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';

/** How the link is doing, and how much there is of everything. */
export async function status({ services, output, version, dataFolder }: CommandContext): Promise<ExitCode> {
  const { company, companies, keychain } = services;
  const { id, name, practice } = companies.summary(company.id);
  const { sync, counts, queue, pdfs, loginEnds } = await company.calls['overview:get'](undefined);
  const trouble = sync.problem;
  await output.answer(
    {
      version,
      dataFolder,
      company: { id, name, practice },
      keychain,
      sync: { ...sync, problem: trouble === null ? null : output.present(trouble) },
      counts,
      queue,
      pdfs,
      loginEnds,
    },
    [
      output.say('status.company', { name, folder: dataFolder }),
      linkLine(sync, output),
      ...(trouble === null ? [] : [output.line(trouble)]),
      ...(loginEnds === null
        ? []
        : [
            output.say('status.login-ends', {
              until: momentText(loginEnds.endsAtMs, Date.now()),
              name: loginEnds.label,
            }),
          ]),
      output.say('status.counts', counts),
      output.say('status.queue', queue),
      ...(pdfs.open + pdfs.held > 0 ? [output.say('status.pdfs', pdfs)] : []),
      ...(keychain.available ? [] : [output.say('status.no-keychain', { detail: keychain.detail })]),
    ],
  );
  return EXIT.done;
}

/** How the link is doing; a pause with its end, unless the office ends it. */
function linkLine(sync: SyncStatus, output: CommandContext['output']): string {
  const { connection, pausedByUser, pausedUntilMs } = sync;
  const values = { administration: sync.administrationName ?? '' };
  return connection === 'paused' && !pausedByUser && pausedUntilMs !== null
    ? output.say('status.paused-until', { ...values, time: momentText(pausedUntilMs, Date.now()) })
    : output.say(`status.${connection}`, values);
}
