import type { ConnectorContext } from '../_kit/connector';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { allRows } from './api';
import { journalSchema, type Journal } from './schemas';

/** Type of a sales journal (reference of financial/Journals). */
export const SALES_JOURNAL = 20;

/** The journals among those of a filter, in the order of their codes. */
export async function readJournals(ctx: ConnectorContext, filter: string): Promise<Result<readonly Journal[]>> {
  const select = ['Code', 'Description', 'Type', 'IsBlocked'];
  const rows = await allRows(ctx, { path: 'financial/Journals', select, filter });
  if (!rows.ok) return rows;
  const { read } = readRecords(rows.value, journalSchema, (row) => ({
    externalId: textUnder(row, 'Code'),
    label: textUnder(row, 'Description'),
  }));
  return ok([...read].sort((one, other) => one.Code.localeCompare(other.Code, 'nl', { numeric: true })));
}
