import type { ConnectorContext, ParkedRecord } from '../_kit/connector';
import type { Pulled } from '../_kit/model';
import { readRecords, textUnder } from '../_kit/records';
import { ok, type Result } from '../_kit/result';
import { allRows, type ListQuery } from './api';
import { itemGroupSchema } from './schemas';

export interface Group {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const QUERY: ListQuery = { path: 'logistics/ItemGroups', select: ['ID', 'Code', 'Description'] };

/** All item groups; there is no sync address for them, and few companies have more than a page. */
export async function readArticleGroups(
  ctx: ConnectorContext,
): Promise<Result<{ readonly groups: readonly Group[]; readonly parked: readonly ParkedRecord[] }>> {
  const rows = await allRows(ctx, QUERY);
  if (!rows.ok) return rows;
  const { read, parked } = readRecords(rows.value, itemGroupSchema, (row) => ({
    externalId: textUnder(row, 'ID'),
    label: [textUnder(row, 'Code'), textUnder(row, 'Description')].filter((part) => part !== '').join(' '),
  }));
  return ok({ groups: read.map(({ ID, Code, Description }) => ({ id: ID, code: Code, name: Description })), parked });
}

/** Whether a group comes over: all do when none is named. Names are compared exactly. */
export const isSelected = ({ name }: Group, names: readonly string[]): boolean =>
  names.length === 0 || names.includes(name);

export const toArticleGroup = (group: Group, names: readonly string[]): Pulled<'articleGroups'> =>
  isSelected(group, names)
    ? { kind: 'present', record: { externalId: group.id, code: group.code, name: group.name } }
    : { kind: 'gone', externalId: group.id, reason: 'not-selected' };
