import { assertNever } from '../../../connectors/_kit/result';
import { problem } from '../../../connectors/_kit/problem';
import { notesOf, problemOfStep, titleOf } from '../../../preload/contract/step-notes';
import type { QueueDetail } from '../../../preload/contract/views';
import { knownText } from '../../log/catalogue';
import { wallClock } from '../../log/wall-clock';
import { writeWholeFile } from '../../platform/whole-file';
import type { QueueTask } from '../command-line';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';
import { allQueueRows, presentRow, rowLine } from '../settling';

/** The archive queue: what stands in it, what was sent of one work order, or a table of all for the accountant. */
export function queue(task: QueueTask, context: CommandContext): Promise<ExitCode> {
  switch (task.kind) {
    case 'list':
      return list(context);
    case 'show':
      return show(task.number, context);
    case 'export':
      return exportAll(task.file, context);
    default:
      return assertNever(task);
  }
}

async function list(context: CommandContext): Promise<ExitCode> {
  const rows = await allQueueRows(context);
  await context.output.answer(
    { total: rows.length, rows: rows.map((row) => presentRow(row, context)) },
    rows.length === 0 ? [context.output.say('nothing')] : rows.map((row) => rowLine(row, context)),
  );
  return EXIT.done;
}

async function show(number: string, context: CommandContext): Promise<ExitCode> {
  const { services, output } = context;
  const row = (await allQueueRows(context)).find(({ workOrderNumber }) => workOrderNumber === number);
  const entry = row === undefined ? null : await services.company.calls['queue:get'](row.id);
  if (entry === null) return output.failure(problem('invalid-input', 'queue-number-unknown', { workOrder: number }));
  await output.answer({ ...entry, ...presentRow(entry, context) }, [
    rowLine(entry, context),
    ...ledgerLines(entry, context),
  ]);
  return EXIT.done;
}

/** The ledger as lines for people. */
function ledgerLines({ steps }: QueueDetail, { services, output }: CommandContext): readonly string[] {
  const { language } = services.companyStore.settings.app();
  const text = (key: string, values?: Readonly<Record<string, string | number>>) => knownText(key, values)[language];
  return steps.map((step) => {
    const found = problemOfStep(step);
    const notes = [
      ...notesOf(step, (id) => id).map(({ key, values }) => text(`ledger.${key}`, values)),
      ...(found === null ? [] : [output.present(found).message]),
    ];
    return `${wallClock(step.atMs)}  ${text(`ui.deliveryStep.${titleOf(step)}`)}. ${notes.join(' ')}`.trim();
  });
}

async function exportAll(file: string, { services, output }: CommandContext): Promise<ExitCode> {
  const format = file.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
  // In the order of archiving.
  const what = { list: 'queue', search: '', sort: { key: 'archivedAtMs', descending: false } } as const;
  const to = { ask: () => Promise.resolve(file), write: writeWholeFile };
  const saved = await services.company.lists.save(what, format, to);
  if (saved === null) throw new Error('Nobody cancels a command');
  if (!saved.ok) return output.failure(saved.problem);
  const { rows } = saved.value;
  await output.answer({ rows, file }, [output.say('queue.exported', { count: rows, file })]);
  return EXIT.done;
}
