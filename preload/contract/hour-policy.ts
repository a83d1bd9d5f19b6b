/** How booked minutes become the hours of a document: the office chooses it per company, and sees the outcome as it types. */
import { z } from 'zod';
import type { DecimalString } from '../../connectors/_kit/decimal';

/** Steps that hours can be rounded to, in minutes; null = minutes stay as they were booked. */
export const HOUR_STEPS = [null, 5, 6, 15, 30, 60] as const;
/** Highest minimum that can be chosen: a working day. */
export const MOST_MINIMUM_MINUTES = 480;

const hourRule = z.object({
  stepMinutes: z.union(HOUR_STEPS.map((step) => z.literal(step))),
  /** `nearest`: half a step goes up. Means nothing without a step. */
  direction: z.enum(['up', 'nearest']),
  /** Booked time counts for at least this much; 0 = no minimum. */
  minimumMinutes: z.number().int().min(0).max(MOST_MINIMUM_MINUTES),
});

/** Work and travel time each have their own rule. */
export const hourPolicy = z.object({ work: hourRule, travel: hourRule });

export type HourRule = Readonly<z.output<typeof hourRule>>;
export type HourPolicy = Readonly<z.output<typeof hourPolicy>>;

/** The rule of the manuals of all five packages: "de minuten worden opgeteld", nothing is rounded but the hours. */
const AS_BOOKED: HourRule = { stepMinutes: null, direction: 'up', minimumMinutes: 0 };
export const DEFAULT_HOUR_POLICY: HourPolicy = { work: AS_BOOKED, travel: AS_BOOKED };

/**
 * The minutes that count, of all minutes of one kind on one work order together: rounded to the step first, then at least
 * the minimum. Nothing booked stays nothing. Throws when `minutes` is no number of whole minutes.
 */
export function billedMinutes(minutes: number, { stepMinutes, direction, minimumMinutes }: HourRule): number {
  mustBeMinutes(minutes);
  if (minutes === 0) return 0;
  const steps = stepMinutes === null ? null : minutes / stepMinutes;
  const rounded =
    steps === null || stepMinutes === null
      ? minutes
      : (direction === 'up' ? Math.ceil(steps) : Math.round(steps)) * stepMinutes;
  return Math.max(rounded, minimumMinutes);
}

/**
 * Whole minutes as hours for a document line: minutes / 60, rounded half up once, to 2 decimals. `20` gives `"0.33"`.
 * Counted in whole hundredths of an hour, so that nothing is ever a float.
 */
export function hoursOf(minutes: number): DecimalString {
  mustBeMinutes(minutes);
  const hundredths = Math.floor((minutes * 100 + 30) / 60);
  const fraction = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(hundredths / 100)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The hours of a document line for all minutes of one kind on a work order. */
export const billedHours = (minutes: number, rule: HourRule): DecimalString => hoursOf(billedMinutes(minutes, rule));

function mustBeMinutes(minutes: number): void {
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw new Error(`Not a number of minutes: ${minutes}`);
}
