import type { SeededRandom } from '../random';

/** A Dutch IBAN with the right check digits (ISO 13616), at a bank that does not exist. */
export function dutchIban(random: SeededRandom): string {
  const account = random.digits(10);
  const asDigits = [...'OEFN'].map((letter) => String(letter.charCodeAt(0) - 55)).join('');
  const remainder = BigInt(`${asDigits}${account}232100`) % 97n;
  return `NL${String(98n - remainder).padStart(2, '0')}OEFN${account}`;
}

/** A Dutch VAT number whose nine digits pass the eleven test. */
export function dutchVatNumber(random: SeededRandom): string {
  for (;;) {
    const digits = random.digits(8);
    const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
    if (sum % 11 < 10) return `NL${digits}${sum % 11}B${String(random.whole(1, 9)).padStart(2, '0')}`;
  }
}

/** A Belgian VAT number: 97 minus the first eight digits modulo 97. */
export function belgianVatNumber(random: SeededRandom): string {
  const digits = `0${random.digits(7)}`;
  return `BE${digits}${String(97 - (Number(digits) % 97)).padStart(2, '0')}`;
}
