import { describe, expect, it } from 'vitest';
import type { HttpCall } from '../_kit/http';
import { answerRules } from './answer-rules';
import { vendorError } from './vendor-error';

const call = (effect: HttpCall['effect']): HttpCall => ({
  method: effect === 'write' ? 'POST' : 'GET',
  url: 'https://api.billit.be/v1/orders',
  effect,
  doc: '',
});
const refusal = (code: string | null, text: string | null = null, status = 400, effect: HttpCall['effect'] = 'write') =>
  answerRules.refusal({ code, text }, call(effect), { status, headers: {}, body: '' });

describe('error bodies of Billit', () => {
  it.each([
    [
      {
        errors: [
          {
            Code: 'InvalidVAtPercentageForTaxCountry_0_',
            Description: 'Invalid VAT percentage for country code BE',
          },
        ],
      },
      { code: 'InvalidVAtPercentageForTaxCountry_0_', text: 'Invalid VAT percentage for country code BE' },
    ],
    [{ errors: [{ Code: 'A', Description: 'Eén' }, { Code: 'B' }] }, { code: 'A', text: 'Eén B' }],
    [{ errors: [{ Code: 'AccessTokenExpired' }] }, { code: 'AccessTokenExpired', text: 'AccessTokenExpired' }],
    [
      { Code: 'GenericError', Description: 'Nee' },
      { code: 'GenericError', text: 'Nee' },
    ],
    [
      { Message: 'The request is invalid.', ModelState: { 'order.Quantity': ['Geen getal.'] } },
      { code: 'ModelState', text: 'The request is invalid. order.Quantity: Geen getal.' },
    ],
    [{ Message: 'Nee' }, { code: null, text: 'Nee' }],
    [{ ErrorMessage: 'Nee' }, { code: null, text: 'Nee' }],
    [{ error: 'invalid_grant' }, { code: 'invalid_grant', text: null }],
    [{ errors: [] }, null],
    ['Nee', null],
    [null, null],
  ])('%j', (body, expected) => {
    expect(vendorError(body)).toEqual(expected);
  });
});

describe('refusals', () => {
  it.each([
    ['InvalidVAtPercentageForTaxCountry_0_', 'vat-percentage'],
    ['INVALIDVATPERCENTAGEFORTAXCOUNTRY_0_', 'vat-percentage'],
    ['Invalid Filename', 'file'],
    ['InvalidFileContent', 'file'],
    ['CustomerNotFound_0_', 'customer-unknown'],
    ['ProductNotFound_0_', 'product-unknown'],
    ['OrderNumberAlreadyExists_0_', 'order-number'],
    ['VATNumberMissing', 'vat-number'],
    ['LicenseExhausted', 'licence'],
  ])('%s names the place in Billit or Simon where it is mended', (code, name) => {
    const found = refusal(code);
    expect(found).toMatchObject({ kind: 'rejected', code: `billit.${name}` });
    expect(found?.text?.action?.nl).toMatch(/Billit|Instellingen/);
    expect(found?.text?.message.en).not.toBe(found?.text?.message.nl);
  });

  it('a number that must be given is about the numbering, another required field is not', () => {
    expect(refusal('RequiredField_0_', 'Het veld OrderNumber is verplicht')?.code).toBe('billit.no-number');
    expect(refusal('RequiredField_0_', 'Het veld Quantity is verplicht')).toBeNull();
  });

  it('a question that Billit does not understand is our own fault, and is not blamed on the office', () => {
    const text = "Could not find a property named 'Reference' on type 'Product'";
    expect(refusal('GenericError', text, 400, 'read')?.text?.message.nl).toContain('fout in Simon Koppel');
    expect(refusal('ModelState', 'The request is invalid.')?.text?.message.nl).toContain('fout in Simon Koppel');
    // On a write the same code can mean anything.
    expect(refusal('GenericError', 'Nee')).toBeNull();
  });

  it('without a known code are left to the common reading', () => {
    expect(refusal('SomethingElse')).toBeNull();
    expect(refusal(null)).toBeNull();
  });

  it('of a body that is too large end the attempt', () => {
    expect(refusal(null, null, 413)).toMatchObject({ kind: 'blocked', code: 'billit.too-large' });
  });
});
