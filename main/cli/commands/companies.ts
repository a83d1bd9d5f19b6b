import type { FolderContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';
import { tableLines } from '../table';

/** The companies of the data folder, also those whose data cannot be opened. */
export async function companies({ services, output }: FolderContext): Promise<ExitCode> {
  const { register } = services.companies;
  const rows = register.ids().map((id) => {
    const { name, settings } = register.of(id);
    const active = settings.activePackage();
    const administration = active === null ? null : (settings.integration(active).administration?.name ?? null);
    return { id, name: name(), package: active, administration };
  });
  const header = ['company', 'id', 'administration'].map((column) => output.say(`column.${column}`));
  const cells = rows.map(({ id, name, administration }) => [name, id, administration ?? '']);
  await output.answer({ total: rows.length, rows }, tableLines(header, cells));
  return EXIT.done;
}

/** Makes a company, empty and unlinked. */
export async function addCompany(name: string, { services, output, openCompany }: FolderContext): Promise<ExitCode> {
  const { register } = services.companies;
  const added = register.add(name);
  if (!added.ok) return output.failure(added.problem);
  const opened = await openCompany(added.value);
  if (!opened.ok) return output.failure(opened.problem);
  const made = { id: added.value, name: register.of(added.value).name() };
  await output.answer(made, [output.say('companies.added', made)]);
  return EXIT.done;
}
