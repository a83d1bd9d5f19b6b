/**
 * Rows of the simulated account. They are ours; names and types that leave over HTTP are in `resource-fields.ts`.
 * Ids are whole numbers as text, as the tables want them. Amounts, prices and quantities are plain decimal texts, empty
 * texts are not filled in.
 */

export interface Address {
  readonly street: string;
  readonly streetNumber: string;
  readonly box: string;
  readonly zipcode: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly countryCode: string;
}

export const PARTY_TYPES = ['Customer', 'Supplier'] as const;
export type PartyType = (typeof PARTY_TYPES)[number];

export interface Party {
  readonly id: string;
  readonly type: PartyType;
  /** Customer number; may be empty, need not be unique. */
  readonly number: string;
  readonly name: string;
  readonly commercialName: string;
  readonly address: Address;
  readonly deliveryAddress: Address | null;
  readonly contactFirstName: string;
  readonly contactLastName: string;
  /** May hold several addresses with semicolons between them. */
  readonly email: string;
  readonly phone: string;
  readonly mobile: string;
  readonly website: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly language: string;
  readonly vatLiable: boolean;
  /** Days between the date of an invoice and the day it is due; null: the term of the company. */
  readonly expiryOffsetDays: number | null;
  readonly internalInfo: string;
  readonly externalProviderId: string;
  /** Set on screen; no field of the API tells it. */
  readonly inactive: boolean;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
}

export interface Product {
  readonly id: string;
  /** Article code of the office; may be empty, need not be unique. */
  readonly reference: string;
  readonly description: string;
  readonly salesPrice: string;
  readonly purchasePrice: string;
  readonly vatPercentage: string;
  /** UN/ECE code, as `NAR` and `HUR`. */
  readonly unit: string;
  readonly groupId: number;
  readonly groupName: string;
  readonly stock: string;
  readonly internalInformation: string;
  readonly inactive: boolean;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
}

/** Docs page "Types". */
export const ORDER_TYPES = ['Invoice', 'CreditNote', 'Offer', 'DeliveryNote', 'OrderForm'] as const;
export type OrderType = (typeof ORDER_TYPES)[number];

export const ORDER_DIRECTIONS = ['Income', 'Cost'] as const;
export type OrderDirection = (typeof ORDER_DIRECTIONS)[number];

export const ORDER_STATUSES = [
  'Draft',
  'ToSend',
  'ToPay',
  'ToInvoice',
  'ToDeliver',
  'ToDomiciliate',
  'Sent',
  'Invoiced',
  'DeliveryNoteCreated',
  'OrderFormCreated',
  'Credited',
  'Refused',
  'Canceled',
  'Paid',
  'ApprovalNeeded',
  'Delivered',
  'PaymentFileGenerated',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const APPROVAL_STATUSES = ['Pending', 'Approved', 'Rejected', 'ToApproveByMe'] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

export const PAYMENT_METHODS = [
  'Other',
  'Visa',
  'Bancontact',
  'Contant',
  'Wired',
  'Online',
  'Domiciliation',
  'PrivateAccount',
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export interface OrderLine {
  readonly id: number;
  readonly productId: string | null;
  readonly reference: string;
  readonly description: string;
  readonly descriptionExtended: string;
  readonly quantity: string;
  readonly unitPriceExcl: string;
  /** Leading when it is there: the price without VAT then follows from it. */
  readonly unitPriceIncl: string | null;
  readonly vatPercentage: string;
  readonly unit: string;
  readonly reductionPercentage: string;
  readonly totalExcl: string;
  readonly totalVat: string;
  readonly totalIncl: string;
}

export interface VatGroup {
  readonly vatPercentage: string;
  readonly totalExcl: string;
  readonly totalVat: string;
  readonly totalIncl: string;
}

export interface OrderFile {
  /** UUID. */
  readonly fileId: string;
  readonly fileName: string;
}

export interface Order {
  readonly id: string;
  readonly type: OrderType;
  readonly direction: OrderDirection;
  readonly number: string;
  readonly customerId: string;
  /** `YYYY-MM-DD`, as all days of an order. */
  readonly orderDate: string;
  readonly expiryDate: string;
  readonly deliveryDate: string;
  readonly periodFrom: string | null;
  readonly periodTill: string | null;
  readonly reference: string;
  readonly title: string;
  readonly paymentReference: string;
  readonly paymentTerms: string;
  readonly comments: string;
  readonly internalInfo: string;
  readonly externalProvider: string;
  readonly externalProviderId: string;
  readonly currency: string;
  readonly status: OrderStatus;
  readonly approvalStatus: ApprovalStatus | null;
  readonly isSent: boolean;
  readonly invoiced: boolean;
  readonly paid: boolean;
  readonly paidDate: string | null;
  readonly paymentMethod: PaymentMethod | null;
  readonly accountantVerificationNeeded: boolean;
  readonly lines: readonly OrderLine[];
  readonly vatGroups: readonly VatGroup[];
  readonly totalExcl: string;
  readonly totalVat: string;
  readonly totalIncl: string;
  readonly pdf: OrderFile;
  readonly attachments: readonly OrderFile[];
  /** Deleted orders are kept, in a list of their own. */
  readonly deleted: boolean;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
  /** When a client created it (UTC ms); null for orders that were in the books from the start. */
  readonly receivedAtMs: number | null;
}

/** A loose document, tied to no order. */
export interface StoredDocument {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** `YYYY-MM-DD` */
  readonly documentDate: string;
  readonly tags: readonly string[];
  readonly file: OrderFile;
  readonly createdAtMs: number;
}

/** What a file id stands for. */
export interface StoredFile {
  /** UUID. */
  readonly id: string;
  readonly fileName: string;
  readonly mimeType: string;
  /** Base64. */
  readonly content: string;
}

export type SalesCountry = 'NL' | 'BE';

/** A company of the account: what accountInformation tells of it, and its numbering. */
export interface Company {
  /** PartyID of the company itself. */
  readonly id: string;
  readonly name: string;
  readonly commercialName: string;
  readonly address: Address;
  readonly email: string;
  readonly phone: string;
  readonly vatNumber: string;
  readonly iban: string;
  readonly country: SalesCountry;
  /** Whether programs may use it. */
  readonly apiAllowed: boolean;
  /** Whether the user of this account may still open it. */
  readonly userHasAccess: boolean;
  readonly expiryOffsetDays: number;
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
  /** Next number of a type of sales document; of purchases the supplier gives it. */
  readonly nextNumbers: Readonly<Record<OrderType, number>>;
}

/** Everything of one company; also its form in the books file. */
export interface CompanyContent {
  readonly company: Company;
  readonly parties: readonly Party[];
  readonly products: readonly Product[];
  readonly orders: readonly Order[];
  readonly documents: readonly StoredDocument[];
  readonly files: readonly StoredFile[];
  /** Idempotency keys of calls that succeeded. */
  readonly usedKeys: readonly string[];
}

/** The account of one user: the companies it can open. */
export interface AccountContent {
  readonly companies: readonly CompanyContent[];
  /** Ids of everything count up together, over all companies. */
  readonly nextId: number;
}
