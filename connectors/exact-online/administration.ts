import type { Administration, CheckContext, Connector } from '../_kit/connector';
import { problem } from '../_kit/problem';
import { readRecords, textUnder } from '../_kit/records';
import { fail, ok, type Result } from '../_kit/result';
import { apiAddress } from './addresses';
import { addressIn, nextPage, pageAt, type CallContext, type ListQuery } from './api';
import type { Facts } from './facts';
import { administrationBusy, administrationEnded, administrationUnknown } from './problems';
import { divisionSchema, meSchema, type Division } from './schemas';
import { readSettings } from './settings';

const ACTIVE = 1;
const ARCHIVED = 2;

const ME: ListQuery = { path: 'current/Me', select: ['CurrentDivision'] };
const DIVISIONS: ListQuery = {
  path: 'system/Divisions',
  select: ['Code', 'Hid', 'Description', 'CustomerName', 'Status', 'BlockingStatus', 'DivisionMoveDate'],
};

/**
 * The chosen administration; while none is chosen, the one that the user opened last. Two requests, and none that can be
 * refused for a number that does not exist: refusals are counted.
 */
export const check: Connector['check'] = async (ctx): Promise<Result<Administration>> => {
  const found = await readDivisions(ctx);
  if (!found.ok) return found;
  const { current, divisions } = found.value;
  const asked = chosenNumber(ctx) || current;
  const division = divisionOf(divisions, asked);
  if (division === undefined) return fail(administrationUnknown(asked));
  const refusal = refusalOf(division);
  if (refusal !== null) return fail(refusal);
  const facts: Facts = { division: division.Code, movedAt: division.DivisionMoveDate ?? '' };
  return ok({ id: division.Code, name: nameOf(division), facts });
};

/** The administrations that the user may use, and the one opened last. */
export async function readDivisions(
  ctx: CallContext,
): Promise<Result<{ readonly current: string; readonly divisions: readonly Division[] }>> {
  const me = await pageAt(ctx, `${apiAddress(ctx.endpoints)}/${ME.path}`, ME);
  if (!me.ok) return me;
  const user = meSchema.safeParse(me.value.rows[0]);
  if (!user.success)
    return fail(problem('bad-response', 'answer-unexpected', { status: 200, field: 'CurrentDivision' }));
  const current = String(user.data.CurrentDivision);

  const rows: unknown[] = [];
  let page = await pageAt(ctx, addressIn(ctx, current, DIVISIONS.path), DIVISIONS);
  for (;;) {
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    if (page.value.next === null) break;
    page = await nextPage(ctx, page.value.next, DIVISIONS.path);
  }
  const { read } = readRecords(rows, divisionSchema, (row) => ({
    externalId: textUnder(row, 'Code'),
    label: textUnder(row, 'Description'),
  }));
  return ok({ current, divisions: read });
}

/**
 * The division with this number. The number in addresses comes first; the site itself shows the customer's own number
 * (Hid), so that one is understood too.
 */
export const divisionOf = (divisions: readonly Division[], number: string): Division | undefined =>
  divisions.find((one) => one.Code === number) ?? divisions.find((one) => one.Hid === number);

/** Why nothing can be done in a division now; null when it can. */
export function refusalOf(division: Division) {
  const { Status, BlockingStatus } = division;
  if (Status !== null && Status !== ACTIVE) {
    return administrationEnded(nameOf(division), Status === ARCHIVED ? 'archived' : 'inactive');
  }
  return BlockingStatus === 0 ? null : administrationBusy();
}

/** What people know a division by. */
export const nameOf = ({ Code, Description, CustomerName }: Division): string => Description || CustomerName || Code;

/** As on screen: number for addresses, the customer's own number, name. */
export const labelOf = (division: Division): string =>
  [division.Code, division.Hid === '' ? '' : `(${division.Hid})`, nameOf(division)]
    .filter((part) => part !== '')
    .join(' ');

const chosenNumber = ({ settings }: CheckContext): string => readSettings(settings).administration;
