/**
 * Days on which records change by the calendar alone: a customer whose end date passes, a price that begins. Exact Online
 * gives no new row version then, so the days are remembered with the mark.
 */
import { z } from 'zod';

/** By day (`YYYY-MM-DD`): ids of the records that change then; null = so many that all are read again. */
export const turnsSchema = z.record(z.string(), z.array(z.string()).nullable());
export type Turns = z.infer<typeof turnsSchema>;

/** Records that are read one by one at most; more are read with all the others. */
export const MOST_BY_ID = 100;
/** Days that are remembered; later ones come nearer with the next whole read. */
const MOST_DAYS = 60;

export interface Turn {
  readonly id: string;
  readonly day: string;
}

/** The days, out of a validity, on which something changes after `today`. Both ends may be open. */
export function turnsOf(
  id: string,
  { StartDate, EndDate }: { readonly StartDate: string | null; readonly EndDate: string | null },
  today: string,
): readonly Turn[] {
  const starts = StartDate !== null && StartDate > today ? [{ id, day: StartDate }] : [];
  const ends = EndDate !== null && EndDate >= today ? [{ id, day: dayAfter(EndDate) }] : [];
  return [...starts, ...ends];
}

/** Whether a validity holds on a day. */
export const isValidOn = (
  { StartDate, EndDate }: { readonly StartDate: string | null; readonly EndDate: string | null },
  day: string,
): boolean => (StartDate === null || StartDate <= day) && (EndDate === null || EndDate >= day);

export function withTurns(turns: Turns, added: readonly Turn[]): Turns {
  if (added.length === 0) return turns;
  const byDay = new Map<string, Set<string> | null>(
    Object.entries(turns).map(([day, ids]) => [day, ids === null ? null : new Set(ids)]),
  );
  for (const { id, day } of added) {
    const ids = byDay.get(day);
    if (ids === null) continue;
    if (ids === undefined) byDay.set(day, new Set([id]));
    else if (ids.size < MOST_BY_ID) ids.add(id);
    else if (!ids.has(id)) byDay.set(day, null);
  }
  const nearest = [...byDay].sort(([one], [other]) => (one < other ? -1 : 1)).slice(0, MOST_DAYS);
  return Object.fromEntries(nearest.map(([day, ids]) => [day, ids === null ? null : [...ids]]));
}

/** What is due on a day, and the turns that are left. `ids` null: all records are to be read again. */
export function takeDue(turns: Turns, today: string): { readonly ids: readonly string[] | null; readonly rest: Turns } {
  const entries = Object.entries(turns);
  const due = entries.filter(([day]) => day <= today).map(([, ids]) => ids);
  const rest = Object.fromEntries(entries.filter(([day]) => day > today));
  return { ids: due.includes(null) ? null : due.flatMap((ids) => ids ?? []), rest };
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
