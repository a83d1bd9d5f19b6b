import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutPersonalData, type KnownData } from '../../../main/log/without-personal-data';

const token = (words: string): string => `[${words.length}]`;
const NOTHING: KnownData = { personal: [], harmless: ['SnelStart'] };
const clean = (text: string, personal: readonly string[] = []) =>
  withoutPersonalData(text, { ...NOTHING, personal }, token);

describe('what the helpdesk needs stays', () => {
  test.each([
    'Artikel KAB-3X25 is verwijderd of niet meer actief in het boekhoudpakket.',
    'Geboekt als VO2026-0012 (SK-7Q4M2X-1042-1) op 2026-11-22 14:05:09.',
    'Werkbon 1042, klant 10001, code 550e8400-e29b-41d4-a716-446655440000.',
    'SnelStart weigert de gegevens.',
  ])('%s', (text) => {
    // Words that are not in Simon's own sentences may become a token; numbers and codes never do.
    const codes = text.match(/[\dA-Z-]*\d[\dA-Z:-]*|SnelStart/g) ?? [];
    for (const code of codes.filter((one) => one !== '')) expect(clean(text)).toContain(code);
  });
});

test.each([
  ['jan.jansen+werk@voorbeeld.nl', 'Mail aan jan.jansen+werk@voorbeeld.nl'],
  ['NL91ABNA0417164300', 'Rekening NL91ABNA0417164300 klopt niet'],
  ['NL91 ABNA 0417 1643 00', 'Rekening NL91 ABNA 0417 1643 00'],
  ['030-1234567', 'Bel 030-1234567'],
  ['+31 6 12 34 56 78', 'Bel +31 6 12 34 56 78'],
  ['3512 AB', 'Postcode 3512 AB'],
  ['NL123456789B01', 'btw NL123456789B01'],
  ['Kerkstraat', 'Adres Kerkstraat 12'],
  ['Özgür', 'Klant Özgür'],
])('%s does not come through, though nobody knew it', (value, text) => {
  expect(clean(text)).not.toContain(value);
});

test('a name of words that Simon uses too goes when it is known', () => {
  expect(clean('Klant Van Het Pakket bestaat niet', ['Van het  pakket'])).toBe('Klant [14] bestaat niet');
});

test('the same words are the same token, a longer value goes before a part of it', () => {
  expect(clean('Jansen Bouw en Jansen', ['Jansen', 'Jansen Bouw'])).toBe('[11] en [6]');
});

test('no personal value comes through, whatever it is and wherever it stands', () => {
  const word = fc
    .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGZ0123456789éößç.+*?()[]\\^$|{}\'"&/-'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((letters) => letters.join(''));
  // Shorter ones, and figures alone, tell nothing and may stay.
  const value = fc
    .array(word, { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' ').trim())
    .filter((text) => text.length >= 3 && /^\p{L}/u.test(text) && /\p{L}$/u.test(text));
  const sentence = fc.constantFrom(
    (text: string) => `Klant ${text} is niet meer actief.`,
    (text: string) => `${text}: het boekhoudpakket weigert ‘${text}’ (code 12).`,
    (text: string) => `Werkbon 1042 ${text}`,
    (text: string) => `SnelStart: ${text}\n${text.toUpperCase()}`,
  );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), sentence, (values, say) => {
      for (const one of values) {
        const found = clean(say(one), values).toLowerCase();
        // Tokens of this test hold a figure only, so that a value cannot come back in one.
        expect(` ${found} `.replaceAll(/\[\d+\]/g, '')).not.toContain(` ${one.toLowerCase()} `);
      }
    }),
    { numRuns: 500 },
  );
});
