import { decimal, plain, round } from '../../_kit/decimal';
import type { Books } from './books';
import { invoiceTotals } from './invoice-totals';
import type { Booking, Invoice, InvoiceLine } from './model';
import type { Quirks } from './quirks';
import type { SentValues } from './sent-values';

const SHORT_DESCRIPTION = 100;

type EntryQuirks = Pick<Quirks, 'lineDescription' | 'priceDecimals' | 'unitPrice'>;

/** Makes the invoice that e-Boekhouden keeps of a cFactuur that breaks no rule. Numbers are given out here. */
export function enterInvoice(
  sent: SentValues,
  books: Books,
  quirks: EntryQuirks,
  receivedAtMs: number | null,
): Invoice {
  const day = sent.day('Datum');
  if (day === null) throw new Error('An invoice without date was not refused');
  const number = sent.text('Factuurnummer').trim();
  const lines = sent.parts('Regels').map((line) => enterLine(line, quirks));
  return {
    id: books.takeId(),
    number: number === '' ? books.takeInvoiceNumber() : number,
    relationCode: sent.text('Relatiecode').trim(),
    day,
    paymentTermDays: sent.whole('Betalingstermijn'),
    template: sent.text('Factuursjabloon'),
    mailed: sent.flag('PerEmailVerzenden'),
    directDebit: sent.flag('AutomatischeIncasso'),
    lines,
    ...invoiceTotals(lines, day, quirks.unitPrice),
    paid: '0',
    booking: sent.flag('InBoekhoudingPlaatsen') ? enterBooking(sent.text('BoekhoudmutatieOmschrijving'), books) : null,
    receivedAtMs,
  };
}

const enterLine = (line: SentValues, quirks: EntryQuirks): InvoiceLine => ({
  quantity: line.decimal('Aantal'),
  unit: line.text('Eenheid').trim(),
  code: line.text('Code').trim(),
  description: keptDescription(line.text('Omschrijving'), quirks.lineDescription),
  unitPrice: plain(round(decimal(line.decimal('PrijsPerEenheid')), Number(quirks.priceDecimals))),
  vatCode: line.text('BTWCode').trim(),
  ledgerCode: line.text('TegenrekeningCode').trim(),
  costCentreId: line.whole('KostenplaatsID'),
});

function keptDescription(text: string, quirk: Quirks['lineDescription']): string {
  switch (quirk) {
    case 'unchanged':
      return text;
    case 'one-line':
      return text.replaceAll(/\s*[\r\n]+\s*/g, ' ');
    case 'cut-100':
      return text.slice(0, SHORT_DESCRIPTION);
  }
}

/** Manual, chapter 5: where there are several debtor accounts, the one with the lowest code is used. */
function enterBooking(description: string, books: Books): Booking {
  const [debtors] = books.ledgerAccounts
    .filter((account) => account.category === 'DEB')
    .map((account) => account.code)
    .toSorted();
  return { entryNumber: books.takeEntryNumber(), description, debtorAccount: debtors ?? '' };
}
