/**
 * What looks wrong with a number of a company, so that a slip is seen. Only warnings: a number may be of another country or
 * newer than these rules. Pure.
 */

/** Key of the warning below `ui.companySettings.warn`, with what it names. */
export interface NumberWarning {
  readonly key:
    | 'vat-nl'
    | 'vat-nl-check'
    | 'vat-be'
    | 'vat-be-check'
    | 'vat-country'
    | 'kvk'
    | 'kbo'
    | 'kbo-check'
    | 'iban'
    | 'iban-length'
    | 'iban-check';
  readonly values?: Readonly<Record<string, number>>;
}

const plain = (text: string): string => text.replace(/[\s.-]/g, '').toUpperCase();

/**
 * A Dutch or Belgian VAT number. Dutch ones of companies end on the check digit of their RSIN, those of sole traders pass
 * modulo 97 (Belastingdienst, "nieuw btw-identificatienummer"); the last two digits of a Belgian one check the others.
 */
export function vatWarning(text: string): NumberWarning | null {
  const number = plain(text);
  if (number === '') return null;
  if (number.startsWith('NL')) {
    if (!/^NL\d{9}B\d{2}$/.test(number)) return { key: 'vat-nl' };
    return isElevenProof(number.slice(2, 11)) || remainder97(lettersAsDigits(number)) === 1
      ? null
      : { key: 'vat-nl-check' };
  }
  if (number.startsWith('BE')) {
    if (!/^BE[01]\d{9}$/.test(number)) return { key: 'vat-be' };
    return isBelgian(number.slice(2)) ? null : { key: 'vat-be-check' };
  }
  return /^[A-Z]{2}/.test(number) ? null : { key: 'vat-country' };
}

/** A number of the Dutch chamber of commerce, or of the Belgian register of enterprises. */
export function registerWarning(text: string, country: string): NumberWarning | null {
  const number = plain(text).replace(/^BE/, '');
  if (number === '') return null;
  if (country === 'BE') {
    if (!/^[01]\d{9}$/.test(number)) return { key: 'kbo' };
    return isBelgian(number) ? null : { key: 'kbo-check' };
  }
  return country !== 'DE' && !/^\d{8}$/.test(number) ? { key: 'kvk' } : null;
}

/** Lengths by country, of the IBAN registry (SWIFT, ISO 13616). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = { NL: 18, BE: 16, DE: 22, FR: 27, LU: 20 };

export function ibanWarning(text: string): NumberWarning | null {
  const iban = plain(text);
  if (iban === '') return null;
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) return { key: 'iban' };
  const length = IBAN_LENGTHS[iban.slice(0, 2)];
  if (length !== undefined && iban.length !== length) return { key: 'iban-length', values: { length } };
  return remainder97(lettersAsDigits(iban.slice(4) + iban.slice(0, 4))) === 1 ? null : { key: 'iban-check' };
}

/** A is 10, Z is 35. */
const lettersAsDigits = (text: string): string => text.replace(/[A-Z]/g, (letter) => String(parseInt(letter, 36)));

/** Digit by digit, because the number is longer than a number can be. */
const remainder97 = (digits: string): number =>
  [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

function isElevenProof(digits: string): boolean {
  const sum = [...digits.slice(0, 8)].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  return sum % 11 === Number(digits[8]);
}

const isBelgian = (digits: string): boolean => 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
