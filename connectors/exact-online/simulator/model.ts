/**
 * Rows of the simulated administrations. What a row holds stands under the vendor's own field names, so that an answer is
 * a row plus what follows from other rows (`resources/`).
 */

/**
 * Int and Boolean as they are; Guid in lower case; Double as plain decimal text; DateTime as the vendor's own clock shows
 * it (`YYYY-MM-DDTHH:mm:ss`, Dutch time without zone); Binary as base64.
 */
export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value | undefined>>;

export interface Row<V extends Values = Values> {
  /** Guid in lower case; for rows with a numeric key that number as text. */
  readonly id: string;
  /** Row version: later than that of every change before it. */
  readonly timestamp: number;
  /** UTC milliseconds. */
  readonly createdAtMs: number;
  readonly modifiedAtMs: number;
  /** When a client created it (UTC ms); null for what the office or the practice books entered. */
  readonly receivedAtMs: number | null;
  readonly values: V;
}

export type AccountValues = Values & {
  /** 18 wide, right aligned. */
  readonly Code: string;
  readonly Name: string;
  /** C customer, P prospect, S suspect; null or A: none. */
  readonly Status: string | null;
  readonly IsSupplier: boolean;
  readonly Blocked: boolean;
  readonly StartDate: string | null;
  readonly EndDate: string | null;
  readonly InvoiceAccount: string | null;
  readonly SalesVATCode: string | null;
  readonly PaymentConditionSales: string | null;
};

export type AddressValues = Values & {
  readonly Account: string;
  readonly Type: number;
  readonly Main: boolean;
};

export type ItemValues = Values & {
  readonly Code: string;
  readonly Description: string;
  readonly ItemGroup: string | null;
  readonly Unit: string;
  readonly SalesVatCode: string | null;
  readonly IsSalesItem: boolean;
  readonly IsFractionAllowedItem: boolean;
  readonly StartDate: string | null;
  readonly EndDate: string | null;
};

export type ItemGroupValues = Values & { readonly Code: string; readonly Description: string };
export type UnitValues = Values & { readonly Code: string; readonly Description: string };

export type SalesItemPriceValues = Values & {
  readonly Item: string;
  readonly Account: string | null;
  readonly Price: string;
  readonly Quantity: string;
  readonly StartDate: string | null;
  readonly EndDate: string | null;
};

export type JournalValues = Values & {
  readonly Code: string;
  readonly Description: string;
  readonly Type: number;
  readonly IsBlocked: boolean;
};

/** Percentage is a fraction: 0.21. */
export type VatCodeValues = Values & {
  readonly Code: string;
  readonly Description: string;
  readonly Percentage: string;
  readonly IsBlocked: boolean;
};

export type PaymentConditionValues = Values & {
  readonly Code: string;
  readonly Description: string;
  readonly PaymentDays: number;
};

export type DocumentValues = Values & {
  readonly Subject: string;
  readonly Type: number;
  readonly Account: string | null;
  readonly HID: number;
  readonly Category: string | null;
};

export type AttachmentValues = Values & {
  readonly Document: string;
  readonly FileName: string;
  /** Bytes, as plain decimal text. */
  readonly FileSize: string;
  /** The file in base64. */
  readonly Attachment: string;
};

export type DocumentTypeValues = Values & { readonly Description: string; readonly DocumentIsCreatable: boolean };

export type DeletedValues = Values & { readonly EntityKey: string; readonly EntityType: number };

export type DivisionValues = Values & {
  readonly Code: number;
  readonly Hid: number;
  readonly Description: string;
  /** 0 inactive, 1 active, 2 archived. */
  readonly Status: number;
  readonly BlockingStatus: number;
  readonly DivisionMoveDate: string | null;
};

/** The tables of one administration by name; sales documents and their lines share one form. */
export interface DivisionContent {
  readonly division: Row<DivisionValues>;
  readonly lastTimestamp: number;
  readonly tables: {
    readonly accounts: readonly Row<AccountValues>[];
    readonly addresses: readonly Row<AddressValues>[];
    readonly contacts: readonly Row[];
    readonly items: readonly Row<ItemValues>[];
    readonly itemGroups: readonly Row<ItemGroupValues>[];
    readonly units: readonly Row<UnitValues>[];
    readonly prices: readonly Row<SalesItemPriceValues>[];
    readonly journals: readonly Row<JournalValues>[];
    readonly vatCodes: readonly Row<VatCodeValues>[];
    readonly paymentConditions: readonly Row<PaymentConditionValues>[];
    readonly invoices: readonly Row[];
    readonly invoiceLines: readonly Row[];
    readonly orders: readonly Row[];
    readonly orderLines: readonly Row[];
    readonly quotations: readonly Row[];
    readonly quotationLines: readonly Row[];
    readonly documents: readonly Row<DocumentValues>[];
    readonly attachments: readonly Row<AttachmentValues>[];
    readonly documentTypes: readonly Row<DocumentTypeValues>[];
    readonly documentCategories: readonly Row[];
    readonly deleted: readonly Row<DeletedValues>[];
  };
}

export type TableName = keyof DivisionContent['tables'];

/** Somebody with a login at the vendor. */
export interface User {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  readonly email: string;
  /** Codes of the divisions this user may open. */
  readonly divisions: readonly number[];
  /** The division last used; moves when the user switches company on the site. */
  readonly currentDivision: number;
}

/** Everything the site holds for one customer of the vendor; also in the books file. */
export interface SiteContent {
  readonly customerName: string;
  readonly users: readonly User[];
  readonly divisions: readonly DivisionContent[];
}
