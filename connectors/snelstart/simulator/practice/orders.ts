import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Books } from '../books';
import type { ProcessStatus, Relation, SalesOrder } from '../model';
import { enterOrder } from '../order-entry';
import type { LineInput, OrderInput } from '../order-input';
import { readQuirks } from '../quirks';
import { workingDayStamp } from './stamps';

interface OrderWish {
  readonly customer: string;
  readonly date: string;
  readonly description: string;
  readonly memo?: string;
  readonly processStatus?: ProcessStatus;
  readonly reference?: string;
  /** Article code (null = text only), quantity, own text, own price. */
  readonly lines: readonly (readonly [string | null, string, string?, string?])[];
  readonly invoiced?: boolean;
  readonly done?: boolean;
  readonly blocked?: boolean;
}

/** Orders and quotes that stood in the books before Simon came. Those for Simon have WB in the description. */
const WISHES: readonly OrderWish[] = [
  {
    customer: "'t Hoekje",
    date: '2024-05-13',
    description: 'WB Lekkage toilet herstellen',
    memo: 'Sleutel bij de buren op nr. 14.\nGraag voor 12:00 uur.',
    lines: [
      ['STV-1/2', '1'],
      ['SIF-32', '1'],
      ['VOORRIJ', '1'],
    ],
  },
  {
    customer: 'Öztürk Totaalbouw',
    date: '2024-05-14',
    description: 'WB Groepenkast uitbreiden, 2 groepen',
    memo: 'Bouwplaats, melden bij uitvoerder Çelik.',
    reference: 'PO-2024/118',
    lines: [
      ['ALA-B16', '2'],
      ['VMVK-3x2,5', '24.5'],
      [null, '0', 'Sparingen door derden'],
    ],
  },
  {
    customer: 'Café Zoë',
    date: '2024-05-21',
    description: 'Jaarlijks onderhoud cv (wb)',
    memo: 'Alleen op maandag of dinsdag.',
    lines: [['ONDERHOUD-CV', '2']],
  },
  {
    customer: 'Vastgoedbeheer Het Gooi B.V.',
    date: '2024-05-27',
    description: 'Dakinspectie Vijverhof 12-40',
    memo: 'WB: foto’s maken van alle doorvoeren.',
    lines: [
      ['ARBEID', '6'],
      ['DT-110', '3', 'Dakdoorvoer vervangen', '22.5'],
    ],
  },
  {
    customer: 'Gemeente Amersfoort',
    date: '2024-06-03',
    description: 'WB Vervangen TL door led, gymzaal',
    reference: 'Verplichting 4500187733',
    processStatus: 'Bevestiging',
    lines: [
      ['LED-4000', '48'],
      ['ARBEID', '32'],
    ],
  },
  {
    customer: 'Dakwerken Peeters & Zonen BV',
    date: '2024-06-04',
    description: 'WB Levering en plaatsing EPDM',
    lines: [['EPDM-1,2', '86.4']],
  },
  {
    customer: 'Müller Kältetechnik GmbH',
    date: '2024-06-05',
    description: 'Materiaal afhalen',
    processStatus: 'Afhaalbon',
    lines: [['CU-22', '25']],
  },
  {
    customer: 'Van der Wösten-Ångström Onderhoud',
    date: '2024-04-08',
    description: 'WB Badkamer renoveren',
    memo: 'Gefactureerd in april.',
    invoiced: true,
    done: true,
    lines: [['BADSET', '1']],
  },
  {
    customer: 'Kringloopwinkel 100% Hergebruik',
    date: '2024-06-10',
    description: 'WB Wachten op akkoord bestuur',
    blocked: true,
    lines: [['PV-425', '24']],
  },
  {
    customer: "Hotel-Restaurant 't Wapen van Amersfoort",
    date: '2024-06-11',
    description: 'WB Keukenkraan vervangen',
    processStatus: 'Werkbon',
    lines: [['KRAAN-C', '1']],
  },
  {
    customer: 'VvE Meander III',
    date: '2024-06-12',
    description: 'Offerte warmtepomp collectief WB',
    processStatus: 'Offerte',
    memo: 'Geldig tot 1 september 2024.',
    lines: [
      ['WP-16', '2'],
      ['BOIL-300', '2'],
      ['ARBEID', '64'],
    ],
  },
  {
    customer: 'Brasserie "De Gouden Leeuw"',
    date: '2024-06-14',
    description: 'Offerte afzuiging keuken',
    processStatus: 'Offerte',
    lines: [
      ['MV-450', '1'],
      ['SPIRO-200', '9'],
    ],
  },
];

/** Enters the wishes whose customer and articles are in these books. */
export function practiceOrders(random: SeededRandom, books: Books): SalesOrder[] {
  const quirks = readQuirks({});
  return WISHES.flatMap((wish) => {
    const customer = books.relations.all().find((relation) => relation.name === wish.customer);
    const lines = wish.lines.map((line) => lineInput(books, line));
    if (customer === undefined || lines.includes(null)) return [];
    const entered = enterOrder(
      orderInput(
        wish,
        customer,
        lines.filter((line) => line !== null),
      ),
      {
        id: random.uuid(),
        number: books.takeOrderNumber(),
        invoiceId: wish.invoiced === true ? random.uuid() : null,
        receivedAtMs: null,
      },
      books,
      quirks,
    );
    return [{ ...entered, modified: workingDayStamp(random, wish.date) }];
  });
}

function lineInput(books: Books, line: OrderWish['lines'][number]): LineInput | null {
  const [code, quantity, description = null, unitPrice = null] = line;
  const article = code === null ? null : books.articles.all().find((candidate) => candidate.code === code);
  if (article === undefined) return null;
  return { articleId: article?.id ?? null, description, unitPrice, quantity, discountPercentage: null, extra: [] };
}

const orderInput = (wish: OrderWish, customer: Relation, lines: readonly LineInput[]): OrderInput => ({
  id: null,
  number: null,
  relationId: customer.id,
  date: `${wish.date}T00:00:00`,
  processStatus: wish.processStatus ?? null,
  orderStatus: wish.done === true ? 'Uitgevoerd' : null,
  creditDays: null,
  blocked: wish.blocked ?? null,
  description: wish.description,
  paymentReference: null,
  memo: wish.memo ?? null,
  orderReference: wish.reference ?? null,
  templateId: null,
  priceMode: null,
  invoiceAddress: null,
  deliveryAddress: null,
  invoiceDiscount: null,
  costCentreId: null,
  mandateId: null,
  extra: [],
  lines,
});
