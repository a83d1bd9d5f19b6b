import path from 'node:path';
import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../../connectors/_kit/office-zone';
import { chosenCompany } from '../chosen-company';
import type { FolderContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';
import { tableLines } from '../table';

/** The backups of a company, also of one whose data cannot be opened. */
export async function backups({ services, output, companyOption }: FolderContext): Promise<ExitCode> {
  const chosen = chosenCompany(services.companies.register, companyOption);
  const listed = chosen.ok ? await services.backups.list(chosen.value) : chosen;
  if (!listed.ok) return output.failure(listed.problem);
  const { folder, rows } = listed.value;
  const header = ['made', 'kind', 'size', 'work-orders', 'customers', 'backup'].map((name) =>
    output.say(`column.${name}`),
  );
  const cells = rows.map(({ madeAtMs, kind, sizeBytes, counts, name }) => [
    momentOf(madeAtMs),
    output.say(`backups.kind.${kind}`),
    `${(sizeBytes / MEGABYTE).toFixed(1)} MB`,
    counts === null ? '' : String(counts.workOrders),
    counts === null ? '' : String(counts.customers),
    name,
  ]);
  const lines = rows.length === 0 ? [output.say('backups.none', { folder })] : tableLines(header, cells);
  await output.answer({ folder, total: rows.length, rows }, lines);
  return EXIT.done;
}

/** Puts a backup back: `file` is a name of the list or a path, from the folder that the command was given in. */
export async function restore(file: string, { services, output, companyOption }: FolderContext): Promise<ExitCode> {
  const chosen = chosenCompany(services.companies.register, companyOption);
  if (!chosen.ok) return output.failure(chosen.problem);
  const isName = path.basename(file) === file;
  const listed = isName ? await services.backups.restore(chosen.value, file) : null;
  const isUnlisted = listed === null || (!listed.ok && listed.problem.code === 'backup-unknown');
  const restored = isUnlisted ? await services.backups.restoreFile(chosen.value, path.resolve(file)) : listed;
  if (!restored.ok) return output.failure(restored.problem);
  const { backupUntilMs, keptAs } = restored.value;
  const moment = momentOf(backupUntilMs);
  await output.answer(restored.value, [
    keptAs === null
      ? output.say('backups.restored-fresh', { moment })
      : output.say('backups.restored', { moment, kept: keptAs }),
  ]);
  return EXIT.done;
}

const MEGABYTE = 1_000_000;

const momentOf = (atMs: number): string =>
  DateTime.fromMillis(atMs, { zone: OFFICE_ZONE }).toFormat('dd-MM-yyyy HH:mm');
