/**
 * The answers of the finance API as far as they are read. Names and types: the vendor's OpenAPI description
 * ("Visma.net ERP API" v1). Anything may be null or absent but what a row is known by.
 */
import { z } from 'zod';
import { decimal, plain } from '../_kit/decimal';

export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');
const name = z.string().trim().min(1);
/** A key that the vendor calls a number; a text would do too. */
export const key = z.union([z.number().int(), z.string().min(1)]).transform(String);
/** A JSON number as exact decimal text. */
export const amount = z
  .number()
  .nullish()
  .transform((value) => (value === null || value === undefined ? null : plain(decimal(value))));
export const listOf = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .nullish()
    .transform((value) => value ?? []);
const reference = z
  .object({ id: text })
  .nullish()
  .transform((value) => value?.id ?? '');
/** A moment without zone. A zone that is written all the same is dropped: only the clock of the company counts. */
const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/)
  .nullish()
  .transform((value) => value?.replace(/(Z|[+-]\d\d:\d\d)$/, '') ?? null);

/** A list, bare or as a paged answer. */
export const rowsSchema = z.union([
  z.array(z.unknown()),
  z.object({ records: z.array(z.unknown()) }).transform(({ records }) => records),
]);
/** What each row of a paged list tells about the list. */
export const metadataSchema = z.object({
  metadata: z.object({ totalCount: z.number().int().min(0), maxPageSize: z.number().int().positive() }).partial(),
});

const noAddress = { addressLine1: '', addressLine2: '', addressLine3: '', postalCode: '', city: '', country: '' };
const address = z
  .object({
    addressLine1: text,
    addressLine2: text,
    addressLine3: text,
    postalCode: text,
    city: text,
    country: reference,
  })
  .nullish()
  .transform((value) => value ?? noAddress);
export type PlaceAddress = z.infer<typeof address>;

const noContact = { name: '', attention: '', email: '', phone1: '', phone2: '' };
const contact = z
  .object({ name: text, attention: text, email: text, phone1: text, phone2: text })
  .nullish()
  .transform((value) => value ?? noContact);
export type PlaceContact = z.infer<typeof contact>;

/** CustomerDto. */
export const customerSchema = z.object({
  internalId: key,
  number: name,
  name,
  status: text,
  mainAddress: address,
  mainContact: contact,
  invoiceAddress: address,
  invoiceContact: contact,
  deliveryAddress: address,
  deliveryContact: contact,
  vatRegistrationId: text,
  corporateId: text,
  lastModifiedDateTime: moment,
});
export type Customer = z.infer<typeof customerSchema>;

/** InventoryDto. */
export const articleSchema = z.object({
  inventoryId: key,
  inventoryNumber: name,
  status: text,
  type: text,
  description: text,
  stockItem: z.boolean().nullish(),
  baseUnit: text,
  defaultPrice: amount,
  vatCode: reference,
  lastModifiedDateTime: moment,
});
export type Article = z.infer<typeof articleSchema>;

/** CustomerInvoiceDto. */
export const invoiceSchema = z.object({
  referenceNumber: name,
  externalReference: text,
  customer: z.object({ number: text }).nullish(),
  amount,
  vatTotal: amount,
  attachments: listOf(z.object({ name: text })),
});
export type Invoice = z.infer<typeof invoiceSchema>;

/** ExtendedOrganizationDto. */
export const organizationSchema = z.object({
  organizationCd: name,
  name: text,
  corporateId: text,
  vatRegistrationId: text,
  branches: listOf(z.object({ number: name })),
});
export type Organization = z.infer<typeof organizationSchema>;

/** VatCategoryDto. */
export const vatCategorySchema = z.object({
  vatCategoryId: name,
  vatCategoryLines: listOf(z.object({ vatRates: listOf(z.object({ vatRate: amount, startDate: moment })) })),
});
export type VatCategory = z.infer<typeof vatCategorySchema>;

/** WarehouseDto. */
export const warehouseSchema = z.object({
  warehouseID: name,
  description: text,
  active: z
    .boolean()
    .nullish()
    .transform((value) => value ?? true),
});
export type Warehouse = z.infer<typeof warehouseSchema>;
