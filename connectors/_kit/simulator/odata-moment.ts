/**
 * Fills a moment without zone up to seven digits behind the second, so that moments compare as texts do:
 * `2024-03-01T08:00` -> `2024-03-01T08:00:00.0000000`.
 */
export function padMoment(text: string): string {
  const [date = '', time = ''] = text.split('T');
  const [clock = '', fraction = ''] = time.split('.');
  const seconds = clock === '' ? '00:00:00' : clock.length === 5 ? `${clock}:00` : clock;
  return `${date}T${seconds}.${fraction.padEnd(7, '0')}`;
}
