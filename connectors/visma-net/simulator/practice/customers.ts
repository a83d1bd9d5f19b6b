import { dutchAddress } from '../../../_kit/simulator/practice/addresses';
import { practiceCustomers as neutralCustomers, type PracticeParty } from '../../../_kit/simulator/practice/customers';
import { practiceChangeMs } from '../../../_kit/simulator/practice/moments';
import { DUTCH_TOWNS } from '../../../_kit/simulator/practice/places';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Customer, CustomerStatus } from '../model';
import { toPlace, type NextId } from './places';

const FIRST_CUSTOMER_NUMBER = 10001;
/** Share of the customers whose goods go to another address than their own. */
const DELIVERY_SHARE = 0.12;
/** Statuses that only some notable customers have, by name. */
const STATUSES: Readonly<Record<string, CustomerStatus>> = {
  'VME Résidence Côté Jardin': 'CreditHold',
  'Restaurant Nieuw Begin': 'OnHold',
  "Hotel-Restaurant 't Wapen van Amersfoort": 'OneTime',
};

export interface CustomerPlan {
  readonly customers: number;
  readonly withNotable: boolean;
}

/** The customers of the practice company; the notable ones have delivery locations and every status. */
export function practiceCustomers(random: SeededRandom, plan: CustomerPlan, nextId: NextId): Customer[] {
  const parties = neutralCustomers(random, { ...plan, firstCode: FIRST_CUSTOMER_NUMBER });
  const customers = parties.map((party) => toCustomer(random, party, plan.withNotable, nextId));
  return customers.map((customer, index) => {
    const invoiceTo = parties[index]?.invoiceTo ?? null;
    const parent = invoiceTo === null ? undefined : customers.find((candidate) => candidate.name === invoiceTo);
    return parent === undefined ? customer : { ...customer, parentId: parent.id };
  });
}

function toCustomer(random: SeededRandom, party: PracticeParty, withNotable: boolean, nextId: NextId): Customer {
  const internalId = nextId();
  const foreign = party.address.country !== 'NL';
  const delivers = random.chance(DELIVERY_SHARE);
  const deliveryAddress = dutchAddress(random, random.pick(DUTCH_TOWNS), party.address.contact);
  const modifiedMs = practiceChangeMs(random);
  return {
    id: String(internalId),
    internalId,
    number: String(party.code),
    name: party.name,
    status: party.inactive && STATUSES[party.name] === undefined ? 'Inactive' : (STATUSES[party.name] ?? 'Active'),
    main: toPlace(party, party.address, nextId),
    invoice: party.postalAddress === null ? null : toPlace(party, party.postalAddress, nextId),
    delivery: delivers ? toPlace(party, deliveryAddress, nextId) : null,
    locations: withNotable && party.name === 'Gemeente Amersfoort' ? locationsOf(random, party, nextId) : [],
    accountReference: '',
    corporateId: party.chamberOfCommerceNumber,
    vatRegistrationId: party.vatNumber,
    gln: '',
    customerClassId: party.vatNumber === '' && party.chamberOfCommerceNumber === '' ? 'PART' : 'ZAKELIJK',
    creditTermsId: String(party.creditDays ?? 30),
    currencyId: 'EUR',
    vatZoneId: foreign ? 'EU' : 'NL',
    priceClassId: '',
    parentId: null,
    attributes: [],
    note: party.memo,
    createdMs: Math.min(modifiedMs, practiceChangeMs(random)),
    modifiedMs,
  };
}

const locationsOf = (random: SeededRandom, party: PracticeParty, nextId: NextId): Customer['locations'] =>
  [
    ['STADHUIS', 'Stadhuis', true],
    ['GYMZAAL', 'Gymzaal Kruiskamp', true],
    ['OUDSCHOOL', 'Oude school (gesloten)', false],
  ].map(([id, name, active]) => ({
    ...toPlace(party, dutchAddress(random, DUTCH_TOWNS[0], ''), nextId),
    id: String(id),
    name: String(name),
    active: active === true,
  }));
