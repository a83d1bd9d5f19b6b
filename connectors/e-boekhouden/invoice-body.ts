import { z } from 'zod';
import type { Tags } from './envelope';

/** A line of an invoice; numbers are exact texts (cFactuurRegel). */
const lineSchema = z.object({
  code: z.string(),
  description: z.string(),
  unit: z.string(),
  quantity: z.string(),
  unitPrice: z.string(),
  vatCode: z.string(),
  ledgerCode: z.string(),
  costCentreId: z.string(),
});
export type InvoiceLine = z.infer<typeof lineSchema>;

/** A frozen invoice: everything that is sent, and whose it is. */
export const variantSchema = z.object({
  marker: z.string(),
  customerExternalId: z.string(),
  customerName: z.string(),
  /** Empty: the relation has none, and no invoice can be made. */
  relationCode: z.string(),
  date: z.string(),
  paymentTermDays: z.string(),
  template: z.string(),
  lines: z.array(lineSchema),
});
export type Variant = z.infer<typeof variantSchema>;

/**
 * The invoice as the service takes it (cFactuur: manual, 3.1): every tag in the order of the WSDL, unused ones empty, 0 or
 * false. Without number e-Boekhouden gives one. It is neither mailed nor collected nor booked: the office checks it first.
 */
export const invoiceTags = (invoice: Variant): Tags => [
  ['Factuurnummer', ''],
  ['Relatiecode', invoice.relationCode],
  ['Datum', invoice.date],
  ['Betalingstermijn', invoice.paymentTermDays],
  ['Factuursjabloon', invoice.template],
  ['PerEmailVerzenden', 'false'],
  ['EmailOnderwerp', ''],
  ['EmailBericht', ''],
  ['EmailVanAdres', ''],
  ['EmailVanNaam', ''],
  ['AutomatischeIncasso', 'false'],
  ['IncassoIBAN', ''],
  ['IncassoMachtigingSoort', ''],
  ['IncassoMachtigingID', ''],
  // A date must be one, also where it is not used.
  ['IncassoMachtigingDatumOndertekening', invoice.date],
  ['IncassoMachtigingFirst', 'false'],
  ['IncassoRekeningNummer', ''],
  ['IncassoTnv', ''],
  ['IncassoPlaats', ''],
  ['IncassoOmschrijvingRegel1', ''],
  ['IncassoOmschrijvingRegel2', ''],
  ['IncassoOmschrijvingRegel3', ''],
  ['InBoekhoudingPlaatsen', 'false'],
  ['BoekhoudmutatieOmschrijving', ''],
  ['Regels', invoice.lines.map((line) => ['cFactuurRegel', lineTags(line)] as const)],
];

const lineTags = (line: InvoiceLine): Tags => [
  ['Aantal', line.quantity],
  ['Eenheid', line.unit],
  ['Code', line.code],
  ['Omschrijving', line.description],
  ['PrijsPerEenheid', line.unitPrice],
  ['BTWCode', line.vatCode],
  ['TegenrekeningCode', line.ledgerCode],
  ['KostenplaatsID', line.costCentreId],
];
