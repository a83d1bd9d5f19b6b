import { describe, expect, it } from 'vitest';
import type { DocumentLine, OutgoingDocument } from '../../../connectors/_kit/document';
import { combineDocuments, type DocumentPart } from '../../../main/domain/combine-documents';

const ADDRESS = { name: '', street: 'Kerkstraat 1', postcode: '3512 AB', city: 'Utrecht', country: 'NL' };

const line = (description: string, total: string): DocumentLine => ({
  kind: 'article',
  article: { externalId: description, code: description, description, unit: 'st', extra: null },
  description,
  descriptionChanged: false,
  minutes: null,
  quantity: '1',
  unitPrice: total,
  priceChanged: false,
  vatRate: '21',
  totalExclVat: total,
});

const part = (number: string, change: Partial<OutgoingDocument> = {}): DocumentPart => ({
  workDay: '2026-11-20',
  document: {
    workOrderNumber: number,
    revision: 1,
    marker: `SK-TEST00-${number}-1`,
    date: '2026-11-22',
    customer: { externalId: '1', number: '10', name: 'Klant', extra: null },
    workAddress: ADDRESS,
    workDescription: `Werk ${number}`,
    customerReference: 'PO 1',
    employee: null,
    pdfs: ['work-order'],
    lines: [line(`A${number}`, '10.00'), line(`B${number}`, '0.05')],
    totals: { exclVat: '10.05', vat: null, inclVat: null },
    ...change,
  },
});

const LINES = { headings: 'line', maxLineText: null } as const;
const IN_FRONT = { headings: 'first-article', maxLineText: 60 } as const;

describe('several work orders on one document', () => {
  it('stand one after the other under their headings, with the totals of all', () => {
    const document = combineDocuments([part('1042'), part('1043'), part('1044')], LINES);
    expect(document.lines.map(({ description }) => description)).toEqual([
      'Werkbon 1042, 20-11-2026, Kerkstraat 1, 3512 AB Utrecht',
      'A1042',
      'B1042',
      'Werkbon 1043, 20-11-2026, Kerkstraat 1, 3512 AB Utrecht',
      'A1043',
      'B1043',
      'Werkbon 1044, 20-11-2026, Kerkstraat 1, 3512 AB Utrecht',
      'A1044',
      'B1044',
    ]);
    expect(document.totals).toMatchObject({ exclVat: '30.15', inclVat: '36.48' });
    expect(document).toMatchObject({
      workOrderNumber: '1042',
      marker: 'SK-TEST00-1042-1',
      workDescription: 'Werk 1042\nWerk 1043\nWerk 1044',
      others: [
        { workOrderNumber: '1043', pdfs: ['work-order'] },
        { workOrderNumber: '1044', pdfs: ['work-order'] },
      ],
    });
  });

  it('have their headings in front of the first article where a package takes no lines of text', () => {
    const { lines } = combineDocuments([part('1042'), part('1043')], IN_FRONT);
    expect(lines.map(({ description }) => description)).toEqual([
      'Werkbon 1042, 20-11-2026, Kerkstraat 1, 3512 AB… - A1042',
      'B1042',
      'Werkbon 1043, 20-11-2026, Kerkstraat 1, 3512 AB… - A1043',
      'B1043',
    ]);
    expect(lines.every(({ article }) => article !== null)).toBe(true);
  });

  it('share in the header only what is the same', () => {
    const other = part('1043', { workAddress: null, employee: { id: '2', name: 'Henk' } });
    expect(combineDocuments([part('1042'), other], LINES)).toMatchObject({ workAddress: null, employee: null });
    expect(combineDocuments([part('1042'), part('1043')], LINES).workAddress).toEqual(ADDRESS);
  });

  it('have no total when the package has no price of one line', () => {
    const free = { ...line('C', '1.00'), unitPrice: null, totalExclVat: null };
    expect(combineDocuments([part('1042'), part('1043', { lines: [free] })], LINES).totals.exclVat).toBeNull();
  });
});
