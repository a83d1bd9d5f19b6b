/**
 * Rows of the simulated administration. They are ours; names and types that leave are in `description.ts`. Amounts,
 * prices and quantities are plain decimal texts, days are `YYYY-MM-DD`, empty text = not filled in. Ids are the digits
 * of the vendor's whole numbers.
 */
export interface Address {
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
}

export interface Relation {
  readonly id: string;
  readonly addedOn: string;
  /** What an invoice names the relation by. May be empty in old administrations. */
  readonly code: string;
  readonly company: string;
  readonly contact: string;
  readonly gender: '' | 'm' | 'v';
  /** The office (vestigingsadres). */
  readonly address: Address;
  /** Where post goes; all empty when it is the same. */
  readonly postalAddress: Address;
  readonly phone: string;
  readonly mobile: string;
  readonly email: string;
  readonly website: string;
  readonly note: string;
  readonly vatNumber: string;
  readonly chamberOfCommerceNumber: string;
  readonly salutation: string;
  readonly iban: string;
  /** Business or private. */
  readonly kind: 'B' | 'P';
  /** Not to be seen over SOAP. */
  readonly inactive: boolean;
}

export interface ArticleGroup {
  readonly code: string;
  readonly description: string;
}

export interface Article {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  /** Null: the article is in no group. */
  readonly groupCode: string | null;
  readonly unit: string;
  readonly purchasePrice: string;
  /** Excluding VAT. */
  readonly salesPrice: string;
  readonly vatCode: string;
  readonly ledgerCode: string;
  readonly costCentreId: number;
  readonly active: boolean;
}

/** Categories: manual, 3.15.1. BAL balance, VW profit and loss, FIN means of payment, DEB, CRED, the others VAT. */
export type LedgerCategory = 'AF19' | 'AF6' | 'AFOVERIG' | 'BAL' | 'BTWRC' | 'CRED' | 'DEB' | 'FIN' | 'VOOR' | 'VW';

export interface LedgerAccount {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly category: LedgerCategory;
  readonly group: string;
}

export interface CostCentre {
  readonly id: string;
  readonly description: string;
  /** 0: it is a main one. */
  readonly parentId: number;
}

export interface InvoiceLine {
  readonly quantity: string;
  readonly unit: string;
  readonly code: string;
  readonly description: string;
  readonly unitPrice: string;
  readonly vatCode: string;
  readonly ledgerCode: string;
  readonly costCentreId: number;
}

/** An invoice among the books (AddFactuur with InBoekhoudingPlaatsen). */
export interface Booking {
  readonly entryNumber: number;
  readonly description: string;
  /** Code of the debtor account. */
  readonly debtorAccount: string;
}

export interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly relationCode: string;
  readonly day: string;
  readonly paymentTermDays: number;
  readonly template: string;
  readonly mailed: boolean;
  readonly directDebit: boolean;
  readonly lines: readonly InvoiceLine[];
  readonly totalExclusive: string;
  readonly totalVat: string;
  readonly totalInclusive: string;
  readonly paid: string;
  /** Null: it stands among the invoices only. */
  readonly booking: Booking | null;
  /** When a client created it (UTC ms); null for invoices that were there from the start. */
  readonly receivedAtMs: number | null;
}

export interface Administration {
  /** Also security code 2, and what GetAdministraties calls Guid. */
  readonly guid: string;
  readonly company: string;
  readonly city: string;
  readonly bookYearStart: string;
  /** Names of the invoice templates; over SOAP there is no list of them. */
  readonly templates: readonly string[];
  readonly nextInvoiceNumber: number;
  readonly nextEntryNumber: number;
  readonly nextId: number;
}

/** Everything an administration holds; also the form of the books file. */
export interface BooksContent {
  readonly administration: Administration;
  readonly groups: readonly ArticleGroup[];
  readonly ledgerAccounts: readonly LedgerAccount[];
  readonly costCentres: readonly CostCentre[];
  readonly relations: readonly Relation[];
  readonly articles: readonly Article[];
  readonly invoices: readonly Invoice[];
}
