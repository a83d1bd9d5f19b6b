import type { Order } from './model';

/** The PDF that the vendor makes of an order: one page that names it. Base64. */
export function generatedPdf(order: Pick<Order, 'number' | 'orderDate' | 'totalIncl'>, customerName: string): string {
  const lines = [`Nummer ${order.number}`, `Datum ${order.orderDate}`, customerName, `Totaal EUR ${order.totalIncl}`];
  const text = lines.map((line) => `(${winAnsi(line)}) Tj T*`).join('\n');
  const stream = `BT /F1 12 Tf 16 TL 56 780 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const tail = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  const whole = `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${tail}`;
  return Buffer.from(whole, 'latin1').toString('base64');
}

/** One byte per character, as the page's font has them; brackets and backslashes are PDF's own. */
const winAnsi = (text: string): string => text.replaceAll(/[^\x20-\xff]/g, '?').replaceAll(/[\\()]/g, String.raw`\$&`);
