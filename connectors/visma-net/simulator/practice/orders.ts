import { workingDayMs } from '../../../_kit/simulator/practice/moments';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Books } from '../books';
import type { OrderStatus, SalesOrder } from '../model';
import { newOrder, type LineEntry } from '../sales-orders/order-entry';

interface OrderWish {
  readonly type: 'SO' | 'QT';
  readonly customer: string;
  readonly day: string;
  readonly description: string;
  readonly note?: string;
  readonly status?: OrderStatus;
  readonly refNo?: string;
  readonly location?: string;
  /** Article number, quantity, own text, own price. */
  readonly lines: readonly (readonly [string, string, string?, string?])[];
}

/** Sales orders and quotes that stood in the books before Simon came. Those for Simon have WB in the description. */
const WISHES: readonly OrderWish[] = [
  { type: 'SO', customer: "'t Hoekje", day: '2024-05-13', description: 'WB Stortbak loopt door', note: 'Sleutel bij de buren op nr. 14.\nGraag voor 12:00 uur.', lines: [['STV-1/2', '1'], ['SIF-32', '1'], ['VOORRIJ', '1']] }, // prettier-ignore
  { type: 'SO', customer: 'Öztürk Totaalbouw', day: '2024-05-14', description: 'WB Kabels trekken nieuwbouw', refNo: 'PO-2024/118', lines: [['ALA-B16', '2'], ['VMVK-3x2,5', '24.5']] }, // prettier-ignore
  { type: 'SO', customer: 'Café Zoë', day: '2024-05-21', description: 'Onderhoudscontract cv (wb)', note: 'Alleen op maandag of dinsdag.', lines: [['ONDERHOUD-CV', '2']] }, // prettier-ignore
  { type: 'SO', customer: 'Vastgoedbeheer Het Gooi B.V.', day: '2024-05-27', description: 'Dak nalopen Vijverhof 12-40', note: 'WB: foto’s maken van alle doorvoeren.', lines: [['ARBEID', '6'], ['DT-110', '3', 'Doorvoer vervangen', '22.5']] }, // prettier-ignore
  { type: 'SO', customer: 'Gemeente Amersfoort', day: '2024-06-03', description: 'WB Led in gymzaal Kruiskamp', refNo: 'Verplichting 4500187733', location: 'GYMZAAL', lines: [['LED-4000', '48'], ['ARBEID', '32']] }, // prettier-ignore
  { type: 'SO', customer: 'Van der Wösten-Ångström Onderhoud', day: '2024-04-08', description: 'WB Badkamer opgeleverd', status: 'Completed', lines: [['BADSET', '1']] }, // prettier-ignore
  { type: 'SO', customer: 'Kringloopwinkel 100% Hergebruik', day: '2024-06-10', description: 'WB Panelen, bestuur beslist nog', status: 'Hold', lines: [['PV-425', '24']] }, // prettier-ignore
  { type: 'SO', customer: 'Dakwerken Peeters & Zonen BV', day: '2024-06-04', description: 'WB Rubberdak leveren', status: 'Cancelled', lines: [['EPDM-1,2', '86.4']] }, // prettier-ignore
  { type: 'QT', customer: 'VvE Meander III', day: '2024-06-12', description: 'WB Warmtepomp voor het blok', note: 'Geldig tot 1 september 2024.', lines: [['WP-16', '2'], ['BOIL-300', '2'], ['ARBEID', '64']] }, // prettier-ignore
  { type: 'QT', customer: 'Brasserie "De Gouden Leeuw"', day: '2024-06-14', description: 'Afzuiging boven het fornuis', lines: [['MV-450', '1'], ['SPIRO-200', '9']] }, // prettier-ignore
  { type: 'QT', customer: 'Café Zoë', day: '2024-06-18', description: 'WB Terrasverwarming elektrisch', status: 'Hold', lines: [['VMVK-5x4', '18'], ['ARBEID', '5.5']] }, // prettier-ignore
];

/** Enters the wishes whose customer and articles are in these books. */
export function practiceOrders(random: SeededRandom, books: Books): SalesOrder[] {
  return WISHES.flatMap((wish) => {
    const customer = books.customers.all().find((candidate) => candidate.name === wish.customer);
    const lines = wish.lines.map((line) => lineEntry(books, line));
    if (customer === undefined || lines.includes(null)) return [];
    const atMs = workingDayMs(random, wish.day);
    const entered = newOrder(
      {
        type: wish.type,
        orderId: books.takeOrderNumber(wish.type),
        customer,
        day: wish.day,
        description: wish.description,
        note: wish.note ?? '',
        status: wish.status ?? 'Open',
        customerRefNo: wish.refNo ?? '',
        locationId: wish.location ?? null,
        lines: lines.filter((line) => line !== null),
      },
      books,
    );
    return [{ ...entered, createdMs: atMs, modifiedMs: atMs }];
  });
}

function lineEntry(
  books: Books,
  [number, quantity, description, unitPrice]: OrderWish['lines'][number],
): LineEntry | null {
  const article = books.articleByNumber(number);
  if (article === null) return null;
  return { article, quantity, description: description ?? null, unitPrice: unitPrice ?? null };
}
