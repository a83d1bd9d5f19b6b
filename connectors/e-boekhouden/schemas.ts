/**
 * The rows of e-Boekhouden's answers as far as they are read. Names: WSDL of soap.e-boekhouden.nl/soap.asmx. Values come
 * as text; tags may be empty or missing.
 */
import { z } from 'zod';
import { decimal, isDecimalString, plain } from '../_kit/decimal';
import type { XmlElement } from '../_kit/xml/read-xml';

/** A row as an object: texts by tag, and inner lists as arrays of such objects. */
export type Row = Readonly<Record<string, unknown>>;

export const rowOf = (element: XmlElement): Row =>
  Object.fromEntries(
    element.children.map((child) => [child.name, child.children.length > 0 ? child.children.map(rowOf) : child.text]),
  );

const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() ?? '');
/** Whole and above zero: 0 is what .NET writes where there is no number. */
const id = z
  .string()
  .trim()
  .regex(/^[1-9]\d*$/);
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/;
/** A decimal or a double of XML as exact decimal text; null when there is none. */
const amount = z
  .string()
  .trim()
  .refine((value) => value === '' || (NUMBER.test(value) && isDecimalString(plain(decimal(value)))))
  .optional()
  .transform((value) => (value === undefined || value === '' ? null : plain(decimal(value))));
/** Absent: true, so that an article never goes because a tag was left out. */
const active = z
  .enum(['true', 'false', '1', '0', ''])
  .optional()
  .transform((value) => value !== 'false' && value !== '0');

/** cRelatie (manual, 3.4). */
export const relationSchema = z.object({
  ID: id,
  Code: text,
  Bedrijf: text,
  Contactpersoon: text,
  Adres: text,
  Postcode: text,
  Plaats: text,
  Land: text,
  Adres2: text,
  Postcode2: text,
  Plaats2: text,
  Land2: text,
  Telefoon: text,
  GSM: text,
  Email: text,
  BTWNummer: text,
  KvkNummer: text,
});
export type Relation = z.infer<typeof relationSchema>;

/** cArtikel (manual, 3.8). */
export const articleSchema = z.object({
  ArtikelID: id,
  ArtikelCode: z.string().trim().min(1),
  ArtikelOmschrijving: text,
  GroepCode: text,
  GroepOmschrijving: text,
  Eenheid: text,
  VerkoopprijsExclBTW: amount,
  BTWCode: text,
  TegenrekeningCode: text,
  BtwPercentage: amount,
  KostenplaatsID: text,
  Actief: active,
});
export type Article = z.infer<typeof articleSchema>;

/** cFactuurList (manual, 3.9.2); of its lines only the text is read. */
export const invoiceSchema = z.object({
  Factuurnummer: z.string().trim().min(1),
  Relatiecode: text,
  TotaalExclBTW: amount,
  TotaalInclBTW: amount,
  // A list without rows is an empty tag, and comes as text.
  Regels: z
    .union([z.array(z.object({ Omschrijving: text })), z.string().transform(() => [])])
    .optional()
    .transform((lines) => lines ?? []),
});
export type Invoice = z.infer<typeof invoiceSchema>;
