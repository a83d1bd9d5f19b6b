import { isObject, ModelReader, type ModelState } from '../../_kit/simulator/model-reader';
import { PARTY_TYPES, type Address, type PartyType } from './model';

interface AddressInput {
  readonly type: string | null;
  readonly address: Address;
}

/** A party as a client wrote it. Null = not given. */
export interface PartyInput {
  readonly id: string | null;
  readonly type: PartyType | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly commercialName: string | null;
  readonly address: Address | null;
  readonly deliveryAddress: Address | null;
  readonly contactFirstName: string | null;
  readonly contactLastName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobile: string | null;
  readonly website: string | null;
  readonly vatNumber: string | null;
  readonly iban: string | null;
  readonly language: string | null;
  readonly vatLiable: boolean | null;
  readonly expiryOffsetDays: number | null;
  readonly internalInfo: string | null;
  readonly externalProviderId: string | null;
}

/** Fields of the vendor's model Party that a write leaves alone here. */
const PASSED_OVER = [
  'BookYearStart',
  'CostCategoryCode',
  'AccountingCostTypeName',
  'BIC',
  'Fax',
  'Contact',
  'PeppolIdentifier',
  'RPR',
  'LastModified',
  'Created',
  'AccountantCode',
  'GLAccountCode',
  'VentilationCode',
  'ExternalProviderTC',
  'CustomFields',
  'BankAccounts',
  'Users',
  'DefaultPaymentMethodTC',
  'DomiciliationMandateID',
  'DomiciliationMandateSigningDate',
  'DefaultPaid',
  'DisplayName',
  'DefaultTransportTypeTC',
  'FinancialReductionPercentageDefault',
  'FinancialReductionDaysDefault',
  'GLDefaultExpiryOffset',
  'Role',
  'VATDeductable',
  'DefaultReductionPercentage',
  'Identifiers',
  'BookCategoryTC',
  'SmallEnterprise',
  'AutoSendInvoiceReminders',
  'DefaultCurrencyTC',
  'Regime',
  'SubRegime',
  'IsHighRisk',
  'SendUBL',
  'SendPDF',
] as const;

/** Binds the body of a party (Party of the Swagger description). */
export function readPartyInput(
  body: unknown,
  refuseUnknown: boolean,
): { readonly input: PartyInput } | { readonly state: ModelState } {
  const state: ModelState = {};
  if (!isObject(body)) {
    return { state: { party: [`Error converting value ${JSON.stringify(body)} to type 'Billit.API.v1.Party'.`] } };
  }
  const reader = new ModelReader(body, 'party', state, refuseUnknown);
  const input = readPartyModel(reader);
  reader.noteUnknown();
  return Object.keys(state).length > 0 ? { state } : { input };
}

/** Reads a party that stands by itself, or inside an order as `Customer`. */
export function readPartyModel(reader: ModelReader): PartyInput {
  reader.skip(...PASSED_OVER);
  const addresses = reader.list('Addresses', (item): AddressInput => {
    item.skip('Tav', 'Name', 'Phone');
    return { type: item.text('AddressType'), address: readAddress(item) };
  });
  const flat = readAddress(reader);
  const id = reader.whole('PartyID');
  return {
    id: id === null || id === 0 ? null : String(id),
    type: reader.choice('PartyType', PARTY_TYPES),
    number: reader.text('Nr'),
    name: reader.text('Name'),
    commercialName: reader.text('CommercialName'),
    address: addressOf(addresses, 'InvoiceAddress') ?? (isEmpty(flat) ? null : flat),
    deliveryAddress: addressOf(addresses, 'DeliveryAddress'),
    contactFirstName: reader.text('ContactFirstName'),
    contactLastName: reader.text('ContactLastName'),
    email: reader.text('Email'),
    phone: reader.text('Phone'),
    mobile: reader.text('Mobile'),
    website: reader.text('Website'),
    vatNumber: reader.text('VATNumber'),
    iban: reader.text('IBAN'),
    language: reader.text('Language'),
    vatLiable: reader.flag('VATLiable'),
    expiryOffsetDays: reader.whole('DefaultExpiryOffset'),
    internalInfo: reader.text('InternalInfo'),
    externalProviderId: reader.text('ExternalProviderID'),
  };
}

const readAddress = (reader: ModelReader): Address => ({
  street: reader.text('Street') ?? '',
  streetNumber: reader.text('StreetNumber') ?? '',
  box: reader.text('Box') ?? '',
  zipcode: reader.text('Zipcode') ?? '',
  city: reader.text('City') ?? '',
  countryCode: reader.text('CountryCode') ?? '',
});

const isEmpty = (address: Address): boolean => Object.values(address).every((text) => text === '');

const addressOf = (addresses: readonly AddressInput[], wanted: string): Address | null =>
  addresses.find(({ type }) => type === wanted)?.address ?? null;
