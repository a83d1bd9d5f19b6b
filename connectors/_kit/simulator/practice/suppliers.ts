import type { SeededRandom } from '../random';
import { practiceFirm, type PracticeParty } from './customers';
import { SUPPLIER_NAMES } from './names';

/** The suppliers of an installer, `count` of them, with codes that count up from `firstCode`. */
export const practiceSuppliers = (random: SeededRandom, count: number, firstCode: number): PracticeParty[] =>
  Array.from({ length: count }, (_none, index) => {
    const name = SUPPLIER_NAMES[index % SUPPLIER_NAMES.length] ?? 'Leverancier';
    return practiceFirm(random, firstCode + index, name, false);
  });
