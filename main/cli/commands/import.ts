import { basename } from 'node:path';
import { countOf, type ImportRow } from '../../../preload/contract/imports';
import { outcomeOf, whatOf } from '../../company/import/import-tables';
import { MAX_IMPORT_BYTES } from '../../company/import/read-file';
import { readWholeFile } from '../../platform/whole-file';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';

/**
 * Takes in a file of work orders and hours; each good record comes in, each bad one is told with its line. `dryRun`: only
 * tells what would become of each.
 */
export async function importFile(
  { file, dryRun }: { readonly file: string; readonly dryRun: boolean },
  { services, output }: CommandContext,
): Promise<ExitCode> {
  const bytes = await readWholeFile(file, MAX_IMPORT_BYTES);
  if (!bytes.ok) return output.failure(bytes.problem);
  const outcome = await services.company.takeIn({ name: basename(file), bytes: bytes.value }, dryRun ? 'check' : 'run');
  if (!outcome.ok) return output.failure(outcome.problem);

  const { rows } = outcome.value;
  const language = services.settings.app().language;
  for (const { line, label, problem } of rows) {
    if (problem === null) continue;
    output.note(output.say('import.refused', { line, record: label, reason: output.line(problem) }));
  }
  const taken = countOf(outcome.value, 'new') + countOf(outcome.value, 'added');
  const fine = rows.filter(({ outcome: became }) => became !== 'refused');
  await output.answer(
    {
      dryRun,
      imported: rows.filter(isTaken).map((row) => ({ ...factsOf(row), what: whatOf(row, language) })),
      alreadyThere: rows.filter(({ outcome: became }) => became === 'there').map(factsOf),
      refused: rows.flatMap(({ line, label, problem }) =>
        problem === null ? [] : [{ line, record: label, ...output.present(problem) }],
      ),
    },
    [
      output.say(dryRun ? 'import.check' : 'import.done', { count: taken }),
      ...fine.map((row) =>
        output
          .say('import.one', { line: row.line, outcome: outcomeOf(row, language), number: row.workOrder ?? row.label })
          .concat(whatOf(row, language) === '' ? '' : `, ${whatOf(row, language)}`),
      ),
    ],
  );
  return fine.length === rows.length ? EXIT.done : EXIT.partly;
}

const isTaken = ({ outcome }: ImportRow): boolean => outcome === 'new' || outcome === 'added';
const factsOf = ({ line, label, workOrder, outcome }: ImportRow) => ({
  line,
  record: label,
  number: workOrder,
  outcome,
});
