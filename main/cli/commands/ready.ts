import type { Problem } from '../../../connectors/_kit/problem';
import type { Selection } from '../command-line';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';
import { selectedWorkOrders } from '../selected-work-orders';

/** Reports work orders ready: one, or all that are planned. */
export async function ready(selection: Selection, { services, output }: CommandContext): Promise<ExitCode> {
  const { company } = services;
  const selected = await selectedWorkOrders(company, selection, 'planned');
  if (!selected.ok) return output.failure(selected.problem);

  const done: string[] = [];
  const refused: { readonly number: string; readonly problem: Problem }[] = [];
  for (const { id, number } of selected.value) {
    const reported = await company.calls['work-orders:report-ready'](id);
    if (reported.ok) done.push(number);
    else refused.push({ number, problem: reported.problem });
  }
  for (const { number, problem } of refused) output.note(`${number}: ${output.line(problem)}`);
  await output.answer(
    { ready: done, refused: refused.map(({ number, problem }) => ({ number, ...output.present(problem) })) },
    [output.say('ready.done', { count: done.length, numbers: done.join(', ') })],
  );
  if (refused.length === 0) return EXIT.done;
  return done.length > 0 ? EXIT.partly : EXIT.refused;
}
