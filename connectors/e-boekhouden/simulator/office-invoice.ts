import type { Books } from './books';
import { typeNamed } from './description';
import { enterInvoice } from './invoice-entry';
import type { Invoice } from './model';
import { readQuirks } from './quirks';
import { SentValues } from './sent-values';

/** An invoice as the office makes it on screen. */
export interface NewInvoice {
  readonly relationCode: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly template?: string;
  /** Article code, quantity, own text, own price (the article's when left out). */
  readonly lines: readonly (readonly [article: string, quantity: string, description?: string, unitPrice?: string])[];
  /** Description of the entry; absent: it is not booked. */
  readonly bookedAs?: string;
}

/** Enters an invoice of the office. Throws when an article is not in the books. */
export function enterOfficeInvoice(invoice: NewInvoice, books: Books): Invoice {
  const lines = invoice.lines.map(([code, quantity, description, unitPrice]) => {
    const article = books.articles.all().find((candidate) => candidate.code === code);
    if (article === undefined) throw new Error(`These books have no article ${code}`);
    return new SentValues(
      typeNamed('cFactuurRegel'),
      new Map([
        ['Aantal', quantity],
        ['Eenheid', article.unit],
        ['Code', article.code],
        ['Omschrijving', description ?? article.description],
        ['PrijsPerEenheid', unitPrice ?? article.salesPrice],
        ['BTWCode', article.vatCode],
        ['TegenrekeningCode', article.ledgerCode],
      ]),
    );
  });
  const [firstTemplate = ''] = books.administration.templates;
  const sent = new SentValues(
    typeNamed('cFactuur'),
    new Map<string, string | number | boolean | readonly SentValues[]>([
      ['Relatiecode', invoice.relationCode],
      ['Datum', invoice.day],
      ['Betalingstermijn', OFFICE_TERM_DAYS],
      ['Factuursjabloon', invoice.template ?? firstTemplate],
      ['InBoekhoudingPlaatsen', invoice.bookedAs !== undefined],
      ['BoekhoudmutatieOmschrijving', invoice.bookedAs ?? ''],
      ['Regels', lines],
    ]),
  );
  return enterInvoice(sent, books, readQuirks({}), null);
}

const OFFICE_TERM_DAYS = 30;
