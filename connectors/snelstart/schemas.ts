/**
 * The answers of SnelStart's B2B API v2 as far as they are read. Names and types: the vendor's OpenAPI description
 * ("SnelStart B2B API v2"). Empty texts and empty lists may come as null.
 */
import { z } from 'zod';
import { decimal, plain } from '../_kit/decimal';

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');
const name = z.string().trim().min(1);
const id = z.string().min(1);
const reference = z
  .object({ id })
  .nullish()
  .transform((value) => value?.id ?? null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);
/** A JSON number as exact decimal text. */
const amount = z
  .number()
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
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/)
  .nullish()
  .transform((value) => value?.replace(/(Z|[+-]\d\d:\d\d)$/, '') ?? null);
const noAddress = { contactpersoon: '', straat: '', postcode: '', plaats: '', land: null };
const address = z
  .object({ contactpersoon: text, straat: text, postcode: text, plaats: text, land: reference })
  .nullish()
  .transform((value) => value ?? noAddress);

/** Any list; its rows are read one by one. */
export const rowsSchema = listOf(z.unknown());

/** POST /b2b/token. */
export const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** RelatieModel. */
export const relationSchema = z.object({
  id,
  relatiecode: z.number().int(),
  relatiesoort: listOf(z.string()),
  naam: name,
  vestigingsAdres: address,
  telefoon: text,
  mobieleTelefoon: text,
  email: text,
  btwNummer: text,
  kvkNummer: text,
  nonactief: flag,
  modifiedOn: moment,
});
export type Relation = z.infer<typeof relationSchema>;

/** ArtikelQueryModel. */
export const articleSchema = z.object({
  id,
  artikelcode: name,
  omschrijving: text,
  artikelOmzetgroep: reference,
  verkoopprijs: amount,
  eenheid: text,
  isNonActief: flag,
  modifiedOn: moment,
});
export type Article = z.infer<typeof articleSchema>;

/** ArtikelOmzetGroepModel. */
export const articleGroupSchema = z.object({
  id,
  nummer: z.number().int(),
  omschrijving: text,
  verkoopNederlandBtwSoort: text,
});
export type ArticleGroup = z.infer<typeof articleGroupSchema>;

/** LandModel. */
export const countrySchema = z.object({ id, landcodeISO: text });

/** BtwTariefModel. */
export const vatRateSchema = z.object({
  btwSoort: name,
  btwPercentage: z.number().transform((value) => plain(decimal(value))),
  datumVanaf: moment,
  datumTotEnMet: moment,
});

/** VerkoopOrderSjabloonModel. */
export const templateSchema = z.object({ id, omschrijving: text, nonactief: flag });

/** CompanyInfoModel. */
export const companySchema = z.object({
  administratieIdentifier: id,
  administratieNaam: text,
  bedrijfsnaam: text,
  verkoopprijsArtikelbestandExclusiefBtw: z
    .boolean()
    .nullish()
    .transform((value) => value ?? true),
  aantalDecimalenArtikelprijzen: z.number().int().nullish(),
  aantalDecimalenArtikelaantallen: z.number().int().nullish(),
  artikelcodeSoort: text,
});

/** VerkooporderRegelModel. */
const orderLine = z.object({
  artikel: reference,
  omschrijving: text,
  stuksprijs: amount,
  aantal: amount,
  kortingsPercentage: amount,
});
export type OrderLine = z.infer<typeof orderLine>;

/** VerkoopOrderModel. */
export const orderSchema = z.object({
  id,
  nummer: z.number().int().nullish(),
  relatie: reference,
  procesStatus: text,
  verkoopOrderStatus: text,
  geblokkeerd: flag,
  modifiedOn: moment,
  omschrijving: text,
  memo: text,
  orderreferentie: text,
  verkooporderBtwIngaveModel: text,
  verkoopfactuur: reference,
  regels: listOf(orderLine),
  totaalExclusiefBtw: amount,
  totaalInclusiefBtw: amount,
});
export type Order = z.infer<typeof orderSchema>;
