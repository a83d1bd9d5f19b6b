import type { ArticleRow, CustomerRow, WorkOrderRow } from '../../../preload/contract/views';
import type { CommandContext } from '../command-context';
import { EXIT, type ExitCode } from '../exit-codes';
import { allRows } from '../pages';
import { tableLines } from '../table';

/** Whole lists, as they stand in Simon. */
export async function customers(context: CommandContext): Promise<ExitCode> {
  const rows = await allRows((window) => context.services.company.calls['customers:list'](window));
  const cells = ({ number, name, street, postcode, city }: CustomerRow) => [
    number,
    name,
    street,
    `${postcode} ${city}`,
  ];
  return answerTable(context, rows, ['number', 'name', 'street', 'city'], cells);
}

export async function articles(context: CommandContext): Promise<ExitCode> {
  const rows = await allRows((window) => context.services.company.calls['articles:list'](window));
  const cells = ({ code, description, groupName, unit, unitPrice }: ArticleRow) => [
    code,
    description,
    groupName,
    unit,
    unitPrice ?? '',
  ];
  return answerTable(context, rows, ['code', 'description', 'group', 'unit', 'price'], cells);
}

export async function workOrders(context: CommandContext): Promise<ExitCode> {
  const { output } = context;
  const rows = await allRows((window) => context.services.company.calls['work-orders:list'](window));
  const cells = ({ number, status, customerName, description, documentNumber }: WorkOrderRow) => [
    number,
    output.say(`status-of-work-order.${status}`),
    customerName,
    description,
    documentNumber ?? '',
  ];
  return answerTable(context, rows, ['number', 'state', 'customer', 'description', 'document'], cells);
}

async function answerTable<T>(
  { output }: CommandContext,
  rows: readonly T[],
  columns: readonly string[],
  cells: (row: T) => readonly string[],
): Promise<ExitCode> {
  const header = columns.map((column) => output.say(`column.${column}`));
  const lines = rows.length === 0 ? [output.say('nothing')] : tableLines(header, rows.map(cells));
  await output.answer({ total: rows.length, rows }, lines);
  return EXIT.done;
}
