import type { Bound, BoundBody } from './body-binding';
import type { DivisionBooks } from './division-books';
import {
  enterAttachment,
  enterDocument,
  refuseAttachment,
  refuseDocument,
  refuseDocumentChange,
  removeDocument,
} from './document-entry';
import {
  changeAccount,
  enterAccount,
  enterAddress,
  enterItem,
  refuseAccount,
  refuseAccountRemoval,
  refuseAddress,
  refuseItem,
  refuseItemRemoval,
  removeAccount,
  removeItem,
} from './master-entry';
import type { Row } from './model';
import type { Quirks } from './quirks';
import type { Resource } from './resource';
import { resources } from './resources';
import { changeSales, enterSales, removeSales } from './sales-entry';
import { INVOICE, ORDER, QUOTATION, type AnySalesKind } from './sales-kinds';
import { refuseSales, refuseSalesChange } from './sales-rules';
import type { Refusal } from './texts';

/** What a client may do to the rows of a resource. Absent: the vendor has no such call. */
export interface Writer {
  readonly refuse: (body: BoundBody, books: DivisionBooks, quirks: Quirks) => readonly Refusal[];
  readonly enter: (body: BoundBody, books: DivisionBooks, quirks: Quirks) => Row;
  readonly refuseChange?: (row: Row, values: Bound, books: DivisionBooks, quirks: Quirks) => readonly Refusal[];
  readonly change?: (row: Row, values: Bound, books: DivisionBooks, quirks: Quirks) => void;
  readonly refuseRemoval?: (row: Row, books: DivisionBooks) => readonly Refusal[];
  readonly remove: (row: Row, books: DivisionBooks) => void;
}

const salesWriter = (kind: AnySalesKind): Writer => ({
  refuse: (body, books, quirks) => refuseSales(kind, body, books, quirks),
  enter: (body, books, quirks) => enterSales(kind, body, books, quirks, true),
  refuseChange: (row, values, books, quirks) => refuseSalesChange(kind, row, values, books, quirks),
  change: (row, values, books, quirks) => {
    changeSales(kind, row, values, books, quirks);
  },
  refuseRemoval: (row) =>
    Number(row.values.Status) >= kind.closedFrom ? [{ kind: 'processed', label: kind.label }] : [],
  remove: (row, books) => {
    removeSales(kind, row, books);
  },
});

const writers: ReadonlyMap<Resource, Writer> = new Map<Resource, Writer>([
  [resources.invoices, salesWriter(INVOICE)],
  [resources.orders, salesWriter(ORDER)],
  [resources.quotations, salesWriter(QUOTATION)],
  [
    resources.documents,
    {
      refuse: ({ values }, books) => refuseDocument(values, books),
      enter: ({ values }, books) => enterDocument(values, books, true),
      refuseChange: (_row, values, books) => refuseDocumentChange(values, books),
      change: (row, values, books) => {
        books.change('documents', row.id, values);
      },
      remove: removeDocument,
    },
  ],
  [
    resources.attachments,
    {
      refuse: ({ values }, books, quirks) => refuseAttachment(values, books, quirks),
      enter: ({ values }, books) => enterAttachment(values, books, true),
      remove: (row, books) => {
        books.remove('attachments', row.id);
      },
    },
  ],
  [
    resources.accounts,
    {
      refuse: ({ values }, books) => refuseAccount(values, null, books),
      enter: ({ values }, books) => enterAccount(values, books, true),
      refuseChange: (row, values, books) => refuseAccount(values, row, books),
      change: changeAccount,
      refuseRemoval: refuseAccountRemoval,
      remove: removeAccount,
    },
  ],
  [
    resources.items,
    {
      refuse: ({ values }, books) => refuseItem(values, null, books),
      enter: ({ values }, books) => enterItem(values, books, true),
      refuseChange: (row, values, books) => refuseItem(values, row, books),
      change: (row, values, books) => {
        books.change('items', row.id, values);
      },
      refuseRemoval: refuseItemRemoval,
      remove: removeItem,
    },
  ],
  [
    resources.addresses,
    {
      refuse: ({ values }, books) => refuseAddress(values, null, books),
      enter: ({ values }, books) => enterAddress(values, books, true),
      refuseChange: (row, values, books) => refuseAddress(values, row, books),
      change: (row, values, books) => {
        books.change('addresses', row.id, values);
      },
      remove: (row, books) => {
        books.remove('addresses', row.id);
      },
    },
  ],
]);

/** How a resource is written; null when it can only be read here. */
export const writerOf = (resource: Resource): Writer | null => writers.get(resource) ?? null;
