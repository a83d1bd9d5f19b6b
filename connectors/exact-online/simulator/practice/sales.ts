import type { DivisionBooks } from '../division-books';
import type { Row } from '../model';
import { readQuirks } from '../quirks';
import { enterSales, processInvoice } from '../sales-entry';
import { INVOICE, ORDER, QUOTATION, type AnySalesKind } from '../sales-kinds';

interface SalesWish {
  readonly kind: AnySalesKind;
  readonly customer: string;
  readonly date: string;
  readonly description: string;
  readonly remarks?: string;
  readonly reference?: string;
  /** Code of the item, quantity, own text, own net price. */
  readonly lines: readonly (readonly [string, string, string?, string?])[];
  readonly processed?: boolean;
  readonly status?: number;
}

/** Documents that stood in the books before Simon came. */
const WISHES: readonly SalesWish[] = [
  { kind: INVOICE, customer: "'t Hoekje", date: '2024-05-13', description: 'Lekkage toilet herstellen', lines: [['STV-1/2', '1'], ['VOORRIJ', '1']], processed: true }, // prettier-ignore
  { kind: INVOICE, customer: 'Öztürk Totaalbouw', date: '2024-05-14', description: 'Groepenkast uitbreiden', reference: 'PO-2024/118', lines: [['ALA-B16', '2'], ['VMVK-3x2,5', '24.5'], ['ARBEID', '3.25']], processed: true }, // prettier-ignore
  { kind: INVOICE, customer: 'Café Zoë', date: '2024-06-03', description: 'Onderhoud cv', remarks: 'Alleen op maandag of dinsdag.', lines: [['ONDERHOUD-CV', '2']] }, // prettier-ignore
  { kind: INVOICE, customer: 'VvE Meander III', date: '2024-06-12', description: 'Pomp vervangen', lines: [['POMP-6', '1', 'Circulatiepomp, gelijkwaardig', '251.37'], ['ARBEID', '1.5']] }, // prettier-ignore
  { kind: ORDER, customer: 'Gemeente Amersfoort', date: '2024-06-03', description: 'Led in de gymzaal', reference: 'Verplichting 4500187733', lines: [['LED-4000', '48'], ['ARBEID', '32']] }, // prettier-ignore
  { kind: ORDER, customer: 'Dakwerken Peeters & Zonen BV', date: '2024-06-04', description: 'Levering EPDM', lines: [['EPDM-1,2', '86.4']] }, // prettier-ignore
  {
    kind: ORDER,
    customer: "'t Hoekje",
    date: '2024-02-05',
    description: 'Sifon',
    lines: [['SIF-32', '1']],
    status: 21,
  },
  { kind: QUOTATION, customer: 'VvE Meander III', date: '2024-06-12', description: 'Warmtepomp collectief', remarks: 'Geldig tot 1 september 2024.', lines: [['WP-16', '2'], ['ARBEID', '64']] }, // prettier-ignore
  { kind: QUOTATION, customer: 'Brasserie "De Gouden Leeuw"', date: '2024-06-14', description: 'Afzuiging keuken', lines: [['MV-450', '1'], ['SPIRO-200', '9']], status: 50 }, // prettier-ignore
];

/** Enters the wishes whose customer and items are in these books. */
export function enterPracticeSales(books: DivisionBooks): void {
  const quirks = readQuirks({});
  for (const wish of WISHES) {
    const customer = books.tables.accounts.all().find(({ values }) => values.Name === wish.customer);
    const lines = wish.lines.map(([code, Quantity, Description = null, NetPrice = null]) => {
      const item = books.tables.items.all().find(({ values }) => values.Code === code);
      return item === undefined ? null : { Item: item.id, Quantity, Description, NetPrice };
    });
    if (customer === undefined || lines.includes(null)) continue;
    const { kind } = wish;
    const head: Row = enterSales(
      kind,
      {
        values: {
          [kind.customer]: customer.id,
          [kind.date]: `${wish.date}T00:00:00`,
          Description: wish.description,
          Remarks: wish.remarks ?? null,
          YourRef: wish.reference ?? null,
        },
        lines: { [kind.lineCollection]: lines.filter((line) => line !== null) },
      },
      books,
      quirks,
      false,
    );
    if (wish.processed === true) processInvoice(head, books);
    if (wish.status !== undefined) books.change(kind.heads, head.id, { Status: wish.status });
  }
}
