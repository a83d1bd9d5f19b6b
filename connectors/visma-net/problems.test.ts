import { describe, expect, it } from 'vitest';
import { BY_CODE, BY_SENTENCE } from './explanations';
import { isLicenceFault, isOldTokenFault, knownRefusal } from './problems';
import { vendorError } from './vendor-error';

const answer = (status: number, body: unknown) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

describe('what a refusal says', () => {
  it.each<[string, unknown, string | null, string | null]>([
    ['finance API', { message: 'Klant ontbreekt.' }, null, 'Klant ontbreekt.'],
    ['finance API, capital', { Message: 'Klant ontbreekt.' }, null, 'Klant ontbreekt.'],
    [
      'gateway',
      { ExceptionType: 'IPPException', ExceptionMessage: 'No license for this company.', ExceptionFaultCode: '12027' },
      '12027',
      'No license for this company.',
    ],
    [
      'sales orders, with codes',
      {
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: { 'orderLines[0].inventoryId': ['not found'] },
        details: [
          {
            code: '1804-InventoryIdNotFound',
            message: 'not found',
            parameters: { property: 'orderLines[0].inventoryId' },
          },
        ],
      },
      '1804-InventoryIdNotFound',
      'orderLines[0].inventoryId: not found',
    ],
    ['sales orders, by field', { status: 400, errors: { type: ['is required'] } }, null, 'type: is required'],
    ['sales orders, plain', { type: 'about:blank', title: 'Not Found', status: 404, detail: null }, null, 'Not Found'],
    ['sales orders, detail', { title: 'Conflict', status: 409, detail: 'Order exists.' }, null, 'Order exists.'],
  ])('%s', (_what, body, code, text) => {
    expect(vendorError(body)).toEqual({ code, text });
  });

  it.each([null, [], 'tekst', {}, { error: 'invalid_grant' }])('%j says nothing', (body) => {
    expect(vendorError(body)).toBeNull();
  });
});

describe('explanations', () => {
  it.each(Object.keys(BY_CODE))('%s has a cause and an action in both languages', (code) => {
    const found = knownRefusal({ code, text: null });
    expect(found).toMatchObject({ kind: 'rejected', code: `visma-net.${code}` });
    for (const text of [found?.text?.message, found?.text?.action]) {
      expect(text?.nl).toMatch(/\.$/);
      expect(text?.en).toMatch(/\.$/);
    }
  });

  it.each([
    ["'Customer' cannot be found in the system.", 'customer-unknown'],
    ["The customer status is 'OnHold'.", 'customer-blocked'],
    ["'Inventory ID' cannot be found in the system.", 'article-unknown'],
    ['The inventory item is Inactive.', 'article-not-sold'],
    ["'UOM' cannot be found in the system.", 'unit-unknown'],
    ['The 02-2024 financial period is closed.', 'period-closed'],
    ["The string value provided exceeds the field 'note' length of 2048.", 'our-fault'],
  ])('%s', (text, name) => {
    expect(BY_SENTENCE.map(([, one]) => one)).toContain(name);
    expect(knownRefusal({ code: null, text })).toMatchObject({ code: `visma-net.${name}` });
  });

  it('are not made up for what nobody knows', () => {
    expect(knownRefusal({ code: '9999-New', text: 'Something else.' })).toBeNull();
    expect(knownRefusal({ code: null, text: null })).toBeNull();
  });
});

describe('answers that concern the whole link', () => {
  it('are known by what they say, not by their status alone', () => {
    expect(isLicenceFault(answer(403, { ExceptionMessage: 'x', ExceptionFaultCode: '12027' }))).toBe(true);
    expect(isLicenceFault(answer(403, { message: 'x' }))).toBe(false);
    expect(isOldTokenFault(answer(500, { message: 'CompanyInContext is not set' }))).toBe(true);
    expect(isOldTokenFault(answer(500, { message: 'An error has occurred.' }))).toBe(false);
    expect(isOldTokenFault(answer(200, [{ description: 'CompanyInContext' }]))).toBe(false);
  });
});
