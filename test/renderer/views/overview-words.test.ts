import { describe, expect, test } from 'vitest';
import { formatsFor } from '../../../renderer/i18n/format';
import { highWaterWords } from '../../../renderer/views/integrations/high-water-words';

describe('the newest change that was taken over', () => {
  test.each([
    ['2026-11-22T10:42:31.117', '22 nov 2026 10:42'],
    ['2026-11-22 10:42:31', '22 nov 2026 10:42'],
    ['2026-11-22T09:42:31Z', '22 nov 2026 10:42'],
    ['2026-07-22T10:42:31+02:00', '22 jul 2026 10:42'],
    ['00000000004711', '00000000004711'],
  ])('%s is told as %s', (highWater, words) => {
    expect(highWaterWords(highWater, formatsFor('nl'))).toBe(words);
  });
});
