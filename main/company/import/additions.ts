/** Which times and articles of a file a work order does not have yet. Pure. */
import { decimal, plain, type DecimalString } from '../../../connectors/_kit/decimal';
import type { WorkOrderArticle } from '../../../preload/contract/views';

/** A booked time, whoever its employee is called by. */
export interface KnownTime {
  /** The same for the same employee. */
  readonly employee: string | number | null;
  readonly kind: 'work' | 'travel';
  readonly date: string;
  readonly startMinute: number | null;
  readonly minutes: number;
  readonly note: string;
}

/**
 * Those of `given` that `there` does not hold. Two equal ones count as two: of a travel there and back, booked twice, the
 * second is missing when the work order has one.
 */
export function missingFrom<T>(given: readonly T[], there: readonly string[], keyOf: (one: T) => string): readonly T[] {
  const left = new Map<string, number>();
  for (const key of there) left.set(key, (left.get(key) ?? 0) + 1);
  return given.filter((one) => {
    const key = keyOf(one);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

export const timeKey = ({ employee, kind, date, startMinute, minutes, note }: KnownTime): string =>
  JSON.stringify([employee, kind, date, startMinute, minutes, note]);

export const articleKey = ({ articleId, quantity, unitPrice, description }: WorkOrderArticle): string =>
  JSON.stringify([articleId, exact(quantity), unitPrice === null ? null : exact(unitPrice), description]);

/** 1 and 1.00 are one quantity. */
const exact = (value: DecimalString): string => plain(decimal(value));
