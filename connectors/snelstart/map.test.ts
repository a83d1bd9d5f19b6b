import { describe, expect, it } from 'vitest';
import type { Facts } from './facts';
import { toArticle, toCustomer, toOrder } from './map';
import { articleSchema, orderSchema, relationSchema } from './schemas';
import { readSettings } from './settings';

const facts: Facts = {
  pricesExclVat: true,
  priceDecimals: 2,
  quantityDecimals: 2,
  articleCodeKind: 'Alfanumeriek',
  templates: [],
  vatRates: [
    { kind: 'Hoog', percentage: '19', from: '2001-01-01', until: '2012-09-30' },
    { kind: 'Hoog', percentage: '21', from: '2012-10-01', until: null },
  ],
  articleGroups: [{ id: 'g1', number: '10', name: 'Diensten', vatKind: 'Hoog' }],
};
const settings = readSettings({});
const today = '2026-11-22';
const relation = (changes: object = {}) =>
  relationSchema.parse({ id: 'r1', relatiecode: 12, relatiesoort: ['Klant'], naam: 'Bakker', ...changes });
const article = (changes: object = {}) =>
  articleSchema.parse({ id: 'a1', artikelcode: '007', artikelOmzetgroep: { id: 'g1' }, verkoopprijs: 10, ...changes });
const order = (changes: object = {}) =>
  orderSchema.parse({
    id: 'o1',
    nummer: 42,
    relatie: { id: 'r1' },
    procesStatus: 'Order',
    omschrijving: 'WB Kraan',
    ...changes,
  });

describe('customer', () => {
  it('of the fewest fields SnelStart may give', () => {
    expect(toCustomer(relation(), () => '')).toEqual({
      kind: 'present',
      record: {
        externalId: 'r1',
        number: '12',
        name: 'Bakker',
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

  it('has the mobile number when there is no other, and no contact that repeats its name', () => {
    const one = toCustomer(
      relation({
        telefoon: null,
        mobieleTelefoon: '06',
        vestigingsAdres: { contactpersoon: 'Bakker', plaats: 'Tiel' },
      }),
      () => '',
    );
    expect(one).toMatchObject({ record: { phone: '06', address: { name: '', city: 'Tiel' }, workAddresses: [{}] } });
  });

  it.each([
    [{ relatiesoort: ['Leverancier'] }, 'not-selected'],
    [{ relatiesoort: null }, 'not-selected'],
    [{ relatiesoort: ['Leverancier', 'Klant'], nonactief: true }, 'inactive'],
  ])('%j is gone', (changes, reason) => {
    expect(toCustomer(relation(changes), () => '')).toEqual({ kind: 'gone', externalId: 'r1', reason });
  });
});

describe('article', () => {
  it.each([
    [12.34567, '12.34567'],
    [0, '0'],
    [-25, '-25'],
    [1e-7, '0.0000001'],
    [null, null],
  ])('price %j without VAT is %j', (verkoopprijs, expected) => {
    expect(toArticle(article({ verkoopprijs }), { facts, settings, today })).toMatchObject({
      record: { unitPrice: expected, vatRate: '21', extra: null },
    });
  });

  it.each([
    [121, '100'],
    [10, '8.264463'],
    [null, null],
  ])('price %j with VAT is %j without', (verkoopprijs, expected) => {
    const inclusive = { ...facts, pricesExclVat: false };
    expect(toArticle(article({ verkoopprijs }), { facts: inclusive, settings, today })).toMatchObject({
      record: { unitPrice: expected, extra: verkoopprijs === null ? null : { priceInclVat: String(verkoopprijs) } },
    });
  });

  it('has no price without VAT when its VAT is not known', () => {
    const inclusive = { ...facts, pricesExclVat: false };
    const one = toArticle(article({ artikelOmzetgroep: { id: 'other' } }), { facts: inclusive, settings, today });
    expect(one).toMatchObject({ record: { unitPrice: null, vatRate: null } });
  });

  it.each([
    ['2012-09-30', '19'],
    ['2012-10-01', '21'],
    ['2000-01-01', null],
  ])('on %s has VAT %j', (day, vatRate) => {
    expect(toArticle(article(), { facts, settings, today: day })).toMatchObject({ record: { vatRate } });
  });

  it.each([
    [['Diensten'], 'present'],
    [['diensten'], 'gone'],
    [['Dienst'], 'gone'],
    [[], 'present'],
  ])('with groups %j is %s', (articleGroups, kind) => {
    expect(toArticle(article(), { facts, settings: readSettings({ articleGroups }), today }).kind).toBe(kind);
  });
});

describe('order', () => {
  it.each([
    [{}, true],
    [{ procesStatus: 'Werkbon' }, true],
    [{ procesStatus: 'Bevestiging' }, true],
    [{ procesStatus: 'Offerte' }, false],
    [{ procesStatus: 'Pakbon' }, false],
    [{ procesStatus: 'Factuur' }, false],
    [{ verkoopOrderStatus: 'Uitgevoerd' }, false],
    [{ verkoopOrderStatus: 'Service' }, true],
    [{ geblokkeerd: true }, false],
    [{ verkoopfactuur: { id: 'f1' } }, false],
    [{ orderreferentie: 'SK-7Q4M2X-1042-1' }, false],
    [{ orderreferentie: 'PO 4711' }, true],
    [{ relatie: null }, false],
  ])('with %j becomes a work order: %s', (changes, expected) => {
    expect(toOrder(order(changes), settings) !== null).toBe(expected);
  });

  it('takes the agreed price of a line, discount taken off, and leaves a price with VAT to the article', () => {
    const lines = {
      regels: [{ artikel: { id: 'a1' }, omschrijving: 'Kraan', aantal: 2.5, stuksprijs: 80, kortingsPercentage: 12.5 }],
    };
    const withLines = readSettings({ pullOrdersLines: true });
    expect(toOrder(order(lines), withLines)?.lines).toEqual([
      { articleExternalId: 'a1', articleCode: '', description: 'Kraan', quantity: '2.5', unitPrice: '70' },
    ]);
    const inclusive = { ...lines, verkooporderBtwIngaveModel: 'Inclusief' };
    expect(toOrder(order(inclusive), withLines)?.lines[0]?.unitPrice).toBeNull();
  });
});
