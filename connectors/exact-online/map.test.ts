import { describe, expect, it } from 'vitest';
import { toArticle, toCustomer, type ArticleView } from './map';
import { accountSchema, itemSchema } from './schemas';

const TODAY = '2026-11-22';
const ID = '6f9619ff-8b86-d011-b42d-00c04fc964ff';
const GROUP = '7f9619ff-8b86-d011-b42d-00c04fc964ff';

const account = (changes: Record<string, unknown>) =>
  toCustomer(accountSchema.parse({ ID, Code: '           0000002', Name: 'Zoë', Status: 'C', ...changes }), TODAY);

describe('a relation', () => {
  it('has its code, country and texts without the spaces around them', () => {
    expect(account({ Country: 'BE ', AddressLine1: ' Markt 1 ', AddressLine2: 'bus 4', City: 'Gent' })).toMatchObject({
      kind: 'present',
      record: {
        externalId: ID,
        number: '0000002',
        address: { street: 'Markt 1, bus 4', postcode: '', city: 'Gent', country: 'BE' },
        workAddresses: [{ kind: 'main', city: 'Gent' }],
      },
    });
  });

  it('without an address has no work address', () => {
    expect(account({ Country: 'NL ' })).toMatchObject({ record: { workAddresses: [] } });
  });

  it.each([
    [{ Status: 'P' }, 'not-selected'],
    [{ Status: null }, 'not-selected'],
    [{ Blocked: true }, 'inactive'],
    [{ EndDate: '/Date(1795132800000)/' }, 'inactive'],
    [{ StartDate: '2026-12-01T00:00:00' }, 'inactive'],
  ])('with %j is gone: %s', (changes, reason) => {
    expect(account(changes)).toMatchObject({ kind: 'gone', reason });
  });

  it('is there up to and including its last day, which is a day of the vendor and not of UTC', () => {
    // 22 November 2026 at midnight, Dutch time written as if it were UTC.
    expect(account({ EndDate: `/Date(${Date.UTC(2026, 10, 22)})/` }).kind).toBe('present');
    expect(account({ EndDate: `/Date(${Date.UTC(2026, 10, 21)})/` }).kind).toBe('gone');
  });

  it('has the same id whatever its capitals', () => {
    expect(account({ ID: ID.toUpperCase() })).toMatchObject({ record: { externalId: ID } });
  });
});

describe('an item', () => {
  const view: ArticleView = {
    groups: null,
    today: TODAY,
    vatCodes: { '4': { rate: '21', included: false }, '2': { rate: '21', included: true } },
  };
  const item = (changes: Record<string, unknown>, price: string | null = '12.1', more: Partial<ArticleView> = {}) =>
    toArticle(itemSchema.parse({ ID, Code: '007', IsSalesItem: true, ...changes }), price, { ...view, ...more });

  it.each([
    ['4', '12.1', '21', null],
    ['2', '10', '21', { priceIncludesVat: true }],
    ['9', '12.1', null, null],
    [null, '12.1', null, null],
  ])('with VAT code %s has price %s and rate %s', (SalesVatCode, unitPrice, vatRate, extra) => {
    expect(item({ SalesVatCode })).toMatchObject({ record: { code: '007', unitPrice, vatRate, extra } });
  });

  it('without a price has none, whatever its VAT code', () => {
    expect(item({ SalesVatCode: '2' }, null)).toMatchObject({ record: { unitPrice: null } });
  });

  it('is for Simon when its group is chosen', () => {
    const groups = new Set([GROUP]);
    expect(item({ ItemGroup: GROUP }, null, { groups }).kind).toBe('present');
    expect(item({ ItemGroup: ID }, null, { groups })).toMatchObject({ kind: 'gone', reason: 'not-selected' });
    const none = '00000000-0000-0000-0000-000000000000';
    expect(item({ ItemGroup: none }, null, { groups })).toMatchObject({ kind: 'gone', reason: 'not-selected' });
  });

  it('that is not sold is gone, also when the flag is written as a number', () => {
    expect(item({ IsSalesItem: 0 })).toMatchObject({ kind: 'gone', reason: 'inactive' });
    expect(item({ IsSalesItem: 1 }).kind).toBe('present');
  });
});
