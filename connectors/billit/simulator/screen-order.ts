import { DateTime } from 'luxon';
import type { CompanyBooks } from './books';
import type { OrderType, Party } from './model';
import type { LineInput, OrderInput } from './order-input';

export interface ScreenOrder {
  readonly type: OrderType;
  readonly customer: Party;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly title: string;
  readonly comments?: string;
  readonly reference?: string;
  readonly lines: readonly Pick<LineInput, 'productId' | 'quantity' | 'description'>[];
}

/** An order as somebody of the office enters it on screen. */
export const screenOrder = (books: CompanyBooks, order: ScreenOrder): OrderInput => ({
  id: null,
  type: order.type,
  direction: 'Income',
  number: null,
  orderDate: order.date,
  expiryDate: daysLater(order.date, order.customer.expiryOffsetDays ?? books.company.expiryOffsetDays),
  deliveryDate: null,
  periodFrom: null,
  periodTill: null,
  customerId: order.customer.id,
  customer: null,
  reference: order.reference ?? null,
  title: order.title,
  paymentReference: null,
  paymentTerms: null,
  comments: order.comments ?? null,
  internalInfo: null,
  externalProvider: null,
  externalProviderId: null,
  currency: null,
  status: null,
  pdf: null,
  attachments: [],
  lines: order.lines.map((line) => ({
    ...line,
    unitPriceExcl: null,
    unitPriceIncl: null,
    inclLeading: null,
    descriptionExtended: null,
    reference: null,
    vatPercentage: null,
    unit: null,
    reductionPercentage: null,
  })),
});

const daysLater = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
