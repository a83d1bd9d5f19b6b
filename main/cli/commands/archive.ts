import type { ArchiveOutcome } from '../../../preload/contract/views';
import type { Company } from '../../company/company';
import type { Selection } from '../command-line';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';
import { selectedWorkOrders } from '../selected-work-orders';
import { allQueueRows, presentRow, rowLine, settle } from '../settling';

/** The most work orders that one call archives. */
const BATCH = 500;

/** Archives what is reported ready, one or all, and delivers it; when `wait`, until the queue has settled. */
export async function archive(selection: Selection, wait: boolean, context: CommandContext): Promise<ExitCode> {
  const { services, output } = context;
  const selected = await selectedWorkOrders(services.company, selection, 'ready');
  if (!selected.ok) return output.failure(selected.problem);

  const { archived, refused } = await archiveAll(
    services.company,
    selected.value.map(({ id }) => id),
  );
  const open = archived.length > 0 ? await settle(context, wait) : 0;
  const numbers = new Set(archived.map(({ number }) => number));
  const rows = (await allQueueRows(context)).filter(({ workOrderNumber }) => numbers.has(workOrderNumber));

  for (const { number, problem } of refused) output.note(`${number}: ${output.line(problem)}`);
  await output.answer(
    {
      archived: rows.map((row) => presentRow(row, context)),
      refused: refused.map(({ number, problem }) => ({ number, ...output.present(problem) })),
      open,
    },
    [output.say('archive.done', { count: archived.length }), ...rows.map((row) => rowLine(row, context))],
  );
  if (refused.length > 0 && archived.length === 0) return EXIT.refused;
  const blocked = rows.some(({ state }) => state === 'blocked');
  return refused.length > 0 || blocked || open > 0 ? EXIT.partly : EXIT.done;
}

async function archiveAll({ calls }: Company, ids: readonly number[]): Promise<ArchiveOutcome> {
  const outcomes: ArchiveOutcome[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    outcomes.push(await calls['work-orders:archive'](ids.slice(start, start + BATCH)));
  }
  return {
    archived: outcomes.flatMap(({ archived }) => archived),
    refused: outcomes.flatMap(({ refused }) => refused),
  };
}
