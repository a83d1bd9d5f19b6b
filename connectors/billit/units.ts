/** Units of UN/ECE Recommendation 20 and 21, as Billit keeps them, in the words of a Dutch price list. */
const WORDS: Readonly<Record<string, string>> = {
  NAR: 'st',
  PCE: 'st',
  C62: 'st',
  HUR: 'uur',
  MIN: 'min',
  DAY: 'dag',
  MTR: 'm',
  KMT: 'km',
  MTK: 'm²',
  MTQ: 'm³',
  KGM: 'kg',
  LTR: 'l',
};

/** The unit as people say it; a code that is not in the list stays as it is. */
export const unitWord = (code: string): string => WORDS[code.toUpperCase()] ?? code;
