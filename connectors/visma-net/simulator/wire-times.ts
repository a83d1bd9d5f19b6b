import { DateTime } from 'luxon';
import { amsterdamOffsetMs } from '../../_kit/simulator/amsterdam-time';
import type { Quirks } from './quirks';

/** Forms that filters take: `yyyy-MM-dd`, and with a time behind a space or a T. Description of the finance API. */
const FILTER_FORM = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(\.\d{1,3})?)?$/;

/** How the two services write moments and days: the finance API without a zone, the sales order service in UTC. */
export class WireTimes {
  constructor(private readonly quirks: Pick<Quirks, 'monolithTime' | 'v3Time'>) {}

  /** A moment of the finance API: the company's own clock, no zone, no zeros at the end of the fraction. */
  finance(atMs: number): string {
    const shiftMs = this.quirks.monolithTime === 'local' ? amsterdamOffsetMs(atMs) : 0;
    return new Date(atMs + shiftMs)
      .toISOString()
      .slice(0, 23)
      .replace(/\.?0+$/, '');
  }

  /** The moment that a filter of the finance API means, UTC milliseconds; null when it has none of the forms. */
  financeFilter(text: string): number | null {
    const [, day, clock = '00:00:00', fraction = ''] = FILTER_FORM.exec(text) ?? [];
    if (day === undefined) return null;
    const zone = this.quirks.monolithTime === 'local' ? 'Europe/Amsterdam' : 'utc';
    const parsed = DateTime.fromISO(`${day}T${clock}${fraction}`, { zone });
    return parsed.isValid ? parsed.toMillis() : null;
  }

  /** A moment of the sales order service. */
  salesOrders(atMs: number): string {
    const text = new Date(atMs)
      .toISOString()
      .slice(0, 23)
      .replace(/\.?0+$/, '');
    return this.quirks.v3Time === 'offset' ? `${text}+00:00` : text;
  }

  /** A day of the sales order service. */
  salesOrdersDay(day: string | null): string | null {
    if (day === null) return null;
    return this.quirks.v3Time === 'offset' ? `${day}T00:00:00+00:00` : `${day}T00:00:00`;
  }
}

/** A day of the finance API. */
export const financeDay = (day: string | null): string | null => (day === null ? null : `${day}T00:00:00`);

/** A day, some days later. */
export const daysAfter = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
