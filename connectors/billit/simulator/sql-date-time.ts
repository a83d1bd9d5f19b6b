import { amsterdamOffsetMs } from '../../_kit/simulator/amsterdam-time';

/**
 * Moments as the vendor keeps them: SQL Server's type datetime counts in 1/300 of a second, so that every moment in its
 * documented answers ends in 0, 3 or 7 milliseconds ("2024-03-10T15:00:49.487").
 */
export function sqlDateTimeMs(utcMs: number): number {
  const wholeSecondMs = Math.floor(utcMs / 1000) * 1000;
  const ticks = Math.round(((utcMs - wholeSecondMs) * 3) / 10);
  return wholeSecondMs + Math.round((ticks * 10) / 3);
}

/** Moment without zone, on the clock of Brussels (which is that of Amsterdam) or in UTC, with three digits behind the second. */
export function momentText(utcMs: number, zone: 'local' | 'utc'): string {
  const shiftMs = zone === 'local' ? amsterdamOffsetMs(utcMs) : 0;
  return new Date(utcMs + shiftMs).toISOString().slice(0, 23);
}

/** As .NET writes it: no zeros at the end of the fraction, no fraction when there is none. */
export const trimFraction = (text: string): string => text.replace(/\.?0+$/, '');
