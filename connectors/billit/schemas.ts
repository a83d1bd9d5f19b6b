/**
 * The answers of Billit's API v1 as far as they are read. Names and types: the vendor's Swagger description
 * (https://api.billit.be/swagger/docs/v1). What is empty may be null or left out.
 */
import { z } from 'zod';
import { decimal, isDecimalString, plain } from '../_kit/decimal';

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');
/** A whole number that names a row; kept as text. */
const id = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]).transform(String);
/** A row that another one names; 0 is what .NET makes of none. */
const optionalId = z
  .union([z.number().int(), z.string()])
  .nullish()
  .transform((value) => (value === null || value === undefined || Number(value) === 0 ? null : String(value)));
/** A JSON number as exact decimal text. */
const amount = z
  .union([z.number(), z.string().refine((value) => isDecimalString(value))])
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : plain(decimal(value))));
const listOf = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullish()
    .transform((value) => value ?? []);
/** A moment without zone. A zone that is written all the same is dropped: only the clock of the package counts. */
const moment = z
  .string()
  .nullish()
  .transform((value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?/.exec(value ?? '')?.[0] ?? null);
const days = z
  .number()
  .int()
  .nullish()
  .transform((value) => value ?? null);

/** PageResult. Its rows are read one by one. */
export const pageSchema = z.object({
  Items: z.array(z.unknown()),
  NextPageLink: text,
  Count: z.number().int().min(0).nullish(),
});

/** AccountInformation. */
export const accountSchema = z.object({
  Companies: z.array(
    z.object({
      PartyID: id,
      Name: text,
      CommercialName: text,
      DisplayName: text,
      /** False = closed to programs; a company that does not tell is tried. */
      APIAllowed: z
        .boolean()
        .nullish()
        .transform((value) => value ?? true),
      DefaultExpiryOffset: days,
    }),
  ),
});
export type Company = z.infer<typeof accountSchema>['Companies'][number];

const addressFields = { Street: text, StreetNumber: text, Box: text, Zipcode: text, City: text, CountryCode: text };
const addressSchema = z.object(addressFields);
export type AddressParts = z.infer<typeof addressSchema>;

/** Party. */
export const partySchema = z
  .object({
    PartyID: id,
    Nr: text,
    Name: text,
    CommercialName: text,
    DisplayName: text,
    ...addressFields,
    Addresses: listOf(addressSchema.extend({ AddressType: text })),
    Email: text,
    Phone: text,
    Mobile: text,
    VATNumber: text,
    Identifiers: listOf(z.object({ IdentifierType: text, Identifier: text })),
    DefaultExpiryOffset: days,
  })
  .refine((party) => [party.Name, party.DisplayName, party.CommercialName].some((name) => name !== ''), {
    path: ['Name'],
  });
export type Party = z.infer<typeof partySchema>;

/** Product. */
export const productSchema = z.object({
  ProductID: id,
  Reference: text,
  Description: text,
  AmountExcl: amount,
  VAT: amount,
  Unit: text,
});
export type Product = z.infer<typeof productSchema>;

/** When a row of any list changed. */
export const changedSchema = z.object({ LastModified: moment });

const partyReference = z
  .object({ PartyID: optionalId })
  .nullish()
  .transform((value) => value?.PartyID ?? null);

/** Order, as far as lists show it. */
const orderSummary = {
  OrderID: id,
  OrderNumber: text,
  OrderStatus: text,
  ApprovalStatus: text,
  ExternalProviderID: text,
  CustomerID: optionalId,
  CounterPartyID: optionalId,
  CounterParty: partyReference,
  TotalExcl: amount,
  TotalIncl: amount,
};
export const listedOrderSchema = z.object(orderSummary);
export type ListedOrder = z.infer<typeof listedOrderSchema>;

/** OrderLine. */
const orderLine = z.object({
  ProductID: optionalId,
  Reference: text,
  Description: text,
  Quantity: amount,
  UnitPriceExcl: amount,
  ReductionPercentage: amount,
});
export type OrderLine = z.infer<typeof orderLine>;

/** Order by itself. */
export const orderSchema = z.object({
  ...orderSummary,
  Customer: partyReference,
  OrderTitle: text,
  Reference: text,
  Comments: text,
  InternalInfo: text,
  // Of an order that was made over the API the request itself is among them.
  Attachments: z.array(z.object({ FileName: text })).nullish(),
  OrderLines: listOf(orderLine),
});
export type Order = z.infer<typeof orderSchema>;

/** Answer to a create call: the bare id of the order. */
export const createdSchema = id;

/** One object of a list, as far as it must be the one that was asked for; the rest of it is read as a record. */
export const objectSchema = (idField: string): z.ZodType<unknown> => z.looseObject({ [idField]: id });
