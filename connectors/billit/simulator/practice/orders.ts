import { workingDayMs } from '../../../_kit/simulator/practice/moments';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { CompanyBooks } from '../books';
import type { Order, OrderStatus, OrderType } from '../model';
import { enterOrder } from '../order-entry';
import { screenOrder } from '../screen-order';
import { readQuirks } from '../quirks';
import { sqlDateTimeMs } from '../sql-date-time';

interface OrderWish {
  readonly type: OrderType;
  readonly customer: string;
  readonly date: string;
  readonly title: string;
  readonly comments?: string;
  readonly reference?: string;
  readonly status: OrderStatus;
  /** Reference of the product (null = text only), quantity, own text. */
  readonly lines: readonly (readonly [string | null, string, string?])[];
}

/** What stood in the books before Simon came: offers in every state, and invoices. Those for Simon have WB in the title. */
const WISHES: readonly OrderWish[] = [
  {
    type: 'Offer',
    customer: 'VvE Meander III',
    date: '2024-05-16',
    title: 'WB Vervangen hydrofoor',
    comments: 'Sleutel bij de beheerder.\nNa 17:00 uur geen geluid.',
    reference: 'VVE-2024-07',
    status: 'ToInvoice',
    lines: [
      ['POMP-8', '1'],
      ['ARBEID', '6'],
    ],
  },
  {
    type: 'Offer',
    customer: 'Café Zoë',
    date: '2024-05-21',
    title: 'Afzuiging keuken (wb)',
    status: 'ToInvoice',
    lines: [
      [null, '0', 'Werk in twee dagen, keuken blijft open'],
      ['MV-450', '1'],
      ['SPIRO-200', '9.5'],
    ],
  },
  {
    type: 'Offer',
    customer: "'t Hoekje",
    date: '2024-05-28',
    title: 'Vervangen cv-ketel',
    comments: 'WB inplannen voor de winter.',
    status: 'ToInvoice',
    lines: [
      ['CV-28', '1'],
      ['RG-80', '4'],
    ],
  },
  {
    type: 'Offer',
    customer: 'Kringloopwinkel 100% Hergebruik',
    date: '2024-06-03',
    title: 'WB Zonnepanelen dak achterzijde',
    status: 'Sent',
    lines: [
      ['PV-425', '24'],
      ['OMV-10', '1'],
    ],
  },
  {
    type: 'Offer',
    customer: 'Öztürk Totaalbouw',
    date: '2024-06-05',
    title: 'WB Groepenkast nieuwbouw',
    status: 'Draft',
    lines: [['GK-12', '1']],
  },
  {
    type: 'Offer',
    customer: 'Dakwerken Peeters & Zonen BV',
    date: '2024-06-06',
    title: 'WB Levering EPDM',
    status: 'Refused',
    lines: [['EPDM-1,2', '86.4']],
  },
  {
    type: 'Offer',
    customer: 'Gemeente Amersfoort',
    date: '2024-04-08',
    title: 'WB Vervangen TL door led, gymzaal',
    reference: 'Verplichting 4500187733',
    status: 'Invoiced',
    lines: [
      ['LED-4000', '48'],
      ['ARBEID', '32'],
    ],
  },
  {
    type: 'Invoice',
    customer: 'Gemeente Amersfoort',
    date: '2024-05-13',
    title: 'Gymzaal led',
    reference: 'Verplichting 4500187733',
    status: 'ToPay',
    lines: [
      ['LED-4000', '48'],
      ['ARBEID', '32'],
    ],
  },
  {
    type: 'Invoice',
    customer: 'Vastgoedbeheer Het Gooi B.V.',
    date: '2024-05-14',
    title: 'Dakinspectie',
    status: 'Paid',
    lines: [['ARBEID', '6']],
  },
  {
    type: 'Invoice',
    customer: 'Café Zoë',
    date: '2024-06-12',
    title: 'Onderhoud cv',
    status: 'ToSend',
    lines: [['ONDERHOUD-CV', '1']],
  },
];

const SENT_STATUSES: ReadonlySet<OrderStatus> = new Set(['ToPay', 'Paid', 'Sent', 'ToInvoice', 'Refused', 'Invoiced']);

/** Enters the wishes whose customer and products are in these books. */
export function practiceOrders(random: SeededRandom, books: CompanyBooks): void {
  const quirks = readQuirks({});
  for (const wish of WISHES) {
    const customer = books.parties.all().find(({ name }) => name === wish.customer);
    const products = wish.lines.map(([reference]) =>
      reference === null ? null : books.products.all().find((product) => product.reference === reference),
    );
    if (customer === undefined || products.includes(undefined)) continue;
    const lines = wish.lines.map(([, quantity, description], index) => ({
      productId: products[index]?.id ?? null,
      quantity,
      description: description ?? null,
    }));
    const input = screenOrder(books, { ...wish, customer, lines });
    const entry = { customerId: customer.id, existing: null, receivedAtMs: null, requestText: null };
    const entered = enterOrder(input, entry, books, { quirks, newUuid: () => random.uuid() });
    books.orders.add(asItStands(entered, wish.status, sqlDateTimeMs(workingDayMs(random, wish.date))));
  }
}

const asItStands = (order: Order, status: OrderStatus, atMs: number): Order => ({
  ...order,
  status,
  externalProvider: '',
  isSent: SENT_STATUSES.has(status),
  invoiced: status === 'Invoiced',
  paid: status === 'Paid',
  paidDate: status === 'Paid' ? order.expiryDate : null,
  paymentMethod: status === 'Paid' ? 'Wired' : null,
  createdAtMs: atMs,
  modifiedAtMs: atMs,
});
