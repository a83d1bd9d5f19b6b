import { Decimal, decimal, plain, round } from '../../_kit/decimal';
import type { Books } from './books';
import { lineTotal } from './invoice-totals';
import type { Booking, Invoice } from './model';
import type { Quirks } from './quirks';
import type { SentValues } from './sent-values';
import { salesVatPercentage } from './vat-codes';
import type { AnswerValues } from './write-answer';

/** Manual, 3.12: only the last 500 entries are given. */
const MAXIMUM_ENTRIES = 500;
const CENTS = 2;

type Booked = Invoice & { readonly booking: Booking };

const booked = (books: Books): readonly Booked[] =>
  books.invoices.all().filter((invoice): invoice is Booked => invoice.booking !== null);

/** GetMutaties: the entries of the invoices that were booked, as these are the only ones of these books. */
export function entryRows(books: Books, filter: SentValues, unitPrice: Quirks['unitPrice']): readonly AnswerValues[] {
  const number = filter.whole('MutatieNr');
  const from = filter.whole('MutatieNrVan');
  const until = filter.whole('MutatieNrTm');
  const invoiceNumber = filter.text('Factuurnummer');
  const [firstDay, lastDay] = [filter.day('DatumVan'), filter.day('DatumTm')];
  return booked(books)
    .filter(
      ({ booking, ...invoice }) =>
        (number === 0 || booking.entryNumber === number) &&
        (from === 0 || booking.entryNumber >= from) &&
        (until === 0 || booking.entryNumber <= until) &&
        (invoiceNumber === '' || invoice.number === invoiceNumber) &&
        (firstDay === null || invoice.day >= firstDay) &&
        (lastDay === null || invoice.day <= lastDay),
    )
    .slice(-MAXIMUM_ENTRIES)
    .map((invoice) => entryRow(invoice, unitPrice));
}

/** GetOpenPosten: booked invoices that are not paid yet. These books owe nobody anything. */
export const openItemRows = (books: Books, side: string): readonly AnswerValues[] =>
  side === 'Crediteuren'
    ? []
    : booked(books).flatMap((invoice) => {
        const open = decimal(invoice.totalInclusive).minus(invoice.paid);
        return open.isZero()
          ? []
          : [
              {
                MutDatum: invoice.day,
                MutFactuur: invoice.number,
                RelCode: invoice.relationCode,
                RelBedrijf: books.relationByCode(invoice.relationCode)?.company ?? '',
                Bedrag: invoice.totalInclusive,
                Voldaan: invoice.paid,
                Openstaand: plain(open),
              },
            ];
      });

const entryRow = (invoice: Booked, unitPrice: Quirks['unitPrice']): AnswerValues => ({
  MutatieNr: invoice.booking.entryNumber,
  Soort: 'FactuurVerstuurd',
  Datum: invoice.day,
  Rekening: invoice.booking.debtorAccount,
  RelatieCode: invoice.relationCode,
  Factuurnummer: invoice.number,
  Boekstuk: '',
  Omschrijving: invoice.booking.description,
  Betalingstermijn: String(invoice.paymentTermDays),
  InExBTW: unitPrice === 'exclusive' ? 'EX' : 'IN',
  MutatieRegels: entryLines(invoice, unitPrice),
});

/**
 * One line per VAT percentage and account. VAT of a percentage is rounded as a whole; what is left over by rounding its
 * parts goes to its last line, so that the entry is the invoice to the cent.
 */
function entryLines(invoice: Booked, unitPrice: Quirks['unitPrice']): readonly AnswerValues[] {
  const groups = new Map<string, { line: Invoice['lines'][number]; percentage: string; sum: Decimal }>();
  for (const line of invoice.lines) {
    const percentage = salesVatPercentage(line.vatCode, invoice.day) ?? '0';
    const key = [percentage, line.vatCode, line.ledgerCode, line.costCentreId].join(' ');
    const group = groups.get(key) ?? { line, percentage, sum: new Decimal(0) };
    groups.set(key, { ...group, sum: group.sum.plus(lineTotal(line)) });
  }
  const vatUpTo = new Map<string, { sum: Decimal; vat: Decimal }>();
  return [...groups.values()].map(({ line, percentage, sum }) => {
    const share = decimal(percentage).div(100);
    const before = vatUpTo.get(percentage) ?? { sum: new Decimal(0), vat: new Decimal(0) };
    const sumSoFar = before.sum.plus(sum);
    const exact = unitPrice === 'exclusive' ? sumSoFar.times(share) : sumSoFar.times(share).div(share.plus(1));
    const vatSoFar = round(exact, CENTS);
    vatUpTo.set(percentage, { sum: sumSoFar, vat: vatSoFar });
    const vat = vatSoFar.minus(before.vat);
    const exclusive = unitPrice === 'exclusive' ? sum : sum.minus(vat);
    return {
      BedragInvoer: plain(sum),
      BedragExclBTW: plain(exclusive),
      BedragBTW: plain(vat),
      BedragInclBTW: plain(exclusive.plus(vat)),
      BTWCode: line.vatCode,
      BTWPercentage: percentage,
      Factuurnummer: invoice.number,
      TegenrekeningCode: line.ledgerCode,
      KostenplaatsID: line.costCentreId,
    };
  });
}
