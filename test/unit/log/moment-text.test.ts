import { expect, it } from 'vitest';
import { momentText } from '../../../main/log/moment-text';

const at = (iso: string): number => Date.parse(iso);

it.each([
  ['today', '2026-11-22T13:05:00Z', { nl: '14:05', en: '14:05' }],
  ['the first minute of tomorrow', '2026-11-22T23:00:00Z', { nl: '23 nov 00:00', en: '23 Nov 00:00' }],
  ['the last minute of today', '2026-11-22T22:59:00Z', { nl: '23:59', en: '23:59' }],
])('%s is said on the clock of the office', (_what, iso, said) => {
  expect(momentText(at(iso), at('2026-11-22T10:00:00Z'))).toEqual(said);
});
