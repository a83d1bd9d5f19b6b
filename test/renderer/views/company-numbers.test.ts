import { describe, expect, test } from 'vitest';
import { ibanWarning, registerWarning, vatWarning } from '../../../renderer/views/company-settings/company-numbers';

describe('a number of a company', () => {
  test.each([
    ['', undefined],
    ['NL000099998B57', undefined],
    ['NL 0000.99998.B57', undefined],
    // Of a company: its RSIN passes the eleven test.
    ['nl001234560b01', undefined],
    ['NL000099998B58', 'vat-nl-check'],
    ['NL12345678B01', 'vat-nl'],
    ['BE0566988259', undefined],
    ['BE 0566.988.259', undefined],
    ['BE0566988258', 'vat-be-check'],
    ['BE566988259', 'vat-be'],
    ['DE123456789', undefined],
    ['123456789B01', 'vat-country'],
  ])('VAT %s', (number, key) => {
    expect(vatWarning(number)?.key).toBe(key);
  });

  test.each([
    ['12345678', 'NL', undefined],
    ['1234567', 'NL', 'kvk'],
    ['0566.988.259', 'BE', undefined],
    ['BE0566988259', 'BE', undefined],
    ['0566988258', 'BE', 'kbo-check'],
    ['12345678', 'BE', 'kbo'],
    ['HRB 1234', 'DE', undefined],
    ['', 'NL', undefined],
  ])('register %s of %s', (number, country, key) => {
    expect(registerWarning(number, country)?.key).toBe(key);
  });

  test.each([
    ['NL91 ABNA 0417 1643 00', undefined],
    ['be68539007547034', undefined],
    ['NL92 ABNA 0417 1643 00', 'iban-check'],
    ['NL91 ABNA 0417 1643 0', 'iban-length'],
    ['41716430', 'iban'],
    ['', undefined],
  ])('IBAN %s', (iban, key) => {
    expect(ibanWarning(iban)?.key).toBe(key);
  });
});
