/** Waiting until what was archived is delivered, or surely not. */
import { DateTime } from 'luxon';
import { OFFICE_ZONE } from '../../connectors/_kit/office-zone';
import type { QueueRow } from '../../preload/contract/views';
import { numbersOf } from '../../preload/contract/work-order-numbers';
import type { CommandContext } from './command-context';
import { allRows } from './pages';

/** Longer than a quiet period and its second look-up, with a few attempts in between. */
const MAX_WAIT_MS = 15 * 60_000;

/**
 * Delivers what can be delivered now and, when `wait`, sits out pauses and quiet periods, but nothing that only the office can
 * end: a login, a right that lacks. Resolves with the number of documents that are still on their way. Tells on stderr what is waited for, and why it is in vain.
 */
export async function settle({ services, output }: CommandContext, wait: boolean): Promise<number> {
  const tellWait = (untilMs: number, waiting: number): void => {
    const until = DateTime.fromMillis(untilMs, { zone: OFFICE_ZONE }).toFormat('HH:mm:ss');
    output.note(output.say('waiting', { count: waiting, until }));
  };
  const { open } = await services.company.settle(wait ? MAX_WAIT_MS : 0, tellWait, { waitsForOffice: false });
  const { problem } = await services.company.calls['sync:status'](undefined);
  if (open > 0 && problem !== null) output.note(output.line(problem));
  return open;
}

/** Rows of the queue as JSON tells them, with the sentences of their problems. */
export function presentRow(row: QueueRow, { output }: Pick<CommandContext, 'output'>) {
  const present = (found: QueueRow['problem']) => (found === null ? null : output.present(found));
  const pdfs = row.pdfs.map((pdf) => ({ ...pdf, problem: present(pdf.problem) }));
  return { ...row, problem: present(row.problem), pdfs };
}

export const allQueueRows = ({ services }: CommandContext): Promise<readonly QueueRow[]> =>
  allRows((window) => services.company.calls['queue:list'](window));

/** One row of the queue as a line for people. */
export function rowLine(row: QueueRow, { output }: Pick<CommandContext, 'output'>): string {
  const state = output.say(`delivery.${row.state}`, { number: row.documentNumber ?? '' });
  const reason = row.problem === null ? '' : ` ${output.line(row.problem)}`;
  return `${numbersOf(row)}  ${row.customerName}: ${state}.${reason}${pdfsOf(row, output)}`;
}

/** How many PDFs are there, and why another one is not. */
function pdfsOf({ pdfs }: QueueRow, output: CommandContext['output']): string {
  if (pdfs.length === 0) return '';
  const done = pdfs.filter(({ state }) => state === 'done').length;
  const reasons = pdfs.flatMap(({ problem }) => (problem === null ? [] : [output.line(problem)]));
  return ` ${[output.say('pdfs-of', { done, total: pdfs.length }), ...reasons].join(' ')}`;
}
