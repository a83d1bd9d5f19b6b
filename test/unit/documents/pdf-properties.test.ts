import { describe, expect, it } from 'vitest';
import { withoutTraces } from '../../../main/documents/pdf-properties';

/** A PDF as Skia writes it: properties first, then a page with bytes that are no text. */
function printed(maker: string, moment: string): Buffer {
  const objects = [
    `<</Title <FEFF0057>\n/Creator (${maker})\n/Producer (Skia/PDF m130)\n/CreationDate (D:${moment}+00'00')\n/ModDate (D:${moment}+00'00')>>`,
    '<</Type /Catalog\n/Pages 3 0 R>>',
    '<</Type /Pages\n/Kids []\n/Count 0>>',
  ];
  let text = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 4\n0000000000 65535 f \n${table}trailer\n<</Size 4\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** What stands at each place that the table names. */
function found(pdf: Uint8Array): readonly string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const tableAt = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  expect(text.slice(tableAt, tableAt + 4)).toBe('xref');
  return [...text.slice(tableAt).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, place]) =>
    text.slice(Number(place), Number(place) + 7),
  );
}

describe('the properties of a PDF', () => {
  it('tell neither when nor on which computer it was printed, whatever the length of those', () => {
    const one = withoutTraces(printed('Mozilla/5.0 \\(X11; Linux\\) Chrome/130', '20261122130652'));
    const other = withoutTraces(printed('Mozilla/5.0 \\(Windows NT 10.0; Win64\\) Chrome/130', '20270101000000'));
    expect(Buffer.from(one).equals(other)).toBe(true);
    const text = Buffer.from(one).toString('latin1');
    expect(text).toContain('/Creator (Simon Koppel)');
    expect(text).not.toMatch(/Mozilla|Date/);
  });

  it('leave every object where the table says that it is', () => {
    const pdf = printed('Mozilla/5.0 \\(X11\\)', '20261122130652');
    expect(found(withoutTraces(pdf))).toEqual(found(pdf));
  });

  it('of a PDF that is written in another way stay as they are', () => {
    const other = new TextEncoder().encode('%PDF-1.7\nnothing that is known\n%%EOF');
    expect(withoutTraces(other)).toBe(other);
  });
});
