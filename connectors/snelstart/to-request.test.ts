import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Administration } from '../_kit/connector';
import type { DocumentLine, OutgoingDocument } from '../_kit/document';
import { exactJsonText } from '../_kit/exact-json';
import type { Json } from '../_kit/text';
import type { Facts } from './facts';
import { variantSchema } from './order-body';
import { toRequest } from './to-request';

const facts: Facts = {
  pricesExclVat: true,
  priceDecimals: 5,
  quantityDecimals: 2,
  articleCodeKind: 'Numeriek',
  templates: [{ id: 't1', name: 'Werkbon' }],
  vatRates: [],
  articleGroups: [],
};
const administration = (changes: Partial<Facts> = {}): Administration => ({
  id: '1',
  name: 'Administratie',
  facts: { ...facts, ...changes },
});

const line = (changes: Partial<DocumentLine> = {}): DocumentLine => ({
  kind: 'article',
  article: { externalId: 'a1', code: 'KRAAN', description: 'Kraan', unit: 'st', extra: null },
  description: 'Kraan',
  descriptionChanged: false,
  minutes: null,
  quantity: '1',
  unitPrice: '10',
  priceChanged: false,
  vatRate: '21',
  totalExclVat: '10',
  ...changes,
});
const document = (changes: Partial<OutgoingDocument> = {}): OutgoingDocument => ({
  workOrderNumber: '1042',
  revision: 1,
  marker: 'SK-7Q4M2X-1042-1',
  date: '2026-11-22',
  customer: { externalId: 'r1', number: '12', name: 'Bakker', extra: null },
  workAddress: null,
  workDescription: 'Kraan\n  vervangen',
  customerReference: '',
  employee: null,
  pdfs: [],
  lines: [line()],
  totals: { exclVat: null, vat: null, inclVat: null },
  ...changes,
});
/** The JSON that leaves for a variant, without its template. */
const wire = (variant: Json | undefined): string => exactJsonText(variantSchema.parse(variant).order);

describe('the request for SnelStart', () => {
  it('is this JSON', () => {
    const request = toRequest(document(), { orderType: 'werkbon' }, administration());
    expect(wire(request.variants[0])).toBe(
      '{"relatie":{"id":"r1"},"datum":"2026-11-22T00:00:00","procesStatus":"Werkbon","omschrijving":"Kraan vervangen",' +
        '"orderreferentie":"SK-7Q4M2X-1042-1","verkooporderBtwIngaveModel":"Exclusief",' +
        '"regels":[{"artikel":{"id":"a1"},"omschrijving":"Kraan","aantal":1,"stuksprijs":10}]}',
    );
  });

  it('shows in the preview what arrives', () => {
    const request = toRequest(document(), { template: 'Werkbon' }, administration());
    expect(request.fields.map((field) => [field.label.nl, field.value])).toEqual([
      ['Klant', '12 Bakker'],
      ['Datum', '2026-11-22'],
      ['Type order', 'Order'],
      ['Omschrijving', 'Kraan vervangen'],
      ['Orderreferentie', 'SK-7Q4M2X-1042-1'],
      ['Sjabloon', 'Werkbon'],
      ['Prijzen in SnelStart', 'Exclusief btw'],
    ]);
    expect(request.lines).toEqual([
      { articleCode: 'KRAAN', description: 'Kraan', quantity: '1', unitPrice: '10', totalExclVat: '10', minutes: null },
    ]);
  });

  it.each([
    ['0.25', '12.34567', '"aantal":0.25,"stuksprijs":12.34567'],
    ['100', '12345678901234.12345', '"aantal":100,"stuksprijs":12345678901234.12345'],
    ['-1', '0', '"aantal":-1,"stuksprijs":0'],
    ['1.005', '1.000005', '"aantal":1.01,"stuksprijs":1.00001'],
  ])('writes %s x %s exactly', (quantity, unitPrice, expected) => {
    const request = toRequest(document({ lines: [line({ quantity, unitPrice })] }), {}, administration());
    expect(wire(request.variants[0])).toContain(expected);
  });

  it('leaves the price to SnelStart when there is none', () => {
    const request = toRequest(document({ lines: [line({ unitPrice: null })] }), {}, administration());
    expect(wire(request.variants[0])).not.toContain('stuksprijs');
  });

  it('never rounds hours or cents away, however few decimals the administration shows', () => {
    const request = toRequest(
      document({ lines: [line({ quantity: '0.25', unitPrice: '62.55' })] }),
      {},
      administration({ priceDecimals: 0, quantityDecimals: 0 }),
    );
    expect(wire(request.variants[0])).toContain('"aantal":0.25,"stuksprijs":62.55');
  });

  it('is without VAT as a whole when the VAT of one line is not known', () => {
    const lines = [
      line({ article: { externalId: 'a', code: '', description: '', unit: '', extra: { priceInclVat: '12.1' } } }),
      line({ vatRate: null }),
    ];
    const request = toRequest(document({ lines }), {}, administration({ pricesExclVat: false }));
    expect(wire(request.variants[0])).toContain('"verkooporderBtwIngaveModel":"Exclusief"');
    expect(wire(request.variants[0])).not.toContain('12.1');
  });

  it('has the same customer, marker, prices and quantities in every variant, and texts that fit', () => {
    const texts = fc.string({ maxLength: 1200 });
    fc.assert(
      fc.property(texts, texts, texts, fc.boolean(), (workDescription, customerReference, text, withTextLine) => {
        const textLine = line({
          article: null,
          description: text,
          unitPrice: null,
          quantity: '0',
          kind: 'work-description',
        });
        const request = toRequest(
          document({
            workDescription,
            customerReference,
            lines: [...(withTextLine ? [textLine] : []), line({ description: text }), line()],
          }),
          {
            orderDescription: ['workDescription', 'customerReference'],
            paymentReference: 'both',
            remarks: 'both',
            descriptionMarker: 'XXX',
          },
          administration(),
        );
        expect(request.variants).toHaveLength(withTextLine ? 3 : 2);
        for (const variant of request.variants) {
          const body = JSON.parse(wire(variant)) as {
            [key: string]: unknown;
            memo?: string;
            regels: Record<string, unknown>[];
          };
          expect(body).toMatchObject({ relatie: { id: 'r1' }, orderreferentie: 'SK-7Q4M2X-1042-1' });
          expect(String(body.omschrijving).length).toBeLessThanOrEqual(50);
          expect(body.omschrijving).toMatch(/XXX$/);
          expect(String(body.betalingskenmerk).length).toBeLessThanOrEqual(50);
          expect((body.memo ?? '').length).toBeLessThanOrEqual(1000);
          expect(body.regels.every((one) => String(one.omschrijving).length <= 250)).toBe(true);
          const priced = body.regels.filter((one) => one.artikel !== undefined);
          expect(priced.map((one) => [one.aantal, one.stuksprijs])).toEqual([
            [1, 10],
            [1, 10],
          ]);
        }
      }),
    );
  });
});
