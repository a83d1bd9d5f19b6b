import type { PracticeAddress } from '../../../_kit/simulator/practice/addresses';
import { practiceCustomers, practiceFirm, type PracticeParty } from '../../../_kit/simulator/practice/customers';
import { practiceChangeMs } from '../../../_kit/simulator/practice/moments';
import { SUPPLIER_NAMES } from '../../../_kit/simulator/practice/names';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Address, Party, PartyType } from '../model';
import { sqlDateTimeMs } from '../sql-date-time';

const FIRST_CUSTOMER_NUMBER = 10001;
const FIRST_SUPPLIER_NUMBER = 60001;

/** With `withNotable` the customers begin with those that have broken programs before, some of them not active. */
export interface PartyPlan {
  readonly customers: number;
  readonly withNotable: boolean;
  readonly suppliers: number;
}

/** The customers and suppliers of the practice books as Billit holds them. */
export function practiceParties(random: SeededRandom, plan: PartyPlan, takeId: () => string): Party[] {
  const customers = practiceCustomers(random, { ...plan, firstCode: FIRST_CUSTOMER_NUMBER });
  const suppliers = Array.from({ length: plan.suppliers }, (_, index) => {
    const name = SUPPLIER_NAMES[index % SUPPLIER_NAMES.length] ?? 'Leverancier';
    return practiceFirm(random, FIRST_SUPPLIER_NUMBER + index, name, false);
  });
  return [
    ...customers.map((party) => toParty(random, party, 'Customer', takeId())),
    ...suppliers.map((party) => toParty(random, party, 'Supplier', takeId())),
  ];
}

function toParty(random: SeededRandom, party: PracticeParty, type: PartyType, id: string): Party {
  const modifiedAtMs = sqlDateTimeMs(practiceChangeMs(random));
  const [contactFirstName = '', ...contactLastName] = party.address.contact.split(' ');
  return {
    id,
    type,
    // Some offices leave customer numbers out for private persons.
    number: party.vatNumber === '' && random.chance(0.1) ? '' : String(party.code),
    name: party.name,
    commercialName: '',
    address: toAddress(party.address),
    deliveryAddress: party.postalAddress === null ? null : toAddress(party.postalAddress),
    contactFirstName,
    contactLastName: contactLastName.join(' '),
    email: party.email,
    phone: party.phone,
    mobile: party.mobile,
    website: party.website,
    vatNumber: party.vatNumber,
    iban: party.iban,
    language: party.address.country === 'DE' ? 'DE' : 'NL',
    vatLiable: party.vatNumber !== '',
    expiryOffsetDays: party.creditDays,
    internalInfo: party.memo,
    externalProviderId: '',
    inactive: party.inactive,
    createdAtMs: sqlDateTimeMs(random.whole(CREATED_FROM_MS, modifiedAtMs)),
    modifiedAtMs,
  };
}

const CREATED_FROM_MS = Date.UTC(2021, 0, 4, 7, 0);

const STREET_PARTS = /^(.*?)\s+(\d+(?:[ -]?(?!bus\b)[A-Za-z0-9]{1,3})?)(?:\s+bus\s+(\S+))?$/;

/** The vendor keeps street, number and box apart. */
export function toAddress({ street, postcode, city, country }: PracticeAddress): Address {
  const [, name = street, streetNumber = '', box = ''] = STREET_PARTS.exec(street) ?? [];
  return { street: name, streetNumber, box, zipcode: postcode, city, countryCode: country };
}
