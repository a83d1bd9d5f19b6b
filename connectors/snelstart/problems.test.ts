import { describe, expect, it } from 'vitest';
import type { HttpCall } from '../_kit/http';
import { answerRules, vendorError } from './problems';

const call: HttpCall = {
  method: 'POST',
  url: 'https://b2bapi.snelstart.nl/v2/verkooporders',
  effect: 'write',
  doc: '',
};
const refusal = (code: string | null, status = 400) =>
  answerRules.refusal({ code, text: null }, call, { status, headers: {}, body: '' });

describe('error bodies of SnelStart', () => {
  it.each([
    [
      [{ errorCode: 'VOR-0002', message: 'De relatie is geen klant', details: null }],
      { code: 'VOR-0002', text: 'VOR-0002: De relatie is geen klant' },
    ],
    [
      [
        { errorCode: 'ALG-0103', message: null },
        { errorCode: 'VOR-0011', message: 'Te lang' },
      ],
      { code: 'ALG-0103', text: 'ALG-0103: VOR-0011: Te lang' },
    ],
    [
      { message: 'The request is invalid.', modelState: { 'verkooporder.Memo': ['Too long.'] } },
      { code: null, text: 'verkooporder.Memo: Too long.' },
    ],
    [{ message: 'Nee' }, { code: null, text: 'Nee' }],
    [{ Message: 'Nee' }, { code: null, text: 'Nee' }],
    [
      { statusCode: 404, message: 'Resource not found' },
      { code: null, text: 'Resource not found' },
    ],
    [[], null],
    ['Nee', null],
    [null, null],
  ])('%j', (body, expected) => {
    expect(vendorError(body)).toEqual(expected);
  });
});

describe('refusals', () => {
  it.each(['VOR-0001', 'VOR-0002', 'VOR-0003', 'ALG-0103', 'ALG-0105'])('%s names the place in SnelStart', (code) => {
    const found = refusal(code);
    expect(found).toMatchObject({ kind: 'rejected', code: `snelstart.${code}` });
    expect(found?.text?.action?.nl).toMatch(/SnelStart/);
    expect(found?.text?.message.en).not.toBe(found?.text?.message.nl);
  });

  it.each(['VOR-0005', 'VOR-0011', 'ALG-0100', 'ALG-0101', 'ALG-0104', 'ALG-0106'])(
    '%s is our own fault, and is not blamed on the office',
    (code) => {
      expect(refusal(code)?.text?.message.nl).toContain('fout in Simon Koppel');
    },
  );

  it('without a known code are left to the common reading', () => {
    expect(refusal('XYZ-0001')).toBeNull();
    expect(refusal(null)).toBeNull();
  });

  it('for want of a right are told apart', () => {
    expect(refusal(null, 403)).toMatchObject({ kind: 'not-allowed', code: 'snelstart.not-allowed' });
  });
});
