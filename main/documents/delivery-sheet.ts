import type { DeliveryStep } from '../../preload/contract/delivery-steps';
import { notesOf, problemOfStep, technicalNotesOf, titleOf } from '../../preload/contract/step-notes';
import type { Language, QueueDetail, SentDocument } from '../../preload/contract/views';
import { numbersOf } from '../../preload/contract/work-order-numbers';
import { knownText } from '../log/catalogue';
import { describe } from '../log/problem-text';
import { html, type Markup } from './markup';
import { fact, facts, sheetPage } from './sheet';
import { sheetFormats, type SheetFormats } from './sheet-formats';

export interface DeliverySheetInput {
  readonly language: Language;
  readonly companyName: string;
  readonly entry: QueueDetail;
  /** Name of a package on screen. */
  readonly labelOf: (id: string) => string;
}

/** The words and formats of this sheet. */
interface Words {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly formats: SheetFormats;
  readonly language: Language;
  readonly labelOf: (id: string) => string;
}

/**
 * What was sent of one work order, as a page of HTML for an accountant or the helpdesk: the outcome, every document as it
 * was sent, its PDFs, and the ledger with its technical details. Pure.
 */
export function deliverySheet({ language, companyName, entry, labelOf }: DeliverySheetInput): string {
  const words: Words = {
    say: (key, values) => knownText(key, values)[language],
    formats: sheetFormats(language),
    language,
    labelOf,
  };
  const heading = words.say('delivery-sheet.title', { number: numbersOf(entry) });
  return sheetPage({ companyName, language }, heading, [
    outcome(entry, words),
    ...(entry.sentDocuments.length === 0 ? [html`<p>${words.say('ui.sent.notYet')}</p>`] : []),
    ...entry.sentDocuments.map((sent) => documentSection(sent, words)),
    ...pdfSection(entry, words),
    html`<h2>${words.say('ui.queue.steps')}</h2>
      <dl>${entry.steps.map((step) => stepRow(step, words))}</dl>`,
  ]);
}

function outcome(entry: QueueDetail, { say, formats, labelOf }: Words): Markup {
  const { documentNumber, totalExclVat } = entry;
  return facts([
    fact(say('ui.customers.one'), entry.document?.customer.name ?? entry.customerName),
    fact(say('ui.queue.state'), say(`ui.delivery.${entry.held ? 'held' : entry.state}`)),
    fact(say('ui.queue.archivedAt'), formats.momentExact(entry.archivedAtMs)),
    fact(say('delivery-sheet.package'), entry.package === null ? '' : labelOf(entry.package)),
    fact(say('ui.queue.document'), documentNumber ?? ''),
    fact(say('ui.queue.total'), totalExclVat === null ? '' : formats.amount(totalExclVat)),
    fact(say('ui.queue.marker'), entry.marker),
  ]);
}

function documentSection(sent: SentDocument, words: Words): Markup {
  const { say, formats, language } = words;
  const { fields, lines } = sent.request;
  const { totals } = sent.document;
  const amount = (value: string | null): string => (value === null ? '' : formats.amount(value));
  const intro = { moment: formats.momentExact(sent.firstSentAtMs), version: sent.settingsVersion };
  return html`<h2>${say('delivery-sheet.document', intro)}</h2>
    ${facts(fields.map(({ label, value }) => fact(label[language], value)))}
    <table>
      <thead>
        <tr>
          <th class="code">${say('ui.document.article')}</th>
          <th>${say('ui.document.description')}</th>
          <th class="number">${say('ui.document.quantity')}</th>
          <th class="number">${say('ui.document.price')}</th>
          <th class="number">${say('ui.document.total')}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ articleCode, description, quantity, unitPrice, totalExclVat }) =>
            html`<tr>
              <td>${articleCode ?? ''}</td>
              <td class="text">${description}</td>
              <td class="number">${articleCode === null ? '' : formats.decimal(quantity)}</td>
              <td class="number">${articleCode === null ? '' : amount(unitPrice)}</td>
              <td class="number">${articleCode === null ? '' : amount(totalExclVat)}</td>
            </tr>`,
        )}
        <tr class="total">
          <th></th>
          <th>${say('ui.document.exclVat')}</th>
          <td></td>
          <td></td>
          <td class="number">${amount(totals.exclVat)}</td>
        </tr>
      </tbody>
    </table>
    <p class="label">${say('ledger.technical.request', { sha256: sent.requestSha256 })}</p>`;
}

const pdfSection = ({ pdfs }: QueueDetail, { say }: Words): readonly Markup[] =>
  pdfs.length === 0
    ? []
    : [
        html`<h2>${say('ui.queue.pdfs')}</h2>
          <table>
            <tbody>
              ${pdfs.map(
                ({ fileName, state }) =>
                  html`<tr>
                    <td>${fileName}</td>
                    <td class="brief">${say(`ui.pdf.state.${state}`)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
      ];

function stepRow(step: DeliveryStep, { say, formats, language, labelOf }: Words): Markup {
  const notes = notesOf(step, labelOf).map(({ key, values }) => say(`ledger.${key}`, values));
  const technical = technicalNotesOf(step).map(({ key, values }) => say(`ledger.${key}`, values));
  const problem = problemOfStep(step);
  const said = problem === null ? [] : [describe(problem, '').message[language], problem.vendor?.text ?? ''];
  const lines = [...notes, ...said, ...technical].filter((line) => line !== '');
  return html`<dt>${formats.momentExact(step.atMs)}</dt>
    <dd>
      <span class="strong">${say(`ui.deliveryStep.${titleOf(step)}`)}</span>${lines.map((line) => html` ${line}`)}
    </dd>`;
}
