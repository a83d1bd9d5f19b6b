/**
 * How a sheet looks on paper. `fonts.css` (main/platform/pdf-fonts.ts) brings Inter; what Inter lacks is drawn with a
 * font of the computer and embedded as well. No other shapes of letters than the plain ones (no ligatures, no figures of
 * one width): Chromium writes those without the letter they stand for, so that they could not be searched or copied.
 */
export const SHEET_STYLE = `
  @page { size: A4; margin: 16mm 16mm 20mm; }
  * { box-sizing: border-box; margin: 0; padding: 0; }
  body { font: 9.5pt/1.45 Inter, sans-serif; color: #1b1f1d; overflow-wrap: anywhere; font-variant-ligatures: none; }
  header { display: flex; justify-content: space-between; gap: 10mm; padding-bottom: 4mm; border-bottom: 0.6mm solid #1f5c46; }
  .company { font-size: 12pt; font-weight: 600; }
  .letterhead { align-items: flex-start; }
  .letterhead .company { flex: 1 1 0; min-width: 45mm; font-size: 14pt; line-height: 1.2; }
  .logo { display: block; flex: none; max-width: 60mm; max-height: 24mm; object-fit: contain; object-position: left top; }
  .reach { display: grid; grid-template-columns: auto auto; justify-content: end; gap: 1.5mm 8mm; color: #5a625e; font-size: 8pt; line-height: 1.4; }
  .numbers { grid-column: 1 / -1; }
  .reach p:first-child { color: #1b1f1d; }
  .subject { max-width: none; margin-top: 6mm; text-align: left; }
  h1 { flex: none; max-width: 60%; font-size: 18pt; line-height: 1.15; font-weight: 600; text-align: right; }
  h2 { margin: 7mm 0 2mm; font-size: 11pt; font-weight: 600; break-after: avoid; }
  p { orphans: 2; widows: 2; }
  .facts { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm 10mm; margin-top: 5mm; }
  .label { display: block; color: #5a625e; font-size: 8pt; }
  .text { white-space: pre-line; }
  .strong { font-weight: 600; }
  table { width: 100%; border-collapse: collapse; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  /* No row stands by itself below the head of its table, or on the next page. */
  tbody > tr:first-child { break-after: avoid; }
  tbody > tr:last-child { break-before: avoid; }
  th, td { padding: 1.2mm 3mm 1.2mm 0; border-bottom: 0.2mm solid #c9cec9; text-align: left; vertical-align: top; font-weight: 400; }
  th:last-child, td:last-child { padding-right: 0; }
  thead th { color: #5a625e; font-size: 8pt; white-space: nowrap; }
  .number { text-align: right; white-space: nowrap; }
  .code { width: 32mm; }
  .brief { white-space: nowrap; }
  .total th, .total td { border-bottom: none; font-weight: 600; }
  .totals { margin-top: 4mm; break-inside: avoid; }
  .group th { padding-top: 3mm; color: #1f5c46; font-weight: 600; break-after: avoid; }
  .group { break-after: avoid; }
  .costs td:nth-child(5), .costs td:nth-child(6) { padding-left: 2mm; }
  .sums { width: 60%; margin-left: auto; }
  .sums .total { break-after: avoid; }
  .sums .total:not(:last-child) > * { font-weight: 400; }
  .signed { break-inside: avoid; }
  .page + .page { break-before: page; }
  .who { margin-top: 5mm; font-size: 14pt; font-weight: 600; }
  .visit { display: grid; grid-template-columns: 30mm 1fr; margin-top: 5mm; padding-top: 3mm; border-top: 0.2mm solid #c9cec9; break-inside: avoid; }
  .visit h2 { margin-top: 0; }
  .visit .time { padding-right: 4mm; font-size: 11pt; font-weight: 600; }
  .visit .time .label { font-weight: 400; }
  .part { margin-top: 2mm; }
  dl { break-inside: auto; }
  .asked { break-inside: avoid; }
  .photos { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; margin-top: 1mm; }
  h2 + .photos { break-before: avoid; }
  figure { break-inside: avoid; }
  figcaption { margin-top: 1mm; color: #5a625e; font-size: 8pt; }
  .photo { display: block; max-width: 100%; max-height: 80mm; }
  .signature { display: block; max-width: 70mm; max-height: 28mm; }
  dt { margin-top: 3mm; color: #5a625e; break-after: avoid; }
  dd { white-space: pre-line; padding-bottom: 2mm; border-bottom: 0.2mm solid #c9cec9; }
  dd.drawn { white-space: normal; }
`;
