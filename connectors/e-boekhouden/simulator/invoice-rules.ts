import type { Books } from './books';
import type { VendorError } from './errors';
import type { LedgerCategory } from './model';
import type { Quirks } from './quirks';
import type { SentValues } from './sent-values';
import { salesVatPercentage } from './vat-codes';

const MAXIMUM_LINES = 100;
const FIRST_DAY = '1980-01-01';
const LAST_DAY = '2049-12-31';

/** Accounts that a line may be booked on. The manual says only that a category can be wrong; these two are our reading. */
const LINE_CATEGORIES: ReadonlySet<LedgerCategory> = new Set<LedgerCategory>(['VW', 'BAL']);

/** The first rule that an invoice (cFactuur) breaks; null when it may be entered. Rules: manual, chapter 10. */
export function refuseInvoice(
  invoice: SentValues,
  books: Books,
  quirks: Pick<Quirks, 'emptyTemplate' | 'paymentTerm'>,
): VendorError | null {
  const missing = (name: string): boolean => invoice.text(name).trim() === '';
  const day = invoice.day('Datum');
  const lines = invoice.parts('Regels');
  const number = invoice.text('Factuurnummer').trim();
  const template = invoice.text('Factuursjabloon');

  if (day === null || day < FIRST_DAY || day > LAST_DAY) return { code: 'CFACT004' };
  if (lines.length < 1 || lines.length > MAXIMUM_LINES) return { code: 'CFACT006' };
  // A whole number that is not sent is 0 in .NET, so that no term and a term of 0 days are the same.
  if (quirks.paymentTerm === 'required' && invoice.whole('Betalingstermijn') === 0) return { code: 'CFACT014' };
  if (missing('Relatiecode')) return { code: 'CFACT024' };
  if (books.relationByCode(invoice.text('Relatiecode').trim()) === null) return { code: 'CFACT025' };
  if (number !== '' && books.isInvoiceNumberTaken(number)) return { code: 'CFACT026' };
  if (template.trim() === '') {
    if (quirks.emptyTemplate === 'refuse') return { code: 'CFACT027' };
  } else if (!books.administration.templates.includes(template)) return { code: 'CFACT028' };
  if (invoice.flag('PerEmailVerzenden')) {
    if (missing('EmailBericht')) return { code: 'CFACT029' };
    if (missing('EmailVanAdres')) return { code: 'CFACT030' };
    if (missing('EmailOnderwerp')) return { code: 'CFACT031' };
  }
  if (invoice.flag('InBoekhoudingPlaatsen') && missing('BoekhoudmutatieOmschrijving')) return { code: 'CFACT032' };
  if (invoice.flag('AutomatischeIncasso')) {
    if (missing('IncassoRekeningNummer')) return { code: 'CFACT033' };
    if (missing('IncassoTnv')) return { code: 'CFACT034' };
    if (missing('IncassoPlaats')) return { code: 'CFACT035' };
    if (missing('IncassoOmschrijvingRegel1')) return { code: 'CFACT036' };
  }
  for (const [index, line] of lines.entries()) {
    const error = refuseLine(line, day, books);
    if (error !== null) return { code: error, line: index + 1 };
  }
  return null;
}

function refuseLine(line: SentValues, day: string, books: Books): VendorError['code'] | null {
  const text = (name: string): string => line.text(name).trim();
  if (text('Code') === '') return 'CFACT037';
  if (text('BTWCode') === '') return 'CFACT038';
  if (text('Omschrijving') === '') return 'CFACT039';
  if (text('TegenrekeningCode') === '') return 'CFACT040';
  if (salesVatPercentage(text('BTWCode'), day) === null) return 'CFACT042';
  const account = books.ledgerAccounts.find((candidate) => candidate.code === text('TegenrekeningCode'));
  if (account === undefined || !LINE_CATEGORIES.has(account.category)) return 'CMUT012';
  const costCentreId = line.whole('KostenplaatsID');
  const knowsCostCentre = books.costCentres.some((candidate) => candidate.id === String(costCentreId));
  return costCentreId === 0 || knowsCostCentre ? null : 'CFACT212';
}
