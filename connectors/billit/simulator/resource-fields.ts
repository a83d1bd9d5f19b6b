/** Fields of the vendor's models, from its Swagger description (Party, Product, Order, OrderLine, VatGroup, Document). */
import { decimal, plain } from '../../_kit/decimal';
import type { CompanyBooks } from './books';
import { part, parts, type Field, type FieldTable } from './field-table';
import type {
  Address,
  Company,
  Order,
  OrderFile,
  OrderLine,
  Party,
  Product,
  SalesCountry,
  StoredDocument,
  VatGroup,
} from './model';

type Read<Row, Value> = (row: Row) => Value;
const text = <Row>(name: string, read: Read<Row, string | null>): Field<Row> => ({
  kind: 'text',
  name,
  read: (row) => {
    const value = read(row);
    return value === '' ? null : value;
  },
});
const whole = <Row>(name: string, read: Read<Row, number | null>): Field<Row> => ({ kind: 'whole', name, read });
const flag = <Row>(name: string, read: Read<Row, boolean>): Field<Row> => ({ kind: 'flag', name, read });
const day = <Row>(name: string, read: Read<Row, string | null>): Field<Row> => ({ kind: 'day', name, read });
const moment = <Row>(name: string, read: Read<Row, number>): Field<Row> => ({ kind: 'moment', name, read });
const money = <Row>(name: string, read: Read<Row, string | null>): Field<Row> => decimalField(name, 2, read);
const price = <Row>(name: string, read: Read<Row, string | null>): Field<Row> => decimalField(name, 5, read);
const empty = <Row>(name: string): Field<Row> => ({ kind: 'json', name, read: () => [] });

function decimalField<Row>(name: string, places: number, read: Read<Row, string | null>): Field<Row> {
  return { kind: 'decimal', name, places, read };
}

const flatAddress = <Row>(read: Read<Row, Address>): FieldTable<Row> => [
  text('Street', (row) => read(row).street),
  text('StreetNumber', (row) => read(row).streetNumber),
  text('Box', (row) => read(row).box),
  text('Zipcode', (row) => read(row).zipcode),
  text('City', (row) => read(row).city),
  text('CountryCode', (row) => read(row).countryCode),
];

interface NamedAddress {
  readonly type: 'InvoiceAddress' | 'DeliveryAddress';
  readonly name: string;
  readonly address: Address;
}
const addressFields: FieldTable<NamedAddress> = [
  text('AddressType', ({ type }) => type),
  text('Name', ({ name }) => name),
  ...flatAddress<NamedAddress>(({ address }) => address),
];

/** Page "Creating Sales Invoices": a delivery address that was not given is the invoice address. */
const addressesOf = (party: Party): readonly NamedAddress[] => [
  { type: 'InvoiceAddress', name: party.name, address: party.address },
  { type: 'DeliveryAddress', name: party.name, address: party.deliveryAddress ?? party.address },
];

/** Belgian company number, ISO 6523 scheme 0208, as e-invoices over Peppol use it. */
const identifierFields: FieldTable<Party> = [
  text('IdentifierType', () => 'CBE'),
  text('Identifier', (party) => party.vatNumber.slice(2)),
  text('SchemeID', () => '0208'),
];
const identifiersOf = (party: Party): readonly Party[] => (party.vatNumber.startsWith('BE') ? [party] : []);

/** The plain fields of a party; its own type is not told inside `CounterParty` of an order. */
const partyCore: FieldTable<Party> = [
  whole('PartyID', (party) => Number(party.id)),
  text('Nr', (party) => party.number),
  text('Name', (party) => party.name),
  text('CommercialName', (party) => party.commercialName),
  parts('Addresses', addressFields, addressesOf),
  ...flatAddress<Party>((party) => party.address),
  text('IBAN', (party) => party.iban),
  text('Mobile', (party) => party.mobile),
  text('Phone', (party) => party.phone),
  text('Email', (party) => party.email),
  text('Website', (party) => party.website),
  text('Contact', (party) => [party.contactFirstName, party.contactLastName].filter((name) => name !== '').join(' ')),
  text('ContactFirstName', (party) => party.contactFirstName),
  text('ContactLastName', (party) => party.contactLastName),
  text('VATNumber', (party) => party.vatNumber),
  moment('LastModified', (party) => party.modifiedAtMs),
  moment('Created', (party) => party.createdAtMs),
  text('PartyType', (party) => party.type),
  flag('VATLiable', (party) => party.vatLiable),
  text('Language', (party) => party.language),
  text('VentilationCode', () => '4'),
  text('ExternalProviderID', (party) => party.externalProviderId),
  empty('CustomFields'),
  empty('BankAccounts'),
  empty('Users'),
  flag('DefaultPaid', () => false),
  text('DisplayName', (party) => (party.commercialName === '' ? party.name : party.commercialName)),
  whole('DefaultExpiryOffset', (party) => party.expiryOffsetDays),
  text('InternalInfo', (party) => party.internalInfo),
  flag('VATDeductable', () => true),
  money('DefaultReductionPercentage', () => '0'),
  parts('Identifiers', identifierFields, identifiersOf),
  flag('SmallEnterprise', () => false),
  text('DefaultCurrencyTC', () => 'EUR'),
  flag('SendUBL', () => true),
  flag('SendPDF', () => true),
];

export const partyFields: FieldTable<Party> = partyCore;

/** Fields of a party in a list, when lists show the bare minimum. */
const THIN_PARTY_FIELDS: ReadonlySet<string> = new Set([
  'PartyID',
  'Nr',
  'Name',
  'DisplayName',
  'VATNumber',
  'PartyType',
  'LastModified',
  'Created',
]);
export const thinPartyFields: FieldTable<Party> = partyCore.filter(({ name }) => THIN_PARTY_FIELDS.has(name));

const withVat = (price: string, percentage: string): string =>
  plain(decimal(price).times(decimal(percentage).div(100).plus(1)));

export const productFields: FieldTable<Product> = [
  whole('ProductID', (product) => Number(product.id)),
  text('Reference', (product) => product.reference),
  text('Description', (product) => product.description),
  price('AmountExcl', (product) => product.salesPrice),
  money('VAT', (product) => product.vatPercentage),
  text('Unit', (product) => product.unit),
  whole('GroupID', (product) => product.groupId),
  text('GroupName', (product) => product.groupName),
  price('AmountIncl', (product) => withVat(product.salesPrice, product.vatPercentage)),
  money('StockQuantity', (product) => product.stock),
  decimalField('MinimumBilledQuantity', 4, () => '0'),
  price('BuyExcl', (product) => product.purchasePrice),
  text('InternalInformation', (product) => product.internalInformation),
  moment('Created', (product) => product.createdAtMs),
  moment('LastModified', (product) => product.modifiedAtMs),
  empty('ChildProducts'),
];

/** Page "Ventilation Codes": 1 for no VAT, 2 low, 3 middle, 4 high. */
const VENTILATION_CODES: Readonly<Record<SalesCountry, Readonly<Record<string, string>>>> = {
  BE: { '6': '2', '12': '3', '21': '4' },
  NL: { '9': '2', '21': '4' },
};
const ventilationCode = (percentage: string, country: SalesCountry): string =>
  VENTILATION_CODES[country][percentage] ?? '1';

const fileFields: FieldTable<OrderFile> = [
  text('FileID', (file) => file.fileId),
  text('FileName', (file) => file.fileName),
];
const listedFileFields = fileFields.filter(({ name }) => name === 'FileID');

const lineFields = (country: SalesCountry): FieldTable<OrderLine> => [
  whole('OrderLineID', (line) => line.id),
  price('Quantity', (line) => line.quantity),
  price('UnitPriceExcl', (line) => line.unitPriceExcl),
  text('Reference', (line) => line.reference),
  text('Description', (line) => line.description),
  money('TotalExcl', (line) => line.totalExcl),
  money('TotalVAT', (line) => line.totalVat),
  money('VATPercentage', (line) => line.vatPercentage),
  text('VentilationCode', (line) => ventilationCode(line.vatPercentage, country)),
  whole('ProductID', (line) => (line.productId === null ? null : Number(line.productId))),
  text('Unit', (line) => line.unit),
  { kind: 'json', name: 'CustomFields', read: () => ({}) },
  flag('InclLeading', (line) => line.unitPriceIncl !== null),
  price('UnitPriceIncl', (line) => line.unitPriceIncl),
  money('TotalIncl', (line) => line.totalIncl),
  money('ReductionPercentage', (line) => line.reductionPercentage),
  text('DescriptionExtended', (line) => line.descriptionExtended),
];

const vatGroupFields = (country: SalesCountry): FieldTable<VatGroup> => [
  text('VentilationCode', (group) => ventilationCode(group.vatPercentage, country)),
  money('VATPercentage', (group) => group.vatPercentage),
  money('TotalExcl', (group) => group.totalExcl),
  money('TotalVAT', (group) => group.totalVat),
  money('TotalIncl', (group) => group.totalIncl),
  money('Mtvh', (group) => group.totalExcl),
  money('FinancialReductionAmount', () => '0'),
];

const DAY_MS = 86_400_000;
const daysOverdue = (order: Order, nowMs: number): number =>
  Math.floor(nowMs / DAY_MS) - Date.parse(`${order.expiryDate}T00:00:00Z`) / DAY_MS;

/** What an order shows depends on its company, on the time, and on whether its PDF is ready. */
export interface OrderSurroundings {
  readonly books: CompanyBooks;
  readonly now: () => number;
  readonly hasPdf: (order: Order) => boolean;
}

/** An order as a list shows it: a summary without lines, files and texts. */
export const listedOrderFields = ({ books, now, hasPdf }: OrderSurroundings): FieldTable<Order> => {
  const { country } = books.company;
  return [
    whole('OrderID', (order) => Number(order.id)),
    whole('CompanyID', () => Number(books.company.id)),
    part('OrderPDF', listedFileFields, (order: Order) => (hasPdf(order) ? order.pdf : null)),
    text('OrderNumber', (order) => order.number),
    part('CounterParty', counterPartySummary, (order: Order) => books.parties.byId(order.customerId)),
    day('OrderDate', (order) => order.orderDate),
    day('ExpiryDate', (order) => order.expiryDate),
    text('OrderType', (order) => order.type),
    moment('LastModified', (order) => order.modifiedAtMs),
    moment('Created', (order) => order.createdAtMs),
    text('OrderDirection', (order) => order.direction),
    text('OrderTitle', (order) => order.title),
    text('VentilationCode', (order) => ventilationCode(order.vatGroups.at(-1)?.vatPercentage ?? '0', country)),
    money('TotalExcl', (order) => order.totalExcl),
    money('TotalIncl', (order) => order.totalIncl),
    money('TotalVAT', (order) => order.totalVat),
    text('Reference', (order) => order.reference),
    text('PaymentReference', (order) => order.paymentReference),
    flag('Paid', (order) => order.paid),
    day('PaidDate', (order) => order.paidDate),
    text('ExternalProvider', (order) => order.externalProvider),
    text('ExternalProviderID', (order) => order.externalProviderId),
    text('Currency', (order) => order.currency),
    flag('IsSent', (order) => order.isSent),
    flag('Invoiced', (order) => order.invoiced),
    whole('RemindersSent', () => 0),
    money('ToPay', (order) => (order.paid ? '0' : order.totalIncl)),
    text('OrderStatus', (order) => order.status),
    text('ApprovalStatus', (order) => order.approvalStatus),
    flag('Overdue', (order) => order.type === 'Invoice' && !order.paid && daysOverdue(order, now()) > 0),
    whole('DaysOverdue', (order) => daysOverdue(order, now())),
    price('FXRateToForeign', () => '1'),
    text('PaymentMethod', (order) => order.paymentMethod),
    day('DeliveryDate', (order) => order.deliveryDate),
    flag('ExportedToConnector', () => false),
    flag('AccountantVerificationNeeded', (order) => order.accountantVerificationNeeded),
  ];
};

const COUNTER_PARTY_SUMMARY: ReadonlySet<string> = new Set(['PartyID', 'Name', 'DisplayName', 'VATNumber']);
const counterPartySummary: FieldTable<Party> = partyCore.filter(({ name }) => COUNTER_PARTY_SUMMARY.has(name));
const counterPartyFields: FieldTable<Party> = partyCore.filter(({ name }) => name !== 'PartyType');

/** An order by itself: everything. */
export const orderFields = (surroundings: OrderSurroundings): FieldTable<Order> => {
  const { books, hasPdf } = surroundings;
  const { country } = books.company;
  const customerOf = (order: Order): Party | null => books.parties.byId(order.customerId);
  const replaced: ReadonlySet<string> = new Set(['OrderPDF', 'CounterParty']);
  return [
    ...listedOrderFields(surroundings).filter(({ name }) => !replaced.has(name)),
    part('OrderPDF', fileFields, (order: Order) => (hasPdf(order) ? order.pdf : null)),
    parts('Attachments', fileFields, (order: Order) => order.attachments),
    part('Customer', partyFields, (order: Order) => (order.direction === 'Income' ? customerOf(order) : null)),
    part('Supplier', ownPartyFields, (order: Order) => (order.direction === 'Income' ? books.company : null)),
    part('CounterParty', counterPartyFields, customerOf),
    parts('OrderLines', lineFields(country), (order: Order) => order.lines),
    parts('VatGroups', vatGroupFields(country), (order: Order) => order.vatGroups),
    money('PaymentDiscountPercentage', () => '0'),
    money('PaymentDiscountAmount', () => '0'),
    empty('Tags'),
    empty('ExternalProviderReferences'),
    text('Comments', (order) => order.comments),
    text('InternalInfo', (order) => order.internalInfo),
    { kind: 'json', name: 'CustomFields', read: () => ({}) },
    day('PeriodFrom', (order) => order.periodFrom),
    day('PeriodTill', (order) => order.periodTill),
    text('PaymentTerms', (order) => order.paymentTerms),
    empty('PaymentLinks'),
    { kind: 'json', name: 'CurrentDocumentDeliveryDetails', read: () => ({ IsDocumentDelivered: false }) },
    empty('Messages'),
  ];
};

/** A company as a party: in accountInformation, and as the supplier of its own invoices. */
export const ownPartyFields: FieldTable<Company> = [
  whole('PartyID', (company) => Number(company.id)),
  text('Name', (company) => company.name),
  text('CommercialName', (company) => company.commercialName),
  ...flatAddress<Company>((company) => company.address),
  text('IBAN', (company) => company.iban),
  text('Phone', (company) => company.phone),
  text('Email', (company) => company.email),
  text('VATNumber', (company) => company.vatNumber),
  moment('LastModified', (company) => company.modifiedAtMs),
  moment('Created', (company) => company.createdAtMs),
  flag('VATLiable', () => true),
  text('Language', () => 'NL'),
  text('DisplayName', (company) => company.commercialName),
  whole('DefaultExpiryOffset', (company) => company.expiryOffsetDays),
  flag('VATDeductable', () => true),
  flag('SmallEnterprise', () => false),
  text('DefaultCurrencyTC', () => 'EUR'),
];

export const accountCompanyFields: FieldTable<Company> = [
  flag('APIAllowed', (company) => company.apiAllowed),
  text('UserLanguage', () => 'NL'),
  ...ownPartyFields,
];

export const documentFields = (companyId: string): FieldTable<StoredDocument> => [
  whole('DocumentID', (document) => Number(document.id)),
  whole('CompanyID', () => Number(companyId)),
  part('File', fileFields, (document: StoredDocument) => document.file),
  text('Name', (document) => document.name),
  text('Description', (document) => document.description),
  day('DocumentDate', (document) => document.documentDate),
  moment('CreationDate', (document) => document.createdAtMs),
  { kind: 'json', name: 'Tags', read: (document) => document.tags },
];
