import type { PracticeAddress } from './addresses';

/** A customer with something that has broken a program before. What is not given is made up. */
export interface NotableCustomer {
  readonly name: string;
  readonly contact?: string;
  readonly address?: Partial<PracticeAddress>;
  readonly belgian?: boolean;
  readonly german?: boolean;
  readonly poBox?: boolean;
  readonly phone?: string;
  readonly email?: string;
  readonly vatNumber?: string;
  readonly creditDays?: number | null;
  readonly inactive?: boolean;
  readonly memo?: string;
  /** Name of the customer that gets the invoices instead. */
  readonly invoiceTo?: string;
}

export const notableCustomers: readonly NotableCustomer[] = [
  { name: "'t Hoekje", contact: 'Wil Aarts', email: 'wil@hoekje.example' },
  { name: 'Öztürk Totaalbouw', contact: 'Mehmet Öztürk' },
  { name: 'Café Zoë', contact: 'Zoë Désirée van Wijk', memo: 'Alleen op maandag en dinsdag langskomen.' },
  { name: 'Stichting Woon- en Zorgcentra Utrechtse Heuvelrug', contact: 'Afdeling Technisch Beheer', poBox: true },
  {
    name: 'Vastgoedbeheer Het Gooi B.V.',
    email: 'techniek@vastgoedhetgooi.example;facturen@vastgoedhetgooi.example;m.bos@vastgoedhetgooi.example',
    poBox: true,
  },
  { name: 'VvE Meander III', address: { postcode: '' }, invoiceTo: 'Vastgoedbeheer Het Gooi B.V.' },
  { name: 'Jansen', address: { street: '', postcode: '', city: '' }, email: '', phone: '' },
  { name: 'Jansen', contact: 'Kees Jansen' },
  { name: 'Dakwerken Peeters & Zonen BV', belgian: true, contact: 'Luc Peeters' },
  { name: 'Brasserie "De Gouden Leeuw"', belgian: true, address: { street: 'Grote Markt 4 bus 12' } },
  { name: 'VME Résidence Côté Jardin', belgian: true },
  { name: 'Bouwbedrijf <Nieuwland> & Co', memo: 'Naam staat zo op de factuur.\nNiet aanpassen.' },
  {
    name: 'Müller Kältetechnik GmbH',
    german: true,
    address: { street: 'Bahnhofstraße 7', postcode: '48143', city: 'Münster' },
  },
  { name: 'Schilderwerken Łukasz Wiśniewski' },
  { name: 'A.B.C. Accountants en Belastingadviseurs Rivierenl', creditDays: null },
  { name: 'Van der Wösten-Ångström Onderhoud' },
  { name: 'Oud-klant Verhuisd', inactive: true, memo: 'Verhuisd naar Groningen.' },
  { name: 'Failliet Bouw B.V.', inactive: true, memo: 'Faillissement uitgesproken 12-03-2023.' },
  { name: 'Autoschade Nijkerk', inactive: true },
  { name: 'Restaurant Nieuw Begin', inactive: true, belgian: true },
  { name: 'Snackbar De Vlam', inactive: true },
  { name: 'Fam. de Oude', inactive: true },
  { name: "Hotel-Restaurant 't Wapen van Amersfoort", phone: '033-4612345 / 06-12345678' },
  { name: 'O’Neill Sports', vatNumber: 'NL004495445B01' },
  { name: 'Kringloopwinkel 100% Hergebruik' },
  { name: 'Gemeente Amersfoort', contact: 'Vakgroep Gebouwen, t.a.v. dhr. Ten Brinke', poBox: true, creditDays: 60 },
];
