/**
 * Fields of the vendor's models, from the OpenAPI description of B2B API v2 (models RelatieModel, ArtikelQueryModel,
 * ArtikelOmzetGroepModel, LandModel, BtwTariefModel, VerkoopOrderSjabloonModel, VerkoopOrderModel, OfferteModel).
 */
import type { Books } from './books';
import {
  choice,
  decimalNumber,
  flag,
  guid,
  moment,
  object,
  objectList,
  text,
  textList,
  uri,
  whole,
  type Field,
  type FieldTable,
} from './field-table';
import type {
  Address,
  Article,
  ArticleGroup,
  Country,
  ExtraField,
  ExtraValue,
  OrderLine,
  OrderTemplate,
  Relation,
  SalesOrder,
  VatRate,
} from './model';

/** An identifier with its address: `{ id, uri }`. */
const reference = <Row>(json: string, path: string, readId: (row: Row) => string | null): Field<Row> =>
  object<Row, string>(json, [guid('id', (id) => id), uri((id) => `/${path}/${id}`)], readId);

const addressFields: FieldTable<Address> = [
  text('contactpersoon', (address) => address.contact),
  text('straat', (address) => address.street),
  text('postcode', (address) => address.postcode),
  text('plaats', (address) => address.city),
  reference('land', 'landen', (address) => address.countryId),
];

interface EmailChoice {
  readonly shouldSend: boolean;
  readonly email: string;
}
const emailFields: FieldTable<EmailChoice> = [
  flag('shouldSend', (choiceOfMail) => choiceOfMail.shouldSend),
  text('email', (choiceOfMail) => choiceOfMail.email),
  text('ccEmail', () => null),
];
const byMail = (relation: Relation): EmailChoice => ({
  shouldSend: relation.email !== '',
  email: relation.email.split(';')[0] ?? '',
});
const notByMail = (): EmailChoice => ({ shouldSend: false, email: '' });

const isCustomer = (relation: Relation): boolean => relation.kinds.includes('Klant');

export const relationFields: FieldTable<Relation> = [
  textList('relatiesoort', (relation) => relation.kinds),
  moment('modifiedOn', (relation) => relation.modified),
  whole('relatiecode', (relation) => relation.code),
  text('naam', (relation) => relation.name),
  object('vestigingsAdres', addressFields, (relation) => relation.address),
  object('correspondentieAdres', addressFields, (relation) => relation.postalAddress ?? relation.address),
  text('telefoon', (relation) => relation.phone),
  text('mobieleTelefoon', (relation) => relation.mobile),
  text('fax', () => null),
  text('email', (relation) => relation.email),
  text('btwNummer', (relation) => relation.vatNumber),
  decimalNumber('factuurkorting', () => '0'),
  whole('krediettermijn', (relation) => relation.creditDays),
  flag('bankieren', () => false),
  flag('nonactief', (relation) => relation.inactive),
  decimalNumber('kredietLimiet', () => null),
  text('memo', (relation) => relation.memo),
  text('kvkNummer', (relation) => relation.chamberOfCommerceNumber),
  text('oin', () => null),
  text('websiteUrl', (relation) => relation.website),
  choice('aanmaningsoort', (relation) => (isCustomer(relation) ? 'Onderneming' : null)),
  object('offerteEmailVersturen', emailFields, byMail),
  object('bevestigingsEmailVersturen', emailFields, notByMail),
  object('factuurEmailVersturen', emailFields, byMail),
  object('aanmaningEmailVersturen', emailFields, byMail),
  object('offerteAanvraagEmailVersturen', emailFields, notByMail),
  object('bestellingEmailVersturen', emailFields, notByMail),
  flag('ublBestandAlsBijlage', () => true),
  text('iban', (relation) => relation.iban),
  text('bic', () => null),
  choice('incassoSoort', (relation) => (isCustomer(relation) ? 'Geen' : null)),
  reference('factuurRelatie', 'relaties', (relation) => relation.invoiceRelationId),
  { ...uri((relation: Relation) => `/relaties/${relation.id}/inkoopboekingen`), json: 'inkoopBoekingenUri' },
  { ...uri((relation: Relation) => `/relaties/${relation.id}/verkoopboekingen`), json: 'verkoopBoekingenUri' },
  objectList<Relation, never>('documents', [], () => []),
  guid('id', (relation) => relation.id),
  uri((relation) => `/relaties/${relation.id}`),
  objectList<Relation, never>('extraVeldenKlant', [], () => []),
];

export const articleFields: FieldTable<Article> = [
  flag('isHoofdartikel', () => false),
  objectList<Article, never>('subartikelen', [], () => []),
  text('artikelcode', (article) => article.code),
  text('omschrijving', (article) => article.description),
  reference('artikelOmzetgroep', 'artikelomzetgroepen', (article) => article.groupId),
  decimalNumber('verkoopprijs', (article) => article.salesPrice),
  decimalNumber('inkoopprijs', (article) => article.purchasePrice),
  text('eenheid', (article) => article.unit),
  moment('modifiedOn', (article) => article.modified),
  reference('relatie', 'relaties', (article) => article.supplierId),
  flag('isNonActief', (article) => article.inactive),
  flag('voorraadControle', (article) => article.keepsStock),
  decimalNumber('technischeVoorraad', (article) => article.stock),
  decimalNumber('vrijeVoorraad', (article) => article.stock),
  objectList<Article, never>('extraVelden', [], () => []),
  guid('id', (article) => article.id),
  uri((article) => `/artikelen/${article.id}`),
];

export const groupFields: FieldTable<ArticleGroup> = [
  whole('nummer', (group) => group.number),
  text('omschrijving', (group) => group.name),
  reference('verkoopGrootboekNederlandIdentifier', 'grootboeken', (group) => group.ledgerId),
  choice('verkoopNederlandBtwSoort', (group) => group.vatKind),
  guid('id', (group) => group.id),
  uri((group) => `/artikelomzetgroepen/${group.id}`),
];

export const countryFields: FieldTable<Country> = [
  text('naam', (country) => country.name),
  text('landcodeISO', (country) => country.isoCode),
  text('landcode', (country) => country.isoCode),
  guid('id', (country) => country.id),
  uri((country) => `/landen/${country.id}`),
];

export const vatRateFields: FieldTable<VatRate> = [
  choice('btwSoort', (rate) => rate.kind),
  decimalNumber('btwPercentage', (rate) => rate.percentage),
  moment('datumVanaf', (rate) => `${rate.from}T00:00:00`),
  moment('datumTotEnMet', (rate) => `${rate.until}T00:00:00`),
];

const extraFieldFields: FieldTable<ExtraField> = [
  whole('veldNummer', (extra) => extra.number),
  text('omschrijving', (extra) => extra.description),
  text('ingaveMasker', (extra) => extra.mask),
  choice('soortVeld', (extra) => extra.kind),
  whole('maximumTekstLengte', (extra) => extra.maximumLength),
];

export const templateFields: FieldTable<OrderTemplate> = [
  text('omschrijving', (template) => template.description),
  flag('nonactief', (template) => template.inactive),
  flag('prijsIngaveExclusiefBtw', (template) => template.pricesExclusive),
  flag('nieuweOrdersBlokkeren', (template) => template.blocksNewOrders),
  objectList('extraHoofdVelden', extraFieldFields, (template) => template.headFields),
  objectList('extraRegelVelden', extraFieldFields, (template) => template.lineFields),
  guid('id', (template) => template.id),
  uri((template) => `/verkoopordersjablonen/${template.id}`),
];

const extraValueFields: FieldTable<ExtraValue> = [
  whole('veldNummer', (extra) => extra.number),
  text('omschrijving', (extra) => extra.description),
  text('waarde', (extra) => extra.value),
];

const lineFields: FieldTable<OrderLine> = [
  reference('artikel', 'artikelen', (line) => line.articleId),
  text('omschrijving', (line) => line.description),
  decimalNumber('stuksprijs', (line) => line.unitPrice),
  decimalNumber('aantal', (line) => line.quantity),
  decimalNumber('kortingsPercentage', (line) => line.discountPercentage),
  decimalNumber('totaal', (line) => line.total),
  objectList('extraRegelVelden', extraValueFields, (line) => line.extra),
];

const sharedOrderFields = (path: string): FieldTable<SalesOrder> => [
  reference('relatie', 'relaties', (order) => order.relationId),
  choice('procesStatus', (order) => order.processStatus),
  whole('nummer', (order) => order.number),
  moment('modifiedOn', (order) => order.modified),
  moment('datum', (order) => order.date),
  whole('krediettermijn', (order) => order.creditDays),
  text('omschrijving', (order) => order.description),
  text('betalingskenmerk', (order) => order.paymentReference),
  reference('incassomachtiging', 'incassomachtigingen', () => null),
  object('afleveradres', addressFields, (order) => order.deliveryAddress),
  object('factuuradres', addressFields, (order) => order.invoiceAddress),
  choice('verkooporderBtwIngaveModel', (order) => order.priceMode),
  reference('kostenplaats', 'kostenplaatsen', () => null),
  objectList('regels', lineFields, (order) => order.lines),
  text('memo', (order) => order.memo),
  text('orderreferentie', (order) => order.orderReference),
  decimalNumber('factuurkorting', (order) => order.invoiceDiscount),
  reference('verkoopfactuur', 'verkoopfacturen', (order) => order.invoiceId),
  decimalNumber('totaalExclusiefBtw', (order) => order.totalExclusive),
  decimalNumber('totaalInclusiefBtw', (order) => order.totalInclusive),
  guid('id', (order) => order.id),
  uri((order) => `/${path}/${order.id}`),
];

export const orderFields: FieldTable<SalesOrder> = [
  ...sharedOrderFields('verkooporders'),
  flag('geblokkeerd', (order) => order.blocked),
  reference('verkoopordersjabloon', 'verkoopordersjablonen', (order) => order.templateId),
  choice('verkoopOrderStatus', (order) => order.orderStatus),
  objectList('extraHoofdVelden', extraValueFields, (order) => order.extra),
];

export const quoteFields: FieldTable<SalesOrder> = [
  ...sharedOrderFields('offertes'),
  flag('isOfferte', (order) => order.processStatus === 'Offerte'),
];

/** The answer of /companyInfo: what our books know, and settings of a usual installer's administration for the rest. */
export function companyInfo(books: Books): Record<string, unknown> {
  const { company } = books;
  const own = books.relations.all().find((relation) => relation.kinds.includes('Eigen'));
  return {
    administratieIdentifier: company.id,
    administratieNaam: company.administrationName,
    bedrijfsnaam: company.companyName,
    contactpersoon: own?.address.contact ?? null,
    adres: own?.address.street ?? null,
    postcode: own?.address.postcode ?? null,
    plaats: own?.address.city ?? null,
    telefoon: own?.phone ?? null,
    mobieleTelefoon: own?.mobile ?? null,
    fax: null,
    bankrekeningnummer: own?.iban ?? null,
    iban: own?.iban ?? null,
    bic: null,
    rechtsvorm: 'Bv',
    btwNummer: own?.vatNumber ?? null,
    btwIdentificatieNummer: own?.vatNumber ?? null,
    kvKNummer: own?.chamberOfCommerceNumber ?? null,
    email: own?.email ?? null,
    website: own?.website ?? null,
    vrijeTekst1: null,
    vrijeTekst2: null,
    vrijeTekst3: null,
    vrijeTekst4: null,
    huidigBoekjaar: 2024,
    beginmaandFiscaleBoekjaar: 1,
    btwAangiftePeriodeSoort: 'Kwartaal',
    icpAangiftePeriodeSoort: 'Kwartaal',
    btwNummerFiscaleEenheid: null,
    tussentijdseSuppletiesBerekenen: false,
    mapUBLBestanden: null,
    btwPercentageAangifteKredietbeperking: 0,
    markeergedragInlezenBankafschriften: 'AlleenBelangrijkste',
    voorkeurenTijdensBoeken: true,
    aantalVoorloopnullenGrootboekrekeningen: 4,
    kleineOndernemersregeling: {
      isKleineOndernemersRegelingActief: false,
      maximaalBedragVolledigeVerrekening: 0,
      maximaalBedragKleineOndernemersRegeling: 0,
    },
    volgendFactuurnummer: 20240318,
    volgendVerkoopordernummer: company.nextOrderNumber,
    volgendContantbonnummer: 1,
    volgendInkoopordernummer: 1042,
    voorraadcontroleOrderinvoer: false,
    abonnementOvernemen: false,
    kolomGeleverdAutomatischVullen: true,
    voorraadkolommenTonenInInkoop: false,
    backorderGebruiken: false,
    deelleveringOrdersDefaultAan: false,
    factuurAlsBijlageVerkoopboeking: true,
    tekstregelsOvernemenNaarBackorder: 'Geen',
    regelkortingVerkooporder: company.discountOver,
    drempelbedragVerkooporderbeheer: 0,
    drempelbedragVerkooporderbeheerMaxDagenUitstel: 0,
    verkoopprijsArtikelbestandExclusiefBtw: company.pricesExclusive,
    inkoopprijsArtikelbestandExclusiefBtw: true,
    artikelcodeSoort: 'Alfanumeriek',
    artikelcodeMaxLengte: 20,
    begindatumVoorraadtelling: null,
    voorraadTonenInZoekvenster: true,
    aantalDecimalenArtikelprijzen: company.priceDecimals,
    aantalDecimalenArtikelaantallen: company.quantityDecimals,
    verkooporderVoorraadVanafNiveau: 'Werkbon',
    voorraadSysteem: 'Fifo',
    momentVoorraadBijwerken: 'BijBoekenOntvangst',
    rekeningTeOntvangenInkoopfacturen: null,
    dagboekVoorraadverschillen: null,
    buitenlandseBtwGrootboek: null,
    factureerBuitenlandsBtw: false,
    factureerBuitenlandsBtwRanges: [],
  };
}
