/**
 * Rows of the simulated administration. They are ours; names and types that leave over HTTP are in `fields.ts`.
 * Amounts, prices and quantities are plain decimal texts.
 */

/** When a row was changed: UTC milliseconds, and the tenths of microseconds below them (0..9999). */
export interface Stamp {
  readonly atMs: number;
  readonly ticks: number;
}

export interface Address {
  readonly contact: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly countryId: string | null;
}

export type RelationKind = 'Klant' | 'Leverancier' | 'Eigen';

export interface Relation {
  readonly id: string;
  readonly code: number;
  readonly kinds: readonly RelationKind[];
  readonly name: string;
  readonly address: Address;
  readonly postalAddress: Address | null;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly vatNumber: string;
  readonly chamberOfCommerceNumber: string;
  readonly website: string;
  readonly iban: string;
  readonly creditDays: number | null;
  readonly inactive: boolean;
  readonly memo: string;
  /** The relation that gets the invoices instead. */
  readonly invoiceRelationId: string | null;
  readonly modified: Stamp;
}

export type VatKind = 'Geen' | 'Laag' | 'Hoog' | 'Overig';

export interface ArticleGroup {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly vatKind: VatKind;
  readonly ledgerId: string;
}

export interface Article {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly groupId: string;
  readonly salesPrice: string;
  readonly purchasePrice: string;
  readonly unit: string;
  readonly supplierId: string | null;
  readonly inactive: boolean;
  readonly keepsStock: boolean;
  readonly stock: string;
  readonly modified: Stamp;
}

export interface Country {
  readonly id: string;
  readonly name: string;
  readonly isoCode: string;
}

export interface VatRate {
  readonly kind: VatKind;
  readonly percentage: string;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly until: string;
}

export interface ExtraField {
  readonly number: number;
  readonly description: string;
  readonly mask: string;
  readonly kind: 'GeheelGetal' | 'Bedrag' | 'Datum' | 'Tekst';
  readonly maximumLength: number;
}

export interface OrderTemplate {
  readonly id: string;
  readonly description: string;
  readonly inactive: boolean;
  readonly pricesExclusive: boolean;
  readonly blocksNewOrders: boolean;
  readonly headFields: readonly ExtraField[];
  readonly lineFields: readonly ExtraField[];
}

export const PROCESS_STATUSES = [
  'Order',
  'Offerte',
  'Bevestiging',
  'Werkbon',
  'Pakbon',
  'Afhaalbon',
  'Contantbon',
  'Factuur',
] as const;
export type ProcessStatus = (typeof PROCESS_STATUSES)[number];

export const ORDER_STATUSES = ['InBehandeling', 'Uitgevoerd', 'Service'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const PRICE_MODES = ['Inclusief', 'Exclusief'] as const;
export type PriceMode = (typeof PRICE_MODES)[number];

export interface ExtraValue {
  readonly number: number;
  readonly description: string;
  readonly value: string;
}

export interface OrderLine {
  readonly articleId: string | null;
  readonly description: string;
  readonly unitPrice: string;
  readonly quantity: string;
  readonly discountPercentage: string;
  readonly total: string;
  readonly extra: readonly ExtraValue[];
}

export interface SalesOrder {
  readonly id: string;
  readonly number: number;
  readonly relationId: string;
  /** `YYYY-MM-DDTHH:mm:ss`, as the client wrote it. */
  readonly date: string;
  readonly processStatus: ProcessStatus;
  readonly orderStatus: OrderStatus;
  readonly creditDays: number | null;
  readonly blocked: boolean;
  readonly description: string;
  readonly paymentReference: string;
  readonly memo: string;
  readonly orderReference: string;
  readonly templateId: string | null;
  readonly priceMode: PriceMode;
  readonly invoiceAddress: Address | null;
  readonly deliveryAddress: Address | null;
  readonly invoiceDiscount: string | null;
  readonly invoiceId: string | null;
  readonly extra: readonly ExtraValue[];
  readonly lines: readonly OrderLine[];
  readonly totalExclusive: string;
  readonly totalInclusive: string;
  readonly modified: Stamp;
  /** When a client created it (UTC ms); null for orders that were in the books from the start. */
  readonly receivedAtMs: number | null;
}

/** The administration itself: what /companyInfo tells. */
export interface Company {
  readonly id: string;
  readonly administrationName: string;
  readonly companyName: string;
  readonly pricesExclusive: boolean;
  readonly priceDecimals: number;
  readonly quantityDecimals: number;
  readonly discountOver: 'BerekenenOverRegelBedrag' | 'BerekenenOverStukprijs';
  readonly nextOrderNumber: number;
}

/** Everything an administration holds; also the form of the books file. */
export interface BooksContent {
  readonly company: Company;
  readonly countries: readonly Country[];
  readonly vatRates: readonly VatRate[];
  readonly groups: readonly ArticleGroup[];
  readonly templates: readonly OrderTemplate[];
  readonly relations: readonly Relation[];
  readonly articles: readonly Article[];
  readonly orders: readonly SalesOrder[];
}
