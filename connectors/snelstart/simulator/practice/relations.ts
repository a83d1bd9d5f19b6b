import type { PracticeAddress, PracticeCountry } from '../../../_kit/simulator/practice/addresses';
import { practiceCustomers, practiceFirm, type PracticeParty } from '../../../_kit/simulator/practice/customers';
import { practiceSuppliers } from '../../../_kit/simulator/practice/suppliers';
import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Address, Relation, RelationKind } from '../model';
import { practiceStamp } from './stamps';

const FIRST_CUSTOMER_CODE = 10001;
const FIRST_SUPPLIER_CODE = 60001;

/** Ids of the countries that occur, by ISO code. */
export type CountryIds = Readonly<Record<PracticeCountry, string>>;

/** How many customers of each sort; the practice books have all sorts, exact sizes have plain customers only. */
export interface RelationPlan {
  readonly customers: number;
  readonly withNotable: boolean;
  readonly suppliers: number;
  readonly ownName: string;
}

/** The relations of an administration: its own, notable customers, generated customers, suppliers. */
export function practiceRelations(random: SeededRandom, plan: RelationPlan, countries: CountryIds): Relation[] {
  const relation = (party: PracticeParty, kind: RelationKind): Relation => toRelation(random, party, kind, countries);
  const own = relation(practiceFirm(random, 1, plan.ownName, false), 'Eigen');
  const parties = practiceCustomers(random, { ...plan, firstCode: FIRST_CUSTOMER_CODE });
  const customers = parties.map((party) => relation(party, 'Klant'));
  const suppliers = practiceSuppliers(random, plan.suppliers, FIRST_SUPPLIER_CODE).map((party) =>
    relation(party, 'Leverancier'),
  );
  const invoiced = customers.map((customer, index) => {
    const invoiceTo = parties[index]?.invoiceTo;
    const other = invoiceTo === null ? undefined : customers.find((candidate) => candidate.name === invoiceTo);
    return other === undefined ? customer : { ...customer, invoiceRelationId: other.id };
  });
  return [own, ...invoiced, ...suppliers];
}

function toRelation(random: SeededRandom, party: PracticeParty, kind: RelationKind, countries: CountryIds): Relation {
  const toAddress = ({ country, ...address }: PracticeAddress): Address => ({
    ...address,
    countryId: countries[country],
  });
  return {
    id: random.uuid(),
    code: party.code,
    kinds: [kind],
    name: party.name,
    address: toAddress(party.address),
    postalAddress: party.postalAddress === null ? null : toAddress(party.postalAddress),
    phone: party.phone,
    mobile: party.mobile,
    email: party.email,
    vatNumber: party.vatNumber,
    chamberOfCommerceNumber: party.chamberOfCommerceNumber,
    website: party.website,
    iban: party.iban,
    creditDays: party.creditDays,
    inactive: party.inactive,
    memo: party.memo,
    invoiceRelationId: null,
    modified: practiceStamp(random),
  };
}
