import type { SimulatedDocument } from '../../_kit/simulator/contract';
import type { DivisionBooks } from './division-books';
import type { Row } from './model';
import type { ReadContext } from './resource';
import { resources } from './resources';
import { rowJson } from './row-json';
import { INVOICE, ORDER, QUOTATION, type AnySalesKind } from './sales-kinds';
import type { Site } from './site';

/** What clients created in any company, oldest first, for tests and for the books page. */
export function arrivedDocuments(site: Site): SimulatedDocument[] {
  return site.divisions
    .flatMap((books) => {
      const user = site.users[0];
      if (user === undefined) return [];
      const context: ReadContext = { books, site, user, origin: '' };
      return [...sales(INVOICE, context), ...sales(ORDER, context), ...sales(QUOTATION, context), ...filed(context)];
    })
    .toSorted((one, two) => one.receivedAtMs - two.receivedAtMs);
}

const KIND_LABELS: Readonly<Record<AnySalesKind['heads'], string>> = {
  invoices: 'conceptfactuur',
  orders: 'verkooporder',
  quotations: 'offerte',
};

function sales(kind: AnySalesKind, context: ReadContext): SimulatedDocument[] {
  const { books } = context;
  const rows: readonly Row[] = books.tables[kind.heads].all();
  return rows.flatMap((row) => {
    if (row.receivedAtMs === null) return [];
    const { values } = row;
    const isProcessed = kind.heads === 'invoices' && values.InvoiceNumber !== null;
    const lines = books.tables[kind.lines].all().filter((line) => line.values[kind.key] === row.id);
    return [
      {
        id: row.id,
        number: text(isProcessed ? values.InvoiceNumber : values[kind.number]),
        kind: isProcessed ? 'factuur' : KIND_LABELS[kind.heads],
        ...customerOf(books, values[kind.customer]),
        description: text(values.Description),
        reference: text(values.YourRef),
        lines: lines.map(({ values: line }) => ({
          articleCode: books.tables.items.byId(text(line.Item))?.values.Code ?? null,
          description: text(line.Description),
          quantity: text(line.Quantity),
          unitPrice: text(line.NetPrice),
          total: text(line.AmountFC),
        })),
        totalExclVat: text(values.AmountFCExclVat),
        totalInclVat: text(values.AmountFC),
        fields: fieldsOf(resourceOf(kind), row, context, [kind.lineCollection]),
        receivedAtMs: row.receivedAtMs,
      },
    ];
  });
}

const resourceOf = (kind: AnySalesKind): (typeof resources)['invoices'] =>
  ({ invoices: resources.invoices, orders: resources.orders, quotations: resources.quotations })[kind.heads];

/** Documents on the customer card, with the names of their attachments. */
function filed(context: ReadContext): SimulatedDocument[] {
  const { books } = context;
  return books.tables.documents.all().flatMap((row) => {
    if (row.receivedAtMs === null) return [];
    const files = books.tables.attachments.all().filter(({ values }) => values.Document === row.id);
    return [
      {
        id: row.id,
        number: String(row.values.HID),
        kind: 'document',
        ...customerOf(books, row.values.Account),
        description: row.values.Subject,
        reference: files.map(({ values }) => values.FileName).join(', '),
        lines: [],
        totalExclVat: '0',
        totalInclVat: null,
        fields: {
          ...fieldsOf(resources.documents, row, context, []),
          Attachments: files.map((file) => ({
            ID: file.id,
            FileName: file.values.FileName,
            FileSize: file.values.FileSize,
          })),
        },
        receivedAtMs: row.receivedAtMs,
      },
    ];
  });
}

function customerOf(
  books: DivisionBooks,
  id: unknown,
): { readonly customerName: string; readonly customerNumber: string } {
  const account = typeof id === 'string' ? books.tables.accounts.byId(id) : null;
  return { customerName: account?.values.Name ?? '', customerNumber: account?.values.Code.trim() ?? '' };
}

/** Fields that hold something, as the vendor would answer them. */
function fieldsOf(
  resource: Parameters<typeof rowJson>[0],
  row: Row,
  context: ReadContext,
  expand: readonly string[],
): Record<string, unknown> {
  const whole = rowJson(resource, row, { context, select: null, expand, finish: (_id, json) => json });
  return Object.fromEntries(Object.entries(whole).filter(([name, value]) => value !== null && name !== '__metadata'));
}

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
