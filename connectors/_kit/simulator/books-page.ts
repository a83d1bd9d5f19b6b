import { createHash, randomBytes } from 'node:crypto';
import { BOOKS_PAGE_SCRIPT, BOOKS_PAGE_STYLE } from './books-page-assets';
import type { SimulatedDocument, SimulatedLine } from './contract';
import { escapeHtml } from './html';
import type { SimulatorResponse } from './http-exchange';

const NONCE_BYTES = 16;

const quantityFormat = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 5 });
const priceFormat = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2, maximumFractionDigits: 5 });
const amountFormat = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
const momentFormat = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'medium',
  timeZone: 'Europe/Amsterdam',
});

/** The page that shows an office what arrived in the practice administration: newest first, in Dutch, nothing to click away. */
export function renderBooksPage(
  title: string,
  packageLabel: string,
  documents: readonly SimulatedDocument[],
): SimulatorResponse {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const summary =
    documents.length === 0
      ? 'Nog niets binnengekomen'
      : documents.length === 1
        ? '1 document binnengekomen'
        : `${documents.length} documenten binnengekomen`;
  const cards = documents.toReversed().map((document) => card(document, packageLabel));
  const body = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: wat er binnenkwam</title>
<style nonce="${nonce}">${BOOKS_PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p>Oefenadministratie, een nagebootst ${escapeHtml(packageLabel)}. Wat Simon verstuurt staat hieronder; er wordt niets echt geboekt.</p>
<div class="bar">
<label><input type="checkbox" id="automatic" checked> Automatisch bijwerken</label>
<span id="status" role="status">${summary}</span>
</div>
</header>
<main data-revision="${revision(documents)}" data-summary="${summary}">
${cards.length === 0 ? emptyCard : cards.join('\n')}
</main>
<script nonce="${nonce}">${BOOKS_PAGE_SCRIPT}</script>
</body>
</html>`;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; ` +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    body,
  };
}

const emptyCard = `<article class="empty">
<h2>Er is nog niets binnengekomen</h2>
<p>Archiveer in Simon een werkbon die gereed gemeld is. Het document staat hier dan binnen enkele minuten.</p>
</article>`;

/** Where a document stands on the page. */
export const anchorOf = (documentId: string): string => `document-${documentId}`;

function card(document: SimulatedDocument, packageLabel: string): string {
  const headingId = anchorOf(document.id);
  const rows = [
    ['Klant', [document.customerNumber, document.customerName].filter((text) => text !== '').join(' ')],
    ['Ontvangen', momentFormat.format(document.receivedAtMs)],
    ['Omschrijving', document.description],
    ['Referentie', document.reference],
  ].filter(([, text]) => text !== '');
  return `<article aria-labelledby="${escapeHtml(headingId)}">
<h2 id="${escapeHtml(headingId)}">${escapeHtml(document.number)} <span class="kind">${escapeHtml(document.kind)}</span></h2>
<dl>${rows.map(([label = '', text = '']) => `<dt>${label}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>
<div class="scroll" tabindex="0" role="region" aria-label="Regels van ${escapeHtml(document.number)}">
<table>
<thead><tr><th scope="col">Artikel</th><th scope="col">Omschrijving</th><th scope="col" class="number">Aantal</th><th scope="col" class="number">Prijs</th><th scope="col" class="number">Totaal</th></tr></thead>
<tbody>${document.lines.map(lineRow).join('')}</tbody>
<tfoot>${totalRow('Totaal excl. btw', document.totalExclVat)}${document.totalInclVat === null ? '' : totalRow('Totaal incl. btw', document.totalInclVat)}</tfoot>
</table>
</div>
<details id="${escapeHtml(`fields-${document.id}`)}"><summary>Alle velden in ${escapeHtml(packageLabel)}</summary><pre>${escapeHtml(JSON.stringify(document.fields, null, 2))}</pre></details>
</article>`;
}

const lineRow = (line: SimulatedLine): string =>
  `<tr><td>${escapeHtml(line.articleCode ?? '')}</td><td>${escapeHtml(line.description)}</td>` +
  `<td class="number">${format(quantityFormat, line.quantity)}</td><td class="number">${format(priceFormat, line.unitPrice)}</td>` +
  `<td class="number">${format(amountFormat, line.total)}</td></tr>`;

const totalRow = (label: string, amount: string): string =>
  `<tr><th scope="row" colspan="4" class="number">${label}</th><td class="number">${format(amountFormat, amount)}</td></tr>`;

/** Decimal texts are formatted as they are: no float comes in between. */
const format = (formatter: Intl.NumberFormat, decimalText: string): string =>
  escapeHtml(formatter.format(decimalText as Intl.StringNumericLiteral));

const revision = (documents: readonly SimulatedDocument[]): string =>
  createHash('sha256').update(JSON.stringify(documents)).digest('hex').slice(0, 16);
