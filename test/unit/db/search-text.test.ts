import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, naturalKey, postcodeWords, searchText, searchWords } from '../../../main/db/search-text';

test.each([
  ['Özgür', 'ozgur'],
  ['CAFÉ Ruïne', 'cafe ruine'],
  ['Ĳsseldĳk', 'ijsseldijk'],
  ['Straße', 'strasse'],
  ['Łódź Ørsted Ærø', 'lodz orsted aero'],
  ['plain TEXT 12', 'plain text 12'],
])('%s is searched as %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding what is folded changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
});

test('any word of a record finds it, whatever its letters', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (parts) =>
      searchWords(parts.join(' ')).every((word) => searchText(parts.join(' ')).includes(word)),
    ),
  );
});

test('numbers in texts sort by their value', () => {
  expect(['B10', 'B2', 'a100', 'A20'].sort((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1))).toEqual([
    'A20',
    'a100',
    'B2',
    'B10',
  ]);
});

test('a postcode is found with and without its space; empty parts leave nothing behind', () => {
  expect(searchText('1', '', postcodeWords('3512 AB'))).toBe('1\n3512 ab\n3512ab');
  expect(postcodeWords('9000')).toBe('9000');
});

test('at most eight words are looked for', () => {
  expect(searchWords('  a b\tc d e f g h i ')).toHaveLength(8);
  expect(searchWords('   ')).toEqual([]);
});
