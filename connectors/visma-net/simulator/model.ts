/**
 * Rows of the simulated company. They are ours; names and types that leave over HTTP are in the views of each service.
 * Amounts, prices and quantities are plain decimal texts, days `YYYY-MM-DD`, moments UTC milliseconds. Empty text = not
 * filled in.
 */

export interface Address {
  readonly id: number;
  readonly line1: string;
  readonly line2: string;
  readonly line3: string;
  readonly postalCode: string;
  readonly city: string;
  readonly countryId: string;
}

export interface Contact {
  readonly id: number;
  readonly name: string;
  readonly attention: string;
  readonly email: string;
  readonly web: string;
  readonly phone1: string;
  readonly phone2: string;
  readonly fax: string;
}

export interface Place {
  readonly address: Address;
  readonly contact: Contact;
}

export const CUSTOMER_STATUSES = ['Active', 'OnHold', 'CreditHold', 'Inactive', 'OneTime'] as const;
export type CustomerStatus = (typeof CUSTOMER_STATUSES)[number];

/** A delivery location beside the main one. */
export interface CustomerLocation extends Place {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

export interface Attribute {
  readonly id: string;
  readonly value: string;
  readonly description: string;
}

export interface Customer {
  /** The internal id as text. */
  readonly id: string;
  readonly internalId: number;
  readonly number: string;
  readonly name: string;
  readonly status: CustomerStatus;
  readonly main: Place;
  /** Null: the same as the main one. */
  readonly invoice: Place | null;
  readonly delivery: Place | null;
  readonly locations: readonly CustomerLocation[];
  readonly accountReference: string;
  readonly corporateId: string;
  readonly vatRegistrationId: string;
  readonly gln: string;
  readonly customerClassId: string;
  readonly creditTermsId: string;
  readonly currencyId: string;
  readonly vatZoneId: string;
  readonly priceClassId: string;
  /** Internal id of the customer that gets the invoices. */
  readonly parentId: string | null;
  readonly attributes: readonly Attribute[];
  readonly note: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
}

export const ARTICLE_STATUSES = [
  'Active',
  'NoSales',
  'NoPurchases',
  'NoRequest',
  'Inactive',
  'MarkedForDeletion',
] as const;
export type ArticleStatus = (typeof ARTICLE_STATUSES)[number];

export const ARTICLE_TYPES = [
  'NonStockItem',
  'LaborItem',
  'ServiceItem',
  'ChargeItem',
  'ExpenseItem',
  'FinishedGoodItem',
  'ComponentPartItem',
  'SubassemblyItem',
] as const;
export type ArticleType = (typeof ARTICLE_TYPES)[number];

export interface Article {
  /** The internal id as text. */
  readonly id: string;
  readonly inventoryId: number;
  readonly number: string;
  readonly description: string;
  readonly body: string;
  readonly status: ArticleStatus;
  readonly type: ArticleType;
  readonly stockItem: boolean;
  readonly itemClassId: string;
  readonly unit: string;
  readonly price: string;
  readonly cost: string;
  readonly vatCategoryId: string;
  readonly defaultWarehouseId: string | null;
  readonly stock: string;
  readonly barcode: string;
  readonly note: string;
  readonly attributes: readonly Attribute[];
  readonly createdMs: number;
  readonly modifiedMs: number;
}

/** `{ id, description }` of a list that the office keeps in the settings. */
export interface Choice {
  readonly id: string;
  readonly description: string;
}

export interface ItemClass extends Choice {
  readonly type: ArticleType;
}

export interface Warehouse extends Choice {
  readonly active: boolean;
  readonly locations: readonly Choice[];
}

export interface VatCategory extends Choice {
  readonly vatId: string;
  readonly percentage: string;
}

export interface CreditTerm extends Choice {
  readonly dueDays: number;
}

export interface OrderType extends Choice {
  readonly active: boolean;
  readonly behavior: 'SalesOrder' | 'Invoice' | 'Quote' | 'RMAOrder' | 'CreditMemo';
  /** The client gives the order number. */
  readonly manualNumbering: boolean;
}

export interface Branch {
  readonly number: string;
  readonly name: string;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  /** Counts up when a file of the same name comes again. */
  readonly revision: number;
}

/** The newest revision of a file. */
export interface StoredFile extends Attachment {
  readonly contentType: string;
  readonly base64: string;
  readonly sendToAutoInvoice: boolean;
}

export const INVOICE_STATUSES = [
  'Hold',
  'Balanced',
  'Voided',
  'Scheduled',
  'Open',
  'Closed',
  'PendingPrint',
  'PendingEmail',
  'CreditHold',
  'CcHold',
  'Reserved',
] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export interface InvoiceLine {
  readonly lineNumber: number;
  readonly articleId: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  /** Null: the amount follows from quantity, price and discount. */
  readonly manualAmount: string | null;
  readonly discountPercent: string;
  readonly discountAmount: string;
  readonly manualDiscount: boolean;
  readonly amount: string;
  readonly vatCategoryId: string;
  readonly accountNumber: string;
  readonly branchNumber: string;
  readonly startDay: string | null;
  readonly endDay: string | null;
  readonly note: string;
  readonly attachments: readonly Attachment[];
}

export interface VatTotal {
  readonly vatId: string;
  readonly percentage: string;
  readonly taxable: string;
  readonly vat: string;
}

export interface Totals {
  /** Without VAT. */
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly perRate: readonly VatTotal[];
}

export interface Invoice {
  /** The reference number. */
  readonly id: string;
  readonly customerId: string;
  readonly documentDay: string;
  readonly dueDay: string;
  readonly creditTermsId: string;
  readonly currencyId: string;
  readonly status: InvoiceStatus;
  readonly invoiceText: string;
  readonly customerRefNumber: string;
  readonly externalReference: string;
  readonly paymentReference: string;
  readonly note: string;
  readonly branchNumber: string;
  readonly locationId: string;
  readonly billing: Place;
  readonly dontPrint: boolean;
  readonly dontEmail: boolean;
  readonly lines: readonly InvoiceLine[];
  readonly totals: Totals;
  readonly attachments: readonly Attachment[];
  readonly createdMs: number;
  readonly modifiedMs: number;
  /** When a client created it; null for what was in the books from the start. */
  readonly receivedAtMs: number | null;
}

export const ORDER_STATUSES = [
  'Open',
  'Hold',
  'CreditHold',
  'Completed',
  'Cancelled',
  'BackOrder',
  'Shipping',
  'Invoiced',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface OrderLine {
  readonly lineId: number;
  readonly articleId: string;
  readonly description: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly hasManualPrice: boolean;
  readonly discountPercent: string;
  readonly discountAmount: string;
  readonly hasManualDiscount: boolean;
  readonly extendedPrice: string;
  readonly note: string;
  readonly externalLink: string;
  readonly warehouseId: string | null;
  readonly warehouseLocationId: string | null;
  readonly branchId: string;
  readonly vatCategoryId: string;
  readonly operation: 'Issue' | 'Receipt';
  readonly requestDay: string | null;
  readonly shipDay: string | null;
  readonly completed: boolean;
  readonly attachments: readonly Attachment[];
}

export interface SalesOrder {
  /** `TYPE/NUMBER`. */
  readonly id: string;
  readonly type: string;
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly customerId: string;
  readonly customerOrder: string;
  readonly customerRefNo: string;
  readonly locationId: string;
  readonly termsId: string;
  readonly description: string;
  readonly note: string;
  readonly day: string;
  readonly requestDay: string;
  readonly cancelDay: string | null;
  readonly branchId: string;
  readonly currencyId: string;
  readonly vatZoneId: string;
  readonly preferredWarehouseId: string | null;
  readonly scheduledDay: string | null;
  /** Null: that of the customer. */
  readonly shipping: Place | null;
  readonly billing: Place | null;
  readonly originalOrder: { readonly type: string; readonly orderId: string } | null;
  readonly lines: readonly OrderLine[];
  readonly totals: Totals;
  readonly attachments: readonly Attachment[];
  /** Counts up with each change: the ETag is made of it. */
  readonly version: number;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly receivedAtMs: number | null;
}

/** The company itself and its counters. */
export interface Company {
  /** Tenant id of the company in Visma Connect. */
  readonly tenantId: string;
  readonly name: string;
  /** Organisation number, as the office sees it beside the name. */
  readonly number: string;
  readonly corporateId: string;
  readonly vatRegistrationId: string;
  readonly main: Place;
  readonly branches: readonly Branch[];
  readonly defaultWarehouseId: string;
  /** First day of the oldest financial period that is open. */
  readonly openFrom: string;
  readonly licensed: boolean;
  readonly nextInternalId: number;
  readonly nextInvoice: number;
  /** Next number by order type. */
  readonly nextOrder: Readonly<Record<string, number>>;
  readonly nextVersion: number;
}

/** Everything a company holds; also the form of the books file. */
export interface BooksContent {
  readonly company: Company;
  readonly itemClasses: readonly ItemClass[];
  readonly warehouses: readonly Warehouse[];
  readonly vatCategories: readonly VatCategory[];
  readonly creditTerms: readonly CreditTerm[];
  readonly orderTypes: readonly OrderType[];
  readonly customers: readonly Customer[];
  readonly articles: readonly Article[];
  readonly invoices: readonly Invoice[];
  readonly orders: readonly SalesOrder[];
  readonly files: readonly StoredFile[];
}

/** Names of the countries that occur. */
export const COUNTRIES: Readonly<Record<string, string>> = {
  NL: 'Netherlands',
  BE: 'Belgium',
  DE: 'Germany',
  FR: 'France',
  LU: 'Luxembourg',
};

/** The location every customer has. */
export const MAIN_LOCATION = 'MAIN';
