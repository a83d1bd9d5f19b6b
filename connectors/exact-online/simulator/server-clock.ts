import { amsterdamOffsetMs } from '../../_kit/simulator/amsterdam-time';

/**
 * The vendor's clock stands on Dutch time and its moments carry no zone: `/Date(…)/` holds that clock written as if it
 * were UTC. Measured in recorded answers of a live site: Me.ServerUtcOffset 7200 in June.
 */
export const localMoment = (atMs: number): string =>
  new Date(atMs + amsterdamOffsetMs(atMs))
    .toISOString()
    .slice(0, 23)
    .replace(/\.000$/, '');

/** The start of the day on the vendor's clock, `YYYY-MM-DDT00:00:00`. */
export const localDay = (atMs: number): string => `${localMoment(atMs).slice(0, 10)}T00:00:00`;

export const utcOffsetSeconds = (atMs: number): number => amsterdamOffsetMs(atMs) / 1000;
