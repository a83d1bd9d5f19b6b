import type { Formats } from '../../i18n/format';

const MOMENT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The newest change that was taken over, as people write a moment. One with a zone is told on the clock of the office; one
 * without is the package's own clock; what is no moment stays as the package wrote it.
 */
export function highWaterWords(highWater: string, formats: Pick<Formats, 'moment' | 'date'>): string {
  const [, day, clock, zone] = MOMENT.exec(highWater) ?? [];
  if (day === undefined || clock === undefined) return highWater;
  return zone === undefined ? `${formats.date(day)} ${clock}` : formats.moment(Date.parse(highWater.replace(' ', 'T')));
}
