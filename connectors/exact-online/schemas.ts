/**
 * The answers of Exact Online as far as they are read. Names and types: the vendor's REST API reference
 * (start.exactonline.nl/docs/HlpRestAPIResourcesDetails.aspx). Every field but a key may be null or absent, codes are
 * padded with spaces, the zero Guid means none, and Int64 comes as text.
 */
import { z } from 'zod';
import { decimal, plain } from '../_kit/decimal';
import { zonelessMoment } from './odata';

const NO_ID = '00000000-0000-0000-0000-000000000000';

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');
const name = z.string().trim().min(1);
const id = z.guid().transform((value) => value.toLowerCase());
const reference = z
  .guid()
  .nullish()
  .transform((value) => (value === null || value === undefined || value === NO_ID ? null : value.toLowerCase()));
/** Edm.Boolean, and Edm.Byte where the reference writes 0 and 1. */
const flag = z
  .union([z.boolean(), z.number()])
  .nullish()
  .transform((value) => value === true || value === 1);
/** A JSON number, or the text that some services write, as exact decimal text. */
const amount = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : plain(decimal(value))));
const whole = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
/** A row version. As text, because it is larger than a number of JSON can hold exactly. */
const timestamp = z.union([z.string().regex(/^\d+$/), z.number().int().nonnegative()]).transform(String);
const moment = z
  .string()
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : zonelessMoment(value)));
/** `YYYY-MM-DD` on the vendor's calendar. */
const day = moment.transform((value) => value?.slice(0, 10) ?? null);

/** Every answer. A list may come bare, as `{"results":[…]}` or as one object. */
export const envelope = z.object({ d: z.unknown().refine((value) => value !== undefined && value !== null) });
export const listBody = z.object({
  d: z.union([
    z.array(z.unknown()).transform((results) => ({ results, next: null })),
    z
      .object({ results: z.array(z.unknown()), __next: z.string().nullish() })
      .transform(({ results, __next }) => ({ results, next: __next ?? null })),
  ]),
});

/** A row of a sync address, before its fields are looked at. */
export const versionSchema = z.object({ Timestamp: timestamp });

/** current/Me. */
export const meSchema = z.object({ CurrentDivision: whole });

/** system/Divisions. */
export const divisionSchema = z.object({
  Code: whole.transform(String),
  Hid: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => String(value ?? '').trim()),
  Description: text,
  CustomerName: text,
  Status: whole.nullish().transform((value) => value ?? null),
  BlockingStatus: whole.nullish().transform((value) => value ?? 0),
  DivisionMoveDate: moment,
});
export type Division = z.infer<typeof divisionSchema>;

const sellable = { StartDate: day, EndDate: day };

/** crm/Accounts and sync/CRM/Accounts. */
export const accountSchema = z.object({
  ID: id,
  Code: text,
  Name: name,
  Status: text,
  Blocked: flag,
  ...sellable,
  AddressLine1: text,
  AddressLine2: text,
  AddressLine3: text,
  Postcode: text,
  City: text,
  Country: text,
  Phone: text,
  Email: text,
  VATNumber: text,
  ChamberOfCommerce: text,
  Modified: moment,
});
export type Account = z.infer<typeof accountSchema>;

/** sync/CRM/Addresses, as far as it tells whose address changed. */
export const addressOwnerSchema = z.object({ Timestamp: timestamp, Account: reference });

/** logistics/ItemGroups. */
export const itemGroupSchema = z.object({ ID: id, Code: text, Description: text });

/** logistics/Items and sync/Logistics/Items; only the first one has the price. */
export const itemSchema = z.object({
  ID: id,
  Code: name,
  Description: text,
  ItemGroup: reference,
  Unit: text,
  SalesVatCode: text,
  IsSalesItem: flag,
  ...sellable,
  StandardSalesPrice: amount,
  Modified: moment,
});
export type Item = z.infer<typeof itemSchema>;

/** sync/Logistics/SalesItemPrices. */
export const priceSchema = z.object({
  Timestamp: timestamp,
  ID: id,
  Item: reference,
  /** Null: for everybody. */
  Account: reference,
  Price: amount,
  /** Least quantity for which it counts. */
  Quantity: amount,
  Unit: text,
  NumberOfItemsPerUnit: amount,
  ...sellable,
});
export type Price = z.infer<typeof priceSchema>;

/** sync/Deleted. */
export const deletedSchema = z.object({ Timestamp: timestamp, EntityKey: id, EntityType: whole.nullish() });

/** vat/VATCodes. Percentage is a fraction; type I includes VAT. */
export const vatCodeSchema = z.object({ Code: name, Percentage: amount, Type: text });

/** financial/Journals. */
export const journalSchema = z.object({ Code: name, Description: text, Type: whole, IsBlocked: flag });
export type Journal = z.infer<typeof journalSchema>;

/** salesinvoice/SalesInvoices. */
export const invoiceSchema = z.object({
  InvoiceID: id,
  InvoiceNumber: whole.nullish(),
  OrderNumber: whole.nullish(),
  OrderedBy: reference,
  Description: text,
  AmountFC: amount,
  AmountFCExclVat: amount,
});
export type Invoice = z.infer<typeof invoiceSchema>;

/** documents/Documents. */
export const documentSchema = z.object({ ID: id, Subject: text });

/** documents/DocumentAttachments. */
export const attachmentSchema = z.object({ ID: id, Document: reference, FileName: text, FileSize: amount });
