import type { SeededRandom } from '../../../_kit/simulator/random';
import type { Address, Relation, RelationKind } from '../model';
import { notableRelations, type NotableRelation } from './notable-relations';
import { FIRM_PATTERNS, FIRST_NAMES, INSTITUTION_NAMES, INSTITUTION_PATTERNS, SUPPLIER_NAMES, SURNAMES } from './names';
import { belgianVatNumber, dutchIban, dutchVatNumber } from './numbers';
import { BELGIAN_TOWNS, DUTCH_TOWNS, STREETS } from './places';
import { practiceStamp } from './stamps';

const MAXIMUM_NAME = 50;
const FIRST_CUSTOMER_CODE = 10001;
const FIRST_SUPPLIER_CODE = 60001;

/** Ids of the countries that occur, by ISO code. */
export type CountryIds = Readonly<Record<'NL' | 'BE' | 'DE', string>>;

/** How many customers of each sort; the practice books have all sorts, exact sizes have plain customers only. */
export interface RelationPlan {
  readonly customers: number;
  readonly withNotable: boolean;
  readonly suppliers: number;
  readonly ownName: string;
}

/** The relations of an administration: its own, notable customers, generated customers, suppliers. */
export function practiceRelations(random: SeededRandom, plan: RelationPlan, countries: CountryIds): Relation[] {
  const relations: Relation[] = [ownRelation(random, plan.ownName, countries)];
  const notable = plan.withNotable ? notableRelations.slice(0, plan.customers) : [];
  for (const [index, wish] of notable.entries()) {
    relations.push(notableRelation(random, wish, FIRST_CUSTOMER_CODE + index, countries));
  }
  for (let index = notable.length; index < plan.customers; index += 1) {
    relations.push(customer(random, FIRST_CUSTOMER_CODE + index, countries));
  }
  for (let index = 0; index < plan.suppliers; index += 1) {
    const name = SUPPLIER_NAMES[index % SUPPLIER_NAMES.length] ?? 'Leverancier';
    relations.push(firm(random, FIRST_SUPPLIER_CODE + index, name, ['Leverancier'], countries));
  }
  const invoiced = relations.find((relation) => relation.name.startsWith('Vastgoedbeheer'));
  return relations.map((relation) =>
    relation.name === 'VvE Meander III' && invoiced ? { ...relation, invoiceRelationId: invoiced.id } : relation,
  );
}

function ownRelation(random: SeededRandom, name: string, countries: CountryIds): Relation {
  return firm(random, 1, name, ['Eigen'], countries);
}

function customer(random: SeededRandom, code: number, countries: CountryIds): Relation {
  const sort = random.fraction();
  if (sort < 0.45) return person(random, code, countries);
  const name =
    sort < 0.85
      ? random.pick(FIRM_PATTERNS).replace('{}', capitalised(random.pick(SURNAMES)))
      : random.pick(INSTITUTION_PATTERNS).replace('{}', random.pick(INSTITUTION_NAMES));
  return firm(random, code, name, ['Klant'], countries);
}

function person(random: SeededRandom, code: number, countries: CountryIds): Relation {
  const surname = random.pick(SURNAMES);
  const first = random.pick(FIRST_NAMES);
  const form = random.fraction();
  const name =
    form < 0.3
      ? `Fam. ${surname}`
      : form < 0.6
        ? `${first.charAt(0)}.${random.text(1, 'ABCDEGHJKLMPRSTW')}. ${surname}`
        : `${first} ${surname}`;
  const town = random.pick(DUTCH_TOWNS);
  return {
    ...blank(random, code, ['Klant']),
    name: name.slice(0, MAXIMUM_NAME),
    address: dutchAddress(random, town, '', countries),
    phone: random.chance(0.3) ? phone(random, town[3]) : '',
    mobile: random.chance(0.8) ? mobile(random) : '',
    email: random.chance(0.8) ? `${slug(first)}.${slug(surname)}@mail.example` : '',
    creditDays: 14,
  };
}

function firm(
  random: SeededRandom,
  code: number,
  name: string,
  kinds: readonly RelationKind[],
  countries: CountryIds,
): Relation {
  const contact = random.chance(0.6) ? `${random.pick(FIRST_NAMES)} ${random.pick(SURNAMES)}` : '';
  const belgian = kinds[0] === 'Klant' && random.chance(0.05);
  const town = random.pick(DUTCH_TOWNS);
  const domain = `${slug(name) || 'bedrijf'}.example`;
  return {
    ...blank(random, code, kinds),
    name: name.slice(0, MAXIMUM_NAME),
    address: belgian ? belgianAddress(random, contact, countries) : dutchAddress(random, town, contact, countries),
    postalAddress: random.chance(0.1) && !belgian ? poBox(random, town, countries) : null,
    phone: belgian ? `+32 ${random.whole(3, 9)} ${random.digits(3)} ${random.digits(4)}` : phone(random, town[3]),
    mobile: random.chance(0.3) ? mobile(random) : '',
    email: random.chance(0.2) ? `info@${domain};administratie@${domain}` : `info@${domain}`,
    vatNumber: belgian ? belgianVatNumber(random) : dutchVatNumber(random),
    chamberOfCommerceNumber: belgian ? '' : random.digits(8),
    website: random.chance(0.3) ? `https://www.${domain}` : '',
    iban: random.chance(0.5) && !belgian ? dutchIban(random) : '',
    creditDays: random.pick([14, 30, 30, 60]),
  };
}

function notableRelation(random: SeededRandom, wish: NotableRelation, code: number, countries: CountryIds): Relation {
  const town = random.pick(DUTCH_TOWNS);
  const address = wish.belgian
    ? belgianAddress(random, wish.contact ?? '', countries)
    : dutchAddress(random, town, wish.contact ?? '', countries);
  return {
    ...blank(random, code, wish.kinds ?? ['Klant']),
    name: wish.name,
    address: { ...address, ...wish.address, ...(wish.german ? { countryId: countries.DE } : {}) },
    postalAddress: wish.poBox ? poBox(random, town, countries) : null,
    phone: wish.phone ?? phone(random, town[3]),
    mobile: mobile(random),
    email: wish.email ?? `info@${slug(wish.name)}.example`,
    vatNumber: wish.vatNumber ?? (wish.belgian ? belgianVatNumber(random) : ''),
    creditDays: wish.creditDays === undefined ? 30 : wish.creditDays,
    inactive: wish.inactive ?? false,
    memo: wish.memo ?? '',
  };
}

function blank(random: SeededRandom, code: number, kinds: readonly RelationKind[]): Relation {
  return {
    id: random.uuid(),
    code,
    kinds,
    name: '',
    address: { contact: '', street: '', postcode: '', city: '', countryId: null },
    postalAddress: null,
    phone: '',
    mobile: '',
    email: '',
    vatNumber: '',
    chamberOfCommerceNumber: '',
    website: '',
    iban: '',
    creditDays: null,
    inactive: false,
    memo: '',
    invoiceRelationId: null,
    modified: practiceStamp(random),
  };
}

function dutchAddress(
  random: SeededRandom,
  town: (typeof DUTCH_TOWNS)[number],
  contact: string,
  countries: CountryIds,
): Address {
  const missing = random.chance(0.03);
  const addition = random.chance(0.15) ? random.pick([' a', ' B', '-2', ' bis', ' hs']) : '';
  return {
    contact,
    street: missing ? '' : `${random.pick(STREETS)} ${random.whole(1, 240)}${addition}`,
    postcode: missing || random.chance(0.02) ? '' : dutchPostcode(random, town),
    city: missing && random.chance(0.5) ? '' : town[0],
    countryId: countries.NL,
  };
}

function dutchPostcode(random: SeededRandom, town: (typeof DUTCH_TOWNS)[number]): string {
  const letters = `${random.text(1, 'ABCDEGHJKLMNPRTVWXZ')}${random.text(1, 'ABCEGHJKLMNPRTVWXZ')}`;
  return `${random.whole(town[1], town[2])} ${letters}`;
}

function belgianAddress(random: SeededRandom, contact: string, countries: CountryIds): Address {
  const town = random.pick(BELGIAN_TOWNS);
  const box = random.chance(0.4) ? ` bus ${random.whole(1, 12)}` : '';
  return {
    contact,
    street: `${random.pick(['Stationsstraat', 'Kerkstraat', 'Nieuwstraat', 'Grote Baan'])} ${random.whole(1, 180)}${box}`,
    postcode: town[1],
    city: town[0],
    countryId: countries.BE,
  };
}

function poBox(random: SeededRandom, town: (typeof DUTCH_TOWNS)[number], countries: CountryIds): Address {
  return {
    contact: 'Crediteurenadministratie',
    street: `Postbus ${random.whole(10, 9999)}`,
    postcode: dutchPostcode(random, town),
    city: town[0],
    countryId: countries.NL,
  };
}

const phone = (random: SeededRandom, areaCode: string): string => `${areaCode}-${random.digits(10 - areaCode.length)}`;
const mobile = (random: SeededRandom): string => `06-${random.digits(8)}`;
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll(/[^a-z0-9]/g, '');
