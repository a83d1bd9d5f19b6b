import { decimal, plain } from '../../_kit/decimal';
import type { Books } from './books';
import type { Article, CostCentre, Invoice, LedgerAccount, Relation } from './model';
import { salesVatPercentage } from './vat-codes';
import type { AnswerValues } from './write-answer';

/** Our rows in the vendor's fields. Fields of the description that are not named here are left out, or zero. */
export const relationRow = (relation: Relation): AnswerValues => ({
  ID: relation.id,
  AddDatum: relation.addedOn,
  Code: relation.code,
  Bedrijf: relation.company,
  Contactpersoon: relation.contact,
  Geslacht: relation.gender,
  Adres: relation.address.street,
  Postcode: relation.address.postcode,
  Plaats: relation.address.city,
  Land: relation.address.country,
  Adres2: relation.postalAddress.street,
  Postcode2: relation.postalAddress.postcode,
  Plaats2: relation.postalAddress.city,
  Land2: relation.postalAddress.country,
  Telefoon: relation.phone,
  GSM: relation.mobile,
  FAX: '',
  Email: relation.email,
  Site: relation.website,
  Notitie: relation.note,
  Bankrekening: '',
  Girorekening: '',
  BTWNummer: relation.vatNumber,
  KvkNummer: relation.chamberOfCommerceNumber,
  Aanhef: relation.salutation,
  IBAN: relation.iban,
  BIC: '',
  BP: relation.kind,
  ...Object.fromEntries(Array.from({ length: 10 }, (_none, index) => [`Def${index + 1}`, ''])),
  LA: '0',
});

/** The price including VAT is worked out with the percentage of `day`. */
export function articleRow(article: Article, books: Books, day: string): AnswerValues {
  const percentage = salesVatPercentage(article.vatCode, day) ?? '0';
  const inclusive = decimal(article.salesPrice).times(decimal(percentage).div(100).plus(1));
  return {
    ArtikelID: article.id,
    ArtikelOmschrijving: article.description,
    ArtikelCode: article.code,
    GroepOmschrijving: books.group(article.groupCode)?.description ?? '',
    GroepCode: article.groupCode ?? '',
    Eenheid: article.unit,
    InkoopprijsExclBTW: article.purchasePrice,
    VerkoopprijsExclBTW: article.salesPrice,
    VerkoopprijsInclBTW: plain(inclusive),
    BTWCode: article.vatCode,
    TegenrekeningCode: article.ledgerCode,
    BtwPercentage: percentage,
    KostenplaatsID: article.costCentreId,
    Actief: article.active,
  };
}

export const invoiceRow = (invoice: Invoice): AnswerValues => ({
  Factuurnummer: invoice.number,
  Relatiecode: invoice.relationCode,
  Datum: invoice.day,
  Betalingstermijn: invoice.paymentTermDays,
  TotaalExclBTW: invoice.totalExclusive,
  TotaalBTW: invoice.totalVat,
  TotaalInclBTW: invoice.totalInclusive,
  TotaalOpenstaand: plain(decimal(invoice.totalInclusive).minus(invoice.paid)),
  URLPDFBestand: '',
  Regels: invoice.lines.map((line) => ({
    Aantal: line.quantity,
    Eenheid: line.unit,
    Code: line.code,
    Omschrijving: line.description,
    PrijsPerEenheid: line.unitPrice,
    BTWCode: line.vatCode,
    TegenrekeningCode: line.ledgerCode,
    KostenplaatsID: line.costCentreId,
  })),
});

export const ledgerAccountRow = (account: LedgerAccount): AnswerValues => ({
  ID: account.id,
  Code: account.code,
  Omschrijving: account.description,
  Categorie: account.category,
  Groep: account.group,
});

export const costCentreRow = (costCentre: CostCentre): AnswerValues => ({
  KostenplaatsId: costCentre.id,
  Omschrijving: costCentre.description,
  KostenplaatsParentId: costCentre.parentId,
});
