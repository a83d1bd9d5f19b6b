import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalToInput, parseDecimalInput } from '../../../renderer/i18n/decimal-input';

describe('a typed number', () => {
  test.each([
    ['0,25', '0.25'],
    ['0.25', '0.25'],
    [',5', '0.5'],
    ['1.250', '1250'],
    ['1.250,50', '1250.50'],
    ['1.1', '1.1'],
    ['€ 12,345', '12.345'],
    ['-3,5', '-3.5'],
    ['007', '7'],
    ['12,', '12'],
    ['', ''],
  ])('in Dutch: %s is %s', (typed, exact) => {
    expect(parseDecimalInput(typed, 'nl')).toBe(exact);
  });

  test.each([
    ['0.25', '0.25'],
    ['1,250', '1250'],
    ['1,250.50', '1250.50'],
    ['0,25', '0.25'],
  ])('in English: %s is %s', (typed, exact) => {
    expect(parseDecimalInput(typed, 'en')).toBe(exact);
  });

  test.each(['abc', '1,2,3', '--1', ',', '1e5', '1.25.50,5'])('%s is no number', (typed) => {
    expect(parseDecimalInput(typed, 'nl')).toBeNull();
  });

  test('is refused when it has more digits than a call takes', () => {
    expect(parseDecimalInput('1234567890123456', 'nl')).toBeNull();
    expect(parseDecimalInput('0,12345678901', 'nl')).toBeNull();
  });

  test('keeps every digit of a stored decimal, also those a float would lose', () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.stringMatching(/^\d{0,9}[1-9]$/))
      .map(([whole, fraction]) => `${whole}.${fraction}`);
    fc.assert(
      fc.property(decimals, fc.constantFrom('nl' as const, 'en' as const), (stored, language) => {
        const typed = decimalToInput(stored, language);
        // Three digits behind the group sign of the other language would be a thousand: that sign is not used here.
        expect(parseDecimalInput(typed, language)).toBe(stored);
      }),
    );
  });
});
