import { describe, expect, it } from 'vitest';
import { toArticle } from './map-article';
import { toCustomer } from './map-customer';
import { isToPull, toOrder } from './map-order';
import { listedOrderSchema, orderLineSchema } from './order-schemas';
import { articleSchema, customerSchema } from './schemas';

const customer = (more: object) =>
  customerSchema.parse({ internalId: 17, number: '10001', name: 'Café Zoë', status: 'Active', ...more });
const address = (addressLine1: string, more: object = {}) => ({
  addressLine1,
  postalCode: '3811 AB',
  city: 'Amersfoort',
  country: { id: 'nl', name: 'Nederland' },
  ...more,
});

describe('customer', () => {
  it('may lack everything but its key, number and name', () => {
    expect(toCustomer(customer({ mainAddress: null }))).toEqual({
      kind: 'present',
      record: {
        externalId: '17',
        number: '10001',
        name: 'Café Zoë',
        address: { name: '', street: '', postcode: '', city: '', country: '' },
        workAddresses: [],
        phone: '',
        email: '',
        vatNumber: '',
        chamberOfCommerceNumber: '',
        extra: null,
      },
    });
  });

  it('has street lines on one line, a country in capitals, and the person at the address', () => {
    const main = address('Markt 12', { addressLine2: '2e etage' });
    const mainContact = { name: 'Café Zoë', attention: 'Zoë Bakker', phone2: '06-12345678' };
    expect(toCustomer(customer({ mainAddress: main, mainContact }))).toMatchObject({
      record: {
        address: { name: 'Zoë Bakker', street: 'Markt 12, 2e etage', country: 'NL' },
        phone: '06-12345678',
      },
    });
  });

  it('has no second work address for a copy that differs in capitals only', () => {
    const both = { mainAddress: address('Markt 12'), invoiceAddress: address('MARKT 12') };
    expect(toCustomer(customer(both))).toMatchObject({ record: { workAddresses: [{ kind: 'main' }] } });
  });

  it('may have a key that is a text', () => {
    expect(toCustomer(customer({ internalId: 'A-17', status: 'Inactive' }))).toEqual({
      kind: 'gone',
      externalId: 'A-17',
      reason: 'inactive',
    });
  });
});

describe('article', () => {
  const article = (more: object) =>
    articleSchema.parse({ inventoryId: 5, inventoryNumber: 'ARBEID', status: 'Active', defaultPrice: 62.5, ...more });

  it.each([
    [{ type: 'NonStockItem' }, 'present'],
    [{ type: 'LaborItem', stockItem: false }, 'present'],
    [{ type: 'FinishedGoodItem' }, 'gone'],
    [{ type: 'NonStockItem', stockItem: true }, 'gone'],
  ])('%j is %s', (more, kind) => {
    expect(toArticle(article(more), { vatRates: {}, branch: null }).kind).toBe(kind);
  });

  it('has the rate of its VAT category, or none', () => {
    const facts = { vatRates: { HOOG: '21' }, branch: null };
    expect(toArticle(article({ vatCode: { id: 'HOOG' } }), facts)).toMatchObject({ record: { vatRate: '21' } });
    expect(toArticle(article({ vatCode: null }), facts)).toMatchObject({ record: { vatRate: null } });
  });

  it('may have no price', () => {
    const priceless = toArticle(article({ defaultPrice: null }), { vatRates: {}, branch: null });
    expect(priceless).toMatchObject({ record: { unitPrice: null } });
  });
});

describe('order', () => {
  const order = (more: object = {}) =>
    listedOrderSchema.parse({ type: 'SO', orderId: '000201', status: 'Open', customerId: '10001', ...more });
  const parts = { customerExternalId: '17', note: '', lines: [] };

  it('moments are UTC, with or without offset', () => {
    for (const lastModified of ['2026-11-22T10:00:00', '2026-11-22T11:00:00+01:00', '2026-11-22T10:00:00.000Z']) {
      expect(order({ lastModified }).lastModified).toBe('2026-11-22T10:00:00.000');
    }
  });

  it('without description and note is called by its number', () => {
    expect(toOrder(order(), 'SO', parts).workDescription).toBe('SO 000201');
  });

  it('has the reference of the customer, else that of another program', () => {
    const both = { customerOrder: 'PO 1', customerRefNo: 'X 2' };
    expect(toOrder(order(both), 'SO', parts).customerReference).toBe('PO 1');
    expect(toOrder(order({ customerRefNo: 'X 2' }), 'QT', parts)).toMatchObject({
      customerReference: 'X 2',
      kind: 'quote',
      externalId: 'QT/000201',
    });
  });

  it.each([
    [{ quantity: 2, unitPrice: 10, extendedPrice: 20 }, '10'],
    [{ quantity: 2, unitPrice: 10, extendedPrice: 18, discountPercent: 10, discountAmount: 2 }, '9'],
    [{ quantity: 3, unitPrice: 10, extendedPrice: 20, discountAmount: 10 }, '6.666667'],
    [{ quantity: 0, unitPrice: 10, extendedPrice: 0, discountPercent: 10 }, '10'],
    [{ quantity: 2, extendedPrice: 20 }, null],
  ])('line %j is agreed at %s', (line, expected) => {
    const lines = [orderLineSchema.parse({ inventory: { id: 'ARBEID' }, ...line })];
    expect(toOrder(order(), 'SO', { ...parts, lines }).lines[0]?.unitPrice).toBe(expected);
  });

  it.each(['Open', 'open', 'BackOrder', 'Back Order'])('that is agreed comes over: %s', (status) => {
    expect(isToPull(order({ status }), '')).toBe(true);
  });

  it.each(['Hold', 'On Hold', 'CreditHold', 'Completed', 'Cancelled', ''])('that is not is left: %s', (status) => {
    expect(isToPull(order({ status }), '')).toBe(false);
  });

  it('with a marker of Simon is never pulled, of this database or another', () => {
    expect(isToPull(order({ customerRefNo: 'SK-7Q4M2X-1042-1' }), '')).toBe(false);
    expect(isToPull(order({ customerRefNo: 'PO 4711' }), '')).toBe(true);
  });
});
