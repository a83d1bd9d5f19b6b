import { Decimal, decimal, plain, round } from '../../_kit/decimal';
import type { CompanyBooks } from './books';
import { mimeTypeOf } from './file-rules';
import { generatedPdf } from './invoice-pdf';
import {
  ORDER_DIRECTIONS,
  ORDER_STATUSES,
  ORDER_TYPES,
  type Order,
  type OrderFile,
  type OrderLine,
  type OrderStatus,
  type Product,
} from './model';
import { MAXIMUM_LINE_TEXT } from './order-checks';
import type { FileInput, LineInput, OrderInput } from './order-input';
import { lineAmounts, orderTotals } from './order-totals';
import type { Quirks } from './quirks';
import { momentText } from './sql-date-time';

export interface EntryTools {
  readonly quirks: Quirks;
  readonly newUuid: () => string;
}

/** What an order that a client sends is entered as. `existing` is the order it replaces, if any. */
export interface Entry {
  readonly customerId: string;
  readonly existing: Order | null;
  readonly receivedAtMs: number | null;
  /** The request as it came in; the vendor keeps it with the order. Null for orders made on screen. */
  readonly requestText: string | null;
}

/** Makes the order that the vendor keeps and stores its files. Call only for an order without problems. */
export function enterOrder(input: OrderInput, entry: Entry, books: CompanyBooks, tools: EntryTools): Order {
  const { quirks, newUuid } = tools;
  const { existing } = entry;
  const atMs = books.stampMs();
  const type = ORDER_TYPES.find((candidate) => candidate === input.type) ?? 'Invoice';
  const lines = input.lines.map((line) => enterLine(line, books, quirks));
  const number = given(input.number) ?? existing?.number ?? books.takeOrderNumber(type);
  const id = existing?.id ?? books.takeId();
  const orderDate = input.orderDate ?? '';
  const head = {
    id,
    type,
    direction: ORDER_DIRECTIONS.find((candidate) => candidate === input.direction) ?? 'Income',
    number,
    customerId: entry.customerId,
    orderDate,
    expiryDate: input.expiryDate ?? orderDate,
    // The vendor's example of an order read back has the order date where no delivery date was sent.
    deliveryDate: input.deliveryDate ?? orderDate,
    periodFrom: input.periodFrom,
    periodTill: input.periodTill,
    reference: input.reference ?? '',
    title: input.title ?? '',
    paymentReference: given(input.paymentReference) ?? existing?.paymentReference ?? structuredReference(id),
    paymentTerms: input.paymentTerms ?? '',
    comments: input.comments ?? '',
    internalInfo: quirks.internalInfo === 'kept' ? (input.internalInfo ?? '') : '',
    externalProvider: externalProvider(input, quirks),
    externalProviderId: quirks.externalProviderID === 'kept' ? (input.externalProviderId ?? '') : '',
    currency: given(input.currency) ?? 'EUR',
    status: existing?.status ?? firstStatus(input, quirks),
    lines,
    ...orderTotals(lines),
  };
  const store = (file: OrderFile, content: string): OrderFile => {
    books.files.add({ id: file.fileId, fileName: file.fileName, mimeType: mimeTypeOf(file.fileName), content });
    return file;
  };
  const keep = (file: FileInput): OrderFile =>
    store({ fileId: newUuid(), fileName: file.fileName ?? '' }, file.content ?? '');
  const customerName = books.parties.byId(entry.customerId)?.name ?? '';
  const pdf =
    input.pdf === null
      ? store({ fileId: newUuid(), fileName: pdfName(number, books) }, generatedPdf(head, customerName))
      : keep(input.pdf);
  const request =
    entry.requestText === null
      ? []
      : [
          store(
            { fileId: newUuid(), fileName: `${number}__${clockText(atMs)}.json` },
            Buffer.from(entry.requestText, 'utf8').toString('base64'),
          ),
        ];
  return {
    ...head,
    approvalStatus: existing?.approvalStatus ?? null,
    isSent: existing?.isSent ?? false,
    invoiced: existing?.invoiced ?? false,
    paid: existing?.paid ?? false,
    paidDate: existing?.paidDate ?? null,
    paymentMethod: existing?.paymentMethod ?? null,
    accountantVerificationNeeded: existing?.accountantVerificationNeeded ?? false,
    pdf,
    attachments: [
      ...(existing?.attachments ?? []),
      ...(quirks.attachments === 'kept' ? input.attachments.map(keep) : []),
      ...request,
    ],
    deleted: false,
    createdAtMs: existing?.createdAtMs ?? atMs,
    modifiedAtMs: atMs,
    receivedAtMs: existing === null ? entry.receivedAtMs : existing.receivedAtMs,
  };
}

const given = (text: string | null): string | null => (text === null || text === '' ? null : text);

function firstStatus(input: OrderInput, quirks: Quirks): OrderStatus {
  const asked = ORDER_STATUSES.find((status) => status === input.status);
  return quirks.orderStatusOnPost === 'accept' && asked !== undefined ? asked : quirks.newOrderStatus;
}

/** The vendor's example shows APIFeed where the client gave nothing. */
function externalProvider(input: OrderInput, quirks: Quirks): string {
  const own = 'APIFeed';
  return quirks.externalProvider === 'overwritten' ? own : (given(input.externalProvider) ?? own);
}

/** The Belgian structured payment reference: ten digits and their remainder by 97, as `+++012/3623/61525+++`. */
export function structuredReference(orderId: string): string {
  const digits = orderId.slice(-10).padStart(10, '0');
  const remainder = Number(digits) % 97;
  const all = digits + String(remainder === 0 ? 97 : remainder).padStart(2, '0');
  return `+++${all.slice(0, 3)}/${all.slice(3, 7)}/${all.slice(7)}+++`;
}

/** As in `Invoice_QS-001_Billit.pdf` of the vendor's example. */
const pdfName = (number: string, books: CompanyBooks): string =>
  `Invoice_${number}_${books.company.commercialName}.pdf`.replaceAll(/[\\/:*?"<>|]/g, '-');

/** `dd_MM_yyyy HH_mm_ss` on the clock of Brussels. */
function clockText(utcMs: number): string {
  const [date = '', time = ''] = momentText(utcMs, 'local').split('T');
  return `${date.split('-').toReversed().join('_')} ${time.slice(0, 8).replaceAll(':', '_')}`;
}

function enterLine(input: LineInput, books: CompanyBooks, quirks: Quirks): OrderLine {
  const product = input.productId === null ? null : books.products.byId(input.productId);
  const places = Number(quirks.lineDecimals);
  const rounded = (value: string): string => plain(round(decimal(value), places));
  const fromClient = quirks.lineOverProduct === 'line' || product === null;
  const vatPercentage = plain(decimal(input.vatPercentage ?? product?.vatPercentage ?? '0'));
  const unitPriceIncl =
    input.inclLeading === true && input.unitPriceIncl !== null && fromClient ? rounded(input.unitPriceIncl) : null;
  const ownPrice = unitPriceIncl === null ? input.unitPriceExcl : priceWithoutVat(unitPriceIncl, vatPercentage);
  const line = {
    id: Number(books.takeId()),
    productId: input.productId,
    reference: input.reference ?? product?.reference ?? '',
    description: cut(describe(input, product, fromClient)),
    descriptionExtended: cut(input.descriptionExtended ?? ''),
    // A line that is only a text is a line of nothing (vendor page "How can I add empty Orderlines").
    quantity: rounded(input.quantity ?? (product === null ? '0' : '1')),
    unitPriceExcl: rounded((fromClient ? ownPrice : null) ?? product?.salesPrice ?? '0'),
    unitPriceIncl,
    vatPercentage,
    unit: input.unit ?? product?.unit ?? '',
    reductionPercentage: input.reductionPercentage ?? '0',
  };
  return { ...line, ...lineAmounts(line) };
}

const describe = (input: LineInput, product: Product | null, fromClient: boolean): string =>
  (fromClient ? given(input.description) : null) ?? product?.description ?? '';

const priceWithoutVat = (priceIncl: string, vatPercentage: string): string =>
  plain(round(decimal(priceIncl).div(new Decimal(1).plus(decimal(vatPercentage).div(100))), 5));

/** Longer texts come this far only when the quirk says that they are cut. */
const cut = (text: string): string => text.slice(0, MAXIMUM_LINE_TEXT);
