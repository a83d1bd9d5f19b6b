import { Decimal, type DecimalString } from '../../../connectors/_kit/decimal';
import type { RemoteStore } from '../../db/store';
import type { BookedTime, DaySpan, TimePart } from '../../db/whole-lists';
import { shareOut } from '../../domain/share-out';
import type { DocumentAmounts } from '../document-amounts';
import { PAGE_ROWS, type ListRows } from './list-columns';
import type { PricedTime } from './time-columns';

/**
 * Booked time by employee and day, each with its share in what is invoiced for time of its kind on its document, by the
 * minutes. All shares of a document add up to exactly its lines, whatever the hour policy made of the minutes together.
 */
export function createPricedTimes(
  { wholeLists }: Pick<RemoteStore, 'wholeLists'>,
  amounts: Pick<DocumentAmounts, 'ofTime'>,
) {
  const priced = async (times: readonly BookedTime[]): Promise<readonly PricedTime[]> => {
    const ids = [...new Set(times.map(({ workOrderId }) => workOrderId))];
    const parts = await wholeLists.timeParts(ids);
    const lines = await lineAmounts(parts);
    const shares = new Map<string, DecimalString>();
    for (const [line, own] of groupedBy(parts, lineOf)) {
      const amount = lines.get(line);
      if (amount === undefined) continue;
      const each = shareOut(
        amount,
        own.map(({ minutes }) => minutes),
      );
      own.forEach((part, index) => shares.set(placeOf(part), each[index] ?? '0.00'));
    }
    return times.map((time) => ({ ...time, amountExclVat: shares.get(placeOf(time)) ?? null }));
  };

  /** What each line comes to; a line that nobody knows the price of is not there. */
  const lineAmounts = async (parts: readonly TimePart[]): Promise<ReadonlyMap<string, DecimalString>> => {
    const found = new Map<string, DecimalString>();
    const entryIds = [...new Set(parts.flatMap(({ frozenEntryId }) => frozenEntryId ?? []))];
    const frozen = groupedBy(await wholeLists.timeLines(entryIds), ({ entryId, kind }) => `entry-${entryId}-${kind}`);
    for (const [line, own] of frozen) {
      const known = own.flatMap(({ totalExclVat }) => totalExclVat ?? []);
      if (known.length === own.length) found.set(line, Decimal.sum(...known).toFixed(2));
    }
    const unfrozen = [...new Set(parts.filter((part) => part.frozenEntryId === null).map((part) => part.workOrderId))];
    for (const [id, { work, travel }] of await amounts.ofTime(unfrozen)) {
      if (work !== null) found.set(`work-order-${id}-work`, work);
      if (travel !== null) found.set(`work-order-${id}-travel`, travel);
    }
    return found;
  };

  return async (span: DaySpan): Promise<ListRows<PricedTime>> => {
    const keepers = await wholeLists.timeKeepers(span);
    return {
      total: keepers.reduce((sum, { count }) => sum + count, 0),
      pages: async function* () {
        for (const { employeeId } of keepers) {
          const times = await wholeLists.times({ ...span, employeeId });
          for (let at = 0; at < times.length; at += PAGE_ROWS) yield priced(times.slice(at, at + PAGE_ROWS));
        }
      },
    };
  };
}

function groupedBy<T>(all: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(nameOf(one));
    if (group === undefined) groups.set(nameOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** The line of the document that a time is part of. */
const lineOf = ({ frozenEntryId, workOrderId, kind }: TimePart): string =>
  frozenEntryId === null ? `work-order-${workOrderId}-${kind}` : `entry-${frozenEntryId}-${kind}`;

const placeOf = ({ workOrderId, position }: Pick<TimePart, 'workOrderId' | 'position'>): string =>
  `${workOrderId}-${position}`;
