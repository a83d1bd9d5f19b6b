import { plain } from '../../_kit/decimal';
import type { SimulatedDocument } from '../../_kit/simulator/contract';
import type { Books } from './books';
import { lineTotal } from './invoice-totals';
import { invoiceRow } from './rows';

/** The invoices that clients created, for tests and for the books page. */
export function arrivedDocuments(books: Books): SimulatedDocument[] {
  return books.invoices.all().flatMap((invoice) => {
    if (invoice.receivedAtMs === null) return [];
    return [
      {
        // Over SOAP an invoice has no other id.
        id: invoice.number,
        number: invoice.number,
        kind: invoice.booking === null ? 'factuur' : 'factuur (geboekt)',
        customerName: books.relationByCode(invoice.relationCode)?.company ?? '',
        customerNumber: invoice.relationCode,
        description: invoice.booking?.description ?? '',
        reference: '',
        lines: invoice.lines.map((line) => ({
          articleCode: line.code,
          description: line.description,
          quantity: line.quantity,
          unitPrice: line.unitPrice,
          total: plain(lineTotal(line)),
        })),
        totalExclVat: invoice.totalExclusive,
        totalInclVat: invoice.totalInclusive,
        // GetFacturen does not give these back, but the package shows them.
        fields: {
          ...invoiceRow(invoice),
          Factuursjabloon: invoice.template,
          PerEmailVerzenden: invoice.mailed,
          AutomatischeIncasso: invoice.directDebit,
          InBoekhoudingPlaatsen: invoice.booking !== null,
          BoekhoudmutatieOmschrijving: invoice.booking?.description ?? '',
        },
        receivedAtMs: invoice.receivedAtMs,
      },
    ];
  });
}
