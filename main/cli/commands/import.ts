import { readTextFile } from '../../platform/text-files';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';

/** Takes in a file of work orders; each good record comes in, each bad one is told with its line. */
export async function importFile(path: string, { services, output }: CommandContext): Promise<ExitCode> {
  const text = await readTextFile(path);
  if (!text.ok) return output.failure(text.problem);
  const outcome = await services.company.importWorkOrders(text.value);
  if (!outcome.ok) return output.failure(outcome.problem);

  const { imported, refused } = outcome.value;
  for (const { line, record, problem } of refused) {
    output.note(output.say('import.refused', { line, record, reason: output.line(problem) }));
  }
  await output.answer(
    { imported, refused: refused.map(({ line, record, problem }) => ({ line, record, ...output.present(problem) })) },
    [
      output.say('import.done', { count: imported.length }),
      ...imported.map(({ line, number }) => output.say('import.one', { line, number })),
    ],
  );
  return refused.length === 0 ? EXIT.done : EXIT.partly;
}
