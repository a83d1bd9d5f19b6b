import type { SeededRandom } from '../random';
import { BELGIAN_TOWNS, STREETS, type DUTCH_TOWNS } from './places';

export type PracticeCountry = 'NL' | 'BE' | 'DE';

/** An address of the practice books, in no vendor's terms. Empty text = not filled in. */
export interface PracticeAddress {
  /** Person or department the post is for. */
  readonly contact: string;
  /** Street, number and addition. */
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: PracticeCountry;
}

export type DutchTown = (typeof DUTCH_TOWNS)[number];

/** An address in a Dutch town; now and then the postcode, the street or all of it is missing, as in real books. */
export function dutchAddress(random: SeededRandom, town: DutchTown, contact: string): PracticeAddress {
  const missing = random.chance(0.03);
  const addition = random.chance(0.15) ? random.pick([' a', ' B', '-2', ' bis', ' hs']) : '';
  return {
    contact,
    street: missing ? '' : `${random.pick(STREETS)} ${random.whole(1, 240)}${addition}`,
    postcode: missing || random.chance(0.02) ? '' : dutchPostcode(random, town),
    city: missing && random.chance(0.5) ? '' : town[0],
    country: 'NL',
  };
}

export function belgianAddress(random: SeededRandom, contact: string): PracticeAddress {
  const town = random.pick(BELGIAN_TOWNS);
  const box = random.chance(0.4) ? ` bus ${random.whole(1, 12)}` : '';
  return {
    contact,
    street: `${random.pick(['Stationsstraat', 'Kerkstraat', 'Nieuwstraat', 'Grote Baan'])} ${random.whole(1, 180)}${box}`,
    postcode: town[1],
    city: town[0],
    country: 'BE',
  };
}

/** The post office box of an accounts department. */
export function poBox(random: SeededRandom, town: DutchTown): PracticeAddress {
  return {
    contact: 'Crediteurenadministratie',
    street: `Postbus ${random.whole(10, 9999)}`,
    postcode: dutchPostcode(random, town),
    city: town[0],
    country: 'NL',
  };
}

function dutchPostcode(random: SeededRandom, town: DutchTown): string {
  const letters = `${random.text(1, 'ABCDEGHJKLMNPRTVWXZ')}${random.text(1, 'ABCEGHJKLMNPRTVWXZ')}`;
  return `${random.whole(town[1], town[2])} ${letters}`;
}
