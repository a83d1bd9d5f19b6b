import type { Language } from './language';

const SEPARATORS = { nl: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const;

const MOST_WHOLE_DIGITS = 15;
const MOST_FRACTION_DIGITS = 10;

/**
 * Reads a typed number as an exact decimal with a point (`"0.25"`), never through a float.
 *
 * In Dutch the comma is the decimal sign and points group thousands (`1.250,5`). A point that does not stand before
 * exactly three digits can only be a decimal sign, as typed on a numeric keypad (`0.25`); English the other way around.
 * Returns null when the text is no number that a call takes (15 digits before, 10 behind the sign), and `''` when it is
 * empty.
 */
export function parseDecimalInput(text: string, language: Language): string | null {
  const { group, decimal } = SEPARATORS[language];
  const typed = text.replace(/[\s€]/g, '').replace('\u2212', '-');
  if (typed === '') return '';
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const plain = new RegExp(`^-?\\d*\\${decimal}?\\d*$`);
  const keypad = new RegExp(`^-?\\d*\\${group}\\d+$`);
  const digits = grouped.test(typed)
    ? typed.replaceAll(group, '').replace(decimal, '.')
    : plain.test(typed)
      ? typed.replace(decimal, '.')
      : keypad.test(typed)
        ? typed.replace(group, '.')
        : null;
  if (digits === null || !/\d/.test(digits)) return null;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)0*(\d*)\.?(\d*)$/.exec(digits) ?? [];
  if (whole.length > MOST_WHOLE_DIGITS || fraction.length > MOST_FRACTION_DIGITS) return null;
  return `${sign}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The text to start editing a stored decimal with: no grouping, all digits. */
export function decimalToInput(value: string, language: Language): string {
  return value.replace('.', SEPARATORS[language].decimal);
}
