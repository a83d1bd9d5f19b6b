/** Texts of refusals come in the language of the user; the vendor has them in Dutch and English alike. */
export type Language = 'nl' | 'en';

const KINDS = {
  mandatory: { nl: 'Verplicht: {}', en: 'Mandatory: {}' },
  invalidReference: { nl: 'Ongeldige referentie: {}', en: 'Invalid reference: {}' },
  invalid: { nl: 'Ongeldig: {}', en: 'Invalid: {}' },
  exists: { nl: '{}: Bestaat reeds', en: '{}: Already exists' },
  dataExists: { nl: 'Gegeven bestaat reeds.', en: 'Data already exists.' },
  blocked: { nl: 'Geblokkeerd: {}', en: 'Blocked: {}' },
  inactive: { nl: 'Niet actief: {}', en: 'Inactive: {}' },
  tooLong: { nl: 'Te lang: {}', en: 'Too long: {}' },
  processed: { nl: 'Kan niet worden gewijzigd: {} - Verwerkt', en: "Can't change: {} - Processed" },
  inUse: { nl: 'Kan niet verwijderen: {}', en: "Can't delete: {}" },
} as const;
export type RefusalKind = keyof typeof KINDS;

const LABELS = {
  account: { nl: 'Relatie', en: 'Account' },
  accountName: { nl: 'Naam', en: 'Name' },
  address: { nl: 'Adres', en: 'Address' },
  attachment: { nl: 'Bijlage', en: 'Attachment' },
  category: { nl: 'Categorie', en: 'Category' },
  code: { nl: 'Code', en: 'Code' },
  contact: { nl: 'Contactpersoon', en: 'Contact' },
  currency: { nl: 'Valuta', en: 'Currency' },
  deliverTo: { nl: 'Leveren aan', en: 'Deliver to' },
  description: { nl: 'Omschrijving', en: 'Description' },
  document: { nl: 'Document', en: 'Document' },
  fileName: { nl: 'Bestandsnaam', en: 'File name' },
  fileSize: { nl: 'Bestandsgrootte', en: 'File size' },
  generalLedger: { nl: 'Grootboekrekening', en: 'G/L Account' },
  invoice: { nl: 'Factuur', en: 'Invoice' },
  invoiceTo: { nl: 'Factuur voor', en: 'Invoice to' },
  invoiceToType: { nl: 'Factuur voor (Type)', en: 'Invoice to (Type)' },
  item: { nl: 'Artikel', en: 'Item' },
  itemGroup: { nl: 'Artikelgroep', en: 'Item group' },
  journal: { nl: 'Dagboek', en: 'Journal' },
  journals: { nl: 'Journals', en: 'Journals' },
  lines: { nl: 'Regels', en: 'Lines' },
  notes: { nl: 'Notities', en: 'Notes' },
  order: { nl: 'Verkooporder', en: 'Sales order' },
  orderedBy: { nl: 'Besteld door', en: 'Ordered by' },
  orderNumber: { nl: 'Ordernummer', en: 'Order number' },
  paymentCondition: { nl: 'Betalingsconditie', en: 'Payment condition' },
  quantity: { nl: 'Aantal', en: 'Quantity' },
  quotation: { nl: 'Offerte', en: 'Quotation' },
  quotationNumber: { nl: 'Offertenummer', en: 'Quotation number' },
  remarks: { nl: 'Opmerkingen', en: 'Remarks' },
  salesOrderNumber: { nl: 'Verkoopordernummer', en: 'Sales order number' },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  type: { nl: 'Type', en: 'Type' },
  unit: { nl: 'Eenheid', en: 'Unit' },
  vatCode: { nl: 'Btw-code', en: 'VAT code' },
  warehouse: { nl: 'Magazijn', en: 'Warehouse' },
  yourRef: { nl: 'Uw ref.', en: 'Your ref.' },
} as const;
export type Label = keyof typeof LABELS;

/** A rule that a write breaks. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly label: Label;
}

/** The text of the vendor for broken rules: one a line. */
export const refusalText = (refusals: readonly Refusal[], language: Language): string =>
  [...new Set(refusals.map(({ kind, label }) => KINDS[kind][language].replace('{}', LABELS[label][language])))].join(
    '\r\n',
  );
