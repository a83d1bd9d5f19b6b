import { dutchAddress, type PracticeAddress } from '../../../_kit/simulator/practice/addresses';
import { practiceCustomers, practiceFirm, type PracticeParty } from '../../../_kit/simulator/practice/customers';
import { SUPPLIER_NAMES } from '../../../_kit/simulator/practice/names';
import { DUTCH_TOWNS } from '../../../_kit/simulator/practice/places';
import type { SeededRandom } from '../../../_kit/simulator/random';
import { padCode } from '../master-entry';
import type { AccountValues, AddressValues, Row, Values } from '../model';
import { ABROAD_VAT_CODE } from './fixed-tables';
import { RowMaker } from './row-maker';

const FIRST_CUSTOMER_CODE = 10001;
const FIRST_PROSPECT_CODE = 50001;
const FIRST_SUPPLIER_CODE = 60001;
const PROSPECT_NAMES = ['Hotel De Veluwe B.V.', 'Bakkerij Van Rooij', 'VvE Parkzicht', 'Zorggroep Eemland'] as const;

const VISIT = 1;
const POSTAL = 2;
const DELIVERY = 4;

export interface RelationPlan {
  readonly customers: number;
  readonly withNotable: boolean;
  readonly suppliers: number;
  readonly prospects: number;
}

export interface PracticeRelations {
  readonly accounts: readonly Row<AccountValues>[];
  readonly addresses: readonly Row<AddressValues>[];
  readonly contacts: readonly Row[];
}

/** Customers, prospects and suppliers with their addresses and contacts. */
export function practiceRelations(random: SeededRandom, plan: RelationPlan): PracticeRelations {
  const maker = new RowMaker(random);
  const parties = practiceCustomers(random, { ...plan, firstCode: FIRST_CUSTOMER_CODE });
  const customers = parties.map((party) => maker.row(accountOf(party, 'C', false)));
  const ended = endThose(customers, parties);
  const invoiced = ended.map((account, index) => {
    const invoiceTo = parties[index]?.invoiceTo;
    const other = invoiceTo === null ? undefined : ended.find(({ values }) => values.Name === invoiceTo);
    return other === undefined ? account : { ...account, values: { ...account.values, InvoiceAccount: other.id } };
  });
  const others = [
    ...firms(random, PROSPECT_NAMES.slice(0, plan.prospects), FIRST_PROSPECT_CODE).map(
      (party) => [party, 'P', false] as const,
    ),
    ...firms(random, SUPPLIER_NAMES.slice(0, plan.suppliers), FIRST_SUPPLIER_CODE).map(
      (party) => [party, null, true] as const,
    ),
  ].map(([party, status, isSupplier]) => ({ party, account: maker.row(accountOf(party, status, isSupplier)) }));

  const accounts = [...invoiced, ...others.map(({ account }) => account)];
  const allParties = [...parties, ...others.map(({ party }) => party)];
  const contacts: Row[] = [];
  const addresses: Row<AddressValues>[] = [];
  const withContacts = accounts.map((account, index) => {
    const party = allParties[index];
    if (party === undefined) return account;
    addresses.push(...addressesOf(random, maker, account.id, party));
    const contact = contactOf(maker, account.id, party);
    if (contact === null) return account;
    contacts.push(contact);
    return { ...account, values: { ...account.values, MainContact: contact.id } };
  });
  return { accounts: withContacts, addresses, contacts };
}

const firms = (random: SeededRandom, names: readonly string[], firstCode: number): PracticeParty[] =>
  names.map((name, index) => practiceFirm(random, firstCode + index, name, false));

function accountOf(party: PracticeParty, status: string | null, isSupplier: boolean): AccountValues {
  return {
    Code: padCode(party.code),
    Name: party.name,
    Status: status,
    IsSupplier: isSupplier,
    Blocked: false,
    StartDate: '2021-01-04T00:00:00',
    EndDate: null,
    InvoiceAccount: null,
    SalesVATCode: party.address.country === 'NL' ? null : ABROAD_VAT_CODE,
    PaymentConditionSales: party.creditDays === null ? null : String(party.creditDays),
    ...addressFields(party.address),
    Phone: filled(party.phone),
    Email: filled(party.email),
    Website: filled(party.website),
    VATNumber: filled(party.vatNumber),
    ChamberOfCommerce: filled(party.chamberOfCommerceNumber),
    Remarks: filled(party.memo),
    SearchCode: filled(party.name.slice(0, 10).toUpperCase()),
    Language: 'NL',
    SalesCurrency: 'EUR',
    DiscountSales: '0',
  };
}

/** The customers that are not active, in each of the ways in which the vendor shows it. */
function endThose(customers: readonly Row<AccountValues>[], parties: readonly PracticeParty[]): Row<AccountValues>[] {
  const ways: readonly Partial<AccountValues>[] = [
    { EndDate: '2023-12-31T00:00:00' },
    { Blocked: true },
    { Status: 'A' },
  ];
  let ended = 0;
  return customers.map((customer, index) => {
    if (parties[index]?.inactive !== true) return customer;
    const change = ways[ended % ways.length];
    ended += 1;
    return { ...customer, values: { ...customer.values, ...change } };
  });
}

function addressesOf(
  random: SeededRandom,
  maker: RowMaker,
  Account: string,
  { address, postalAddress }: PracticeParty,
): Row<AddressValues>[] {
  const row = (Type: number, of: PracticeAddress, Main: boolean): Row<AddressValues> =>
    maker.row({ Account, Type, Main, ...addressFields(of) });
  const deliveries = random.chance(0.12) ? random.whole(1, 3) : 0;
  return [
    row(VISIT, address, true),
    ...(postalAddress === null ? [] : [row(POSTAL, postalAddress, true)]),
    ...Array.from({ length: deliveries }, (_, index) =>
      row(DELIVERY, dutchAddress(random, random.pick(DUTCH_TOWNS), ''), index === 0),
    ),
  ];
}

function contactOf(maker: RowMaker, Account: string, { address, mobile }: PracticeParty): Row | null {
  if (address.contact === '') return null;
  const [FirstName = '', ...rest] = address.contact.split(' ');
  return maker.row({
    Account,
    FirstName,
    LastName: filled(rest.join(' ')),
    BusinessMobile: filled(mobile),
    IsMainContact: true,
  });
}

/** The vendor pads country codes to three characters. */
const addressFields = ({ street, postcode, city, country }: PracticeAddress): Values => ({
  AddressLine1: filled(street),
  Postcode: filled(postcode),
  City: filled(city),
  Country: country.padEnd(3),
});

const filled = (text: string): string | null => (text === '' ? null : text);
