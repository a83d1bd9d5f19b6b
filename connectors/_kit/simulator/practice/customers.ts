import type { SeededRandom } from '../random';
import { belgianAddress, dutchAddress, poBox, type PracticeAddress } from './addresses';
import { FIRM_PATTERNS, FIRST_NAMES, INSTITUTION_NAMES, INSTITUTION_PATTERNS, SURNAMES } from './names';
import { notableCustomers, type NotableCustomer } from './notable-customers';
import { belgianVatNumber, dutchIban, dutchVatNumber } from './numbers';
import { DUTCH_TOWNS } from './places';

/** A person or firm of the practice books, in no vendor's terms. Empty text = not filled in. */
export interface PracticeParty {
  /** Counts up from the first customer. */
  readonly code: number;
  /** At most 50 characters. */
  readonly name: string;
  readonly address: PracticeAddress;
  readonly postalAddress: PracticeAddress | null;
  readonly phone: string;
  readonly mobile: string;
  /** May hold several addresses with semicolons between them. */
  readonly email: string;
  readonly vatNumber: string;
  readonly chamberOfCommerceNumber: string;
  readonly website: string;
  readonly iban: string;
  readonly creditDays: number | null;
  readonly inactive: boolean;
  readonly memo: string;
  /** Name of the customer that gets the invoices instead. */
  readonly invoiceTo: string | null;
}

/** With `withNotable` the customers begin with those that have broken programs before, some of them not active. */
export interface CustomerPlan {
  readonly customers: number;
  readonly withNotable: boolean;
  readonly firstCode: number;
}

const MAXIMUM_NAME = 50;

/** The customers of an installer: persons, firms and institutions, and the notable ones first. */
export function practiceCustomers(random: SeededRandom, plan: CustomerPlan): PracticeParty[] {
  const notable = plan.withNotable ? notableCustomers.slice(0, plan.customers) : [];
  const customers = notable.map((wish, index) => notableCustomer(random, wish, plan.firstCode + index));
  while (customers.length < plan.customers) customers.push(customer(random, plan.firstCode + customers.length));
  return customers;
}

/** A firm of this name; one in twenty is Belgian when it may be. */
export function practiceFirm(random: SeededRandom, code: number, name: string, mayBeBelgian: boolean): PracticeParty {
  const contact = random.chance(0.6) ? `${random.pick(FIRST_NAMES)} ${random.pick(SURNAMES)}` : '';
  const belgian = mayBeBelgian && random.chance(0.05);
  const town = random.pick(DUTCH_TOWNS);
  const domain = `${slug(name) || 'bedrijf'}.example`;
  return {
    ...blank(code),
    name: name.slice(0, MAXIMUM_NAME),
    address: belgian ? belgianAddress(random, contact) : dutchAddress(random, town, contact),
    postalAddress: random.chance(0.1) && !belgian ? poBox(random, town) : null,
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

function customer(random: SeededRandom, code: number): PracticeParty {
  const sort = random.fraction();
  if (sort < 0.45) return person(random, code);
  const name =
    sort < 0.85
      ? random.pick(FIRM_PATTERNS).replace('{}', capitalised(random.pick(SURNAMES)))
      : random.pick(INSTITUTION_PATTERNS).replace('{}', random.pick(INSTITUTION_NAMES));
  return practiceFirm(random, code, name, true);
}

function person(random: SeededRandom, code: number): PracticeParty {
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
    ...blank(code),
    name: name.slice(0, MAXIMUM_NAME),
    address: dutchAddress(random, town, ''),
    phone: random.chance(0.3) ? phone(random, town[3]) : '',
    mobile: random.chance(0.8) ? mobile(random) : '',
    email: random.chance(0.8) ? `${slug(first)}.${slug(surname)}@mail.example` : '',
    creditDays: 14,
  };
}

function notableCustomer(random: SeededRandom, wish: NotableCustomer, code: number): PracticeParty {
  const town = random.pick(DUTCH_TOWNS);
  const address = wish.belgian
    ? belgianAddress(random, wish.contact ?? '')
    : dutchAddress(random, town, wish.contact ?? '');
  return {
    ...blank(code),
    name: wish.name,
    address: { ...address, ...wish.address, ...(wish.german ? { country: 'DE' } : {}) },
    postalAddress: wish.poBox ? poBox(random, town) : null,
    phone: wish.phone ?? phone(random, town[3]),
    mobile: mobile(random),
    email: wish.email ?? `info@${slug(wish.name)}.example`,
    vatNumber: wish.vatNumber ?? (wish.belgian ? belgianVatNumber(random) : ''),
    creditDays: wish.creditDays === undefined ? 30 : wish.creditDays,
    inactive: wish.inactive ?? false,
    memo: wish.memo ?? '',
    invoiceTo: wish.invoiceTo ?? null,
  };
}

const blank = (code: number): PracticeParty => ({
  code,
  name: '',
  address: { contact: '', street: '', postcode: '', city: '', country: 'NL' },
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
  invoiceTo: null,
});

const phone = (random: SeededRandom, areaCode: string): string => `${areaCode}-${random.digits(10 - areaCode.length)}`;
const mobile = (random: SeededRandom): string => `06-${random.digits(8)}`;
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll(/[^a-z0-9]/g, '');
