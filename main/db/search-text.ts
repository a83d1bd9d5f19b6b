/** One page of ASCII needs no Unicode work; nearly every record of a pull is such a text. */
const ASCII = /^[\x20-\x7e]*$/;
const SPECIAL: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
};

/** Small letters without diacritics: `Özgür ĳsseldĳk` -> `ozgur ijsseldijk`. For searching and sorting, never shown. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøæœđłðþ]/g, (letter) => SPECIAL[letter] ?? letter);
}

/** What a search looks in: the folded parts with a line end between them, which no search word holds. */
export const searchText = (...parts: readonly string[]): string => fold(parts.filter((part) => part !== '').join('\n'));

/** Words that a record must all hold, as the office typed them; at most eight. */
export const searchWords = (search: string): readonly string[] =>
  fold(search.trim())
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);

/** Sorts `A2` before `A10`: folded, each row of digits padded to 12. */
export const naturalKey = (text: string): string => fold(text).replace(/\d+/g, (digits) => digits.padStart(12, '0'));

/** A Dutch postcode is found with and without its space, however it is written. */
export const postcodeWords = (postcode: string): string => {
  if (/\s/.test(postcode)) return `${postcode}\n${postcode.replace(/\s+/g, '')}`;
  const spaced = postcode.replace(/^(\d{4})([a-z]{2})$/i, '$1 $2');
  return spaced === postcode ? postcode : `${spaced}\n${postcode}`;
};
