import { describe, expect, it } from 'vitest';
import { exactJsonText } from '../_kit/exact-json';
import type { DocumentLine, OutgoingDocument } from '../_kit/document';
import type { Settings } from '../_kit/settings';
import { toRequest } from './to-request';

const line: DocumentLine = {
  kind: 'article',
  article: { externalId: 'item-1', code: 'ARBEID', description: 'Arbeidsuur', unit: 'uur', extra: null },
  description: 'Arbeidsuur',
  descriptionChanged: false,
  minutes: 30,
  quantity: '0.5',
  unitPrice: '62.5',
  priceChanged: false,
  vatRate: '21',
  totalExclVat: '31.25',
};

const document: OutgoingDocument = {
  workOrderNumber: '1042',
  revision: 1,
  marker: 'SK-TEST01-1042-1',
  date: '2026-11-22',
  customer: { externalId: 'account-1', number: '10001', name: 'Café Zoë', extra: null },
  workAddress: { name: '', street: 'Markt 12', postcode: '3811 AB', city: 'Amersfoort', country: 'NL' },
  workDescription: 'Ketel vervangen',
  customerReference: 'PO 4711',
  employee: null,
  pdfs: [],
  lines: [line],
  totals: { exclVat: '31.25', vat: null, inclVat: null },
};

const bodies = (settings: Settings, changes: Partial<OutgoingDocument> = {}): string[] =>
  toRequest({ ...document, ...changes }, settings).variants.map(exactJsonText);

describe('a draft invoice', () => {
  it('is written as the vendor documents it, numbers digit for digit', () => {
    expect(bodies({ journal: '70', remarks: 'workAddress', customerReference: 'both' })).toEqual([
      '{"OrderedBy":"account-1","Type":8020,"OrderDate":"2026-11-22","Journal":"70",' +
        '"Description":"SK-TEST01-1042-1 Werkbon 1042","YourRef":"1042 / PO 4711",' +
        '"Remarks":"Markt 12, 3811 AB Amersfoort",' +
        '"SalesInvoiceLines":[{"Item":"item-1","Description":"Arbeidsuur","Quantity":0.5,"NetPrice":62.5}]}',
    ]);
  });

  it('leaves out what is empty, and a price that is not known', () => {
    const [body] = bodies({}, { lines: [{ ...line, unitPrice: null }] });
    expect(body).not.toMatch(/Journal|YourRef|Remarks|NetPrice|null/);
  });

  it('has a second body when a text may turn out too long, with the marker whole', () => {
    const workDescription = 'Ketel vervangen en leidingen nagekeken '.repeat(10);
    const [usual, tight, ...others] = bodies({ remarks: 'workDescription' }, { workDescription });
    expect(others).toEqual([]);
    expect(tight?.length).toBeLessThan(usual?.length ?? 0);
    expect(tight).toContain('"Description":"SK-TEST01-1042-1 Werkbon 1042"');
  });

  it('has the marker alone where the number of the work order would make it too long', () => {
    const workOrderNumber = 'WB-2026-AMERSFOORT-10042';
    const marker = `SK-TEST01-${workOrderNumber}-1`;
    const [usual] = bodies({}, { workOrderNumber, marker });
    expect(usual).toContain(`"Description":"${marker}"`);
  });

  it('is shown as it is sent', () => {
    const { fields, lines } = toRequest(document, { journal: '70', customerReference: 'both' });
    expect(fields.map(({ label, value }) => `${label.nl}: ${value}`)).toEqual([
      'Klant: 10001 Café Zoë',
      'Orderdatum: 2026-11-22',
      'Dagboek: 70',
      'Omschrijving: SK-TEST01-1042-1 Werkbon 1042',
      'Uw ref.: 1042 / PO 4711',
    ]);
    expect(lines).toEqual([
      {
        articleCode: 'ARBEID',
        description: 'Arbeidsuur',
        quantity: '0.5',
        unitPrice: '62.5',
        totalExclVat: '31.25',
        minutes: 30,
      },
    ]);
  });
});
