import { describe, expect, it } from 'vitest';
import { toArticle, toCustomer } from './map';
import { isApproved, toOrder } from './offers';
import { listedOrderSchema, orderSchema, partySchema, productSchema } from './schemas';
import { readSettings } from './settings';

const customer = (row: object) => toCustomer(partySchema.parse({ PartyID: 7, Name: 'Jansen', ...row }));
const article = (row: object) => toArticle(productSchema.parse({ ProductID: 9, Reference: 'A', ...row }));
const offer = (row: object) => orderSchema.parse({ OrderID: 5, OrderNumber: 'OF1', CustomerID: 7, ...row });

describe('customers', () => {
  it('take the flat address, which is the debtor’s', () => {
    const address = {
      Street: 'Markt',
      StreetNumber: '12',
      Box: '3',
      Zipcode: '1000',
      City: 'Brussel',
      CountryCode: 'be',
    };
    expect(customer({ ...address, Addresses: [{ AddressType: 'InvoiceAddress', Street: 'Elders' }] })).toMatchObject({
      record: {
        address: { name: '', street: 'Markt 12 bus 3', postcode: '1000', city: 'Brussel', country: 'BE' },
        workAddresses: [{ kind: 'main', street: 'Markt 12 bus 3' }],
      },
    });
  });

  it.each([
    ['BE', '3', 'Markt 12 bus 3'],
    ['BE', 'bus 3', 'Markt 12 bus 3'],
    ['BE', 'Bte A', 'Markt 12 Bte A'],
    ['NL', 'A', 'Markt 12 A'],
    [null, '3', 'Markt 12 bus 3'],
    ['BE', null, 'Markt 12'],
  ])('in %s with box %j have the street %j', (CountryCode, Box, street) => {
    expect(customer({ Street: 'Markt', StreetNumber: '12', Box, CountryCode })).toMatchObject({
      record: { address: { street } },
    });
  });

  it('take the invoice address when there is no flat one, and never a delivery address', () => {
    const addresses = [
      { AddressType: 'DeliveryAddress', Street: 'Loods', City: 'Gent' },
      { AddressType: 'InvoiceAddress', Street: 'Kantoor', City: 'Gent' },
    ];
    expect(customer({ Addresses: addresses })).toMatchObject({ record: { address: { street: 'Kantoor' } } });
    expect(customer({ Addresses: addresses.slice(0, 1) })).toMatchObject({
      record: { address: { street: '' }, workAddresses: [] },
    });
  });

  it('are read with nulls, ids as text and names in another field', () => {
    const row = { PartyID: '8', Name: null, DisplayName: 'Jansen BV', Addresses: null, Identifiers: null, Email: null };
    expect(customer(row)).toMatchObject({ record: { externalId: '8', name: 'Jansen BV', email: '', number: '' } });
  });

  it('have the number of their company register', () => {
    const identifiers = [
      { IdentifierType: 'GLN', Identifier: '1' },
      { IdentifierType: 'CBE', Identifier: '0566988259' },
    ];
    expect(customer({ Identifiers: identifiers })).toMatchObject({
      record: { chamberOfCommerceNumber: '0566988259' },
    });
  });

  it('without any name cannot be read', () => {
    expect(partySchema.safeParse({ PartyID: 7, Name: ' ' }).success).toBe(false);
  });
});

describe('articles', () => {
  it.each([
    [94.21488, '94.21488'],
    [10.0, '10'],
    ['0.10331', '0.10331'],
    [-25, '-25'],
    [null, null],
  ])('price %j is %j', (AmountExcl, unitPrice) => {
    expect(article({ AmountExcl })).toMatchObject({ record: { unitPrice } });
  });

  it.each([
    ['HUR', 'uur'],
    ['nar', 'st'],
    ['XYZ', 'XYZ'],
    [null, ''],
  ])('unit %j is %j', (Unit, unit) => {
    expect(article({ Unit })).toMatchObject({ record: { unit } });
  });

  it('without reference are none', () => {
    expect(article({ Reference: ' ' })).toEqual({ kind: 'gone', externalId: '9', reason: 'not-selected' });
  });
});

describe('offers', () => {
  const approved = (row: object) => isApproved(listedOrderSchema.parse({ OrderID: 5, ...row }));

  it.each([
    [{ OrderStatus: 'ToInvoice' }, true],
    [{ OrderStatus: 'ToDeliver' }, true],
    [{ OrderStatus: 'Sent', ApprovalStatus: 'Approved' }, true],
    [{ OrderStatus: 'Invoiced', ApprovalStatus: 'Approved' }, false],
    [{ OrderStatus: 'Refused', ApprovalStatus: 'Approved' }, false],
    [{ OrderStatus: 'Sent' }, false],
    [{ OrderStatus: 'Draft', ApprovalStatus: 'Pending' }, false],
    [{ OrderStatus: 'ToInvoice', ExternalProviderID: 'SK-TEST01-1042-1' }, false],
    [{ OrderStatus: 'ToInvoice', ExternalProviderID: 'webshop-17' }, true],
    [{}, false],
  ])('%j approved: %s', (row, expected) => {
    expect(approved(row)).toBe(expected);
  });

  it.each([
    [{ CounterParty: { PartyID: 1 }, CustomerID: 2 }, '1'],
    [{ Customer: { PartyID: 3 }, CustomerID: 0 }, '3'],
    [{ CustomerID: 2 }, '2'],
    [{ CustomerID: null, CounterPartyID: '4' }, '4'],
  ])('customer of %j is %s', (row, expected) => {
    expect(toOrder(offer(row), readSettings({}))?.customerExternalId).toBe(expected);
  });

  it('without customer are none', () => {
    expect(toOrder(offer({ CustomerID: null }), readSettings({}))).toBeNull();
  });

  it('bring the price agreed on a line, discount taken off, and the code where there is no id', () => {
    const OrderLines = [
      { ProductID: 9, Quantity: 2, UnitPriceExcl: 19.99, ReductionPercentage: 12.5, Description: 'Kraan' },
      { ProductID: 0, Reference: 'KRAAN', Quantity: 1.5, UnitPriceExcl: 20 },
      { Description: 'Alleen tekst' },
      { Description: 'Los materiaal', Quantity: 3, UnitPriceExcl: 7 },
    ];
    expect(toOrder(offer({ OrderLines }), readSettings({ pullOffersLines: true }))?.lines).toEqual([
      { articleExternalId: '9', articleCode: '', description: 'Kraan', quantity: '2', unitPrice: '17.49125' },
      { articleExternalId: null, articleCode: 'KRAAN', description: '', quantity: '1.5', unitPrice: '20' },
      { articleExternalId: null, articleCode: '', description: 'Alleen tekst', quantity: '0', unitPrice: null },
      { articleExternalId: null, articleCode: '', description: 'Los materiaal', quantity: '3', unitPrice: '7' },
    ]);
  });
});
