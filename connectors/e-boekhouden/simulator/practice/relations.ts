import type { PracticeAddress, PracticeCountry } from '../../../_kit/simulator/practice/addresses';
import { practiceCustomers, type PracticeParty } from '../../../_kit/simulator/practice/customers';
import { practiceChangeMs } from '../../../_kit/simulator/practice/moments';
import type { PracticePlan } from '../../../_kit/simulator/practice/plan';
import { practiceSuppliers } from '../../../_kit/simulator/practice/suppliers';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Address, Relation } from '../model';

const FIRST_CUSTOMER_CODE = 10001;
const FIRST_SUPPLIER_CODE = 60001;
const MAXIMUM_WEBSITE = 50;
/** The firm of the practice books gives persons two weeks and firms without VAT number a month. */
const PRIVATE_TERM_DAYS = 14;

/** Codes as they are in administrations that grew: letters, leading zeros, and one that was never filled in. */
const NOTABLE_CODES: Readonly<Record<string, string>> = {
  "'t Hoekje": 'R0001',
  'Café Zoë': '000123',
  'VvE Meander III': 'vve-meander-iii',
  'Kringloopwinkel 100% Hergebruik': '',
};

const COUNTRY_NAMES: Readonly<Record<PracticeCountry, string>> = { NL: 'Nederland', BE: 'België', DE: 'Duitsland' };

/** Customers, then suppliers: e-Boekhouden has one list of relations and SOAP does not tell them apart. */
export function practiceRelations(random: SeededRandom, plan: PracticePlan, takeId: () => string): Relation[] {
  const parties = [
    ...practiceCustomers(random, { ...plan, firstCode: FIRST_CUSTOMER_CODE }),
    ...practiceSuppliers(random, plan.suppliers, FIRST_SUPPLIER_CODE),
  ];
  return parties.map((party) => toRelation(random, party, takeId()));
}

function toRelation(random: SeededRandom, party: PracticeParty, id: string): Relation {
  const isPrivate = party.vatNumber === '' && party.creditDays === PRIVATE_TERM_DAYS;
  return {
    id,
    addedOn: new Date(practiceChangeMs(random)).toISOString().slice(0, 10),
    code: NOTABLE_CODES[party.name] ?? String(party.code),
    company: party.name,
    contact: party.address.contact,
    gender: isPrivate ? random.pick(['m', 'v', '']) : '',
    address: toAddress(random, party.address),
    postalAddress: party.postalAddress === null ? NO_ADDRESS : toAddress(random, party.postalAddress),
    phone: party.phone,
    mobile: party.mobile,
    email: party.email,
    website: party.website.length > MAXIMUM_WEBSITE ? '' : party.website,
    note: party.memo,
    vatNumber: party.vatNumber,
    chamberOfCommerceNumber: party.chamberOfCommerceNumber,
    salutation: '',
    iban: party.iban,
    kind: isPrivate ? 'P' : 'B',
    inactive: party.inactive,
  };
}

export const NO_ADDRESS: Address = { street: '', postcode: '', city: '', country: '' };

/** Many offices leave the country empty when it is their own. */
const toAddress = (random: SeededRandom, address: PracticeAddress): Address => ({
  street: address.street,
  postcode: address.postcode,
  city: address.city,
  country: address.country === 'NL' && random.chance(0.4) ? '' : COUNTRY_NAMES[address.country],
});
