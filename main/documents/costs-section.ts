import type { DecimalString } from '../../connectors/_kit/decimal';
import type { DocumentLine } from '../../connectors/_kit/document';
import { sharesOf, shareOf } from '../../preload/contract/line-amounts';
import { html, type Markup } from './markup';
import type { Costs, SheetWords } from './sheet';

/**
 * What it costs, as it will stand on the invoice: labour, material and the standard article apart, each with its sum, then
 * VAT per rate. A price that the package does not tell is a dash, and there is no total with it.
 */
export function costsSection({ lines, totals }: Costs, words: SheetWords): Markup {
  const { say } = words;
  const groups = sharesOf(lines).map(({ share, exclVat }) => {
    const own = lines.filter(({ kind }) => shareOf(kind) === share);
    return html`<tbody>
      <tr class="group">
        <th colspan="6">${say(`share-${share}`)}</th>
      </tr>
      ${own.map((line) => costRow(line, words))} ${sumRow(say(`share-${share}-total`), exclVat, words)}
    </tbody>`;
  });
  const vat = totals.vat ?? [];
  return html`<h2>${say('costs')}</h2>
    <table class="costs">
      <thead>
        <tr>
          <th class="code">${say('code')}</th>
          <th>${say('description')}</th>
          <th class="number">${say('quantity')}</th>
          <th>${say('unit')}</th>
          <th class="number">${say('price')}</th>
          <th class="number">${say('amount')}</th>
        </tr>
      </thead>
      ${groups}
    </table>
    <table class="totals sums">
      <tbody>
        ${sumRow(say('excl-vat'), totals.exclVat, words)}
        ${vat.map(({ vatRate, base, vat: amount }) =>
          sumRow(
            say('vat-of', { rate: words.formats.decimal(vatRate), base: words.formats.amount(base) }),
            amount,
            words,
          ),
        )}
        ${totals.inclVat === null ? null : sumRow(say('incl-vat'), totals.inclVat, words)}
      </tbody>
    </table>`;
}

function costRow({ article, description, quantity, unitPrice, totalExclVat }: DocumentLine, words: SheetWords): Markup {
  return html`<tr>
    <td>${article?.code ?? ''}</td>
    <td class="text" dir="auto">${description}</td>
    <td class="number">${words.formats.decimal(quantity)}</td>
    <td class="brief">${article?.unit ?? ''}</td>
    <td class="number">${amountOf(unitPrice, words)}</td>
    <td class="number">${amountOf(totalExclVat, words)}</td>
  </tr>`;
}

const sumRow = (label: string, amount: DecimalString | null, words: SheetWords): Markup =>
  html`<tr class="total">
    <th colspan="5">${label}</th>
    <td class="number">${amountOf(amount, words)}</td>
  </tr>`;

const amountOf = (amount: DecimalString | null, { say, formats }: SheetWords): string =>
  amount === null ? say('unknown') : `€ ${formats.amount(amount)}`;
